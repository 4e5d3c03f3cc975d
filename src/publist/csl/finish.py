"""The last pass over a formatted text: joints, punctuation, quotation marks.

Only where two parts meet (a joint) is punctuation reconciled; what stands inside a
field is the author's. The rules are those the CSL test suite shows (the fixtures on
punctuation, affixes and quotes) and, where it is silent, what the reference processor
was seen to print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.csl.locale import Locale
from publist.csl.marks import INNER_QUOTE, JOINT, MARKS, PREFIX_END, QUOTE, UNQUOTE

__all__ = ["Quotes", "finish"]

# Left and right neighbour -> what remains of the two; where nothing is said, both do.
_MERGED = {
    "..": ".", ",,": ",", "::": ":", ";;": ";", "!!": "!", "??": "?",
    ":.": ":", ":!": "!", ":?": "?",
    ";.": ";", ";:": ";", ";!": "!", ";?": "?",
    "!.": "!", "!:": "!",
    "?.": "?", "?:": "?",
}  # fmt: skip
_FORMATS = re.compile("[\x02-\x08\x0e-\x1b\x80-\x82\x8f]")
_DROP = "\x8d"
"""Stands in front of a character that goes; only between the two steps of a pass."""
_UNQUOTED = MARKS.replace("\x86-\x9f", "\x86-\x8a\x8c-\x9f")
_JOINED = f"([{_UNQUOTED}]*[\x01\x8a][{_UNQUOTED}]*)"
# Where something can happen at all: what meets a full stop mostly stays, and the names of
# a list are full of "J." with a comma behind them.
_MEETING = re.compile(
    rf"(\.){_JOINED}(?=(\.))|([,:;!?]){_JOINED}(?=([.,:;!?]))|( ){_JOINED}(?=( ))"
)
_QUOTE_END = re.compile(f"([.,:;!? ]?)([{MARKS}]*\x8b[{MARKS}]*\x01[{MARKS}]*)(?=([.,:;!?]))")
# The prefix of an element with formatting of its own: it stays as it is.
_PREFIX = re.compile(f"[.,:;!?][^{MARKS}]*{PREFIX_END}")
_JOINTS = re.compile(f"[{JOINT}{PREFIX_END}]")
_DROPPED = re.compile(f"{_DROP}.", re.DOTALL)
_GUILLEMET_OPEN = re.compile("«[ \xa0\u202f]?")
_GUILLEMET_CLOSED = re.compile("[ \xa0\u202f]?»")
_QUOTES = re.compile(f"[{QUOTE}{INNER_QUOTE}{UNQUOTE}]")
_MAX_PASSES = 6


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
    for _ in range(_MAX_PASSES):
        changed = _MEETING.sub(_merge, text)
        if UNQUOTE in changed:
            changed = _QUOTE_END.sub(_inside if quotes.punctuation_inside else _outside, changed)
        if changed == text:
            break
        text = _DROPPED.sub("", changed)
    text = _JOINTS.sub("", text)
    if UNQUOTE in text:
        text = _quoted(text, quotes)
    return _spaced(text, quotes) if "«" in text or "»" in text else text


def _spaced(text: str, quotes: Quotes) -> str:
    """Guillemets of a field with the blanks that the language sets inside them."""
    opened, closed = quotes.outer
    if opened[:1] == "«" and closed[-1:] == "»":
        text = _GUILLEMET_OPEN.sub(opened, text)
        text = _GUILLEMET_CLOSED.sub(closed, text)
    return text


def _merge(found: re.Match[str]) -> str:
    """Two characters that meet, with no quotation mark between them."""
    at = found.lastindex or 3
    left, between, right = found[at - 2], found[at - 1], found[at]
    if _PREFIX.match(found.string, found.end()):
        return left + between
    if left == right:
        return left + between + _DROP
    if _FORMATS.search(between):
        return left + between
    merged = _MERGED.get(left + right)
    return left + between if merged is None else merged + between + _DROP


def _inside(found: re.Match[str]) -> str:
    """What follows a quotation goes in front of its closing mark."""
    left, between, right = found.groups()
    if _PREFIX.match(found.string, found.end()):
        return left + between
    if right in ".,!?":
        return _MERGED.get(left + right, left + right) + between + _DROP
    return left + between + (_DROP if left == right else "")


def _outside(found: re.Match[str]) -> str:
    """Commas, colons and semicolons of a quoted text go behind its closing mark."""
    left, between, right = found.groups()
    if left and left in ",:;":
        return between + _MERGED.get(left + right, left + right) + _DROP
    return left + between + (_DROP if left == right else "")


def _quoted(text: str, quotes: Quotes) -> str:
    """Put in quotation marks, outer and inner ones in turn."""
    open_quotes: list[bool] = []

    def mark(found: re.Match[str]) -> str:
        if found.group() != UNQUOTE:
            is_inner = not open_quotes[-1] if open_quotes else found.group() == INNER_QUOTE
            open_quotes.append(is_inner)
            return (quotes.inner if is_inner else quotes.outer)[0]
        is_inner = open_quotes.pop() if open_quotes else False
        return (quotes.inner if is_inner else quotes.outer)[1]

    return _QUOTES.sub(mark, text)
