"""Workshops that conferences host: ``X@NeurIPS 2024``, ``CVPR Workshops``, ``CVPRW``."""

from __future__ import annotations

import re

from publist.normalise.venues.catalogue import Catalogue
from publist.normalise.venues.entries import VenueEntry
from publist.normalise.venues.matching import Hit
from publist.normalise.venues.words import Sort, Word

__all__ = ["glued_host", "host_of", "workshop_name"]

_AT = re.compile(
    r"\s*@\s*|\s+(?:at|in conjunction with|co-?located with|held (?:at|with)|associated with|"
    r"as part of|hosted (?:at|by)|organi[sz]ed (?:at|with))\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FILL = re.compile(
    r"^\W*(?:(?:in|the|proceedings|proc\.?|of|on|for|and|nd|st|rd|th)\b\W*)+", re.IGNORECASE
)
_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)
_DATE = re.compile(r"['’`-]?\b(?:(?:19|20)\d\d|\d\d)\b.*$", re.DOTALL)


def host_of(text: str, words: list[Word], acronyms: list[Hit], names: list[Hit]) -> Hit | None:
    """The conference that hosts the workshop a text speaks of, if it says so.

    Args:
        text: The printed venue.
        words: Its words.
        acronyms: Short names found in it.
        names: Full names found in it.
    """
    at = next((index for index, word in enumerate(words) if word.key == "workshop"), None)
    sign = text.find("@")
    behind = [hit for hit in (*names, *acronyms) if 0 <= sign < words[hit.first].start]
    if behind:
        return behind[-1]
    for hit in (*acronyms, *names):
        if _touches(words, hit, at) or _behind_at(text, words, hit):
            return hit
    return None


def _touches(words: list[Word], hit: Hit, workshop: int | None) -> bool:
    """Whether host and *workshop* stand beside each other: ``NeurIPS 2024 Workshop on …``."""
    if workshop is None:
        return False
    if hit.last < workshop:
        between = words[hit.last + 1 : workshop]
        return len(between) < 7 and all(
            word.sort in (Sort.YEAR, Sort.NUMBER, Sort.ORDINAL, Sort.TRIM) or len(between) < 2
            for word in between
        )
    return all(word.sort is not Sort.NAME for word in words[workshop + 1 : hit.first])


def _behind_at(text: str, words: list[Word], hit: Hit) -> bool:
    before = text[max(0, words[hit.first].start - 30) : words[hit.first].start]
    return any(found.end() == len(before) for found in _AT.finditer(before))


def workshop_name(text: str, words: list[Word], host: Hit) -> str | None:
    """What a hosted workshop is called, without its host, year and the word itself.

    >>> from publist.normalise.venues.matching import find_acronyms
    >>> from publist.normalise.venues.words import words_of
    >>> text = "NeurIPS 2024 Workshop on Federated Foundation Models"
    >>> words = words_of(text)
    >>> workshop_name(text, words, find_acronyms(text, words, Catalogue.load())[0])
    'Federated Foundation Models'
    """
    before = text[: words[host.first].start]
    after = text[words[host.last].end :]
    for piece in (_after_workshop(after), _before_workshop(after), _without_at(before)):
        name = _named(piece)
        if name:
            return name
    return None


def _without_at(before: str) -> str:
    """What stands before the sign or words that lead to the host."""
    for found in _AT.finditer(before):
        if found.end() == len(before):
            return before[: found.start()]
    return before


def _after_workshop(after: str) -> str:
    found = _WORKSHOP.search(after)
    return after[found.end() :] if found else ""


def _before_workshop(after: str) -> str:
    found = _WORKSHOP.search(after)
    return after[: found.start()] if found else ""


def _named(piece: str) -> str | None:
    """The name in a piece of text, if words are left when everything usual is taken away."""
    piece = _WORKSHOP.sub(" ", piece, count=1)
    piece = _DATE.sub("", piece) if not piece[:1].isalpha() or "(" in piece else piece
    piece = re.sub(r"^\s*\d+(?:st|nd|rd|th)\b|\b(?:19|20)\d\d\b", " ", piece)
    previous = None
    while piece != previous:
        previous, piece = piece, _FILL.sub("", piece)
    piece = " ".join(piece.split()).strip(" -–—:,;.()[]@'’*")
    return piece if any(char.isalpha() for char in piece) and len(piece) > 1 else None


_GLUED = re.compile(r"([A-Za-z]{3,}?)-?W(?:orkshops?)?")


def glued_host(word: str, catalogue: Catalogue) -> VenueEntry | None:
    """The host in ``CVPRW``: a known short name with a W behind it.

    >>> glued_host("ICCVW", Catalogue.load()).id
    'iccv'
    """
    found = _GLUED.fullmatch(word)
    if not found or word[-1] != "W" or not found[1].isupper():
        return None
    entries = catalogue.by_acronym.get(found[1].lower())
    return entries[0] if entries and len(entries) == 1 else None
