"""A sheet: the text of one item while it is taken apart, with what is still unread."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from publist.reading.pages.bylines import masked
from publist.reading.pages.styled import Styled

__all__ = ["TAKEN", "Part", "Sheet"]

TAKEN = "\ue001"
"""What stands in the unread text for every character that is read already."""
_WORDS = re.compile(r"[^\W_]{2,}(?:['’-][^\W_]+)*|\d+")
_LITTLE = frozenset("in and the of at to by on with for an appear appeared a as from".split())


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a work as it was found.

    Args:
        field: The field's name.
        start: Its first character in the item's text.
        end: The one behind its last.
        confidence: From 0 (a guess) to 1 (beyond doubt).
    """

    field: str
    start: int
    end: int
    confidence: float


@dataclass(slots=True)
class Sheet:
    """An item's text, and which parts of it are read.

    Args:
        styled: The text with its styles.
        parts: The fields found so far.
    """

    styled: Styled
    parts: list[Part] = field(default_factory=list)
    _free: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._free = list(self.styled.text)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.styled.text

    @property
    def free(self) -> str:
        """The text, each character that is read replaced by :data:`TAKEN`."""
        return "".join(self._free)

    @property
    def names(self) -> str:
        """The unread text with marks at names masked."""
        marked = masked(self.styled)
        return "".join(
            TAKEN if free == TAKEN else mark for free, mark in zip(self._free, marked, strict=True)
        )

    def drop(self, start: int, end: int) -> None:
        """Say that a part is read and says nothing."""
        for at in range(max(start, 0), min(end, len(self._free))):
            if self._free[at] != "\n":
                self._free[at] = TAKEN

    def take(self, name: str, start: int, end: int, confidence: float) -> str:
        """Say which field a part is; its text."""
        self.parts.append(Part(name, start, end, confidence))
        self.drop(start, end)
        return self.text[start:end].strip()

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing of a part is read yet."""
        return TAKEN not in self._free[start:end]

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Where the unread pieces begin and end."""
        for found in re.finditer(r"[^\ue001\n]+", self.free):
            if re.search(r"\w", found[0]):
                yield found.start(), found.end()

    def residue(self) -> tuple[str, ...]:
        """The words that no field took."""
        return tuple(
            word
            for word in _WORDS.findall(self.free.replace(TAKEN, " "))
            if word.lower() not in _LITTLE
        )
