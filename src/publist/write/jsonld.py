"""Schema.org metadata as JSON-LD: what search engines read of a page of publications.

Types and properties are schema.org's (CreativeWork and its subtypes, Person, Periodical,
PublicationVolume, PublicationIssue); persons are told by their ORCID iD, works by their DOI.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from publist.model import Author, Date, Record, Work
from publist.richtext import EMPTY
from publist.write.pages import first_and_last
from publist.write.settle import printable, without_controls
from publist.write.urls import safe_url

__all__ = ["jsonld", "jsonld_of", "jsonld_text"]

Node = dict[str, Any]

_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "review": "Review",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "thesis": "Thesis",
    "report": "Report",
    "dataset": "Dataset",
    "software": "SoftwareSourceCode",
    "post-weblog": "BlogPosting",
    "webpage": "WebPage",
    "speech": "PresentationDigitalDocument",
    "map": "Map",
}
_PERSISTENT = ("doi", "arxiv", "acl", "hal", "handle", "pmcid")


def jsonld(works: Iterable[Work]) -> Node:
    """All works as one graph, without abstracts where they are several.

    Args:
        works: The works, in the order of the page; one that is shown twice is told once.

    >>> jsonld([Work.of(Record(key="a", type="book"))])
    {'@context': 'https://schema.org', '@graph': [{'@type': 'Book'}]}
    """
    records = [work.record for work in {id(work): work for work in works}.values()]
    if len(records) > 1:
        # A page of a thousand abstracts need not hold them twice.
        records = [record.change(abstract=EMPTY) for record in records]
    return {"@context": "https://schema.org", "@graph": [jsonld_of(record) for record in records]}


def jsonld_text(works: Iterable[Work]) -> str:
    r"""The same as the content of a script element, which nothing in it can end.

    Angle brackets and ampersands are written as JSON escapes, since HTML knows no others
    inside a script (WHATWG HTML, "Restrictions for contents of script elements").

    >>> from publist.richtext import RichText
    >>> record = Record(key="a", type="book", title=RichText.of("</script>"))
    >>> "\\u003c/script\\u003e" in jsonld_text([Work.of(record)])
    True
    """
    text = json.dumps(jsonld(works), ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return without_controls(text)


def jsonld_of(record: Record) -> Node:
    """One work as a schema.org node; what is unknown is left out.

    Args:
        record: The record of the work.
    """
    first, last = first_and_last(record.pages)
    node = {
        "@type": _TYPES.get(record.type, "CreativeWork"),
        "@id": _id(record),
        "name": record.title.plain,
        "author": [_person(author) for author in record.authors],
        "editor": [_person(author) for author in record.editors],
        "datePublished": _day(record.date),
        "creativeWorkStatus": record.status or ("Preprint" if record.type == "article" else None),
        "isPartOf": _whole(record),
        "pageStart": first,
        "pageEnd": last,
        "pagination": record.pages if first is None else None,
        "publisher": _organization(record.publisher),
        "inLanguage": record.language,
        "abstract": record.abstract.plain,
        "keywords": list(record.keywords),
        "award": [award.name for award in record.awards],
        "isbn": _of_scheme(record, "isbn") if record.type == "book" else None,
        "identifier": list(_identifiers(record)),
        "url": _id(record),
        "sameAs": list(_same(record)),
        "encoding": list(_files(record)),
    }
    return _known(node)


def _known(node: Node) -> Node:
    return {key: _clean(value) for key, value in node.items() if value}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _person(author: Author) -> Node:
    name = author.name
    orcid = f"https://orcid.org/{author.orcid}" if author.orcid else None
    family = " ".join(filter(None, (name.dropping_particle, name.particle, name.family)))
    return _known(
        {
            "@type": "Organization" if name.literal else "Person",
            "@id": orcid,
            "name": str(name),
            "givenName": name.given,
            "familyName": family,
            "url": safe_url(author.url) if author.url else None,
            "sameAs": orcid,
            "affiliation": _organization(author.affiliation),
        }
    )


def _organization(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": printable(name)} if name else None


def _day(date: Date | None) -> str | None:
    """ISO 8601, as far as it is known; seasons are none."""
    if date is None or date.start is None or not 0 < date.start.year < 10_000:
        return None
    return str(date.start.model_copy(update={"season": None}))


def _whole(record: Record) -> Node | None:
    """What the work is a part of; volumes and issues are things of their own."""
    name = record.container.plain or (record.venue.name if record.venue else "")
    if not name:
        return None
    in_journal = record.type in ("article-journal", "article-magazine", "article-newspaper")
    kind = "Periodical" if in_journal else "Book"
    if record.type == "article":
        kind = "CreativeWorkSeries"
    serial = _of_scheme(record, "issn") if in_journal else None
    isbn = _of_scheme(record, "isbn") if kind == "Book" else None
    node = _known({"@type": kind, "name": name, "issn": serial, "isbn": isbn})
    for part, number in (("Volume", record.volume), ("Issue", record.issue)):
        if in_journal and number:
            key = f"{part.lower()}Number"
            node = {"@type": f"Publication{part}", key: printable(number), "isPartOf": node}
    return node


def _of_scheme(record: Record, scheme: str) -> list[str]:
    return [found.value for found in record.identifiers if found.scheme == scheme]


def _identifiers(record: Record) -> Iterator[Node]:
    for found in record.identifiers:
        if found.scheme not in ("isbn", "issn"):
            yield {"@type": "PropertyValue", "propertyID": found.scheme, "value": found.value}


def _id(record: Record) -> str | None:
    for scheme in _PERSISTENT:
        for found in record.identifiers:
            if found.scheme == scheme and found.url:
                return found.url
    return None


def _same(record: Record) -> Iterator[str]:
    """Other addresses of the work itself: identifiers, and pages that are about it."""
    links = [link.url for link in record.links if link.relation in ("paper", "html", "arxiv")]
    urls = [found.url for found in record.identifiers if found.url] + links
    safe = dict.fromkeys(safe_url(url) for url in urls)
    yield from (url for url in safe if url and ":" in url and url != _id(record))


def _files(record: Record) -> Iterator[Node]:
    for link in record.links:
        url = safe_url(link.url)
        if link.relation == "pdf" and url:
            yield {
                "@type": "MediaObject",
                "encodingFormat": "application/pdf",
                "contentUrl": url,
            }
