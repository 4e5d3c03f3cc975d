"""Bullets that are typed: paragraphs that begin with one, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publist.reading.pages.outline import Block, Outline
from publist.reading.pages.styled import behind

__all__ = ["with_typed_bullets"]

_BULLET = re.compile(r"[•▪◦‣●■·][\s\xa0]+(?=\S)")
_INSIDE = frozenset(("p", "div", "span"))
_FEWEST = 2
"""Bullets below which they are something else: dots between links, signs before a note."""
_MOST = 12
"""Lines of one item."""


def with_typed_bullets(outline: Outline) -> Outline:
    """The outline with a bullet's block around every paragraph that begins with a typed one.

    Word and visual editors write lists so: a paragraph begins with the sign, and the lines of
    the same item follow as paragraphs of their own.

    >>> page = Outline()
    >>> for text in ("• Of mice", "A. Li", "• Of cats", "B. He"):
    ...     page.open("p", "")
    ...     page.say(text, 1)
    ...     page.close()
    >>> found = with_typed_bullets(page.finish())
    >>> [(block.tag, block.start, block.end) for block in found.blocks if block.tag == "li"]
    [('li', 0, 2), ('li', 2, 4)]
    """
    starts = [
        at
        for at, row in enumerate(outline.rows)
        if outline.blocks[row.block].tag in _INSIDE
        and not row.level
        and _BULLET.match(row.content.text)
    ]
    if len(starts) < _FEWEST or not _in_paragraphs(outline, starts):
        return outline
    rows, blocks = list(outline.rows), list(outline.blocks)
    for start, end in _items(outline, starts):
        parent = blocks[rows[start].block].parent
        blocks.append(Block("li", "", max(parent, 0), start, end))
        for at in range(start, end):
            rows[at] = replace(rows[at], block=len(blocks) - 1)
        lead = _BULLET.match(rows[start].content.text)
        if lead:
            rows[start] = replace(rows[start], content=behind(rows[start].content, lead.end()))
    return Outline(rows=rows, blocks=blocks)


def _in_paragraphs(outline: Outline, starts: list[int]) -> bool:
    """Whether each of them begins its own block."""
    return all(outline.blocks[outline.rows[at].block].start == at for at in starts)


def _items(outline: Outline, starts: list[int]) -> Iterator[tuple[int, int]]:
    for start, following in zip(starts, [*starts[1:], len(outline.rows)], strict=True):
        end = start + 1
        parent = outline.blocks[outline.rows[start].block].parent
        most = min(following, start + _MOST)
        if start == starts[-1]:  # of the last, nothing says where it ends: as long as the others
            most = min(most, start + starts[-1] - starts[-2])
        while end < most:
            row = outline.rows[end]
            block = outline.blocks[row.block]
            if row.level or block.tag not in _INSIDE or block.parent != parent:
                break
            end += 1
        yield start, end
