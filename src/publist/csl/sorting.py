"""``cs:sort``: the order of entries and of cites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from publist.csl.collation import sort_key
from publist.csl.compile.text import citation_label
from publist.csl.dates import Date, Day
from publist.csl.marks import without_marks
from publist.csl.source import Node
from publist.csl.state import Cite
from publist.csl.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES

if TYPE_CHECKING:
    from publist.csl.compile.build import Builder

__all__ = ["Key", "compile_sort", "in_order"]

# What does not decide where a name stands: [F]linders, 't Hooft.
_SKIPPED = "[('’‘\"“ "
Value = Callable[[Cite], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One sort key: what it compares, None where an item lacks it, and its direction."""

    value: Value
    descending: bool


def compile_sort(area: Node, builder: Builder) -> tuple[Key, ...]:
    """Compile the sort keys of a citation or bibliography (CSL 1.0.2, "Sorting")."""
    sort = area.find("sort")
    if sort is None:
        return ()
    return tuple(
        Key(_value(node, area, builder), node.get("sort") == "descending")
        for node in sort.all("key")
    )


def in_order(cites: Sequence[Cite], keys: Sequence[Key]) -> list[Cite]:
    """The cites in the order of the keys; what lacks a value stands last.

    A key is asked for only where the keys before it leave works equal: the second one of
    a long list is mostly never made.
    """
    if not keys or len(cites) < 2:
        return list(cites)
    key, rest = keys[0], keys[1:]
    decorated = [(key.value(cite), cite) for cite in cites]
    present = [pair for pair in decorated if pair[0] is not None]
    present.sort(key=_first, reverse=key.descending)
    ordered: list[Cite] = []
    for _, equal in groupby(present, key=_first):
        ordered += in_order([cite for _, cite in equal], rest)
    return ordered + in_order([cite for value, cite in decorated if value is None], rest)


def _first(pair: tuple[Any, Cite]) -> Any:
    return pair[0]


def _value(node: Node, area: Node, builder: Builder) -> Value:
    options = {
        new: node.get(old)
        for old, new in (
            ("names-min", "et-al-min"),
            ("names-use-first", "et-al-use-first"),
            ("names-use-last", "et-al-use-last"),
        )
        if old in node.attrs
    }
    scope = builder.scope(area, sorting=True)
    scope = scope.within(names=scope.names | options)
    name = node.get("variable")
    if name == "citation-number":
        return lambda cite: int(cite.number or 0)
    if name == "citation-label":
        return lambda cite: sort_key(without_marks(citation_label(cite)))
    if name in DATE_VARIABLES:
        return lambda cite: date_key(cite.item.dates[name])
    if name in NAME_VARIABLES:
        render = builder.compile(_names_element(name), scope)
    elif name:
        return _number_value(name) if name in NUMBER_VARIABLES else _text_value(name)
    else:
        render = builder.macro(node.get("macro"), scope, node.line)

    def value(cite: Cite) -> Any:
        cite.hidden = None
        text = without_marks(render(cite)).lstrip(_SKIPPED).strip()
        return sort_key(text) if text else None

    return value


def _names_element(name: str) -> Node:
    return Node("names", {"variable": name}, [Node("name", {"form": "long"})])


def _text_value(name: str) -> Value:
    def value(cite: Cite) -> Any:
        text = without_marks(cite.item.texts[name]).strip()
        return sort_key(text) if text else None

    return value


def _number_value(name: str) -> Value:
    def value(cite: Cite) -> Any:
        text = cite.item.number(name).strip()
        return sort_key(text) if text else None

    return value


def date_key(date: Date | None) -> Any:
    """A date as numbers; a range by its first day, then by its last."""
    if date is None:
        return None
    if date.start is None:
        return ((10**7,), date.literal)
    end = _numbers(date.end) if date.end else (0,)
    return (_numbers(date.start) + end, "")


def _numbers(day: Day) -> tuple[int, ...]:
    return (day.year, day.month or day.season * 3, day.day)
