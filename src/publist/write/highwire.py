"""Highwire tags: how Google Scholar and reference managers read the page of a single work.

The names are those of Google Scholar's inclusion guidelines for webmasters ("Indexing",
Highwire Press tags) and, for DOI and arXiv, the ones that Zotero's translators read. A page
speaks of one work only: a list has no such tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publist.model import Author, Date, Record
from publist.write.pages import first_and_last
from publist.write.settle import printable
from publist.write.urls import safe_url

__all__ = ["highwire", "highwire_tags"]

Pairs = Iterator[tuple[str, str | None]]


def highwire(record: Record) -> tuple[tuple[str, str], ...]:
    """The tags of a work, names and contents, all authors in their order.

    Args:
        record: The record of the work.

    >>> from publist.model import Name
    >>> from publist.richtext import RichText
    >>> highwire(Record(key="a", title=RichText.of("Why?"), date=Date.parse("2024-09"),
    ...                 authors=(Author(name=Name(family="Doe", given="Jane")),)))
    (('citation_title', 'Why?'), ('citation_author', 'Doe, Jane'), \
('citation_publication_date', '2024/09'))
    """
    return tuple((name, text) for name, said in _said(record) if (text := printable(said or "")))


def highwire_tags(record: Record) -> Iterator[str]:
    """The same as elements for the head of the work's page.

    >>> from publist.richtext import RichText
    >>> list(highwire_tags(Record(key="a", title=RichText.of('A "quote"'))))
    ['<meta name="citation_title" content="A &quot;quote&quot;">']
    """
    for name, text in highwire(record):
        yield f'<meta name="{name}" content="{escape(text)}">'


def _said(record: Record) -> Pairs:
    yield "citation_title", record.title.plain
    for author in record.authors:
        yield "citation_author", _family_first(author)
        yield "citation_author_institution", author.affiliation
        yield "citation_author_orcid", f"https://orcid.org/{author.orcid}" if author.orcid else None
    yield "citation_publication_date", _slashed(record.date)
    yield from _place(record)
    first, last = first_and_last(record.pages)
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_language", record.language
    for keyword in record.keywords:
        yield "citation_keywords", keyword
    yield "citation_doi", record.identifier("doi")
    yield "citation_arxiv_id", record.identifier("arxiv")
    yield "citation_pmid", record.identifier("pmid")
    yield "citation_pdf_url", _pdf(record)


def _place(record: Record) -> Pairs:
    """Where it appeared: the guidelines have a tag for each sort of place."""
    container = record.container.plain or (record.venue.name if record.venue else None)
    if record.type == "thesis":
        yield "citation_dissertation_institution", record.publisher
    elif record.type == "report":
        yield "citation_technical_report_institution", record.publisher
        yield "citation_technical_report_number", record.number
    elif record.type == "paper-conference":
        yield "citation_conference_title", container
        yield "citation_publisher", record.publisher
    elif record.type == "chapter":
        yield "citation_inbook_title", container
        yield "citation_publisher", record.publisher
    elif record.type == "book":
        yield "citation_publisher", record.publisher
    else:
        yield "citation_journal_title", container
    yield "citation_volume", record.volume
    yield "citation_issue", record.issue
    yield "citation_issn", record.identifier("issn")
    yield "citation_isbn", record.identifier("isbn")


def _family_first(author: Author) -> str:
    """``van Beethoven, Ludwig``: the guidelines take both orders; this one leaves no doubt."""
    name = author.name
    if name.literal:
        return name.literal
    family = " ".join(filter(None, (name.particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return ", ".join(filter(None, (family, given, name.suffix)))


def _slashed(date: Date | None) -> str | None:
    """``2024/09/25``, or as much of it as is known."""
    if date is None or date.start is None or date.start.year < 0:
        return None
    year, *rest = date.start.parts
    return "/".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])


def _pdf(record: Record) -> str | None:
    for link in record.links:
        if link.relation == "pdf":
            return safe_url(link.url)
    return None
