"""Author lists as people type them: commas, semicolons, ``and``, ``&``, ``et al.``."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re

from publist.names.initials import are_initials
from publist.names.marks import take_marks
from publist.names.particles import is_particle
from publist.names.suffixes import is_degree, is_suffix

__all__ = ["split_human_list", "without_others"]

_AND = re.compile(
    r"(?:,\s*)?(?<![^\s,*_>)}])(?:and|und|&amp;|\\?&|et(?! al)|＆)(?=\s)\s*"
    r"|、|，\s*和?|\s(?:和|与|與)\s",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:,?\s*(?:\b(?:and|und|et|&)\s+)?(?:\b(?:(?:many |several )?others|andere|coll\."
    r"|et\s+al\b\.?|et\.\s*al\b\.?|(?:\d+\s+)?(?:more|other)\s+authors)|\.\.\.|…|等)[*_\s]*)+\.?\s*$",
    re.IGNORECASE,
)
_OPENING = {"(": ")", "[": "]", "{": "}", "<": ">"}
_WORD = re.compile(r"[^\W\d_]")


def without_others(text: str) -> tuple[str, bool]:
    """Take *et al.*, *and others* and the like off the end.

    >>> without_others("Z. Tang, S. Shi, et al."), without_others("Z. Tang")
    (('Z. Tang, S. Shi', True), ('Z. Tang', False))
    """
    tail_at = max(0, len(text) - 60)
    found = _OTHERS.search(text, tail_at)
    if not found:
        return text, False
    return text[: found.start()].rstrip(" ,;"), True


def split_human_list(text: str) -> list[str]:
    """Split a typed author list, given names first or family names first.

    Semicolons decide where there are any. Else a piece between commas that is nothing but
    initials belongs to the family name before it (``Tang, Z., Shi, S.``), ``Jr.`` to whatever
    is before it; pieces of one word each in even number are pairs (``Tang, Zhenheng, Shi,
    Shaohuai``); every other piece is a name.

    Args:
        text: The list; marks, Markdown and HTML at the names may still be there.

    >>> split_human_list("X. He, J. Yao and Q. Wang")
    ['X. He', 'J. Yao', 'Q. Wang']
    >>> split_human_list("Tang, Z., Shi, S.")
    ['Tang, Z.', 'Shi, S.']
    """
    text = text.strip()
    if not text:
        return []
    by_semicolon = _split_outside(text, ";")
    if len(by_semicolon) > 1:
        return [_full_stop_off(name) for part in by_semicolon for name in _of_semicolon(part)]
    chunks = [chunk for chunk in map(_trimmed, _AND.split(text)) if chunk]
    pieces = [[_trimmed(piece) for piece in _split_outside(chunk, ",")] for chunk in chunks]
    pieces = [[piece for piece in chunk if piece] for chunk in pieces]
    if len(pieces) > 1 and all(len(chunk) == 1 or _is_inverted(chunk) for chunk in pieces):
        return [_full_stop_off(", ".join(chunk)) for chunk in pieces]
    flat = _with_stray_marks([piece for chunk in pieces for piece in chunk])
    names = _paired(flat) or _joined(flat)
    return [_full_stop_off(name) for name in names]


def _of_semicolon(part: str) -> list[str]:
    part = _trimmed(re.sub(r"^(?:and|&)\s+", "", _trimmed(part)))
    if not part:
        return []
    if _AND.search(part):
        return split_human_list(part)
    pieces = [piece for piece in map(_trimmed, _split_outside(part, ",")) if piece]
    return _mixed(pieces) if len(pieces) > 2 and not _is_inverted(pieces) else [part]


def _mixed(pieces: list[str]) -> list[str]:
    """Names in both orders between commas: ``Ann Li, He, Bo`` is Ann Li and Bo He."""
    names: list[str] = []
    waiting = False  # whether the last piece is a family name alone
    for piece in pieces:
        if waiting or (names and _is_suffix_piece(piece)):
            names[-1] += f", {piece}"
            waiting = False
        else:
            names.append(piece)
            waiting = len(_family_words(piece)) == 1
    return names


def _trimmed(text: str) -> str:
    text = text.strip(" \t\r\n,;")
    return "" if text.lower() in ("and", "&") else text


def _split_outside(text: str, separator: str) -> list[str]:
    """Split at a character outside brackets, braces, tags and formulas."""
    if separator not in text:
        return [text]
    parts: list[str] = []
    closing: list[str] = []
    start = 0
    math = False
    for position, char in enumerate(text):
        if char == "$":
            math = not math
        elif closing and char == closing[-1]:
            closing.pop()
        elif char in _OPENING and _OPENING[char] in text[position : position + 200]:
            closing.append(_OPENING[char])
        elif char == separator and not closing and not math and not _in_sup(text, position):
            parts.append(text[start:position])
            start = position + 1
    parts.append(text[start:])
    return parts


def _in_sup(text: str, position: int) -> bool:
    opened = text.rfind("<sup", max(0, position - 80), position)
    return opened >= 0 and text.find("</sup>", opened, position) < 0


def _bare(piece: str) -> str:
    return take_marks(piece).text


def _all_initials(piece: str) -> bool:
    words = _bare(piece).replace("~", " ").split()
    if len(words) > 1 and is_suffix(words[-1]):
        words.pop()
    # ``P. v.d.`` and ``J. de``: particles may go with the initials.
    return bool(words) and all(
        are_initials(word.replace("..", "."))
        or (index > 0 and is_particle(word) and word.islower())
        for index, word in enumerate(words)
    )


def _is_family(piece: str) -> bool:
    words = _bare(piece).split()
    return 0 < len(words) <= 4 and not any(
        are_initials(word) and len(word) > 1 for word in words if not is_particle(word)
    )


def _is_suffix_piece(piece: str) -> bool:
    return all(is_suffix(word) or _is_written_degree(word) for word in _bare(piece).split())


def _is_written_degree(word: str) -> bool:
    # Meng Ma is a person; MEng and MA are degrees.
    return is_degree(word) and not (word.istitle() and "." not in word)


def _is_inverted(chunk: list[str]) -> bool:
    """Whether what stands between two ``and`` is one name with commas in it."""
    if len(chunk) == 3:
        return _is_suffix_piece(chunk[1]) or (
            _is_suffix_piece(chunk[2]) and _is_inverted(chunk[:2])
        )
    if len(chunk) != 2 or not _is_family(chunk[0]):
        return False
    if _is_suffix_piece(chunk[1]) or _all_initials(chunk[1]):
        return True
    return len(_family_words(chunk[0])) == 1 or len(_bare(chunk[1]).split()) == 1


# Particles that people write with a capital at the head of a family name. Li, Lo, Do and Sen
# are families and given names far more often.
_CAPITALS = frozenset(
    "Van Von De Der Den Del Della Di Du La Le Ten Ter El Al St. St Dos Das".split()
)


def _family_words(piece: str) -> list[str]:
    """The words of a family name without the particles before them."""
    *leading, last = _bare(piece).split() or [""]
    return [
        *(
            word
            for word in leading
            if not (is_particle(word) and (word.islower() or word in _CAPITALS))
        ),
        last,
    ]


def _with_stray_marks(pieces: list[str]) -> list[str]:
    """Put pieces without a letter (``†`` of ``Zhang*, †``) back to the name before them."""
    out: list[str] = []
    for piece in pieces:
        if out and not _WORD.search(_bare(piece)):
            out[-1] += f",{piece}" if take_marks(piece).marks else ""
        else:
            out.append(piece)
    return out


def _paired(pieces: list[str]) -> list[str] | None:
    """Family and given names of one word each, by turns; None where it is not so."""
    names = [[piece] for piece in pieces if not _is_suffix_piece(piece)]
    if len(names) < 2 or len(names) % 2 or _is_suffix_piece(pieces[0]):
        return None
    words = [_bare(name[0]).split() for name in names]
    if any(len(part) > 1 for part in words[::2]) or any(_all_initials(name[0]) for name in names):
        return None
    if not all(len(part) == 1 or _is_tail(part[1:]) for part in words[1::2]):
        return None
    position = -1
    for piece in pieces:
        if _is_suffix_piece(piece):
            names[position].append(piece)
        else:
            position += 1
    return [", ".join(left + right) for left, right in zip(names[::2], names[1::2], strict=True)]


def _is_tail(words: list[str]) -> bool:
    return len(words) == 1 and (are_initials(words[0]) or is_suffix(words[0]))


def _joined(pieces: list[str]) -> list[str]:
    names: list[str] = []
    open_family = False  # whether the last name still waits for its initials
    for piece in pieces:
        if names and _is_suffix_piece(piece):
            names[-1] += f", {piece}"
        elif names and open_family and (_all_initials(piece) or _after_suffix(names[-1], piece)):
            names[-1] += f", {piece}"
            open_family = False
        else:
            names.append(piece)
            open_family = _is_family(piece)
    return names


def _after_suffix(name: str, piece: str) -> bool:
    sections = name.split(",")
    family = _family_words(sections[0])
    inverted = len(sections) == 2 and len(family) == 1 and _is_suffix_piece(sections[1])
    return inverted and len(piece.split()) <= 2


def _full_stop_off(name: str) -> str:
    """A full stop that ends the list, not an initial or a suffix."""
    if not name.endswith("."):
        return name
    last = name.rsplit(None, 1)[-1].rstrip(".")
    whole = last.replace("-", "").isalpha() and not last.isupper()
    return name[:-1] if whole and not is_suffix(last) and not is_degree(last) else name
