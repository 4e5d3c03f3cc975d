"""A file of its own for each work, as themes of Hugo and Jekyll want them.

HugoBlox (also called Wowchemy and Academic) has a folder a publication with ``index.md`` and
``cite.bib``; academicpages has a file a publication in ``_publications``. Both keep what is
known of a work in the front matter, which is YAML; every value here is written as JSON, a part
of YAML that all readers of it understand alike.

Sources: HugoBlox's documentation of the publication page and its example site; the example
files and the page layout of the academicpages template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

from publist.anchors import Anchors
from publist.crosswalk.csl_container import short_container
from publist.model import Author, Day, Entry, Listing, Record, VenueKind
from publist.richtext import EMPTY
from publist.words import words
from publist.write import html_inline, markdown_inline, text
from publist.write.bibtex import write_bibtex
from publist.write.happenings import entries_once, when
from publist.write.links import Shown, shown_links
from publist.write.options import DEFAULT, Options

__all__ = ["THEMES", "write_academicpages", "write_hugoblox"]

Files = dict[str, str]
"""Texts by the path of the file that they go to."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_URLS = {
    "pdf": "url_pdf",
    "code": "url_code",
    "data": "url_dataset",
    "poster": "url_poster",
    "project": "url_project",
    "slides": "url_slides",
    "video": "url_video",
}
_CATEGORIES = {
    "paper-conference": "conferences",
    "book": "books",
    "chapter": "books",
}


def write_hugoblox(listing: Listing, options: Options = DEFAULT) -> Files:
    """Write a list's works as HugoBlox publications: ``KEY/index.md`` and ``KEY/cite.bib``.

    Authors go by their names, publication types by CSL's (as HugoBlox 5.9 and later has them).
    A work is featured that is selected.

    Args:
        listing: The list; a work that stands in it twice comes once.
        options: Only ``links`` counts.
    """
    files: Files = {}
    anchors = Anchors()
    for entry in entries_once(listing):
        folder = anchors.give(entry.work.key, "work")
        said = _hugoblox(entry, listing.language, options)
        files[f"{folder}/index.md"] = _front_matter(said)
        files[f"{folder}/cite.bib"] = write_bibtex([entry.work.record])
    return files


def write_academicpages(listing: Listing, options: Options = DEFAULT) -> Files:
    """Write a list's works as files of academicpages' ``_publications``: ``DATE-KEY.md``.

    Args:
        listing: The list; a work that stands in it twice comes once.
        options: Only ``links`` counts.
    """
    files: Files = {}
    anchors = Anchors()
    for entry in entries_once(listing):
        record = entry.work.record
        name = f"{_day(record)}-{anchors.give(entry.work.key, 'work')}"
        said = _academicpages(entry, name, listing.language, options)
        abstract = markdown_inline.inline(record.abstract, record.language or listing.language)
        files[f"{name}.md"] = _front_matter(said, abstract)
    return files


THEMES: Mapping[str, Callable[[Listing, Options], Files]] = {
    "hugoblox": write_hugoblox,
    "academicpages": write_academicpages,
}
"""The themes by name."""


def _hugoblox(entry: Entry, language: str, options: Options) -> dict[str, object]:
    record = entry.work.record
    own = record.language or language
    links = _links(entry, language, options)
    urls = {_URLS[link.relation]: link.href for link in reversed(links) if link.relation in _URLS}
    container = markdown_inline.inline(record.container, own)
    return {
        "title": text.inline(record.title, own) or record.key,
        "authors": [str(author.name) for author in record.authors],
        "author_notes": _notes(record.authors, language),
        "date": f"{_day(record)}T00:00:00Z",
        "publication_types": [record.type],
        "publication": f"*{container.strip()}*" if container.strip() else "",
        "publication_short": short_container(record) or "",
        "doi": record.identifier("doi") or "",
        "abstract": _abstract(record, language),
        "tags": list(record.keywords),
        "featured": bool(record.selected),
        **dict(reversed(urls.items())),
        "links": [
            {"name": link.label, "url": link.href} for link in links if link.relation not in _URLS
        ],
    }


def _notes(authors: Sequence[Author], language: str) -> list[str]:
    """What each author did, in words; nothing where nobody did more than the others."""
    known = words("roles", language)
    notes = [
        ", ".join(known.get(role.kind, role.kind) for role in author.roles) for author in authors
    ]
    return notes if any(notes) else []


def _academicpages(entry: Entry, name: str, language: str, options: Options) -> dict[str, object]:
    record = entry.work.record
    own = record.language or language
    links = {link.relation: link.href for link in reversed(_links(entry, language, options))}
    paper = next((links[name] for name in ("pdf", "paper", "arxiv", "html") if name in links), None)
    said: dict[str, object] = {
        "title": text.inline(record.title, own) or record.key,
        "collection": "publications",
        "category": _category(record),
        "permalink": f"/publication/{name}",
        "date": _day(record),
        "venue": text.inline(record.container, own) or (record.venue.name if record.venue else ""),
    }
    said |= {"paperurl": paper} if paper else {}
    said |= {"slidesurl": links["slides"]} if "slides" in links else {}
    return said | {"citation": html_inline.inline(entry.text, language).strip()}


def _category(record: Record) -> str:
    if record.venue is not None and record.venue.kind is VenueKind.JOURNAL:
        return "manuscripts"
    return _CATEGORIES.get(record.type, "manuscripts")


def _links(entry: Entry, language: str, options: Options) -> tuple[Shown, ...]:
    return shown_links(entry.model_copy(update={"text": EMPTY}), options.links, language)


def _abstract(record: Record, language: str) -> str:
    return text.inline(record.abstract, record.language or language)


def _day(record: Record) -> str:
    """A whole day, as both themes want one; what is not known is the first of its kind."""
    date = record.date.start if record.date is not None else None
    day = date or when(record) or Day(year=1970)
    month = day.month or (day.season or 0) * 3 or 1
    return f"{min(max(day.year, 1), 9999):04d}-{month:02d}-{day.day or 1:02d}"


def _front_matter(said: Mapping[str, object], body: str = "") -> str:
    lines = [f"{name}: {_json(value)}" for name, value in said.items() if value not in ("", [])]
    return "\n".join(("---", *lines, "---", "", *([body] if body else []))) + "\n"


def _json(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
