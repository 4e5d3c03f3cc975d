"""Reading a project file strictly: everything that is wrong is found, with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from publist.errors import ProjectError
from publist.problems import Problem, Severity
from publist.project.options import OPTIONS, check_option, folded
from publist.project.shapes import SHAPES, UnfitError
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value

__all__ = ["Reading", "given"]

_SELECTING = tuple(option.name for option in OPTIONS.values() if option.part == "select")


def given(value: Value) -> Any:
    """A value as options take it: text as it was typed, so that ``2024.10`` keeps its zero."""
    if isinstance(value, Sequence):
        return [given(item) for item in value.items]
    if isinstance(value, Mapping):
        return {name: given(item) for name, item in value.items.items()}
    if value.kind == "bool":
        return value.text.lower() == "true"
    return None if value.kind == "null" else value.text


def is_null(value: Value) -> bool:
    """Whether nothing is said, as after a key with no value."""
    return isinstance(value, Scalar) and value.kind == "null"


@dataclass(slots=True)
class Reading:
    """A project file while it is read.

    Args:
        file: Its name as the user gave it.
        problems: What is wrong so far.
        places: Where things stand, by their path with dots.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def report(self, message: str, place: Place, path: str) -> None:
        """Note that something is wrong."""
        self.problems.append(
            Problem(
                severity=Severity.ERROR,
                code="project",
                message=message,
                file=self.file,
                line=place.line,
                column=place.column,
                key=path or None,
            )
        )

    def settle(self) -> None:
        """Raise what is wrong so far, all of it in one error.

        Raises:
            ProjectError: Something is.
        """
        if not self.problems:
            return
        first, *others = sorted(self.problems, key=lambda each: each.line or 0)
        raise ProjectError(
            first.message + "".join(f"\n{other}" for other in others),
            file=first.file,
            line=first.line,
            column=first.column,
            key=first.key,
        )

    def mapping(self, value: Value, path: str, example: str) -> Mapping:
        """The mapping that a value is; an empty one where it is something else."""
        if isinstance(value, Mapping):
            return value
        if not is_null(value):
            self.report(f"Here a mapping is expected, e.g. {example}.", value.place, path)
        return Mapping(value.place)

    def shaped(self, shape: str, value: Value, path: str) -> Any:
        """A value in the form that its shape has; None where it does not fit."""
        try:
            return SHAPES[shape].read(given(value))
        except UnfitError as error:
            said = str(error)
            self.report(f"{said[0].upper()}{said[1:]}.", value.place, path)
            return None

    def options(self, value: Value, path: str, also: Iterable[str] = ()) -> dict[str, object]:
        """The options of a list that a mapping holds.

        Args:
            value: The mapping.
            path: Its path.
            also: Keys in it that somebody else reads.
        """
        known = (*OPTIONS, "select", *also)
        found: dict[str, object] = {}
        for typed, item, place in self.mapping(value, path, "{style: homepage}"):
            name = folded(typed)
            self.places[f"{path}.{name}"] = place
            if is_null(item) or name in also:
                continue
            if name != "select":
                found |= self._option(name, item, place, path, known)
                continue
            for inner, wanted, at in self.mapping(item, f"{path}.select", "{years: 2020-}"):
                self.places[f"{path}.{folded(inner)}"] = at
                if not is_null(wanted):
                    found |= self._option(folded(inner), wanted, at, path, _SELECTING)
        return found

    def _option(
        self, name: str, item: Value, place: Place, path: str, known: Iterable[str]
    ) -> dict[str, object]:
        try:
            return {name: check_option(name, given(item), known)}
        except ProjectError as error:
            at = item.place if name in OPTIONS and name in known else place
            self.report(error.message, at, f"{path}.{name}")
            return {}
