"""The sections of a page: which headings are headings, and what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publist.reading.pages.bylines import Byline
from publist.reading.pages.outline import Outline, Row
from publist.reading.pages.sections import Topic, kind_said, topic_of, topic_within, year_said

__all__ = ["Section", "heads_a_work", "sections_of"]


@dataclass(frozen=True, slots=True)
class Section:
    """What the headings above a row say.

    Args:
        topic: What stands there.
        heading: The heading that says so.
        year: The year of what stands there.
        kind: Its CSL type.
    """

    topic: Topic = Topic.OPEN
    heading: str = ""
    year: int | None = None
    kind: str | None = None


def sections_of(outline: Outline, bylines: Sequence[Byline | None]) -> list[Section]:
    """The section that each row stands in.

    Args:
        outline: The page.
        bylines: The list of authors in each row.
    """
    stack: list[tuple[int, Section]] = []
    found: list[Section] = []
    for index, row in enumerate(outline.rows):
        level = row.level or _heading_in_disguise(outline, row) or _year_above(outline, index)
        if level and not heads_a_work(outline, bylines, index):
            text = row.content.text
            while stack and stack[-1][0] >= level:
                stack.pop()
            above = stack[-1][1] if stack else Section()
            section = Section(
                topic_within(text, above.topic),
                text if topic_of(text) is not Topic.OPEN else above.heading,
                year_said(text) or above.year,
                kind_said(text) or above.kind,
            )
            stack.append((level, section))
        found.append(stack[-1][1] if stack else Section())
    return found


def heads_a_work(outline: Outline, bylines: Sequence[Byline | None], index: int) -> bool:
    """Whether a heading is a work's title: its authors fill the line behind it.

    Args:
        outline: The page.
        bylines: The list of authors in each row.
        index: The heading's row.
    """
    behind = bylines[index + 1] if index + 1 < len(bylines) else None
    words = outline.rows[index].content.text.split()
    return behind is not None and behind.whole and behind.start < 3 and len(words) > 4


def _year_above(outline: Outline, index: int) -> int:
    """The level of a line that holds a year and hardly more, right above a list."""
    row = outline.rows[index]
    tag = outline.blocks[row.block].tag
    text = row.content.text
    if tag not in ("p", "div", "summary", "dt") or len(text) > 30 or not _YEAR_FIRST.match(text):
        return 0
    if tag == "summary":
        return 7 if year_said(text) else 0
    if index + 1 == len(outline.rows):
        return 0
    own = set(outline.around(row.block))
    below = outline.around(outline.rows[index + 1].block)
    lists = any(outline.blocks[b].tag in ("ul", "ol", "table") for b in below if b not in own)
    return 7 if year_said(text) and (lists or _is_one_of_many(outline, index)) else 0


def _is_one_of_many(outline: Outline, index: int) -> bool:
    """Whether a line with nothing but a year is the first of its box, and others follow there."""
    row = outline.rows[index]
    parent = outline.blocks[row.block].parent
    if parent < 0 or not _YEAR_ALONE.fullmatch(row.content.text):
        return False
    box = outline.blocks[parent]
    if not _YEAR_ALONE.fullmatch(outline.rows[box.start].content.text):
        return False
    following = outline.rows[index + 1 : index + 400]
    earlier = outline.rows[max(box.start, index - 400) : index]
    return any(
        _YEAR_ALONE.fullmatch(other.content.text) and outline.blocks[other.block].parent == parent
        for other in (*earlier, *following)
    )


_YEAR_ALONE = re.compile(r"\W{0,3}(?:19|20)\d\d\W{0,3}")


_YEAR_FIRST = re.compile(r"\W{0,3}(?:19|20)\d\d(?!\d)")


def _heading_in_disguise(outline: Outline, row: Row) -> int:
    """The level of a bold line that announces something: 7, below all true headings."""
    text = row.content.text
    block = outline.blocks[row.block]
    if len(text) > 60 or block.tag in ("li", "td"):
        return 0
    if block.tag == "p" and outline.rows[block.start] is not row:
        return 0
    whole = any(s.start <= 2 and s.end >= len(text) - 2 for s in row.content.of_kind("strong"))
    if not whole or len(text.split()) > 5:
        return 0
    return 7 if topic_of(text) is not Topic.OPEN or year_said(text) else 0
