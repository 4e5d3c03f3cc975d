"""Which lines of a page hold the authors of something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from publist.reading.pages.authors import dated_name, group_name, joined_by_and
from publist.reading.pages.bylines import Byline, find_byline
from publist.reading.pages.labelled import is_labelled
from publist.reading.pages.outline import Outline, Row
from publist.reading.pages.rows import is_row_of_links
from publist.reading.pages.styled import Styled

__all__ = ["ABOUT", "CONTAINERS", "STOP", "LabelledItems", "bylines_of", "says_roles"]

CONTAINERS = frozenset(("li", "tr", "article", "dd"))
"""The elements that hold one item each."""

STOP = frozenset(("page", "html", "body", "ul", "ol", "table", "tbody", "dl", "main", "details"))
"""The elements that hold many."""

# What stands beside a reference on pages that tell more about each work.
ABOUT = re.compile(
    r"\W{0,4}(?:TL;?\s?DR|Abstract|Keywords?|Summary|Highlights?|Click|Relevant|Description|BibTeX|摘要|关键词)"
    r"\b(?=\W*[:.\w])",
    re.IGNORECASE,
)
_AROUND_NAMES = " .,;*†‡#✉📧💡∗"


def bylines_of(outline: Outline) -> list[Byline | None]:
    """The list of authors in each row of a page, if there is one.

    Args:
        outline: The page.
    """
    rows = outline.rows
    bylines = [
        None if _no_byline(row) else joined_by_and(row.content.text) or find_byline(row.content)
        for row in rows
    ]
    bylines = _with_one_of_them(rows, [_from_by(*each) for each in zip(rows, bylines, strict=True)])
    bylines = [_by_class(*each) for each in zip(rows, bylines, strict=True)]
    bylines = _with_owner_alone(rows, bylines)
    bylines = _with_known_alone(rows, bylines)
    bylines = _with_one_dated(rows, bylines)
    bylines = _with_groups(rows, bylines)
    return _with_labelled(outline, bylines)


def _with_owner_alone(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines of one name alone that is set apart in the lists of other items."""
    owners = {
        row.content.text[style.start : style.end].strip(_AROUND_NAMES)
        for row, line in zip(rows, bylines, strict=True)
        if line and line.names > 1
        for style in row.content.of_kind("strong", "underline")
        if line.start <= style.start and style.end <= line.end + 1
    }
    out = list(bylines)
    for index, row in enumerate(rows):
        text = row.content.text
        if out[index] is None and not row.level and text.strip(_AROUND_NAMES) in owners:
            out[index] = Byline(0, len(text.rstrip(" .")), names=1, evidence=3, whole=True)
    return out


def _from_by(row: Row, line: Byline | None) -> Byline | None:
    """A line ``by Ann Li, Bo He`` holds nothing but its names."""
    lead = _BY.match(row.content.text)
    return replace(line, start=0) if line and lead and lead.end() == line.start else line


_BY = re.compile(r"\W{0,3}(?:by|von|par|por)\s+", re.IGNORECASE)


def _with_one_of_them(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines that hold one name alone, the family's first, which stands so in other lines' lists."""
    names = {
        name
        for row, line in zip(rows, bylines, strict=True)
        if line and line.whole and joined_by_and(row.content.text)
        for name in row.content.text.strip(_AROUND_NAMES).split(" and ")
    }
    out = list(bylines)
    for index, row in enumerate(rows):
        text = row.content.text
        if not row.level and text.strip(_AROUND_NAMES) in names:
            out[index] = Byline(0, len(text), names=1, evidence=3, whole=True)
    return out


def _by_class(row: Row, line: Byline | None) -> Byline | None:
    """The whole line where the page's own markup says that it holds the authors."""
    text = row.content.text
    named = any(
        style.start == 0 and style.end == len(text) and _AUTHOR_CLASS.search(style.value)
        for style in row.content.of_kind("named")
    )
    if line or row.level or not named or not 1 < len(text.split()) < 6:
        return line
    return Byline(0, len(text), names=1, evidence=3, whole=True)


_AUTHOR_CLASS = re.compile(r"(?:\b|[_-])authors?\b")
_BETWEEN = re.compile(r",\s+(?:and\s+|&\s*)?|\s+(?:and|&)\s+|;\s*")
_ONE_FIRST = re.compile(r"(?P<name>[^,.;:\n]{1,3}\.[^,.;:\n]{2,40}|[^,.;:\n]{4,40})[.,:]\s")


def _with_known_alone(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines that begin with one name alone, which stands in the lists of other items."""
    known = {
        name.strip(_AROUND_NAMES)
        for row, line in zip(rows, bylines, strict=True)
        if line and line.names > 1
        for name in _BETWEEN.split(row.content.text[line.start : line.end])
    }
    out = list(bylines)
    for index, row in enumerate(rows):
        found = _ONE_FIRST.match(row.content.text) if out[index] is None else None
        if found and not row.level and " " in found["name"] and found["name"] in known:
            out[index] = Byline(0, found.end("name"), names=1, evidence=3, whole=False)
    return out


def _with_groups(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines that name a group and nobody else: *The Slate Team*."""
    out = list(bylines)
    for index, row in enumerate(rows):
        if out[index] is None and not row.level:
            out[index] = group_name(row.content.text)
    return out


def _no_byline(row: Row) -> bool:
    text = row.content.text
    return bool(
        row.level
        or is_row_of_links(row.content)
        or ABOUT.match(text)
        or says_roles(text)
        or _is_venue_by_class(row.content)
    )


def _is_venue_by_class(line: Styled) -> bool:
    """Whether the page's own markup says that a line holds a venue."""
    return any(
        style.start == 0 and style.end >= len(line.text) - 8 and _VENUE_CLASS.search(style.value)
        for style in line.of_kind("named")
    )


_VENUE_CLASS = re.compile(r"(?:\b|[_-])(?:venue|periodical)\b")
_ROLES_SAID = re.compile(
    r"\b(?:are|is|have|contributed|share)\b[^.\n]{0,30}\b(?:co-?first|first|equal(?:ly)?"
    r"|joint(?:ly)?|corresponding|senior)(?:\s(?:author(?:s|ship)?|contribut\w{1,8}))?\.?\W*$",
    re.IGNORECASE,
)


def says_roles(text: str) -> bool:
    """Whether a line is a sentence on the authors: that some of them are co-first authors.

    >>> says_roles("* A. Li and B. He contributed equally.")
    True
    """
    return len(text) < 300 and _ROLES_SAID.search(text[-90:]) is not None


def _with_labelled(outline: Outline, bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Where a line says that it holds the authors, no other line of that item does."""
    out = list(bylines)
    items = LabelledItems(outline)
    said: dict[int, set[int]] = {}
    for index, row in enumerate(outline.rows):
        if is_labelled(row, "authors"):
            said.setdefault(items.around(row.block), set()).add(index)
    for block in (outline.blocks[index] for index in said):
        if block.tag not in STOP:
            out[block.start : block.end] = [None] * (block.end - block.start)
    for item, indexes in said.items():
        if outline.blocks[item].tag not in STOP:
            for index in indexes:
                whole = Byline(0, len(outline.rows[index].content.text), 1, evidence=3, whole=True)
                out[index] = bylines[index] or whole
    return out


class LabelledItems:
    """Finds the item that a line with a label belongs to."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._counts = [0, *accumulate(is_labelled(row) for row in outline.rows)]
        self._found: dict[int, int] = {}

    def around(self, index: int) -> int:
        """The block around a line's block: the bullet whose inner bullets are such lines."""
        if index not in self._found:
            self._found[index] = self._outer(index)
        return self._found[index]

    def _outer(self, index: int) -> int:
        for outer in self._outline.around(index):
            block = self._outline.blocks[outer]
            if block.tag in STOP - {"ul", "ol"}:
                return index
            labelled = self._counts[block.end] - self._counts[block.start]
            if block.tag in CONTAINERS and labelled < block.end - block.start:
                return outer
        return index


def _with_one_dated(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines that begin with one name, family first, and a year: a work of one author."""
    out = list(bylines)
    for index, row in enumerate(rows):
        if out[index] is None and not row.level and len(row.content.text) > 40:
            out[index] = dated_name(row.content.text)
    return out
