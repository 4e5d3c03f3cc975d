"""Telling works apart that would read alike in citations (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

from publist.csl.citation import Citation
from publist.csl.finish import Quotes, finish
from publist.csl.marks import without_marks
from publist.csl.state import Cite

__all__ = ["Disambiguation", "letters"]


def letters(number: int) -> str:
    """The letters of the n-th year suffix, from 0.

    >>> letters(0), letters(26)
    ('a', 'aa')
    """
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


class Disambiguation:
    """Finds works whose citations read alike, and what sets them apart."""

    def __init__(self, citation: Citation, quotes: Quotes, *, year_suffix: bool) -> None:
        self.citation = citation
        self.quotes = quotes
        options = citation.options
        self.year_suffix = (
            year_suffix and options.get("disambiguate-add-year-suffix") == "true"
        )

    def apply(self, cites: list[Cite]) -> None:
        """Set what each cite needs to be told from the others."""
        if not self.year_suffix:
            return
        for group in self._alike(cites):
            for number, cite in enumerate(group):
                cite.year_suffix = letters(number)
                cite.implicit_suffix = True

    def _alike(self, cites: list[Cite]) -> list[list[Cite]]:
        groups: dict[str, list[Cite]] = {}
        for cite in cites:
            text = without_marks(finish(self.citation.alone(cite), self.quotes))
            groups.setdefault(text, []).append(cite)
        return [group for group in groups.values() if len(group) > 1]
