"""A record in the making: what the fields of one BibTeX entry have said so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from publist.model import Author, Identifier, Link
from publist.problems import Problem, Severity

__all__ = ["Draft", "Entry"]


class Entry(Protocol):
    """An entry of a bibliography whose syntax is understood and whose values are LaTeX."""

    @property
    def entry_type(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def fields(self) -> dict[str, str]: ...
    @property
    def line(self) -> int: ...


@dataclass(slots=True)
class Draft:
    """What is known of an entry while its fields are read one by one.

    Args:
        entry: The entry.
        file: Where it stands.
        type: Its CSL item type.
        fields: The entry's fields that are not blank.
        values: Fields of the record to be.
        extra: Fields without a place in a record, raw.
        ranks: How good the source of each value is: of two fields that mean the same, the one
            with the lower rank wins wherever they stand.
        beaten: Values that a better source has replaced: slot, field, value.
        annotations: Annotation fields (``author+an:orcid``), looked at when all names are read.
        identifiers: Those of the record to be, likewise the next two.
        links: In the order they were read.
        contributors: By CSL's name variable.
        problems: What a person should know of the entry.
    """

    entry: Entry
    file: str
    type: str
    fields: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    ranks: dict[str, tuple[int, str]] = field(default_factory=dict)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    contributors: dict[str, tuple[Author, ...]] = field(default_factory=dict)
    beaten: list[tuple[str, str, object]] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def put(self, slot: str, value: object, name: str, rank: int = 0) -> None:
        """Set a field of the record, unless a better source has set it; nothing is lost.

        Args:
            slot: The field of the record.
            value: Its value.
            name: The field of the entry that says so.
            rank: The lower, the better.
        """
        standing = self.ranks.get(slot)
        # Between equals the name decides, so that the order of the fields does not matter.
        if standing is None or (rank, name) < standing:
            if standing is not None:
                self.beaten.append((slot, standing[1], self.values[slot]))
            self.values[slot] = value
            self.ranks[slot] = (rank, name)
        else:
            self.beaten.append((slot, name, value))

    def keep_beaten(self) -> None:
        """Keep the fields that a better one stood in for, unless they say the same."""
        for slot, name, value in self.beaten:
            if self.values[slot] != value:
                self.keep(name)

    def keep(self, name: str) -> None:
        """Keep a field as the source has it."""
        self.extra[name] = self.fields[name]

    def report(
        self, code: str, message: str, value: str, severity: Severity = Severity.WARNING
    ) -> None:
        """Note a problem with this entry."""
        self.problems.append(
            Problem(
                severity=severity,
                code=code,
                message=message,
                file=self.file,
                line=self.entry.line,
                key=self.entry.key,
                value=value,
            )
        )
