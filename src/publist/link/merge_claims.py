"""Claims: what the records of a work say in one field, ready to be settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from publist.model import Author, Award, Claim, FieldOrigin, Identifier, Link, Record, Venue
from publist.richtext import RichText

__all__ = ["FIELDS", "Said", "origin", "said_in", "texts"]

FIELDS = tuple(name for name in Record.model_fields if name not in ("key", "source"))
"""The fields that are merged; a work's key and source are those of its preferred record."""

_UNSAID = {
    name: Record.model_fields[name].get_default(call_default_factory=True) for name in FIELDS
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one record says in one field.

    Args:
        value: The field's value.
        record: The record.
        version: What the record's version is called, or None where it is a record of the
            preferred publication.
    """

    value: Any
    record: Record
    version: str | None = None


def said_in(name: str, records: Iterable[tuple[Record, str | None]]) -> tuple[Said, ...]:
    """What records say in a field; those that say nothing are left out."""
    return tuple(
        Said(value, record, version)
        for record, version in records
        if (value := getattr(record, name)) != _UNSAID[name]
    )


def texts(value: Any) -> tuple[str, ...]:
    """A value as plain texts: one of a single value, one for each member of a list or mapping.

    >>> texts(("a", "b")), texts({"annote": "x"}), texts(None)
    (('a', 'b'), ('annote: x',), ())
    """
    if isinstance(value, tuple):
        return tuple(text for member in value for text in texts(member))
    if isinstance(value, Mapping):
        return tuple(f"{key}: {text}" for key, member in value.items() for text in texts(member))
    return () if value is None else (_text(value),)


def _text(value: object) -> str:
    match value:
        case RichText():
            return value.plain
        case Author():
            return str(value.name)
        case Venue() | Award():
            return value.name
        case Identifier():
            version = "" if value.version is None else f"v{value.version}"
            return f"{value.scheme}:{value.value}{version}"
        case Link():
            return f"{value.relation}: {value.url}"
    return str(value)


def origin(name: str, value: object, said: Iterable[Said]) -> FieldOrigin:
    """Tell where a settled value comes from and what gave way to it."""
    kept = set(texts(value))
    taken: list[Claim] = []
    overrode: list[Claim] = []
    for each in said:
        own = texts(each.value)
        for claims, part in (
            (taken, [text for text in own if text in kept]),
            (overrode, [text for text in own if text not in kept]),
        ):
            if part:
                record = each.record
                claims.append(Claim(value="; ".join(part), key=record.key, source=record.source))
    return FieldOrigin(field=name, taken=tuple(taken), overrode=tuple(overrode))
