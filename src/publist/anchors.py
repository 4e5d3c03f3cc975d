"""Anchors: names of places in a page, readable, safe in a URL, unique, the same every time."""

from __future__ import annotations

import re
import unicodedata

from publist.accents import without_accents

__all__ = ["Anchors", "slug"]

_BREAKS = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """A text as a name for an anchor: letters and digits of any script, hyphens between.

    >>> slug("NeurIPS (Datasets & Benchmarks)"), slug("Thèses"), slug("机器学习")
    ('neurips-datasets-benchmarks', 'theses', '机器学习')
    """
    letters = unicodedata.normalize("NFC", without_accents(text.casefold()))
    return _BREAKS.sub("-", letters).strip("-")


class Anchors:
    """Gives every place of a page a name of its own.

    >>> anchors = Anchors()
    >>> anchors.give("2024"), anchors.give("2024"), anchors.give("!", "entry")
    ('2024', '2024-2', 'entry')
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, wanted: str, otherwise: str = "group") -> str:
        """The wanted name, with a number where it is taken.

        Args:
            wanted: What the place would like to be called.
            otherwise: Its name where nothing of that can be used.
        """
        return self.give_as_is(slug(wanted) or otherwise)

    def give_as_is(self, name: str) -> str:
        """The same for a name that is fit for an anchor already."""
        given, number = name, self._next.get(name, 2)
        while given in self._taken:
            given, number = f"{name}-{number}", number + 1
        self._next[name] = number
        self._taken.add(given)
        return given
