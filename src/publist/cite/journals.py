"""Journals in the short form that styles ask for."""

from __future__ import annotations

from publist.model import Record, VenueKind
from publist.venues.abbreviations import abbreviated_title

__all__ = ["with_short_journal"]


def with_short_journal(record: Record) -> Record:
    """The record with its journal's title abbreviated by rule, where none is known.

    What the source says stays, and what the catalogue of venues says; so do titles of
    anything but journals. The record itself is not changed: only the style that asks sees it.

    >>> record = Record(key="x", type="article-journal", container="Journal of Owl Research")
    >>> with_short_journal(record).container_short
    'J. Owl Res.'
    """
    known = record.container_short is not None
    other = record.venue is not None and record.venue.kind is not VenueKind.JOURNAL
    if record.type != "article-journal" or known or other or not record.container:
        return record
    name = record.container.plain if record.venue is None else record.venue.name
    short = abbreviated_title(name)
    return record.change(container_short=short) if short != name else record
