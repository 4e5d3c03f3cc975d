"""Where entries and their fields stand in BibTeX, to the letter.

Reading forgives and forgets; here nothing is forgotten, so that a changed file is the old one
but for what was to be changed. What is too damaged to be sure of is not found at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from publist.reading.bibtex import RawEntry, parse_bibtex
from publist.reading.bibtex.layout import Layout

__all__ = ["EntryPlace", "FieldPlace", "find_entries", "find_fields"]

_HEADER = re.compile(r"@[ \t]*[\w-]+\s*[{(]\s*")
_LINES = re.compile(r"\r\n|\r|\n")
_BEFORE_FIELD = re.compile(r"(?:[\s,]|%[^\n]*\n)*")
_NAME = re.compile(r"([^\s\"#%'(),={}@\\]+)(\s*)=(\s*)")
_BARE = re.compile(r"[^\s,{}()\"#=%]+")
_SPACE = re.compile(r"\s*")
_AFTER_KEY = re.compile(r"\s*[,})]")


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """Where an entry stands: from its ``@`` to behind its closing delimiter."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a field stands in the text of its entry.

    Args:
        name: Its name in lower case.
        name_at: Where the name begins.
        equals_at: Where the ``=`` is.
        start: Where the value begins, delimiter included.
        end: Behind the value.
    """

    name: str
    name_at: int
    equals_at: int
    start: int
    end: int


def find_entries(text: str, wanted: Iterable[tuple[str, int]]) -> list[EntryPlace | None]:
    r"""Find entries by their keys and the lines on which they begin.

    Args:
        text: The whole source with the line ends it has.
        wanted: Keys and lines, counted from 1, in the order of the source.

    Returns:
        A place for each, or None where it cannot be told for sure.

    >>> find_entries("% mine\n@misc{a, title={T}} @misc(b)", [("a", 2), ("b", 2)])
    [EntryPlace(start=7, end=26), EntryPlace(start=27, end=35)]
    """
    starts = [0, *(found.end() for found in _LINES.finditer(text)), len(text) + 1]
    source = _Source(text)
    places: list[EntryPlace | None] = []
    behind = 0
    for key, line in wanted:
        if not 0 < line < len(starts):
            places.append(None)
            continue
        place = source.find(key, line, max(starts[line - 1], behind), starts[line])
        behind = place.end if place else behind
        places.append(place)
    return places


class _Source:
    """One source, looked through entry by entry."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = Layout(text)

    def find(self, key: str, line: int, start: int, end: int) -> EntryPlace | None:
        """The entry of a key that begins between two places."""
        text = self.text
        for found in _HEADER.finditer(text, start):
            if found.start() >= end:
                break
            inside = found.end()
            if text.startswith(key, inside) and _AFTER_KEY.match(text, inside + len(key)):
                opening = found.start() + len(found.group().rstrip()) - 1
                return self._whole(key, line, found.start(), opening)
        return None

    def _whole(self, key: str, line: int, start: int, opening: int) -> EntryPlace | None:
        """The entry whose delimiter opens at a place, if it reads as one entry and no more."""
        if self.text[opening] == "(":
            ends = {_closing_bracket(self.text, self.layout, opening)}
        else:
            ends = {self.layout.closing(opening, escapes=escapes) for escapes in (False, True)}
        found: dict[int, RawEntry] = {}
        for end in ends - {None}:
            assert end is not None
            read = parse_bibtex(self.text[start : end + 1], "")
            if len(read.entries) == 1 and read.entries[0].key == key and not read.remarks:
                found[end + 1] = read.entries[0]
        if len(found) > 1:
            # Whether a brace behind a backslash counts is decided by the source as a whole.
            known = self._read.get((key, line))
            found = {end: one for end, one in found.items() if known and one.fields == known}
        return EntryPlace(start, next(iter(found))) if len(found) == 1 else None

    @cached_property
    def _read(self) -> dict[tuple[str, int], dict[str, str]]:
        return {(each.key, each.line): each.fields for each in parse_bibtex(self.text, "").entries}


def _closing_bracket(text: str, layout: Layout, opening: int) -> int | None:
    limit = layout.next_start(opening)
    at = opening + 1
    while at < limit:
        if text[at] == ")":
            return at
        if text[at] == "{":
            closing = layout.closing(at, escapes=False)
            if closing is None:
                return None
            at = closing
        at += 1
    return None


def find_fields(entry: str) -> tuple[FieldPlace, ...] | None:
    """Find the fields of one entry.

    Args:
        entry: Its text, from the ``@`` on.

    Returns:
        The fields in their order; None where the text is not plain enough to be sure.

    >>> [(field.name, field.start, field.end) for field in find_fields('@a{k, B = "c" # d}')]
    [('b', 10, 17)]
    """
    comma = entry.find(",")
    if comma < 0:
        return ()
    layout = Layout(entry)
    fields: list[FieldPlace] = []
    at = comma
    while True:
        gap = _BEFORE_FIELD.match(entry, at)
        assert gap is not None
        at = gap.end()
        if at >= len(entry) - 1:
            return tuple(fields)
        name = _NAME.match(entry, at)
        end = _value_end(entry, layout, name.end()) if name else None
        if name is None or end is None:
            return None
        fields.append(FieldPlace(name[1].lower(), at, name.end(2), name.end(), end))
        at = end


def _value_end(entry: str, layout: Layout, at: int) -> int | None:
    while True:
        end = _piece_end(entry, layout, at)
        if end is None:
            return None
        space = _SPACE.match(entry, end)
        assert space is not None
        if space.end() >= len(entry) or entry[space.end()] != "#":
            return end
        following = _SPACE.match(entry, space.end() + 1)
        assert following is not None
        at = following.end()


def _piece_end(entry: str, layout: Layout, at: int) -> int | None:
    """Behind one piece of a value: a text in braces or quotation marks, a number, a macro."""
    if entry[at : at + 1] == "{":
        closing = layout.closing(at, escapes=False)
        return None if closing is None else closing + 1
    if entry[at : at + 1] == '"':
        return _quote_end(entry, layout, at)
    bare = _BARE.match(entry, at)
    return bare.end() if bare else None


def _quote_end(entry: str, layout: Layout, at: int) -> int | None:
    at += 1
    while at < len(entry):
        if entry[at] == '"':
            return at + 1
        if entry[at] == "{":
            closing = layout.closing(at, escapes=False)
            if closing is None:
                return None
            at = closing
        at += 1
    return None
