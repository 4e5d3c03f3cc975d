"""Titles in the fields of a bibliography: of the work, and of what it appeared in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from publist.crosswalk.bibtex_draft import Draft
from publist.latex import to_richtext, to_unicode
from publist.richtext import RichText

__all__ = ["container", "container_part", "joined", "page_range", "text", "title", "title_part"]

BOOKS = frozenset({"book", "collection", "periodical", "pamphlet"})
_IN_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "article"})
_JOURNAL_FIRST = ("journaltitle", "journal", "booktitle", "conference", "venue")
_BOOK_FIRST = ("booktitle", "journaltitle", "journal", "conference", "venue")
_ENDS = (".", "?", "!", ":", "…")

_BLANKS = re.compile(" {2,}")

rich = lru_cache(maxsize=8192)(to_richtext)
"""Decode what many entries say alike: journals, series."""


@lru_cache(maxsize=8192)
def text(raw: str) -> str:
    """Plain text of a field."""
    plain = to_unicode(raw).strip()
    return _BLANKS.sub(" ", plain) if "  " in plain else plain


def joined(first: RichText, second: RichText, between: str = ": ") -> RichText:
    """A title and its subtitle.

    >>> joined(RichText.of("Why?"), RichText.of("An answer")).plain
    'Why? An answer'
    """
    if not first or not second:
        return first or second
    return first + RichText.of(" " if first.plain.endswith(_ENDS) else between) + second


def title(draft: Draft, name: str, raw: str) -> None:
    """``title`` with its subtitle and addition, and the title of the whole for a volume."""
    whole = to_richtext(raw)
    fields = draft.fields
    if "subtitle" in fields:
        whole = joined(whole, to_richtext(fields["subtitle"]))
    if "maintitle" in fields and draft.type in BOOKS:
        whole = joined(_main_title(fields), whole, ". ")
    if "titleaddon" in fields:
        whole = joined(whole, to_richtext(fields["titleaddon"]), ". ")
    draft.put("title", whole, name)


def _main_title(fields: Mapping[str, str]) -> RichText:
    main = rich(fields["maintitle"])
    for part, between in (("mainsubtitle", ": "), ("maintitleaddon", ". ")):
        if part in fields:
            main = joined(main, rich(fields[part]), between)
    return main


def title_part(draft: Draft, name: str, _raw: str) -> None:
    """A part of the title, which the title itself has taken; kept where there is no title."""
    if "title" not in draft.fields:
        draft.keep(name)


def container(draft: Draft, name: str, raw: str) -> None:
    """The journal or the book that it appeared in."""
    if draft.type in BOOKS and name == "booktitle":
        # What a collection is called when others refer to it (crossref).
        if "title" in draft.fields:
            draft.keep(name)
        else:
            draft.put("title", to_richtext(raw), name)
        return
    taken = _taken(draft)
    if name == taken:
        draft.put("container", _whole_container(draft.fields, name), name)
    elif name == "venue":
        draft.put("event_place", text(raw), name)
    elif taken is None or draft.fields[taken] != raw:
        draft.keep(name)


def _taken(draft: Draft) -> str | None:
    """The field that names the container."""
    order: tuple[str, ...]
    if draft.type in BOOKS:
        order = _JOURNAL_FIRST[:2]
    elif "eventtitle" in draft.fields:
        order = _BOOK_FIRST[:-1]
    else:
        order = _JOURNAL_FIRST if draft.type in _IN_JOURNALS else _BOOK_FIRST
    return next((name for name in order if name in draft.fields), None)


def _whole_container(fields: Mapping[str, str], name: str) -> RichText:
    whole = rich(fields[name])
    base = name.removesuffix("title")
    for part, between in ((f"{base}subtitle", ": "), (f"{base}titleaddon", ". ")):
        if part in fields:
            whole = joined(whole, rich(fields[part]), between)
    if name == "booktitle" and "maintitle" in fields:
        whole = joined(_main_title(fields), whole, ". ")
    return whole


def container_part(draft: Draft, name: str, _raw: str) -> None:
    """A part of the container's title or of the main title; kept where nothing takes it."""
    taken = _taken(draft)
    if name.startswith("journal"):
        used = taken in ("journaltitle", "journal")
    elif name.startswith("book"):
        used = taken == "booktitle"
    elif draft.type in BOOKS:
        used = "maintitle" in draft.fields and "title" in draft.fields
    else:
        used = "maintitle" in draft.fields and taken == "booktitle"
    if not used:
        draft.keep(name)


_DASHES = re.compile(r" ?(?:-{2,3}|[–—‐‑−]) ?")
_SINGLE = re.compile(r"(?<=\d) ?- ?(?=[A-Za-z]{0,3}\d)")
_COMMA = re.compile(r" ?[,;] ?")


@lru_cache(maxsize=4096)
def page_range(pages: str) -> str:
    """Pages with an en dash between the first and the last.

    >>> page_range("1--10"), page_range("12-15,18"), page_range("A-3"), page_range("10-1--10-15")
    ('1–10', '12–15, 18', 'A-3', '10-1–10-15')
    """
    if pages.isalnum():
        return pages
    parts = []
    for part in _COMMA.split(" ".join(pages.split())):
        whole = _DASHES.sub("–", part.strip())
        if "–" not in whole and whole.count("-") == 1:
            whole = _SINGLE.sub("–", whole)
        parts.append(whole.strip(" –"))
    return ", ".join(part for part in parts if part)
