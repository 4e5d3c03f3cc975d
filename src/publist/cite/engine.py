"""What the citing stage asks of a CSL engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from publist.cite.styles import StyleFile
from publist.model import Record
from publist.problems import Problem
from publist.richtext import RichText

__all__ = ["Engine", "Formatted", "Task"]


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
