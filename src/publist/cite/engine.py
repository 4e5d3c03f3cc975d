"""What the citing stage asks of a CSL engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from publist.cite.styles import StyleFile
from publist.errors import StyleError
from publist.model import Record
from publist.problems import Problem
from publist.richtext import RichText

__all__ = ["ENGINES", "Engine", "Formatted", "Task", "engine_named"]


@dataclass(frozen=True, slots=True)
class Task:
    """One entry to format.

    Args:
        id: Its id, unique in the call; engines keep it as it is.
        record: What is to be cited. Its authors are those that are to be printed.
        extra_names: Literals to print behind the authors, e.g. *12 others*; in the result
            their names count on from the record's.
        keep: Indices of authors that the style's *et al.* should not hide.
    """

    id: str
    record: Record
    extra_names: tuple[str, ...] = ()
    keep: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Formatted:
    """What an engine gives back.

    Args:
        entries: The text of each entry by its id. Names are ``Span(kind="name")`` with
            ``(variable, index)``; titles ``Span(kind="title")``.
        order: The ids in the style's own order.
        problems: What did not go as the style has it.
    """

    entries: Mapping[str, RichText]
    order: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


class Engine(Protocol):
    """Formats entries in a style; every entry given comes back."""

    def __call__(self, tasks: Sequence[Task], style: StyleFile) -> Formatted:
        """Format the entries, each on its own: no entry leaves out what another says."""
        ...


def _csl(tasks: Sequence[Task], style: StyleFile) -> Formatted:
    from publist.cite.engine_csl import format_with_csl

    return format_with_csl(tasks, style)


def _citeproc_py(tasks: Sequence[Task], style: StyleFile) -> Formatted:
    from publist.cite.engine_citeproc_py import format_with_citeproc_py

    return format_with_citeproc_py(tasks, style)


ENGINES: Mapping[str, Engine] = {"csl": _csl, "citeproc-py": _citeproc_py}
"""The engines by name; the first one is the default."""


def engine_named(name: str | Engine) -> Engine:
    """The engine of that name; an engine itself is taken as it is.

    Raises:
        StyleError: There is none.

    >>> engine_named("citeproc")
    Traceback (most recent call last):
    ...
    publist.errors.StyleError: engine: There is no engine 'citeproc'; known: csl, citeproc-py.
    """
    if not isinstance(name, str):
        return name
    if name not in ENGINES:
        known = ", ".join(ENGINES)
        message = f"There is no engine {name!r}; known: {known}."
        raise StyleError(message, key="engine", value=name)
    return ENGINES[name]


def names_of(item: Mapping[str, Any]) -> list[str]:
    """The name variables that an item has."""
    return [
        variable
        for variable, value in item.items()
        if isinstance(value, list) and variable != "custom"
    ]
