"""What reading a page gives beside its records: how sure each field is, and what was left over."""

from __future__ import annotations

from dataclasses import dataclass

from publist.model import Document, Record
from publist.reading.pages.sheet import Part

__all__ = ["PageReading", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One publication of a page: the record, and how it was come by.

    Args:
        record: What was read, before normalising.
        parts: Which field stands where in :attr:`original`, with its confidence from 0 to 1.
        residue: Words of the item that went nowhere.
        original: The item's text as the page shows it.
        line: Where it begins in the source, counted from 1.
    """

    record: Record
    parts: tuple[Part, ...]
    residue: tuple[str, ...]
    original: str
    line: int

    def confidence(self, field: str) -> float:
        """How sure a field is; 0 where it was not found."""
        return max((part.confidence for part in self.parts if part.field == field), default=0.0)


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as it was read.

    Args:
        document: Records, problems and remarks, as every reader gives them.
        readings: One for each record, in their order.
        left_out: How many items stand under headings of something else, by heading.
    """

    document: Document
    readings: tuple[Reading, ...]
    left_out: dict[str, int]
