"""What is checked: records beside their text as it is written in the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from publist.model import Record
from publist.venues import Catalogue

__all__ = ["Entry", "Subject", "Written", "WrittenField"]


@dataclass(frozen=True, slots=True)
class WrittenField:
    """The value of a field as it stands in a file.

    Args:
        value: The text between its delimiters, nothing decoded.
        start: Where it begins, in characters of the file's text.
        line: Its line, counted from 1.
    """

    value: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands in a file.

    Args:
        form: ``bibtex`` or ``yaml``.
        fields: What is simply written, by lower-case name; concatenations, blocks and values
            that nobody can place for certain are not among them.
        names: The line of every field that is there, however it is written.
    """

    form: str
    fields: Mapping[str, WrittenField]
    names: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, and where it comes from.

    Args:
        record: As read and normalised.
        written: The text it was read from, where that was found for certain.
    """

    record: Record
    written: Written | None = None

    def line_of(self, *names: str) -> int | None:
        """The line of the first of these fields that is there, else of the entry."""
        if self.written:
            for name in names:
                if name in self.written.names:
                    return self.written.names[name]
        return self.record.source.line if self.record.source else None

    def raw(self, *names: str) -> WrittenField | None:
        """The first of these fields that is simply written."""
        if self.written is None:
            return None
        return next(
            (self.written.fields[name] for name in names if name in self.written.fields), None
        )

    @property
    def form(self) -> str | None:
        """``bibtex``, ``yaml``, or None where the text is not at hand."""
        return self.written.form if self.written else None


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """All that is checked together; two of them are never the same.

    Args:
        entries: In the order of the sources.
        catalogue: The known venues.
        this_year: The current year.
    """

    entries: tuple[Entry, ...]
    catalogue: Catalogue
    this_year: int
