"""Values with their places: what YAML and JSON text says before anybody asks what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Mapping", "Place", "Scalar", "Sequence", "Value", "plain"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value begins, line and column counted from 1."""

    line: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as its text and what YAML 1.2's core schema takes it for.

    Args:
        text: The text; of a number as it was typed, so that ``2024.10`` keeps its last zero.
        kind: ``str``, ``int``, ``float``, ``bool`` or ``null``.
    """

    text: str
    kind: str
    place: Place


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Value] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A mapping from text to values, in order; of a key that comes twice the first counts."""

    place: Place
    items: dict[str, Value] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[str, Value, Place]]:
        for key, value in self.items.items():
            yield key, value, self.places.get(key, value.place)


Value = Scalar | Sequence | Mapping


def plain(value: Value) -> object:
    """The value as Python's own types, numbers and truth values included.

    >>> plain(Sequence(Place(1), [Scalar("2024", "int", Place(1)), Scalar("no", "str", Place(1))]))
    [2024, 'no']
    """
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items.items()}
    match value.kind:
        case "null":
            return None
        case "bool":
            return value.text.lower() == "true"
        case "int" if len(value.text) < 20:
            return int(value.text, 0) if value.text[:2] in ("0x", "0o") else int(value.text)
        case "float" if len(value.text) < 40 and value.text.strip("+-")[0] in "0123456789":
            return float(value.text)
    return value.text


def as_text(value: Value) -> str:
    """A value as one line of text, whatever it is: lists and mappings as JSON."""
    if isinstance(value, Scalar):
        return value.text
    return json.dumps(plain(value), ensure_ascii=False)
