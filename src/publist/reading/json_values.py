"""JSON text as values with places, as strict about what it takes as YAML's reader."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from publist.problems import Problem, Severity
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value

__all__ = ["parse_json"]

_BLANKS = re.compile(r"[ \t\r\n]*")
# Levels with a line for every value of their own: the list, its entries, their fields.
_PLACED = 3


@dataclass(frozen=True, slots=True)
class _Number:
    text: str
    kind: str


def parse_json(text: str, file: str) -> tuple[list[Value], tuple[Problem, ...]]:
    r"""Read JSON text: one value, or several one behind the other (JSON Lines).

    Args:
        text: The text.
        file: Its name, for problems.

    Returns:
        The values, and what was wrong. Entries before a syntax error are kept.

    >>> values, problems = parse_json('[{"title": "T"},\n {"title": }]', "x.json")
    >>> len(values[0].items), problems[0].line, problems[0].column
    (1, 2, 12)
    """
    reading = _Reading(text, file)
    try:
        at = reading.blanks(0)
        while at < len(text):
            at = reading.blanks(reading.value(at, 0, reading.roots.append))
    except json.JSONDecodeError as error:
        reading.report(error.pos, "json-syntax", f"This is not JSON: {error.msg}.")
    except (RecursionError, ValueError):
        reading.report(0, "json-syntax", "This JSON is nested too deeply to be a publication list.")
    return reading.roots, tuple(reading.problems)


@dataclass(slots=True)
class _Reading:
    text: str
    file: str
    roots: list[Value] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    starts: list[int] = field(init=False)
    decoder: json.JSONDecoder = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self.decoder = json.JSONDecoder(
            parse_int=lambda text: _Number(text, "int"),
            parse_float=lambda text: _Number(text, "float"),
            parse_constant=lambda text: _Number(text, "str"),
        )

    def blanks(self, at: int) -> int:
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def place(self, at: int) -> Place:
        line = bisect_right(self.starts, at)
        return Place(line, at - self.starts[line - 1] + 1)

    def value(self, at: int, depth: int, put: Callable[[Value], object]) -> int:
        """Read the value that begins here, hand it on, and say where it ends."""
        opening = self.text[at : at + 1]
        if opening == "[" and depth < _PLACED:
            return self._sequence(at, depth, put)
        if opening == "{" and depth < _PLACED:
            return self._mapping(at, depth, put)
        found, end = self.decoder.raw_decode(self.text, at)
        put(_converted(found, self.place(at)))
        return end

    def _sequence(self, at: int, depth: int, put: Callable[[Value], object]) -> int:
        sequence = Sequence(self.place(at))
        put(sequence)
        at = self.blanks(at + 1)
        if self.text[at : at + 1] == "]":
            return at + 1
        while True:
            at = self.blanks(self.value(at, depth + 1, sequence.items.append))
            if self.text[at : at + 1] == "]":
                return at + 1
            at = self._comma(at)

    def _mapping(self, at: int, depth: int, put: Callable[[Value], object]) -> int:
        mapping = Mapping(self.place(at))
        if depth == 0:
            put(mapping)
        at = self.blanks(at + 1)
        while self.text[at : at + 1] != "}":
            if mapping.items:
                at = self._comma(at)
            at = self.blanks(self._member(mapping, at, depth))
        if depth > 0:
            put(mapping)
        return at + 1

    def _member(self, mapping: Mapping, at: int, depth: int) -> int:
        name, colon = self.decoder.raw_decode(self.text, at)
        if not isinstance(name, str):
            raise json.JSONDecodeError("Expecting a name in double quotes", self.text, at)
        colon = self.blanks(colon)
        if self.text[colon : colon + 1] != ":":
            raise json.JSONDecodeError("Expecting ':'", self.text, colon)

        def keep(value: Value) -> None:
            if name in mapping.items:
                message = f"{name!r} stands here a second time; the first one is used."
                self.report(at, "duplicate-field", message, Severity.WARNING)
            else:
                mapping.items[name] = value
                mapping.places[name] = self.place(at)

        return self.value(self.blanks(colon + 1), depth + 1, keep)

    def _comma(self, at: int) -> int:
        if self.text[at : at + 1] != ",":
            raise json.JSONDecodeError("Expecting ','", self.text, at)
        return self.blanks(at + 1)

    def report(self, at: int, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        place = self.place(at)
        self.problems.append(
            Problem(
                severity=severity,
                code=code,
                message=message,
                file=self.file,
                line=place.line,
                column=place.column,
            )
        )


def _converted(found: object, place: Place) -> Value:
    if isinstance(found, dict):
        return Mapping(place, {key: _converted(item, place) for key, item in found.items()})
    if isinstance(found, list):
        return Sequence(place, [_converted(item, place) for item in found])
    if isinstance(found, _Number):
        return Scalar(found.text, found.kind, place)
    if isinstance(found, bool):
        return Scalar("true" if found else "false", "bool", place)
    return Scalar("", "null", place) if found is None else Scalar(str(found), "str", place)
