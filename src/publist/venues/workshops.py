"""Workshops that conferences host: ``X@NeurIPS 2024``, ``CVPR Workshops``, ``CVPRW``."""

from __future__ import annotations

import re

from publist.venues.catalogue import Catalogue
from publist.venues.entries import VenueEntry
from publist.venues.matching import Hit
from publist.venues.words import Sort, Word, balanced, is_acronym, name_key

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
_DATE = re.compile(r"[\s,(]*(?:['’`]\d\d|\b(?:19|20)\d\d)\b.*$", re.DOTALL)


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
    short = [hit for hit in acronyms if hit.alone or is_acronym(words[hit.last].text)]
    behind = [hit for hit in (*names, *short) if 0 <= sign < words[hit.first].start]
    if behind:
        return behind[-1]
    found = (*short, *names)
    # A workshop may be called like a conference: "AutoML Workshop at ICML 2020".
    said = next((hit for hit in found if _behind_at(text, words, hit)), None)
    if said or at is None:
        return said
    beside = (hit for hit in found if _touches(words, hit, at))
    closing = (hit for hit in short if _closes(words, hit, at))
    return next(beside, None) or next(closing, None)


def _touches(words: list[Word], hit: Hit, workshop: int) -> bool:
    """Whether host and *workshop* stand beside each other: ``NeurIPS 2024 Workshop on …``.

    A workshop's name may stand between them, if the text begins with the host:
    ``AAAI 2025 Preparing Good Data for Generative AI Workshop``.
    """
    if hit.last > workshop:
        return all(word.sort is not Sort.NAME for word in words[workshop + 1 : hit.first])
    between = words[hit.last + 1 : workshop]
    if all(word.sort in _PLAIN for word in between) or len(between) < 2:
        return len(between) < 7
    begins = all(word.sort is not Sort.NAME for word in words[: hit.first])
    return begins and len(between) < 14 and not any(word.broken for word in between)


_PLAIN = (Sort.YEAR, Sort.NUMBER, Sort.ORDINAL, Sort.TRIM)


def _closes(words: list[Word], hit: Hit, workshop: int) -> bool:
    """Whether a host ends the text: ``Workshop on System-2 Reasoning at Scale, NeurIPS'24``.

    Letters that the workshop's own words begin with are its short name, no host.
    """
    rest = words[hit.last + 1 :]
    if hit.first < workshop or not words[hit.first].broken or not hit.alone:
        return False
    if any(word.sort not in (Sort.YEAR, Sort.NUMBER) for word in rest):
        return False
    initials = iter("".join(word.text[0].lower() for word in words[: hit.first]))
    letters = [char for char in words[hit.last].text.lower() if char.isalnum()]
    return not all(char in initials for char in letters)


def _behind_at(text: str, words: list[Word], hit: Hit) -> bool:
    before = text[max(0, words[hit.first].start - 30) : words[hit.first].start]
    return any(found.end() == len(before) for found in _AT.finditer(before))


def workshop_name(text: str, words: list[Word], host: Hit) -> str | None:
    """What a hosted workshop is called, without its host, year and the word itself.

    >>> from publist.venues.matching import find_acronyms
    >>> from publist.venues.words import words_of
    >>> text = "NeurIPS 2024 Workshop on Federated Foundation Models"
    >>> words = words_of(text)
    >>> workshop_name(text, words, find_acronyms(text, words, Catalogue.load())[0])
    'Federated Foundation Models'
    """
    before = text[: words[host.first].start]
    after = text[words[host.last].end :]
    before = _without_at(before)
    pieces = (_after_workshop(after), _before_workshop(after), _after_workshop(before), before)
    for piece in pieces:
        name = _named(piece)
        # What has another gathering in it is the host's name again.
        if name and not {"conference", "symposium"} & set(name_key(name).split()):
            return name
    return None


def _without_at(before: str) -> str:
    """What stands before the sign or words that lead to the host."""
    for found in _AT.finditer(before):
        if found.end() == len(before):
            return before[: found.start()]
    return before


# "CVPR Workshops (CVPRW)": the letters stand for all workshops of the host, they name none.
_LETTERS = re.compile(r"\s*\([A-Za-z-]+W(?:orkshops?)?(?:[ ,'’-]*\d{2,4})?\)")


def _after_workshop(after: str) -> str:
    found = _WORKSHOP.search(after)
    if not found:
        return ""
    letters = _LETTERS.match(after, found.end())
    return after[letters.end() if letters else found.end() :]


def _before_workshop(after: str) -> str:
    found = _WORKSHOP.search(after)
    return after[: found.start()] if found else ""


_EDITION = re.compile(r"^[\s'’`,.-]*(?:(?:19|20)\d\d|(?<=['’`-])\d\d)\b")
_ORDINAL = re.compile(r"^\s*\d+(?:st|nd|rd|th)\b")


def _named(piece: str) -> str | None:
    """The name in a piece of text, if words are left when everything usual is taken away."""
    piece = _EDITION.sub("", _WORKSHOP.sub(" ", piece, count=1))
    if piece.lstrip().startswith(","):
        return None  # a place or a date
    piece = _DATE.sub("", _ORDINAL.sub(" ", piece))
    previous = None
    while piece != previous:
        previous, piece = piece, _FILL.sub("", piece)
    piece = balanced(" ".join(piece.split()).strip(" -–—:,;.[]@'’*"))
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
