"""What a selection and a list's look are made of, as keyword arguments.

The same fields as :class:`publist.arrange.Selection`, :class:`publist.setup.Look` and
:class:`publist.write.options.Options` have, so that type checkers and editors know them where
they are given one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from publist.errors import ProjectError

if TYPE_CHECKING:
    from publist.cite.engine import Engine
    from publist.model import Work
    from publist.write.options import Facets

__all__ = ["ListFields", "LookFields", "SelectionFields", "all_known"]

Words = str | Iterable[str]


class SelectionFields(TypedDict, total=False):
    """The fields of :class:`publist.arrange.Selection`."""

    kinds: Words
    years: str | int | Iterable[str | int]
    authors: Words
    roles: Words
    venues: Words
    keywords: Words
    awards: Words
    selected: bool | None
    groups: Words
    in_membership: bool
    text: str | None


class LookFields(TypedDict, total=False):
    """The fields of :class:`publist.setup.Look`."""

    style: str | Path
    locale: str | None
    engine: str | Engine
    marks: str | Mapping[str, str]
    max_authors: int | None
    role_words: Mapping[str, str]
    link_names: bool
    link_titles: bool
    link_base: str | None
    show_awards: bool
    highlight: str
    heading_level: int


class ListFields(LookFields, total=False):
    """Those, and the fields of :class:`publist.write.options.Options`."""

    links: tuple[str, ...]
    abstracts: bool
    bibtex: bool | Callable[[Work], str | None] | None
    badges: bool
    legend: bool
    standalone: bool
    title: str | None
    url: str | None
    anchor_prefix: str
    thumbnails: str | None
    metadata: tuple[str, ...]
    facets: Callable[[Work], Facets] | None


def all_known(given: Iterable[str], fields: type) -> None:
    """Check the names of keyword arguments.

    Args:
        given: The names.
        fields: One of the dictionaries of this module.

    Raises:
        ProjectError: One is unknown; the message tells near names, or all.

    >>> all_known(["styel"], LookFields)
    Traceback (most recent call last):
    ...
    publist.errors.ProjectError: styel: There is no such option; did you mean style?
    """
    known = sorted(fields.__annotations__)
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}."
            raise ProjectError(f"There is no such option; {hint}", key=name)
