"""Rows: what of a record is compared, in one light shape whatever the record came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from publist.link.bylines import NOBODY, Byline, read_byline
from publist.model import Author, Identifier, Record

__all__ = ["Row", "row_from_record", "row_from_strings", "rows_from_records"]

_ABSENT = frozenset(("n/a", "na", "none", "null", "nan", "?", "-", "unknown"))
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Row:
    """One record, as far as comparing it with others needs it.

    Args:
        id: What decisions, pairs and clusters call it; unique among the rows linked.
        source: Which collection it is from; a source may be declared clean (see
            :func:`publist.link.link`).
        title: The whole title as plain text.
        byline: Its authors (its editors where it has no authors).
        year: The year it was issued.
        venue: Journal, proceedings, series or institution, as printed.
        pages: As printed, likewise ``volume`` and ``issue`` (or number of a report).
        identifiers: Pairs of scheme and normal form, e.g. ``("doi", "10.1000/182")``.
        type: A CSL item type, or empty where nothing is known.
    """

    id: str
    source: str = ""
    title: str = ""
    byline: Byline = NOBODY
    year: int | None = None
    venue: str = ""
    pages: str = ""
    volume: str = ""
    issue: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    type: str = ""


def rows_from_records(records: Iterable[Record]) -> tuple[Row, ...]:
    """The rows of records, in their order; ids are made unique where keys repeat.

    The first record of a key keeps it as its id, the next ones get ``key#2``, ``key#3`` …

    >>> rows = rows_from_records([Record(key="tang24"), Record(key="tang24")])
    >>> [row.id for row in rows]
    ['tang24', 'tang24#2']
    """
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for record in records:
        count = seen[record.key] = seen.get(record.key, 0) + 1
        rows.append(row_from_record(record, record.key if count == 1 else f"{record.key}#{count}"))
    return tuple(rows)


def row_from_record(record: Record, row_id: str) -> Row:
    """The row of one record under an id of the caller's choice."""
    people = record.authors or record.editors
    return Row(
        id=row_id,
        source=record.source.file if record.source else "",
        title=record.title.plain,
        byline=Byline(
            names=tuple(_name_parts(author) for author in people),
            truncated=record.authors_truncated,
        ),
        year=record.year or (record.venue.year if record.venue else None),
        venue=_venue(record),
        pages=record.pages or "",
        volume=record.volume or "",
        issue=record.issue or record.number or "",
        identifiers=tuple((_scheme(each), each.value) for each in record.identifiers),
        type=record.type,
    )


def _scheme(identifier: Identifier) -> str:
    # A short DOI differs from the whole one that it stands for, and says nothing against it.
    return "doi-short" if identifier.value.startswith("10/") else identifier.scheme


def _name_parts(author: Author) -> tuple[str, str]:
    name = author.name
    if name.literal is not None:
        return name.literal, ""
    family = " ".join(part for part in (name.particle, name.family) if part)
    return family, name.given or ""


def _venue(record: Record) -> str:
    if record.venue is not None:
        short = record.venue.short
        return f"{record.venue.name} ({short})" if short else record.venue.name
    printed = record.container.plain or record.event
    if not printed and record.identifier("arxiv"):
        return "arXiv"
    return printed or record.publisher or record.genre or ""


def row_from_strings(fields: Mapping[str, str]) -> Row:
    """The row of a table's line: every field a string as somebody typed it.

    Args:
        fields: ``id``, ``source``, ``title``, ``authors`` (all names in one string), ``year``,
            ``venue``, ``pages``, ``volume``, ``issue``, ``type``, ``doi``; all may be absent.

    >>> row = row_from_strings({"id": "7", "authors": "Tang, Z. and X. Chu", "year": "(2024)."})
    >>> row.byline.names, row.year
    ((('Tang', 'Z.'), ('Chu', 'X.')), 2024)
    """
    fields = {name: value for name, value in fields.items() if value.lower() not in _ABSENT}
    year = _YEAR.search(fields.get("year") or "") or _YEAR.search(fields.get("venue") or "")
    doi = (fields.get("doi") or "").strip().lower()
    return Row(
        id=fields.get("id", ""),
        source=fields.get("source") or "",
        title=fields.get("title") or "",
        byline=read_byline(fields.get("authors") or ""),
        year=int(year[1]) if year else None,
        venue=fields.get("venue") or "",
        pages=fields.get("pages") or "",
        volume=fields.get("volume") or "",
        issue=fields.get("issue") or "",
        identifiers=(("doi", doi),) if doi else (),
        type=fields.get("type") or "",
    )
