"""What is known of items before they are formatted, and what becomes of a style then.

Most of a style is about other items than the one at hand: types it does not have,
variables it lacks. Items of the same type with the same variables come in numbers, so a
layout that has met enough of one kind is compiled again for that kind alone. Branches that
cannot hold are gone then, and variables that are missing cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from publist.csl.items import Kind
from publist.csl.state import Cite, Render
from publist.csl.variables import VARIABLES

__all__ = ["Constant", "by_kind", "guarding", "guards", "lacks", "missing", "nothing"]

_WORTH_IT = 96
"""Items of a kind after which it is compiled for: about what compiling costs."""
_MOST = 64
"""Kinds of items a layout is compiled for."""


def nothing(_cite: Cite) -> str:
    """An element that prints nothing and asks for nothing."""
    return ""


def missing(cite: Cite) -> str:
    """An element that asks for variables the item lacks."""
    cite.called = True
    return ""


def guarding(render: Render) -> Render:
    """Note that an element prints nothing when its variables are empty.

    Variables are so, groups, and what holds nothing else. A group needs no look at the
    variables of such elements: one closure less is called for every entry.
    """
    render.__dict__["guards"] = True
    return render


def guards(render: Render) -> bool:
    """Whether an element is known to print nothing when its variables are empty."""
    return render is nothing or render is missing or "guards" in getattr(render, "__dict__", ())


class Constant:
    """An element that prints the same for every item."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, _cite: Cite) -> str:
        return self.text


def lacks(kind: Kind | None, *variables: str) -> bool:
    """Whether items of a kind have none of these variables; no when nothing is known.

    >>> lacks(("book", frozenset({"title"})), "volume"), lacks(None, "volume")
    (True, False)
    """
    if kind is None:
        return False
    present = kind[1]
    return all(name in VARIABLES and name not in present for name in variables)


def by_kind(general: Render, compiled_for: Callable[[Kind], Render]) -> Render:
    """A layout that is compiled again for the kinds of items it meets often.

    Args:
        general: The layout as it is for every item.
        compiled_for: Compiles the same layout for one kind.
    """
    special: dict[Kind, Render] = {}
    met: dict[Kind, int] = {}

    def render(cite: Cite) -> str:
        kind = cite.item.kind
        known = special.get(kind)
        if known is not None:
            return known(cite)
        count = met[kind] = met.get(kind, 0) + 1
        if count >= _WORTH_IT and len(special) < _MOST:
            special[kind] = compiled_for(kind)
        if len(met) > 10 * _MOST:
            met.clear()
        return general(cite)

    return render
