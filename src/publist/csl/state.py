"""What a compiled style is told while it formats one entry or one cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from publist.csl.items import Item
from publist.csl.names import Person

__all__ = ["Cite", "Render", "Run"]


@dataclass(slots=True)
class Run:
    """What the entries of one call share: names already put into words."""

    names: defaultdict[tuple[int, bool, int], dict[Person, str]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    """By the way they are printed: its number, inverted or not, and the level of detail."""
    marked: bool = True
    """Whether names are marked as such; plain HTML has no use for it."""


@dataclass(slots=True)
class Cite:
    """One item being formatted, and what has become of it so far.

    ``called`` and ``rendered`` answer the question groups ask: was a variable asked
    for, and did one of them have a value?
    """

    item: Item
    run: Run
    number: str = ""
    """The citation number."""
    year_suffix: str = ""
    implicit_suffix: bool = False
    """Whether the date prints the year suffix, because the style nowhere does."""
    disambiguate: int = 0
    """How many of the style's conditions on disambiguation hold, in their order."""
    extra_names: int = 0
    """Names shown beyond what et-al would leave, to tell works apart."""
    expand: dict[tuple[str, int], int] | None = None
    """Given names to be shown although the style does not: 1 initials, 2 in full."""
    own_levels: frozenset[tuple[str, int]] = frozenset()
    """Those of ``expand`` that are tried for this cite alone."""
    locator: str = ""
    label: str = "page"
    position: int = 0
    called: bool = False
    rendered: bool = False
    hidden: set[str] | None = None
    """Variables that stood in for missing names, and are not printed again."""
    traced: set[str] | None = None
    suppress_author: bool = False
    comparing: bool = False
    """Whether it is only rendered to see which works read alike."""
    note_number: str = ""


Render = Callable[[Cite], str]
"""A compiled element: the text it makes for a cite, empty when it makes none."""
