"""Journals, series and preprint servers: titles that are printed whole or abbreviated."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re

from publist.model import VenueKind
from publist.venues.catalogue import Catalogue
from publist.venues.entries import VenueEntry
from publist.venues.words import fold, is_acronym, name_key, title_key

__all__ = ["abbreviated", "preprint_in", "titled"]

# Where a title ends and volume, issue, date and pages begin.
_LOCATOR = re.compile(
    r"\s*(?:[(\[]|[,;:.–-]\s*(?=[\d(]|vol|no\b|issue|number|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec|special|pp?\b|pages|formerly)|\s\d|\svol|\sformerly\b|\.\s*formerly\b)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SERVER = re.compile(
    r"(?:in\s+)?(?:preprint\s*(?:at|on|in|,|:)?\s*)?(?:the\s+)?([A-Za-z]+)(?:\.org)?\b",
    re.IGNORECASE,
)
_SERVER_WORDS = frozenset(
    """
    preprint preprints print prints eprint eprints abs pdf arxiv corr org math stat physics
    bio econ eess doi http https www server biology vol volume hep cond mat astro quant nlin
    nucl the for
    """.split()
)


def titled(text: str, catalogue: Catalogue) -> tuple[VenueEntry, ...]:
    """The journals or series whose title a text is, volume and date left aside.

    >>> [entry.id for entry in titled("Nat. Commun.", Catalogue.load())]
    ['nature-communications']
    >>> [entry.id for entry in titled("Computational Linguistics, Volume 27", Catalogue.load())]
    ['cl']
    """
    found = _of_title(text, catalogue)
    if found:
        return _spelt(text, found)
    for cut in _LOCATOR.finditer(text, 2):
        title = text[: cut.start()]
        found = _of_title(title, catalogue)
        if found and _nothing_else(text[cut.start() :]):
            return _spelt(title, found)
    return ()


_SPELT_OUT = {
    "trans": "transactions",
    "j": "journal",
    "proc": "proceedings",
    "int": "international",
    "intl": "international",
    "lett": "letters",
    "conf": "conference",
}


def _of_title(title: str, catalogue: Catalogue) -> list[VenueEntry] | None:
    key = title_key(title)
    found = catalogue.by_title.get(key) if key else None
    sponsor, _, short = title.partition(" ")
    if found is None and sponsor in ("IEEE", "ACM", "SIAM") and is_acronym(short):
        found = catalogue.by_title.get(title_key(short))
    if found is None and "." in title:
        # "IEEE Trans. on Big Data": only the commonest words are abbreviated.
        full = " ".join([_SPELT_OUT.get(word, word) for word in key.split()])
        found = catalogue.by_title.get(full)
    return found


def _spelt(text: str, found: list[VenueEntry]) -> tuple[VenueEntry, ...]:
    """Of several titles those in the very case; ``JSS`` alone stays in doubt."""
    exact = tuple(entry for entry in found if text in entry.all_names)
    return exact or tuple(found)


_GATHERING = frozenset(
    ["conference", "symposium", "workshop", "congress", "proceedings", "meeting"]
)


def _nothing_else(rest: str) -> bool:
    """Whether behind a title nothing but numbers, dates, its acronym and remarks follow."""
    words = _LETTERS.findall(fold(rest[:200]))
    return len(words) < 26 and not _GATHERING.intersection(words)


def preprint_in(text: str, catalogue: Catalogue) -> VenueEntry | None:
    """The preprint server that a text names, numbers and subject classes left aside.

    >>> preprint_in("arXiv preprint arXiv:2401.17644 [cs.DC]", Catalogue.load()).id
    'arxiv'
    """
    found = _SERVER.match(text)
    whole = catalogue.by_title.get(title_key(text))
    if whole and whole[0].kind is VenueKind.PREPRINT:
        return whole[0]
    if not found:
        return None
    known = catalogue.by_title.get(fold(found[1]))
    if not known or known[0].kind is not VenueKind.PREPRINT:
        return None
    rest = _LETTERS.findall(text[found.end() :].lower())
    return known[0] if all(len(word) < 3 or word in _SERVER_WORDS for word in rest) else None


def abbreviated(text: str, catalogue: Catalogue) -> tuple[VenueEntry, ...]:
    """The venues whose name a dotted text abbreviates word for word.

    >>> [entry.id for entry in abbreviated("Proc. Int. Conf. Mach. Learn.", Catalogue.load())]
    ['icml']
    """
    if text.count(".") < 2 or len(text) > 160:
        return ()
    for key in dict.fromkeys((title_key(text), name_key(text))):
        words = key.split()
        found: dict[str, VenueEntry] = {}
        for full in catalogue.by_shape.get((key[:1], key.count(" ")), ()):
            if all(map(_abbreviates, words, full.split())):
                entries = catalogue.by_title.get(full) or catalogue.by_name[full]
                found.update((entry.id, entry) for entry in entries)
        if found:
            return tuple(found.values())
    return ()


def _abbreviates(short: str, full: str) -> bool:
    """Whether a word is a beginning of another, or a contraction of it (*Engrg*)."""
    if full.startswith(short):
        return True
    rest = iter(full)
    return len(short) > 2 and full[:2] == short[:2] and all(char in rest for char in short)
