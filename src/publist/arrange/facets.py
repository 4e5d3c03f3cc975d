"""Facets: what a reader of a page can filter works by."""

from __future__ import annotations

from collections.abc import Iterator

from publist.arrange.dates import FORTHCOMING, year_of
from publist.arrange.kinds import kind_of
from publist.arrange.select import holders
from publist.model import Record, Work

__all__ = ["facets_of"]

_POSITIONS = ("first", "last")


def facets_of(work: Work) -> dict[str, tuple[str, ...]]:
    """The values that a work has in each facet.

    Args:
        work: The work.

    Returns:
        Values by facet: ``year`` (``2024``, ``forthcoming`` or ``undated``), ``kind`` (one of
        :data:`publist.arrange.KINDS`), ``venue`` (its short name), ``role`` (the owner's:
        ``first``, ``last``, ``equal``, ``corresponding``, ``lead`` …; anybody's roles where
        no owner is known) and ``award`` (names). Each facet is there, if empty.

    >>> from publist.model import Date
    >>> facets_of(Work.of(Record(key="a", type="book", date=Date.parse("2024"))))
    {'year': ('2024',), 'kind': ('book',), 'venue': (), 'role': (), 'award': ()}
    """
    record = work.record
    return {
        "year": (_year(record),),
        "kind": (kind_of(record),),
        "venue": tuple(_venues(record)),
        "role": tuple(dict.fromkeys(_roles(record))),
        "award": tuple(dict.fromkeys(award.name for award in record.awards)),
    }


def _year(record: Record) -> str:
    year = year_of(record)
    if year is None:
        return "undated"
    return "forthcoming" if year == FORTHCOMING else str(int(year))


def _venues(record: Record) -> Iterator[str]:
    if record.venue is not None:
        yield record.venue.short or record.venue.name
    elif record.container:
        yield record.container_short or record.container.plain


def _roles(record: Record) -> Iterator[str]:
    mine = {index for index, author in enumerate(record.authors) if author.me}
    for position in _POSITIONS:
        if mine & holders(record, position):
            yield position
    for index, author in enumerate(record.authors):
        if index in mine or not mine:
            yield from (role.kind for role in author.roles)
