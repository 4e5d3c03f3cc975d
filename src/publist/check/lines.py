"""Lines and places of a text, either from the other."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["Lines"]


class Lines:
    r"""The lines of a text.

    Args:
        text: Its lines end with a line feed, with or without a carriage return.

    >>> lines = Lines("a\nbc\n")
    >>> lines.start(2), lines.number(3), lines.text(2)
    (2, 2, 'bc')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, line: int) -> int:
        """Where a line begins; the end of the text for a line behind the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self._text)

    def number(self, place: int) -> int:
        """The line of a place, counted from 1."""
        return bisect_right(self._starts, place)

    def text(self, line: int) -> str:
        """A line without its end."""
        return self._text[self.start(line) : self.start(line + 1)].rstrip("\r\n")
