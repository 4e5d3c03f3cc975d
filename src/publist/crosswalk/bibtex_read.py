"""What each field of a BibTeX or biblatex entry says of a record.

One table, :data:`FIELDS`, from field names to the functions that read them; a field that is not
in it is kept as it is. Source: the biblatex manual (3.20), sections 2.2 and 2.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from publist.crosswalk import bibtex_identifiers as identifiers
from publist.crosswalk import bibtex_links as links
from publist.crosswalk import bibtex_people as people
from publist.crosswalk import bibtex_titles as titles
from publist.crosswalk.bibtex_dates import date_from_fields, read_date, read_date_and_status
from publist.crosswalk.bibtex_draft import Draft
from publist.crosswalk.bibtex_types import says_talk
from publist.crosswalk.bibtex_urls import plain_url, web_address
from publist.crosswalk.languages import language_code
from publist.latex import to_richtext, to_unicode
from publist.model import Date

__all__ = ["FIELDS", "PUBSTATES", "Reader"]

Reader = Callable[[Draft, str, str], None]
"""Reads one field into a draft: ``(draft, field name, raw value)``."""

PUBSTATES = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "prepublished",
}
"""biblatex's keys for publication states (manual 4.9.2.11), in words."""

_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "audiocd": "Audio CD",
    "datacd": "Data CD",
    "patent": "Patent",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "Patent request",
}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_EDITIONS = {word: str(number) for number, word in enumerate(_ORDINALS.split(), 1)}
_PAGES = re.compile(r"(\d+)--?(\d+)")
_ORDINAL = re.compile(r"(\d{1,3})\s*(?:st|nd|rd|th|\.)?(?:\s*(?:ed\.?|edition))?", re.IGNORECASE)
_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_PARTS = frozenset({"paper-conference", "chapter", "entry-encyclopedia", "entry-dictionary"})
_PUBLISHERS = {
    "thesis": ("school", "institution", "publisher", "organization", "howpublished"),
    "report": ("institution", "organization", "publisher", "school", "howpublished"),
}
_PUBLISHER = ("publisher", "organization", "institution", "school", "howpublished")


def _text(slot: str, rank: int = 0) -> Reader:
    def read(draft: Draft, name: str, raw: str) -> None:
        if value := titles.text(raw):
            draft.put(slot, value, name, rank)

    return read


def _rich(slot: str, rank: int = 0) -> Reader:
    def read(draft: Draft, name: str, raw: str) -> None:
        if value := to_richtext(raw):
            draft.put(slot, value, name, rank)

    return read


_EDTF = re.compile(r"[\d/.~?%TXZ:+-]+")


def _date_text(raw: str) -> str:
    """Text of a date; in ISO 8601-2 a tilde is no blank but *circa*."""
    return raw if _EDTF.fullmatch(raw) else titles.text(raw)


def _date(slot: str, rank: int = 0) -> Reader:
    def read(draft: Draft, name: str, raw: str) -> None:
        date = read_date(_date_text(raw))
        if date.start is None:
            draft.report("date-not-understood", f"{raw!r} in {name} is not a date.", raw)
            draft.keep(name)
        else:
            draft.put(slot, date, name, rank)

    return read


def _collection(draft: Draft, name: str, raw: str) -> None:
    draft.put("collection", titles.rich(raw), name)


def _number(draft: Draft, name: str, raw: str) -> None:
    """``number``: of the issue, in the series, or of the thing itself (manual 2.3.11)."""
    if draft.type in _JOURNALS:
        slot = "issue"
    elif "series" in draft.fields and draft.type in _PARTS | titles.BOOKS:
        slot = "collection_number"
    else:
        slot = "issue" if draft.type in _PARTS else "number"
    draft.put(slot, titles.text(raw), name)


def _article_number(rank: int) -> Reader:
    def read(draft: Draft, name: str, raw: str) -> None:
        draft.put("number", titles.text(raw), name, rank)

    return read


def _pages(draft: Draft, name: str, raw: str) -> None:
    if simple := _PAGES.fullmatch(raw):
        draft.put("pages", f"{simple[1]}–{simple[2]}", name)
    elif pages := titles.page_range(titles.text(raw)):
        draft.put("pages", pages, name)


def _edition(draft: Draft, name: str, raw: str) -> None:
    edition = titles.text(raw)
    if found := _ORDINAL.fullmatch(edition):
        edition = found[1]
    bare = edition.lower().removesuffix("edition").removesuffix("ed.").strip()
    draft.put("edition", _EDITIONS.get(bare, edition), name)


def _publisher(draft: Draft, name: str, raw: str) -> None:
    order = _PUBLISHERS.get(draft.type, _PUBLISHER)
    if name == "organisation":
        draft.put("publisher", titles.text(raw), name, len(order))
    else:
        draft.put("publisher", titles.text(raw), name, order.index(name))


def _how_published(draft: Draft, name: str, raw: str) -> None:
    address = web_address(raw)
    if address is None and draft.type == "speech":
        draft.put("genre" if says_talk(raw) else "event", titles.text(raw), name, 1)
    elif address is None:
        _publisher(draft, name, raw)
    elif "url" in draft.fields:
        draft.keep(name)
    else:
        links.link(draft, "url", raw)


def _note(draft: Draft, name: str, raw: str) -> None:
    """``note``, which often is all that is said of a talk: *Invited talk at …*."""
    if draft.type == "speech" and says_talk(raw):
        draft.put("genre", titles.text(raw), name, 2)
    else:
        _rich("note")(draft, name, raw)


def _place(draft: Draft, name: str, raw: str) -> None:
    """``address`` and ``location``: the publisher's, but ACM's exports tell the event's apart."""
    if name == "location" and draft.type == "paper-conference" and "address" in draft.fields:
        draft.put("event_place", titles.text(raw), name)
    else:
        rank = ("location", "address", "place").index(name)
        draft.put("publisher_place", titles.text(raw), name, rank)


def _issued(draft: Draft, name: str, _raw: str) -> None:
    """``date``, ``year``, ``month`` and ``day``, all at the first of them."""
    if "date" in draft.ranks:
        return
    draft.ranks["date"] = (0, name)
    fields = draft.fields
    if "date" in fields:
        date = read_date(_date_text(fields["date"]))
        if date.start is not None or "year" not in fields:
            _dated(draft, date)
            return
        draft.keep("date")
    if "year" not in fields:
        for part in ("month", "day"):
            if part in fields:
                draft.keep(part)
        return
    _dated_by_year(draft)


def _dated(draft: Draft, date: Date) -> None:
    """The date is said by ``date``; what year and month say besides must fit."""
    draft.values["date"] = date
    fields = draft.fields
    start = date.start
    if "year" in fields:
        year = read_date(_date_text(fields["year"]))
        if year.start is None or start is None or year.start.year != start.year:
            draft.keep("year")
            message = f"year says {fields['year']!r} and date {fields['date']!r}; date is used."
            draft.report("date-contradiction", message, fields["year"])
    if "month" not in fields:
        if "day" in fields and (start is None or fields["day"].lstrip("0") != str(start.day)):
            draft.keep("day")
        return
    day = titles.text(fields.get("day", ""))
    whole, understood = date_from_fields(
        str(start.year) if start else "", titles.text(fields["month"]), day
    )
    if start and start.month is None and date.end is None and whole.start and whole.start.month:
        draft.values["date"] = whole
    elif not (understood and start and whole.start and whole.start.month == start.month):
        draft.keep("month")
        if day:
            draft.keep("day")


def _dated_by_year(draft: Draft) -> None:
    fields = draft.fields
    year, status = read_date_and_status(_date_text(fields["year"]))
    if status:
        draft.put("status", status, "year", 9)
    month, day = titles.text(fields.get("month", "")), titles.text(fields.get("day", ""))
    if year.start is None:
        date, understood = year, not month and not day
        if any(char.isdigit() for char in year.literal or ""):
            draft.report("date-not-understood", f"{year.literal!r} is no year.", str(year))
    else:
        date, understood = date_from_fields(str(year), month, day)
    draft.values["date"] = date
    if not understood:
        if month and year.start is not None:
            draft.report("date-not-understood", f"{month!r} is no month of {year}.", month)
        for part in ("month", "day"):
            if part in fields:
                draft.keep(part)


def _genre(draft: Draft, name: str, raw: str) -> None:
    genre = titles.text(raw)
    draft.put("genre", _GENRES.get(genre.lower(), genre), name)


def _status(rank: int) -> Reader:
    def read(draft: Draft, name: str, raw: str) -> None:
        status = titles.text(raw)
        draft.put("status", PUBSTATES.get(status.lower(), status), name, rank)

    return read


def _language(draft: Draft, name: str, raw: str) -> None:
    code = language_code(titles.text(raw))
    if code is None:
        draft.keep(name)
    else:
        draft.put("language", code, name, 0 if name == "language" else 1)


_KEYWORD = re.compile(r"[,;]")


def _keywords(draft: Draft, name: str, raw: str) -> None:
    parts = _braced_parts(raw) if "{" in raw else _KEYWORD.split(raw)
    found = (to_unicode(part).strip() for part in parts)
    draft.put("keywords", tuple(dict.fromkeys(word for word in found if word)), name)


def _braced_parts(raw: str) -> list[str]:
    """Split at commas and semicolons that stand outside braces."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(raw):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char in ",;" and depth <= 0:
            parts.append(raw[start:at])
            start = at + 1
    return [*parts, raw[start:]]


_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def _selected(draft: Draft, name: str, raw: str) -> None:
    value = _TRUTH.get(raw.strip().lower())
    if value is None:
        draft.keep(name)
    else:
        draft.put("selected", value, name)


def _preview(draft: Draft, name: str, raw: str) -> None:
    draft.put("preview", plain_url(raw), name)


def _subtype(draft: Draft, name: str, raw: str) -> None:
    if raw.strip().lower() not in (draft.type, "magazine", "newspaper", "preprint"):
        draft.keep(name)


def _lone_title(draft: Draft, name: str, raw: str) -> None:
    """A main title without a title or a book's title is the title."""
    if "title" in draft.fields or "booktitle" in draft.fields:
        titles.container_part(draft, name, raw)
    else:
        draft.put("title", to_richtext(raw), name)


FIELDS: dict[str, Reader] = {
    **dict.fromkeys(identifiers.IDENTIFIER_FIELDS, identifiers.identifier),
    **dict.fromkeys(links.LINK_FIELDS, links.link),
    **dict.fromkeys(people.CONTRIBUTOR_FIELDS, people.contributor),
    **dict.fromkeys(("author", "editor"), people.contributor),
    **{
        name + suffix: people.editor_like
        for name in ("editora", "editorb", "editorc")
        for suffix in ("", "type")
    },
    "editortype": people.editor_like,
    # titles
    "title": titles.title,
    "subtitle": titles.title_part,
    "titleaddon": titles.title_part,
    "shorttitle": _rich("short_title"),
    **dict.fromkeys(("booktitle", "journal", "journaltitle"), titles.container),
    **dict.fromkeys(("conference", "venue"), titles.container),
    **dict.fromkeys(("booksubtitle", "booktitleaddon"), titles.container_part),
    **dict.fromkeys(("journalsubtitle", "journaltitleaddon"), titles.container_part),
    **dict.fromkeys(("mainsubtitle", "maintitleaddon"), titles.container_part),
    "maintitle": _lone_title,
    "shortjournal": _text("container_short"),
    "journalabbrev": _text("container_short", 1),
    "abbrev_source_title": _text("container_short", 2),
    "series": _collection,
    "collection_number": _text("collection_number"),
    # where in it
    "volume": _text("volume"),
    "number": _number,
    "issue": _text("issue", 1),
    "pages": _pages,
    "eid": _article_number(1),
    "articleno": _article_number(2),
    "article-number": _article_number(3),
    "article_number": _article_number(4),
    "pagetotal": _text("number_of_pages"),
    "numpages": _text("number_of_pages", 1),
    "chapter": _text("chapter"),
    "edition": _edition,
    "version": _text("version"),
    # who issued it, where, when
    **dict.fromkeys(
        ("publisher", "organization", "organisation", "institution", "school"), _publisher
    ),
    "howpublished": _how_published,
    **dict.fromkeys(("location", "address", "place"), _place),
    "eventtitle": _text("event"),
    "event_place": _text("event_place", -1),
    **dict.fromkeys(("date", "year", "month", "day"), _issued),
    "eventdate": _date("event_date"),
    "urldate": _date("accessed"),
    "origdate": _date("original_date"),
    "origyear": _date("original_date", 1),
    **dict.fromkeys(("accepted", "dateaccepted", "date_accepted"), _date("accepted")),
    # what it is
    "entrysubtype": _subtype,
    "type": _genre,
    "pubstate": _status(0),
    "status": _status(1),
    "language": _language,
    "langid": _language,
    "note": _note,
    "annote": _rich("annotation"),
    "abstract": _rich("abstract"),
    "keywords": _keywords,
    # identifiers and links that need more than their table
    **dict.fromkeys(("arxiv", "arxivid", "arxiv_id"), links.arxiv),
    "eprint": identifiers.eprint,
    "eprinttype": identifiers.eprint_type,
    "archiveprefix": identifiers.eprint_type,
    "hal_id": identifiers.hal,
    "hal_version": identifiers.hal,
    **dict.fromkeys(("isbn", "issn", "eissn", "e-issn"), identifiers.identifiers),
    "preprint": links.preprint_link,
    "links": links.stored_links,
    # the owner's site
    "selected": _selected,
    "preview": _preview,
}
"""Who reads which field."""
