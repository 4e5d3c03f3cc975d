"""CSV: a row for each entry of a list, for spreadsheets and statistics (RFC 4180).

A byte-order mark in front tells Excel that it is UTF-8. What a spreadsheet would take for a
formula begins with an apostrophe, for titles come from anywhere.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import StringIO

from publist.model import Entry, Group, Listing, Record
from publist.write import text
from publist.write.options import DEFAULT, Options
from publist.write.settle import printable
from publist.write.urls import safe_url

__all__ = ["COLUMNS", "write"]

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEVERAL = "; "


def _authors(record: Record) -> str:
    rest = ("et al.",) if record.authors_truncated else ()
    return _SEVERAL.join((*(str(author.name) for author in record.authors), *rest))


def _people(record: Record) -> str:
    return _SEVERAL.join(author.person for author in record.authors if author.person)


def _venue(record: Record) -> str:
    venue = record.venue
    return venue.name if venue else text.inline(record.container, record.language or "en")


def _url(record: Record) -> str:
    found = (safe_url(link.url) for link in record.links if link.relation in ("paper", "pdf"))
    known = (identifier.url for identifier in record.identifiers)
    return next(filter(None, (*known, *found)), "")


def _identifier(scheme: str) -> Callable[[Record], str | None]:
    return lambda record: record.identifier(scheme)


COLUMNS: dict[str, Callable[[Record], object]] = {
    "key": lambda record: record.key,
    "type": lambda record: record.type,
    "year": lambda record: record.year,
    "date": lambda record: record.date,
    "title": lambda record: text.inline(record.title, record.language or "en"),
    "authors": _authors,
    "number of authors": lambda record: len(record.authors),
    "people": _people,
    "venue": _venue,
    "venue short": lambda record: record.venue.short if record.venue else None,
    "track": lambda record: record.venue.track.kind if record.venue else None,
    "volume": lambda record: record.volume,
    "issue": lambda record: record.issue,
    "pages": lambda record: record.pages,
    "awards": lambda record: _SEVERAL.join(award.name for award in record.awards),
    "doi": _identifier("doi"),
    "arxiv": _identifier("arxiv"),
    "url": _url,
    "source": lambda record: record.source,
}
"""The columns that are made of a record; the headings stand before them, the reference behind."""


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write a list as CSV; a work that stands under several headings has several rows.

    Args:
        listing: The list.
        options: Nothing counts here.

    >>> write(Listing()).splitlines()[0].split(",")[:3]
    ['\ufeffheading', 'key', 'type']
    """
    del options
    made = StringIO()
    rows = csv.writer(made, lineterminator="\r\n")
    rows.writerow(("heading", *COLUMNS, "reference"))
    for heading, entry in _entries(listing.root, ()):
        cells = [column(entry.work.record) for column in COLUMNS.values()]
        reference = text.inline(entry.text, listing.language)
        rows.writerow(map(_cell, (" / ".join(heading), *cells, reference)))
    return _MARK + made.getvalue()


def _entries(group: Group, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    here = (*above, group.heading) if group.heading else above
    for entry in group.entries:
        yield here, entry
    for part in group.groups:
        yield from _entries(part, here)


def _cell(value: object) -> str:
    if value is None:
        return ""
    told = printable(str(value))
    return f"'{told}" if told.startswith(_FORMULA) else told
