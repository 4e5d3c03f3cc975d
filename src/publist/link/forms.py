"""Forms: rows read into what the comparisons take, each row once and no sooner than needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from publist.link.bylines import NameKey, name_keys
from publist.link.folding import fold, words
from publist.link.locators import Locators, read_locators
from publist.link.row import Row
from publist.link.titles import Title, read_title
from publist.link.venues import Venue, read_venue

__all__ = ["Form", "read_form"]


@dataclass(frozen=True)
class Form:
    """A row, read: title and locators at once, the rest when a comparison asks for it.

    Most records of a large collection are compared with none.
    """

    row: Row
    title: Title
    locators: Locators

    @property
    def year(self) -> int | None:
        """The year it was issued."""
        return self.row.year

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """Pairs of scheme and value."""
        return self.row.identifiers

    @property
    def complete(self) -> bool:
        """Whether the byline is whole."""
        return not self.row.byline.truncated

    @property
    def surname(self) -> str:
        """The first author's family name, folded; empty where nobody is named."""
        names = self.row.byline.names
        return "".join(words(fold(names[0][0]))) if names else ""

    @cached_property
    def names(self) -> tuple[NameKey, ...]:
        """The authors as they are compared."""
        return name_keys(self.row.byline)

    @cached_property
    def venue(self) -> Venue:
        """The venue as it is compared."""
        return read_venue(self.row.venue, self.row.type)

    @cached_property
    def people(self) -> frozenset[str]:
        """The last words of the authors' family names."""
        return frozenset(name.last for name in self.names)

    @cached_property
    def strays(self) -> frozenset[str]:
        """Words of other fields, which may have strayed into a title."""
        found = {*self.people, *self.venue.words}
        if self.year is not None:
            found.add(str(self.year))
        return frozenset(found)


def read_form(row: Row) -> Form:
    """Read a row into what is compared."""
    return Form(row, read_title(row.title), read_locators(row.pages, row.volume, row.issue))
