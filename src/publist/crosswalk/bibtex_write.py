"""Records as BibTeX entries: the way back from :mod:`publist.crosswalk.bibtex_read`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from publist.crosswalk.bibtex_dates import write_date
from publist.crosswalk.bibtex_latex import balanced, latex_text, latex_url, latex_value
from publist.crosswalk.bibtex_links import LINK_NAMES
from publist.crosswalk.bibtex_names import name_annotations, name_list
from publist.crosswalk.bibtex_people import CONTRIBUTOR_FIELDS
from publist.crosswalk.bibtex_read import PUBSTATES
from publist.crosswalk.bibtex_titles import BOOKS
from publist.crosswalk.bibtex_types import csl_type, entry_type, genre_of, subtype_of
from publist.crosswalk.bibtex_urls import identifier_in_url
from publist.crosswalk.languages import language_code, language_name
from publist.model import Award, Identifier, Link, Record

__all__ = ["BibtexEntry", "entry_from_record"]

_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_IN_JOURNALS = _JOURNALS | {"article"}
_PARTS = frozenset({"paper-conference", "chapter", "entry-encyclopedia", "entry-dictionary"})
_CONTRIBUTORS = {variable: name for name, variable in reversed(CONTRIBUTOR_FIELDS.items())}
_STATES = {words: key for key, words in PUBSTATES.items()}
_NOT_IN_KEYS = re.compile(r"[\s{}(),=\\\"#%~']+")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9_+:.\-]+")


@dataclass(frozen=True, slots=True)
class BibtexEntry:
    """An entry to be written.

    Args:
        entry_type: Without the ``@``.
        key: The citation key.
        fields: LaTeX values by field name, in the order to write them.
        macros: Names of fields whose value is a macro's name, written without delimiters.
        line: 0, since it stands nowhere yet.
    """

    entry_type: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)
    macros: frozenset[str] = frozenset()
    line: int = 0


def entry_from_record(record: Record) -> BibtexEntry:
    r"""Write a record as an entry that reads as the same record.

    Field names are BibTeX's where BibTeX has one, else biblatex's; roles become annotations
    (``author+an``), and what a record keeps in ``extra`` comes out as it came in.

    Args:
        record: The record.

    >>> from publist.model import Date
    >>> from publist.richtext import RichText
    >>> record = Record(key="t24", type="paper-conference", title=RichText.of("A & B"),
    ...                 container=RichText.of("ICML"), date=Date.parse("2024-07"))
    >>> entry_from_record(record).fields
    {'title': 'A \\& B', 'booktitle': 'ICML', 'year': '2024', 'month': 'jul'}
    """
    said = dict(_people(record))
    said |= _titles(record)
    kind = _entry_type(record, said)
    said |= dict(_places(record, kind))
    dates = _dates(record)
    said |= dates
    said |= dict(_details(record, kind))
    said |= dict(_identifiers(record))
    said |= dict(_links(record))
    said |= dict(_owners(record))
    fields = {name: value for name, value in said.items() if value}
    _add_extra(record, fields)
    if csl_type(kind, fields)[0] != record.type:
        fields["entrysubtype"] = subtype_of(record.type)
    macros = frozenset({"month"} if "month" in dates else ())
    return BibtexEntry(kind, _NOT_IN_KEYS.sub("-", record.key) or "entry", fields, macros)


def _entry_type(record: Record, said: dict[str, str]) -> str:
    """The source's own entry type where it still fits, else one for the CSL type."""
    hints = {**said, **record.extra}
    if record.event:
        hints["eventtitle"] = record.event
    if record.genre:
        hints["type"] = record.genre
    if any(found.scheme == "arxiv" for found in record.identifiers):
        hints |= {"eprint": "", "archiveprefix": "arXiv"}
    if record.entry_type:
        found, known = csl_type(record.entry_type, hints)
        if known and found == record.type:
            return record.entry_type
    return entry_type(record.type, record.genre)


def _people(record: Record) -> Iterator[tuple[str, str]]:
    if record.authors:
        yield "author", name_list(record.authors, truncated=record.authors_truncated)
        yield from name_annotations("author", record.authors).items()
    lists = {"editor": record.editors}
    lists |= {_CONTRIBUTORS.get(name, name): people for name, people in record.contributors.items()}
    for name, people in lists.items():
        if people:
            yield name, name_list(people, truncated=f"{name}_truncated" in record.extra)
            yield from name_annotations(name, people).items()


def _titles(record: Record) -> dict[str, str]:
    container = "booktitle"
    if record.type in _IN_JOURNALS | BOOKS:
        container = "journaltitle" if "journal" in record.extra else "journal"
    return {
        "title": latex_value(record.title),
        "shorttitle": latex_value(record.short_title),
        container: latex_value(record.container),
        "shortjournal": latex_text(record.container_short or ""),
        "series": latex_value(record.collection),
    }


def _places(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    """Where in the journal, the volume or the series; who issued it, and where."""
    texts = {
        "volume": record.volume,
        **_numbers(record),
        "pages": record.pages,
        "chapter": record.chapter,
        "pagetotal": record.number_of_pages,
        "edition": record.edition,
        "version": record.version,
        _publisher_field(record, kind): record.publisher,
        "location" if "address" in record.extra else "address": record.publisher_place,
        "eventtitle": record.event,
        "venue" if record.event or record.container else "event_place": record.event_place,
    }
    for name, text in texts.items():
        if text:
            yield name, latex_text(text).replace("–", "--") if name == "pages" else latex_text(text)


def _numbers(record: Record) -> dict[str, str | None]:
    """``number`` is the issue's, the one in the series, or the thing's own (biblatex 2.3.11)."""
    in_series = bool(record.collection) and record.type in _PARTS | BOOKS
    if record.type in _JOURNALS:
        return {
            "number": record.issue,
            "eid": record.number,
            "collection_number": record.collection_number,
        }
    if in_series:
        return {
            "number": record.collection_number,
            "issue": record.issue,
            "eid": record.number,
        }
    if record.type in _PARTS:
        return {
            "number": record.issue,
            "eid": record.number,
            "collection_number": record.collection_number,
        }
    return {
        "number": record.number,
        "issue": record.issue,
        "collection_number": record.collection_number,
    }


def _publisher_field(record: Record, kind: str) -> str:
    if record.type == "thesis":
        return "institution" if kind == "thesis" and "school" not in record.extra else "school"
    return "institution" if record.type == "report" else "publisher"


def _dates(record: Record) -> dict[str, str]:
    fields: dict[str, str] = {}
    if record.date is not None:
        fields = write_date(record.date)
        if record.date.start is None:
            fields = {name: latex_text(text) for name, text in fields.items()}
        if record.date.start and not {"year", "month", "day"}.isdisjoint(record.extra):
            fields = {"date": str(record.date)}
    others = {
        "eventdate": record.event_date,
        "urldate": record.accessed,
        "origdate": record.original_date,
        "accepted": record.accepted,
    }
    return fields | {name: str(date) for name, date in others.items() if date is not None}


def _details(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    if record.genre and record.genre != genre_of(kind):
        yield "type", latex_text(record.genre)
    if record.status:
        yield "pubstate", _STATES.get(record.status, latex_text(record.status))
    if record.language:
        name = language_name(record.language)
        if name and language_code(name) == record.language:
            yield "langid", name
        else:
            yield "language", record.language
    yield "note", latex_value(record.note)
    yield "annote", latex_value(record.annotation)


def _identifiers(record: Record) -> Iterator[tuple[str, str]]:
    by_scheme: dict[str, list[Identifier]] = {}
    for found in record.identifiers:
        by_scheme.setdefault(found.scheme, []).append(found)
    for scheme, found_here in by_scheme.items():
        if scheme in ("isbn", "issn"):
            yield scheme, ", ".join(each.value for each in found_here)
        elif scheme == "arxiv":
            version = found_here[0].version
            yield "eprint", found_here[0].value + (f"v{version}" if version else "")
            yield "archiveprefix", "arXiv"
        elif not _implied(record, found_here[0]):
            yield scheme, latex_text(found_here[0].value)


def _implied(record: Record, found: Identifier) -> bool:
    """Whether key or links say an identifier already, so that a field of its own is noise."""
    if found.scheme == "doi":
        return False
    if found.scheme == "dblp" and record.key == f"DBLP:{found.value}":
        return True
    first = next((link for link in record.links if identifier_in_url(link.url)), None)
    return first is not None and identifier_in_url(first.url) == found


def _links(record: Record) -> Iterator[tuple[str, str]]:
    """A field a link as far as there are fields; then all that are left in one of ours."""
    written: set[str] = set()
    for index, link in enumerate(record.links):
        name = LINK_NAMES.get(link.relation)
        if name is None or name in written or link.label or " " in link.url:
            yield "links", "; ".join(_stored(each) for each in record.links[index:])
            return
        written.add(name)
        yield name, latex_url(link.url)


def _stored(link: Link) -> str:
    label = f" {latex_text(link.label)}" if link.label else ""
    return f"{link.relation} <{latex_url(link.url)}>{label}"


def _owners(record: Record) -> Iterator[tuple[str, str]]:
    """What lists of one's own works say besides: keywords, awards, selection."""
    yield "keywords", ", ".join(_keyword(word) for word in record.keywords)
    yield "award", ", ".join(_award(award) for award in record.awards)
    if record.selected is not None:
        yield "selected", "true" if record.selected else "false"
    yield "preview", latex_url(record.preview or "")
    yield "abstract", latex_value(record.abstract)


def _keyword(word: str) -> str:
    written = latex_text(word)
    return f"{{{written}}}" if "," in word or ";" in word else written


def _award(award: Award) -> str:
    name = latex_text(award.name)
    if award.note:
        name += f" ({latex_text(award.note)})"
    return f"{{{name}}}" if "," in name or ";" in name else name


def _add_extra(record: Record, fields: dict[str, str]) -> None:
    """Fields kept from the source, each under a name that is free."""
    for name, raw in record.extra.items():
        if name.endswith("_truncated") and name.removesuffix("_truncated") in fields:
            continue
        safe = _NOT_IN_NAMES.sub("-", name.lower()).strip("-") or "field"
        value = balanced(raw)
        if safe in ("isbn", "issn") and safe in fields:
            fields[safe] += f", {value}"
            continue
        while safe in fields:
            safe = f"x-{safe}"
        fields[safe] = value
