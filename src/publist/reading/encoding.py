"""From bytes to text: which encoding it is, and what an earlier program got wrong about it."""

from __future__ import annotations

import codecs
import re

from publist.errors import SourceError
from publist.problems import Problem, Severity

__all__ = ["decode", "mend_mojibake"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What JabRef, Emacs and TeX editors write on top of a file.
_DECLARED = re.compile(
    rb"(?:encoding\s*[:=]\s*|-\*-.{0,40}coding:\s*|inputenc\w*\s*[:=]\s*)([\w.-]{2,20})",
    re.IGNORECASE,
)


def decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    r"""Decode the bytes of a source.

    UTF-8 and whatever a byte order mark says is taken as it is. Else the encoding is the one
    that the first lines name, or Windows-1252 for the lines that are no UTF-8; either is
    reported. Text that was decoded wrongly before it came here (``Ã¶`` for ``ö``) is mended,
    and reported too.

    Args:
        data: The bytes.
        file: Their name, for messages.

    Returns:
        The text, with a plain line feed at the end of each line, and what was guessed.

    Raises:
        SourceError: It is no text at all.

    >>> decode(b"M\xfcller", "x.bib")[0]
    'Müller'
    """
    text, problems = _decoded(data, file)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    mended, found = mend_mojibake(text, file)
    return mended, (*problems, *found)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError as error:
                message = f"It begins like {encoding} and is not: {error.reason}."
                raise SourceError(message, file=file) from error
    if b"\0" in data[:4096]:
        return _without_mark(data, file)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    return _guessed(data, file, line)


def _without_mark(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """UTF-16 without its mark shows by its zeros, which text in other encodings never has."""
    start = data[:4096]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > len(zeros) // 2:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return text, (_guess(encoding.upper(), file, 1),)
    raise SourceError("It is not a text file.", file=file)


def _guessed(data: bytes, file: str, line: int) -> tuple[str, tuple[Problem, ...]]:
    declared = _DECLARED.search(data[:1024])
    if declared:
        name = declared[1].decode("ascii").lower()
        try:
            text = data.decode("cp1252" if name in ("ansinew", "cp1252") else name)
        except (LookupError, UnicodeDecodeError):
            pass
        else:
            return text, (_guess(name.upper(), file, line, "as the file says"),)
    lines = [_line(part) for part in data.split(b"\n")]
    return "\n".join(lines), (_guess("Windows-1252", file, line),)


def _line(data: bytes) -> str:
    """A line in UTF-8, else in Windows-1252: lists put together from files may have both."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _guess(encoding: str, file: str, line: int, why: str = "which is a guess") -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="encoding-guessed",
        message=f"It is not UTF-8; it was read as {encoding}, {why}. Best save it as UTF-8.",
        file=file,
        line=line,
        value=encoding,
    )


# A UTF-8 sequence read as Windows-1252 or one of its cousins: a letter that stands for a first
# byte, and one that stands for a following byte (U+0080 to U+00BF, or their place in cp125x).
_FOLLOWING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TWO, _THREE, _FOUR = "ÂÃÄÅÆÇÎÏÐÑØÙ×", "âãäåæçèéïì", "ðğ"
_MOJIBAKE = re.compile(f"[{_TWO}][{_FOLLOWING}]|[{_THREE}][{_FOLLOWING}]{{2}}|[{_FOUR}][Ÿ\u009f]")


def _looks_broken(text: str) -> bool:
    # Looking for single letters is much faster than the expression, and mostly enough.
    return (
        not text.isascii()
        and any(letter in text for letter in _TWO + _THREE + _FOUR)
        and _MOJIBAKE.search(text) is not None
    )


def mend_mojibake(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    r"""Mend what was decoded with the wrong encoding; good text stays as it is.

    Args:
        text: The text.
        file: Its name, for problems.

    Returns:
        The text, and a problem for every line that was changed.

    >>> mended, problems = mend_mojibake("Good ünïcode\nMÃ¼ller â€“ Ã‰tude", "x.bib")
    >>> mended.splitlines(), problems[0].line
    (['Good ünïcode', 'Müller – Étude'], 2)
    """
    if not _looks_broken(text):
        return text, ()
    import ftfy

    lines = text.split("\n")
    problems = []
    for number, line in enumerate(lines):
        if not _looks_broken(line):
            continue
        mended = ftfy.fix_encoding(line)
        if mended != line and "\n" not in mended:
            lines[number] = mended
            problems.append(_mended(line, mended, file, number + 1))
    return "\n".join(lines), tuple(problems)


def _mended(before: str, after: str, file: str, line: int) -> Problem:
    was, became = _difference(before, after)
    return Problem(
        severity=Severity.INFO,
        code="encoding-mended",
        message=f"{was!r} was read as {became!r}: the text had been decoded wrongly before.",
        file=file,
        line=line,
        value=was,
    )


def _difference(before: str, after: str) -> tuple[str, str]:
    """The part that changed, at most 40 characters of it."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    was, became = before[start : len(before) - end], after[start : len(after) - end]
    return was[:40], became[:40]
