"""Forms: rows read into what the comparisons take, each row once."""

from __future__ import annotations

from dataclasses import dataclass

from publist.link.bylines import NameKey, name_keys
from publist.link.locators import Locators, read_locators
from publist.link.row import Row
from publist.link.titles import Title, read_title
from publist.link.venues import Venue, read_venue

__all__ = ["Form", "read_form"]


@dataclass(frozen=True, slots=True)
class Form:
    """A row, read."""

    title: Title
    names: tuple[NameKey, ...]
    complete: bool
    year: int | None
    venue: Venue
    locators: Locators
    identifiers: tuple[tuple[str, str], ...]
    type: str
    strays: frozenset[str]


def read_form(row: Row) -> Form:
    """Read a row into what is compared."""
    names = name_keys(row.byline)
    venue = read_venue(row.venue, row.type)
    strays = {name.last for name in names} | set(venue.words)
    if row.year is not None:
        strays.add(str(row.year))
    return Form(
        title=read_title(row.title),
        names=names,
        complete=not row.byline.truncated,
        year=row.year,
        venue=venue,
        locators=read_locators(row.pages, row.volume, row.issue),
        identifiers=row.identifiers,
        type=row.type,
        strays=frozenset(strays),
    )
