"""A record in the making: what the keys of one YAML or JSON entry have said so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from publist.crosswalk.identifiers import add_identifier
from publist.model import Author, Identifier, IdentifierError, Link
from publist.problems import Problem, Severity
from publist.reading.values import Mapping, Place, Scalar, Value, as_text

__all__ = ["Draft"]


# Not the blanks that mean something: no-break, thin.
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class Draft:
    """What is known of an entry while its keys are read one by one.

    Args:
        entry: The entry.
        file: Where it stands.
        key: What messages call it.
        values: Fields of the record to be.
        said: Keys of the entry as they were typed, by the name they stand for.
        extra: Keys without a place in a record.
        identifiers: Those of the record to be, likewise the next two.
        links: In the order they were read.
        contributors: By CSL's name variable.
        problems: What a person should know of the entry.
    """

    entry: Mapping
    file: str
    key: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    contributors: dict[str, tuple[Author, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(
        self,
        code: str,
        message: str,
        place: Place,
        value: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note a problem at a place in this entry."""
        self.problems.append(
            Problem(
                severity=severity,
                code=code,
                message=message,
                file=self.file,
                line=place.line,
                column=place.column,
                key=self.key,
                value=value,
            )
        )

    def expected(self, name: str, what: str, value: Value) -> None:
        """Report a value that is not what its key wants, and keep it as it is."""
        text = as_text(value)
        shown = text if len(text) <= 60 else text[:60] + "…"
        self.report(
            "value-unexpected", f"{name}: expected {what}, not {shown!r}.", value.place, text
        )
        self.extra.setdefault(name, text)

    def line(self, name: str, value: Value) -> str | None:
        """The text of a value, its runs of blanks and line ends made one blank."""
        text = self.text(name, value)
        return None if text is None else _BLANKS.sub(" ", text)

    def text(self, name: str, value: Value) -> str | None:
        """The text of a value that has to be a single one; None when it is blank or is not."""
        if not isinstance(value, Scalar):
            self.expected(name, "a text", value)
            return None
        return value.text.strip(" \t\r\n") or None

    def identify(self, scheme: str, value: Value) -> None:
        """Take an identifier, or report that it is none and keep it."""
        text = self.text(scheme, value)
        if text is None:
            return
        try:
            found = Identifier.parse(scheme, text)
        except IdentifierError as error:
            self.report("identifier-malformed", error.message, value.place, text)
            self.extra.setdefault(scheme, text)
            return
        if not add_identifier(self.identifiers, found):
            message = f"An entry has one {scheme} identifier; the first one is used."
            self.report("identifier-repeated", message, value.place, text)
            self.extra.setdefault(scheme, text)
