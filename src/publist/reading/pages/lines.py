"""Which lines of a page hold the authors of something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.reading.pages.authors import dated_name, group_name
from publist.reading.pages.bylines import Byline, find_byline
from publist.reading.pages.labelled import is_labelled
from publist.reading.pages.outline import Outline, Row
from publist.reading.pages.rows import is_row_of_links

__all__ = ["ABOUT", "CONTAINERS", "STOP", "bylines_of", "item_of_fields"]

CONTAINERS = frozenset(("li", "tr", "article", "dd"))
"""The elements that hold one item each."""

STOP = frozenset(("page", "html", "body", "ul", "ol", "table", "tbody", "dl", "main"))
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
    bylines = [None if _no_byline(row) else find_byline(row.content) for row in rows]
    bylines = _with_owner_alone(rows, bylines)
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


def _with_groups(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines that name a group and nobody else: *The Slate Team*."""
    out = list(bylines)
    for index, row in enumerate(rows):
        if out[index] is None and not row.level:
            out[index] = group_name(row.content.text)
    return out


def _no_byline(row: Row) -> bool:
    text = row.content.text
    return bool(row.level or is_row_of_links(row.content) or ABOUT.match(text))


def _with_labelled(outline: Outline, bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Where a line says that it holds the authors, no other line of that item does."""
    out = list(bylines)
    for index, row in enumerate(outline.rows):
        if not is_labelled(row, "authors"):
            continue
        block = outline.blocks[item_of_fields(outline, row.block)]
        if block.tag in STOP:
            continue
        for at in range(block.start, block.end):
            if not is_labelled(outline.rows[at], "authors"):
                out[at] = None
        out[index] = bylines[index] or Byline(0, len(row.content.text), 1, evidence=3, whole=True)
    return out


def item_of_fields(outline: Outline, index: int) -> int:
    """The block around a line with a label: the bullet whose inner bullets are such lines."""
    for outer in outline.around(index):
        block = outline.blocks[outer]
        rows = outline.rows[block.start : block.end]
        if block.tag in STOP - {"ul", "ol"}:
            return index
        if block.tag in CONTAINERS and not all(is_labelled(row) for row in rows):
            return outer
    return index


def _with_one_dated(rows: Sequence[Row], bylines: Sequence[Byline | None]) -> list[Byline | None]:
    """Lines that begin with one name, family first, and a year: a work of one author."""
    out = list(bylines)
    for index, row in enumerate(rows):
        if out[index] is None and not row.level and len(row.content.text) > 40:
            out[index] = dated_name(row.content.text)
    return out
