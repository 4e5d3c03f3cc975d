"""COinS: a reference for reference managers, hidden in a span (OpenURL ContextObjects in Spans).

Keys are those of the OpenURL 1.0 matrix formats for journals, books, dissertations and
patents, and of unqualified Dublin Core for everything else (ANSI/NISO Z39.88, KEV formats
``info:ofi/fmt:kev:mtx:…``).
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from publist.model import Author, Record
from publist.write.pages import first_and_last
from publist.write.settle import printable

__all__ = ["coins"]

Pairs = Iterator[tuple[str, str | None]]


def coins(record: Record) -> str:
    """What stands in the ``title`` of a span of class ``Z3988``, not escaped for HTML.

    Args:
        record: The record of the work.

    >>> from publist.richtext import RichText
    >>> coins(Record(key="a", type="book", title=RichText.of("A & B")))
    'ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.btitle=A+%26+B&\
rft.genre=book'
    """
    matrix, genre = _KINDS.get(record.type, ("dc", None))
    said = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{matrix}")]
    said += [(key, value) for key, value in _FORMS[matrix](record) if value]
    said += [("rft.genre", genre)] if genre else []
    said += [(key, value) for key, value in _common(record, matrix) if value]
    return urlencode([(key, printable(value)) for key, value in said])


def _journal(record: Record) -> Pairs:
    yield "rft.atitle", record.title.plain
    yield "rft.jtitle", _container(record)
    yield "rft.volume", record.volume
    yield "rft.issue", record.issue
    yield "rft.issn", record.identifier("issn")


def _book(record: Record) -> Pairs:
    whole = record.type == "book" or not _container(record)
    yield "rft.btitle", record.title.plain if whole else _container(record)
    yield "rft.atitle", None if whole else record.title.plain
    yield "rft.pub", record.publisher
    yield "rft.place", record.publisher_place
    yield "rft.edition", record.edition
    yield "rft.series", record.collection.plain
    yield "rft.isbn", record.identifier("isbn")


def _dissertation(record: Record) -> Pairs:
    yield "rft.title", record.title.plain
    yield "rft.inst", record.publisher
    yield "rft.degree", record.genre


def _patent(record: Record) -> Pairs:
    yield "rft.title", record.title.plain
    yield "rft.number", record.number


def _dublin_core(record: Record) -> Pairs:
    yield "rft.title", record.title.plain
    yield "rft.source", _container(record)
    yield "rft.publisher", record.publisher
    yield "rft.type", record.type
    for author in record.authors:
        yield "rft.creator", str(author.name)


def _common(record: Record, matrix: str) -> Pairs:
    yield "rft.date", str(record.date.start) if record.date and record.date.start else None
    if matrix in ("journal", "book"):
        first, last = first_and_last(record.pages)
        yield "rft.spage", first
        yield "rft.epage", last
        yield "rft.pages", record.pages if first is None else None
    if matrix != "dc":
        yield from _authors(record.authors)
    for identifier in record.identifiers:
        if identifier.scheme in ("doi", "pmid"):
            yield "rft_id", f"info:{identifier.scheme}/{identifier.value}"
        elif identifier.url:
            yield "rft_id", identifier.url


def _authors(authors: tuple[Author, ...]) -> Pairs:
    """The first author in parts as well, which the formats know of the first one only."""
    if authors:
        yield "rft.aulast", authors[0].name.family
        yield "rft.aufirst", authors[0].name.given
    for author in authors:
        yield "rft.au", str(author.name)


def _container(record: Record) -> str | None:
    return record.container.plain or (record.venue.name if record.venue else None)


_KINDS = {
    "article-journal": ("journal", "article"),
    "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"),
    "review": ("journal", "article"),
    "article": ("journal", "preprint"),
    "paper-conference": ("book", "proceeding"),
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "report": ("book", "report"),
    "thesis": ("dissertation", None),
    "patent": ("patent", None),
}
_FORMS = {
    "journal": _journal,
    "book": _book,
    "dissertation": _dissertation,
    "patent": _patent,
    "dc": _dublin_core,
}
