"""The last pass over a formatted text: joints, punctuation, quotation marks.

Only where two parts meet (a joint) is punctuation reconciled; what stands inside a
field is the author's. The rules are those the CSL test suite shows (the fixtures on
punctuation, affixes and quotes) and, where it is silent, what the reference processor
was seen to print.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from publist.csl.locale import Locale
from publist.csl.marks import CLOSE, HELD, INNER_QUOTE, JOINT, MARKS, PREFIX_END, QUOTE, UNQUOTE

__all__ = ["Quotes", "finish"]

Met = tuple[str, str] | None
"""What two neighbours have become; None where they stay as they are."""

# Left and right neighbour -> what remains of the two; where nothing is said, both do.
_MERGED = {
    "..": ".", ",,": ",", "::": ":", ";;": ";", "!!": "!", "??": "?",
    ":.": ":", ":!": "!", ":?": "?",
    ";.": ";", ";:": ";", ";!": "!", ";?": "?",
    "!.": "!", "!:": "!",
    "?.": "?", "?:": "?",
}  # fmt: skip
_UNTURNED = frozenset(("!:", "?:"))
# Where two different signs do not merge: behind an element with formatting of its own, and
# in front of formatting.
_APART = re.compile(f"[\x03-\x08\x0e-\x1b\x80-\x82\x8f{HELD}]")
_STRIPPED = "".join(chr(code) for code in (*range(1, 9), *range(14, 28), *range(128, 160)))
_STRIPPED = _STRIPPED.replace("\x85", "")
_PUNCTUATION = frozenset(".,:;!?")
# What a part must begin with for anything to happen at the joint in front of it.
_MARKS = frozenset(_STRIPPED)
_MEETING = _PUNCTUATION | {" ", ""}
_PAIRS = frozenset(_MERGED) | {"  "}
_TRIGGERS = _MARKS | _PUNCTUATION | {" "}
# Joints at which nothing can happen, as at most: an ordinary character behind the joint, or one
# in front of it and no mark behind it; a full stop or the like with a blank behind the joint; a
# comma behind formatting or an abbreviation. What ends in PREFIX_END must stay a part of its own.
_OTHERS = MARKS.replace("\x01-", "\x02-")
_ORDINARY = f"[^.,:;!? {MARKS}]"
_IDLE = (
    f"{JOINT}(?:(?=[{_OTHERS}]*+{_ORDINARY})"
    f"|(?<={_ORDINARY}{JOINT})(?=[^{MARKS}])"
    f"|(?<={_ORDINARY}[.,:;!?]{JOINT})(?= )"
    f"|(?<={_ORDINARY}{JOINT}[.,:;!?]{JOINT})(?= )"
    f"|(?<={_ORDINARY}[.{CLOSE}]{JOINT})(?=[ ,])"
    f"|(?<={_ORDINARY}[.]{CLOSE}{JOINT})(?=[ ,]))"
)
_IDLE_WITH_PREFIXES = re.compile(f"{_IDLE}(?![^{MARKS}]*+{PREFIX_END})")
_IDLE_ELSE = re.compile(_IDLE)
# The prefix of an element with formatting of its own: it stays as it is.
_PREFIX = re.compile(f"[.,:;!?][^{MARKS}]*{PREFIX_END}")
_GUILLEMET_OPEN = re.compile("«[ \xa0\u202f]?")
_GUILLEMET_CLOSED = re.compile("[ \xa0\u202f]?»")
_QUOTE_COMMA = f"{UNQUOTE}{JOINT}, {JOINT}"
_QUOTES = re.compile(f"[{QUOTE}{INNER_QUOTE}{UNQUOTE}]")


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of a language, and whether full stops and commas go inside."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    punctuation_inside: bool

    @classmethod
    def of(cls, locale: Locale) -> Quotes:
        """The quotation marks a locale names."""
        return cls(
            (locale.term("open-quote"), locale.term("close-quote")),
            (locale.term("open-inner-quote"), locale.term("close-inner-quote")),
            locale.option("punctuation-in-quote"),
        )


def finish(text: str, quotes: Quotes) -> str:
    """Reconcile the punctuation of a text and put in its quotation marks.

    Args:
        text: Text with marks.
        quotes: How the language quotes.

    Returns:
        The text with the marks for formatting and spans left in it.
    """
    if JOINT in text:
        text = _settled(text, inside=quotes.punctuation_inside)
    text = text.replace(PREFIX_END, "").replace(HELD, "")
    if UNQUOTE in text:
        text = _quoted(text, quotes)
    return _spaced(text, quotes) if "«" in text or "»" in text else text


def _settled(text: str, *, inside: bool) -> str:
    """Let the parts of a text meet, one joint after the other.

    Affixes settle among themselves before a quotation takes in what follows it.
    """
    idle = _IDLE_WITH_PREFIXES if PREFIX_END in text else _IDLE_ELSE
    text = idle.sub("", _taken_in(text) if inside else text)
    if JOINT not in text:
        return text
    quoted = _inside if inside else _outside
    parts = text.split(JOINT)
    for index in range(1, len(parts)):
        right = parts[index]
        if right and right[0] not in _TRIGGERS:
            continue
        left = parts[index - 1]
        # Two plain characters, as most joints have, need only a look at the table.
        pair = left[-1:] + right[:1]
        if pair[-1:] in _MARKS and right.lstrip(_STRIPPED)[:1] not in _MEETING:
            continue
        if pair in _PAIRS or len(pair) < 2 or pair[0] in _MARKS or pair[1] in _MARKS:
            if right in _PUNCTUATION and index + 1 < len(parts):
                right, parts[index + 1] = _meet(right, parts[index + 1], quoted)
            parts[index - 1], parts[index] = _meet(left, right, quoted)
            if index > 1 and HELD + HELD in left and not parts[index - 1]:
                # What went in front of a suffix meets the text itself.
                parts[index - 2], parts[index] = _meet(parts[index - 2], parts[index], quoted)
    return "".join(parts)


def _taken_in(text: str) -> str:
    """A quotation that takes in the comma behind it, as the title of nearly every article."""
    at = text.find(_QUOTE_COMMA)
    if at < 1 or not text[at - 1].isalnum():
        return text
    return f"{text[:at]},{UNQUOTE} {JOINT}{text[at + len(_QUOTE_COMMA) :]}"


def _meet(left: str, right: str, quoted: Callable[[str, str, str], Met]) -> tuple[str, str]:
    """Two neighbours, without the punctuation that is too much."""
    while True:
        rest = right.lstrip(_STRIPPED)
        if not rest:
            # Nothing but marks: what comes next meets what stands in front of them.
            return "", left + right
        mark = rest[0]
        if mark != " " and mark not in _PUNCTUATION:
            return left, right
        core = left.rstrip(_STRIPPED)
        tail, head = left[len(core) :], right[: len(right) - len(rest)]
        between = tail + head
        changed = (quoted if UNQUOTE in between else _plain)(core, between, rest)
        if changed is None:
            return left, right
        kept, after = changed
        left, right = kept + tail, head + after


def _plain(core: str, between: str, rest: str) -> Met:
    """What remains of two texts that meet with no quotation mark between them."""
    last, mark = core[-1:], rest[0]
    if mark == " ":
        return (core, rest[1:]) if last == " " else None
    if last not in _PUNCTUATION:
        return None
    if last == mark:
        return core, rest[1:]
    if _PREFIX.match(rest):
        return None
    merged = _MERGED.get(last + mark)
    if merged is None:
        return None
    if HELD + HELD in between and last + mark not in _UNTURNED:
        return _turned(core, mark), rest[1:]
    return (
        None if _APART.search(between.replace(HELD + HELD, "")) else (core[:-1] + merged, rest[1:])
    )


def _turned(core: str, mark: str) -> str:
    """A text that ends in a suffix, with another sign in front of that suffix."""
    text = core[:-1].rstrip(" ")
    merged = _MERGED.get(text[-1:] + mark)
    return (text + mark if merged is None else text[:-1] + merged) + core[len(text) :]


def _inside(core: str, between: str, rest: str) -> Met:
    """What follows a quotation goes in front of its closing mark."""
    last, mark = core[-1:], rest[0]
    if mark == " " or _PREFIX.match(rest):
        return None
    if mark in ".,!?":
        if HELD + HELD in between and last != mark:
            return _turned(core, mark), rest[1:]
        return core[:-1] + _MERGED.get(last + mark, last + mark), rest[1:]
    return (core, rest[1:]) if last == mark else None


def _outside(core: str, _between: str, rest: str) -> Met:
    """Commas, colons and semicolons of a quoted text go behind its closing mark."""
    last, mark = core[-1:], rest[0]
    if mark == " " or _PREFIX.match(rest):
        return None
    if last and last in "!?" and mark in ".:":
        return core, rest[1:]
    if last and last in ",:;":
        return core[:-1], _MERGED.get(last + mark, last + mark) + rest[1:]
    return (core, rest[1:]) if last == mark else None


def _spaced(text: str, quotes: Quotes) -> str:
    """Guillemets of a field with the blanks that the language sets inside them."""
    opened, closed = quotes.outer
    if opened[:1] == "«" and closed[-1:] == "»":
        text = _GUILLEMET_OPEN.sub(opened, text)
        text = _GUILLEMET_CLOSED.sub(closed, text)
    return text


def _quoted(text: str, quotes: Quotes) -> str:
    """Put in quotation marks, outer and inner ones in turn."""
    if INNER_QUOTE not in text and text.count(QUOTE) == text.count(UNQUOTE) == 1:
        opened, closed = quotes.outer
        return text.replace(QUOTE, opened).replace(UNQUOTE, closed)
    open_quotes: list[bool] = []

    def mark(found: re.Match[str]) -> str:
        if found.group() != UNQUOTE:
            is_inner = not open_quotes[-1] if open_quotes else found.group() == INNER_QUOTE
            open_quotes.append(is_inner)
            return (quotes.inner if is_inner else quotes.outer)[0]
        is_inner = open_quotes.pop() if open_quotes else False
        return (quotes.inner if is_inner else quotes.outer)[1]

    return _QUOTES.sub(mark, text)
