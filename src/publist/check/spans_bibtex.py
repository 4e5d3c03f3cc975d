"""Finds entries and their fields in the text of a bibliography, to the character.

Reading is done by :mod:`publist.reading.bibtex`; here only what is written plainly is located, so
that it can be edited in place. Whatever is damaged or unusual is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publist.check.lines import Lines
from publist.check.subject import Written, WrittenField
from publist.reading.bibtex.layout import Layout

__all__ = ["locate_bibtex"]

_HEAD = re.compile(r"[ \t\ufeff]*@[ \t]*(\w[\w-]*)\s*[{(]\s*([^,={}\"#%\s]*)\s*,")
_GAP = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_BLANK = re.compile(r"(?:\s++|%[^\n]*+)*+")
_NAME = re.compile(r"([A-Za-z][\w+.:-]*)\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"#=()%]++")
_IN_QUOTES = re.compile(r'[{}"\\]')


class _Value(NamedTuple):
    """Where a value is: its inside, its end, and whether it is one plain string."""

    start: int
    stop: int
    end: int
    plain: bool


def locate_bibtex(text: str, places: list[tuple[int, str]]) -> Iterator[Written | None]:
    """Find entries.

    Args:
        text: The source as the file has it, line ends included.
        places: Line and key of each entry, in the order of the source.

    Returns:
        For each the entry as written, or None where it is not to be found for certain.

    >>> text = "@misc{a, title = {T}, year = 2001}"
    >>> written = next(locate_bibtex(text, [(1, "a")]))
    >>> written.fields["title"]
    WrittenField(value='T', start=18, line=1)
    """
    layout = Layout(text)
    lines = Lines(text)
    for index, (line, key) in enumerate(places):
        head = _HEAD.match(text, lines.start(line))
        if head is None or head[2] != key:
            yield None
            continue
        later = places[index + 1][0] if index + 1 < len(places) else None
        limit = lines.start(later) if later and later > line else len(text)
        yield _entry(text, layout, lines, head.end(), limit)


def _entry(text: str, layout: Layout, lines: Lines, at: int, limit: int) -> Written:
    fields: dict[str, WrittenField] = {}
    names: dict[str, int] = {}
    while True:
        at = _after(_GAP, text, at)
        found = _NAME.match(text, at, limit)
        value = _value(text, layout, found.end(), limit) if found else None
        if found is None or value is None:
            return Written("bibtex", fields, names)
        name = found[1].lower()
        if name not in names:
            names[name] = lines.number(at)
            if value.plain:
                inside = text[value.start : value.stop]
                fields[name] = WrittenField(inside, value.start, lines.number(value.start))
        at = value.end


def _value(text: str, layout: Layout, at: int, limit: int) -> _Value | None:
    first = _operand(text, layout, at, limit)
    found = first
    while found is not None:
        after = _after(_BLANK, text, found.end)
        if after < limit and text[after] in ",})":
            plain = first is found
            return found._replace(end=after, plain=plain and found.plain)
        if after >= limit or text[after] != "#":
            return None
        found = _operand(text, layout, _after(_BLANK, text, after + 1), limit)
    return None


def _operand(text: str, layout: Layout, at: int, limit: int) -> _Value | None:
    if at >= limit:
        return None
    if text[at] == "{":
        closing = layout.closing(at)
        if closing is None or closing != layout.closing(at, escapes=False) or closing >= limit:
            return None
        return _Value(at + 1, closing, closing + 1, plain=True)
    if text[at] == '"':
        return _quoted(text, layout, at, limit)
    bare = _BARE.match(text, at, limit)
    return _Value(bare.start(), bare.end(), bare.end(), bare[0].isdecimal()) if bare else None


def _quoted(text: str, layout: Layout, at: int, limit: int) -> _Value | None:
    place = at + 1
    while found := _IN_QUOTES.search(text, place, limit):
        if found[0] == '"':
            return _Value(at + 1, found.start(), found.end(), plain=True)
        if found[0] == "}":
            return None
        place = found.end()
        if found[0] == "\\":
            place += 1
        else:
            closing = layout.closing(found.start())
            if closing is None or closing >= limit:
                return None
            place = closing + 1
    return None


def _after(blank: re.Pattern[str], text: str, at: int) -> int:
    found = blank.match(text, at)
    return found.end() if found else at
