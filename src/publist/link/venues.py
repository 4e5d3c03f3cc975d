"""Venues of records: full names, abbreviations and acronyms held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from publist.link.folding import fold, words
from publist.link.wording import VENUE_NOISE

__all__ = ["Venue", "VenueMatch", "compare_venues", "read_venue"]

_STEM = 6
"""Letters at the beginning by which longer words are known."""
_LONGEST = 300
"""Letters of a venue that are read."""
_KINDS = (
    ("preprint", re.compile(r"arxiv|\bcorr\b|preprint|bior?xiv|medrxiv|ssrn|eprint")),
    ("thesis", re.compile(r"\bthesis\b|dissertation")),
    ("report", re.compile(r"\btech(?:nical)?\b\.? ?rep|\bmemo(?:randum)?\b|\breport\b|\btr-\d")),
    ("journal", re.compile(r"\bvol(?:ume)?\b[^a-z]{1,9}(?:no|number|issue)\b")),
    ("workshop", re.compile(r"workshop|\bwkshp\b|\bwork\.")),
    (
        "conference",
        re.compile(
            r"\bconf(?:erence)?\b|symposi|sympos\b|\bcongress|^in:? |\bproc(?:eedings|s)?\b"
        ),
    ),
    (
        "journal",
        re.compile(
            r"\bj\b|journal|\btrans(?:actions)?\b|\bletters\b|\brecord\b|magazine|\brev(?:iew)?s?\b"
            r"|\bannals\b|bulletin|communications|\bcommun\b"
        ),
    ),
)
_TYPES = {
    "article-journal": "journal",
    "paper-conference": "conference",
    "article": "preprint",
    "thesis": "thesis",
    "report": "report",
    "book": "book",
}


@dataclass(frozen=True, slots=True)
class Venue:
    """A printed venue as it is compared.

    Args:
        kind: ``journal``, ``conference``, ``workshop``, ``preprint``, ``report``, ``thesis``,
            ``book``, or empty where the words do not say.
        words: What is left without ordinals, years, publishers and words all venues have.
        initials: First letters of all words, to hold against acronyms.
    """

    kind: str = ""
    words: tuple[str, ...] = ()
    initials: str = ""


@dataclass(frozen=True, slots=True)
class VenueMatch:
    """How two venues agree.

    Args:
        names: ``same``, ``differ``, or empty where one cannot tell.
        kinds: ``same``, ``differ``, or empty.
        left: The left venue's kind; ``right`` the right one's.
    """

    names: str = ""
    kinds: str = ""
    left: str = ""
    right: str = ""


@lru_cache(maxsize=65536)
def read_venue(text: str, item_type: str = "") -> Venue:
    """Reduce a printed venue to what is compared.

    >>> read_venue("In Proc. of the 28th ACM Symposium on Theory of Computing")
    Venue(kind='conference', words=('theory', 'computing'), initials='ipot2asotoc')
    """
    folded = fold(text[:_LONGEST])
    kind = next((name for name, pattern in _KINDS if pattern.search(folded)), "")
    if not kind:
        kind = _TYPES.get(item_type, "")
    kept = tuple(
        word
        for word in words(folded)
        if word not in VENUE_NOISE and not word[0].isdecimal() and len(word) > 1
    )
    return Venue(kind, kept[:12], "".join(word[0] for word in words(folded)))


def compare_venues(left: Venue, right: Venue) -> VenueMatch:
    """Compare names (abbreviated words and acronyms count as the full ones) and kinds."""
    return VenueMatch(
        _compare_names(left, right), _compare_kinds(left, right), left.kind, right.kind
    )


def _compare_kinds(left: Venue, right: Venue) -> str:
    workshops = (left.kind == "workshop") + (right.kind == "workshop")
    if workshops == 1 and left.words and right.words:
        # COLT was a workshop in its first years; a workshop at ICML is not ICML.
        other = right.kind if left.kind == "workshop" else left.kind
        alike = set(left.words) == set(right.words) and other in ("", "conference")
        return "same" if alike else "differ"
    if left.kind and right.kind:
        return "same" if left.kind == right.kind else "differ"
    return ""


@lru_cache(maxsize=65536)
def _compare_names(left: Venue, right: Venue) -> str:
    if not left.words or not right.words:
        return ""
    if left.words == right.words:
        return "same"
    short, long = sorted((left, right), key=lambda venue: (len(venue.words), venue.words))
    found = sum(any(_abbreviates(word, other) for other in long.words) for word in short.words)
    if found >= 0.6 * len(short.words):
        return "same"
    for one, other in ((left, right), (right, left)):
        if any(_is_acronym(word, other.initials) for word in one.words[:3]):
            return "same"
    return "differ" if len(short.words) > 1 else ""


def _is_acronym(word: str, initials: str) -> bool:
    """Whether the letters of a word stand for words of a name, in order (``stoc``)."""
    size = len(word)
    if not 3 <= size <= 8:
        return False
    return any(
        initials[at] == word[0] and _in_order(word, initials[at : at + size + 2])
        for at in range(len(initials) - size + 1)
    )


def _in_order(word: str, initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in word)


def _abbreviates(left: str, right: str) -> bool:
    """``comput`` for *computing*, ``computation`` for it as well, ``compuation`` by a slip."""
    if left == right:
        return True
    size = min(len(left), len(right))
    if size >= 2 and (left.startswith(right) or right.startswith(left)):
        return True
    return size > _STEM and (left[:_STEM] == right[:_STEM] or fuzz.ratio(left, right) >= 90)
