"""The outline of a page: its lines in order, and the blocks that hold them.

Readers of all forms (Markdown, HTML, text, LaTeX) make one of these; what is a publication
and what is in it is decided on this alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from publist.reading.pages.styled import Stretch, Styled, tidied

__all__ = ["Block", "Outline", "Row", "with_blocks_named"]


@dataclass(slots=True)
class Block:
    """A block element: its tag, and the rows it holds.

    Args:
        tag: ``li``, ``p``, ``div``, ``tr``, ``h2`` …
        css: Its class names and id.
        parent: The index of the block around it; -1 for the outermost.
        start: The first row inside.
        end: The one behind the last.
    """

    tag: str
    css: str
    parent: int
    start: int
    end: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page.

    Args:
        content: What stands there.
        block: The index of the innermost block around it.
        level: The level of a heading, 1 to 6; 0 for everything else.
        soft: Whether only the source, not the page, begins a new line here.
    """

    content: Styled
    block: int
    level: int = 0
    soft: bool = False


@dataclass(slots=True)
class Outline:
    """A page's rows and blocks, both in order; made step by step by :meth:`open` and others."""

    rows: list[Row] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=lambda: [Block("page", "", -1, 0)])
    _open: list[int] = field(default_factory=lambda: [0])
    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _stretches: list[Stretch] = field(default_factory=list)
    _soft: bool = False
    _line: int = 0

    def open(self, tag: str, css: str) -> None:
        """Begin a block."""
        self.break_line()
        self.blocks.append(Block(tag, css, self._open[-1], len(self.rows)))
        self._open.append(len(self.blocks) - 1)

    def close(self) -> None:
        """End the innermost block."""
        self.break_line()
        if len(self._open) > 1:
            self.blocks[self._open.pop()].end = len(self.rows)

    def say(self, text: str, line: int) -> None:
        """Add text to the row that is being made."""
        if not text:
            return
        if not self._line and not text.isspace():
            self._line = line + text[: len(text) - len(text.lstrip())].count("\n")
        self._text.append(text)
        self._length += len(text)

    @property
    def place(self) -> int:
        """The offset at which the next text will stand."""
        return self._length

    def style(self, start: int, kind: str, value: str = "", part: int = 0) -> None:
        """Lay a style on what was said since an offset."""
        if start < self._length:
            self._stretches.append(Stretch(start, self._length, kind, value, part))

    def break_line(self, *, soft: bool = False) -> None:
        """End the row that is being made."""
        text = "".join(self._text)
        if text.strip():
            content = tidied(text, self._stretches, self._line)
            block = self._open[-1]
            self.rows.append(Row(content, block, _level(self.blocks[block].tag), self._soft))
        self._text, self._length, self._stretches, self._line = [], 0, [], 0
        self._soft = soft

    def finish(self) -> Outline:
        """End every block."""
        self.break_line()
        while self._open:
            self.blocks[self._open.pop()].end = len(self.rows)
        return self

    def around(self, block: int) -> list[int]:
        """A block and those around it, the innermost first."""
        found = []
        while block >= 0:
            found.append(block)
            block = self.blocks[block].parent
        return found


def with_blocks_named(outline: Outline, names: re.Pattern[str]) -> Outline:
    """The outline with class names of blocks as a style on the one row that each of them holds.

    Args:
        outline: The outline.
        names: The class names that say something.
    """
    rows = list(outline.rows)
    for index, block in enumerate(outline.blocks):
        if block.end - block.start != 1 or not names.search(block.css):
            continue
        row = rows[block.start]
        if row.block == index:
            whole = Stretch(0, len(row.content.text), "named", block.css)
            stretches = (whole, *row.content.stretches)
            rows[block.start] = replace(row, content=replace(row.content, stretches=stretches))
    return Outline(rows=rows, blocks=outline.blocks)


def _level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
