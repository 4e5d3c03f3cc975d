"""Rows of a page before items are made of them: lines put together, rows of buttons told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from publist.reading.pages.bylines import find_byline
from publist.reading.pages.labelled import is_labelled
from publist.reading.pages.outline import Outline, Row
from publist.reading.pages.styled import Styled, merged

__all__ = ["is_row_of_links", "is_title_alone", "replace_rows", "unwrapped"]


def is_row_of_links(line: Styled) -> bool:
    """Whether a line is a row of buttons: links with bars between, where names have commas."""
    links = list(line.of_kind("link"))
    if len(links) < 2:
        return False
    between = list(line.text)
    for link in links:
        between[link.start : link.end] = " " * (link.end - link.start)
    rest = "".join(between)
    return not any(char.isalnum() or char in ",;&" for char in rest) and any(
        char in "|/·•][" for char in rest
    )


def replace_rows(outline: Outline, rows: Sequence[tuple[int, Row]]) -> Outline:
    """The outline with other rows, its blocks moved along."""
    starts = [first for first, _ in rows]
    blocks = [
        replace(block, start=_place(starts, block.start), end=_place(starts, block.end))
        for block in outline.blocks
    ]
    return Outline(rows=[row for _, row in rows], blocks=blocks)


def _place(starts: list[int], row: int) -> int:
    return bisect_left(starts, row)


def unwrapped(outline: Outline) -> list[tuple[int, Row]]:
    """Rows that only the width of the source parts, put together again."""
    out: list[tuple[int, Row]] = []
    group: list[Row] = []
    first = 0
    for index, row in enumerate(outline.rows):
        if group and row.soft and row.block == group[-1].block and not row.level:
            group.append(row)
            continue
        out += _settled(first, group)
        group, first = [row], index
    return out + _settled(first, group)


def _settled(first: int, group: list[Row]) -> list[tuple[int, Row]]:
    pieces: list[tuple[int, Row]] = []
    for offset, row in enumerate(group):
        if pieces and _continues(pieces[-1][1].content, row.content):
            whole = merged([pieces[-1][1].content, row.content])
            pieces[-1] = (pieces[-1][0], replace(pieces[-1][1], content=whole))
        else:
            pieces.append((first + offset, row))
    if len(pieces) < 2 or _is_fielded([row for _, row in pieces]):
        return pieces
    return [(first, replace(group[0], content=merged([row.content for _, row in pieces])))]


def _continues(line: Styled, following: Styled) -> bool:
    """Whether a style goes on over the end of a line: a title too long for one."""
    last = {s.part for s in line.stretches if s.end == len(line.text) and s.part}
    return any(s.part in last for s in following.stretches if s.start == 0)


def _is_fielded(group: Sequence[Row]) -> bool:
    """Whether the lines of a paragraph each say something of their own."""
    if any(is_labelled(row) for row in group):
        return True
    for index, row in enumerate(group):
        byline = find_byline(row.content)
        if byline and byline.whole and byline.start < 3 and byline.names > 1:
            around = [group[index - 1].content.text if index else ".", row.content.text]
            if index + 1 < len(group) and _GOES_ON.match(group[index + 1].content.text):
                continue
            if not any(text.rstrip().endswith((",", ";", " and", "&")) for text in around):
                return True
    return is_title_alone(group[0].content)


# What no field begins with: a list of names was cut by the end of the line.
_GOES_ON = re.compile(r"[(&]|and\s|[A-Z]\.[\s;,]|(?:[A-Z]\.-?){1,3}[;,]|[a-z]|et al")


def is_title_alone(line: Styled) -> bool:
    """Whether one style lies on the whole line."""
    text = line.text.rstrip(" .,*")
    return len(text.split()) > 2 and any(
        each.start <= 2 and each.end >= len(text) - 1
        for each in line.of_kind("strong", "link", "emph", "named")
        if not _OTHER_FIELD.search(each.value)
    )


# Classes of lines that hold another field than the title.
_OTHER_FIELD = re.compile(r"(?:\b|[_-])(?:venue|journal|authors?|periodical|year|date)\b")
