"""Finds names and short names of the catalogue in the words of a printed venue.

A name counts only where it stands for itself: *International Conference on Machine Learning
and Applications* does not name ICML, nor does *European Conference on Machine Learning*. So
a match begins and ends at punctuation, or beside words that editions add (ordinals, years,
sponsors), and does not run on as a list (*…, Optimization, and Data Science*).
"""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

from typing import NamedTuple

from publist.model import VenueKind
from publist.venues.catalogue import Catalogue
from publist.venues.entries import VenueEntry
from publist.venues.words import (
    KINDS,
    Sort,
    Word,
    acronym_key,
    fold,
    is_acronym,
    topic_key,
)

__all__ = ["Hit", "find_acronyms", "find_names"]

_LONGEST_NAME = 16
_TAILS = frozenset(
    """
    workshop companion adjunct proceeding track poster demo volume vol part supplement
    abstract tutorial student short long extended finding session special main research
    preprint supplementary online shared demonstration interactive blogpost blog industry
    dataset doctoral late ea
    """.split()
)
_OUTSIDE = frozenset(("at", "with", "held", "collocated", "colocated", "organized"))


class Hit(NamedTuple):
    """A place where a text names a venue.

    Args:
        entries: The venues that the words may mean.
        first: Index of the first word.
        last: Index of the last word.
        alone: Whether it stands for itself rather than inside of a longer phrase.
    """

    entries: tuple[VenueEntry, ...]
    first: int
    last: int
    alone: bool = True


def find_names(text: str, words: list[Word], catalogue: Catalogue) -> list[Hit]:
    """Full names in a text, from left to right, of several at one place the longest.

    >>> from publist.venues.words import words_of
    >>> text = "Proc. of the 39th International Conference on Machine Learning, Baltimore"
    >>> [hit.entries[0].id for hit in find_names(text, words_of(text), Catalogue.load())]
    ['icml']
    """
    named = [at for at, word in enumerate(words) if not word.sort]
    ends = [_may_end(text, words, named, at) for at in range(len(named))]
    hits: list[Hit] = []
    at = 0
    while at < len(named):
        found = None
        if _may_begin(words, named, at):
            found = _longest(words, named, at, ends, catalogue)
        if found:
            hit, after = found
            if _fits_before(words, named, at, hit):
                hits.append(hit._replace(first=_with_trimmings(words, hit.first)))
            at = after
        else:
            at += 1
    return hits


def _with_trimmings(words: list[Word], first: int) -> int:
    """Where a name begins together with its *international*, ordinal and sponsors."""
    while first and not words[first].broken and words[first - 1].sort in (Sort.TRIM, Sort.ORDINAL):
        first -= 1
    return first


def _longest(
    words: list[Word], named: list[int], at: int, ends: list[bool], catalogue: Catalogue
) -> tuple[Hit, int] | None:
    best: tuple[Hit, int] | None = None
    key = ""
    for to in range(at, min(at + _LONGEST_NAME, len(named))):
        key = f"{key} {words[named[to]].key}" if key else words[named[to]].key
        if ends[to]:
            entries = catalogue.by_name.get(key)
            if entries is None and "workshop" in key:
                entries = catalogue.by_topic.get(topic_key(key))
            if entries:
                best = Hit(tuple(entries), named[at], named[to]), to + 1
    return best


def _may_begin(words: list[Word], named: list[int], at: int) -> bool:
    if at == 0:
        return True
    before = named[at - 1]
    if is_acronym(words[before].text):
        return True
    for word in words[before + 1 : named[at] + 1]:
        if word.broken or word.sort in (Sort.ORDINAL, Sort.YEAR, Sort.NUMBER, Sort.FRONT):
            return True
        if word.sort is Sort.TRIM and word.text.isupper():
            return True
        if word.key in _OUTSIDE:
            return True
    return False


def _fits_before(words: list[Word], named: list[int], at: int, hit: Hit) -> bool:
    """Whether an acronym right before a name belongs there.

    It does when it is the venue's own or a host's of a workshop (*EMNLP Workshop on …*);
    an unknown one makes it another venue's name (*WSEAS Conference on …*).
    """
    if at == 0:
        return True
    before = words[named[at - 1]]
    between = words[named[at - 1] + 1 : named[at] + 1]
    apart = any(
        word.broken or word.sort in (Sort.ORDINAL, Sort.YEAR, Sort.NUMBER, Sort.FRONT)
        for word in between
    )
    if apart or not is_acronym(before.text):
        return True
    if fold(before.text) in ("chi", "sigir", "acl", "hlt") or before.text.startswith("SIG"):
        return True
    return any(
        entry.kind is VenueKind.WORKSHOP
        or fold(before.text) in [acronym_key(name) for name in entry.all_acronyms]
        for entry in hit.entries
    )


def _may_end(text: str, words: list[Word], named: list[int], at: int) -> bool:
    last = named[at]
    if last + 1 == len(words):
        return True
    following = named[at + 1] if at + 1 < len(named) else len(words) - 1
    for word in words[last + 1 : following + 1]:
        if word.sort in (Sort.ORDINAL, Sort.YEAR, Sort.NUMBER) or word.key in _OUTSIDE:
            return True
        if word.broken:
            return not _lists_on(text, words, last)
    return (
        at + 1 == len(named)
        or words[following].key in _TAILS
        or (is_acronym(words[following].text))
    )


def _lists_on(text: str, words: list[Word], last: int) -> bool:
    """Whether what follows a comma goes on with the name as a list."""
    if text[words[last].end : words[last].end + 1] != ",":
        return False
    for at in range(last + 1, min(last + 9, len(words) - 1)):
        word, after = words[at], words[at + 1]
        if word.sort in (Sort.ORDINAL, Sort.YEAR, Sort.NUMBER) or is_acronym(word.text):
            return False
        joins = word.key in ("and", "und", "et") or (
            at > last + 1 and "&" in text[words[at - 1].end : word.start]
        )
        if joins and after.sort is Sort.NAME:
            return True
    return False


def find_acronyms(text: str, words: list[Word], catalogue: Catalogue) -> list[Hit]:
    """Short names in a text, from left to right, of several at one place the longest.

    >>> from publist.venues.words import words_of
    >>> text = "KDD '21: The 27th Conference, Singapore"
    >>> [hit.entries[0].id for hit in find_acronyms(text, words_of(text), Catalogue.load())]
    ['kdd']
    """
    hits: list[Hit] = []
    folded = [fold(word.text) for word in words]
    starts = catalogue.acronym_starts
    at = 0
    while at < len(words):
        hit = None
        for size in (3, 2, 1) if folded[at] in starts else ():
            if at + size <= len(words) and (size > 1 or words[at].sort is not Sort.STOP):
                entries = catalogue.by_acronym.get(" ".join(folded[at : at + size]))
                if entries:
                    hit = _acronym_hit(text, words, entries, at, at + size - 1)
                    if hit:
                        break
        if hit:
            hits.append(hit)
            at = hit.last + 1
        else:
            at += 1
    return hits


def _acronym_hit(
    text: str, words: list[Word], entries: list[VenueEntry], first: int, last: int
) -> Hit | None:
    if any(word.broken for word in words[first + 1 : last + 1]):
        return None
    printed = text[words[first].start : words[last].end]
    alone = _stands_alone(words, first, last)
    dated = last + 1 < len(words) and words[last + 1].sort is Sort.YEAR
    bare = all(word.sort is not Sort.NAME for word in (*words[:first], *words[last + 1 :]))
    anyhow = bare and (dated or not printed.islower())
    meant = tuple(
        entry for entry in entries if anyhow or _same_letters(printed, entry, dated=dated)
    )
    return Hit(meant, first, last, alone) if meant else None


def _same_letters(printed: str, entry: VenueEntry, *, dated: bool) -> bool:
    """Whether a short name is printed as it is spelt, or in capitals throughout."""
    letters = "".join(filter(str.isalnum, printed))
    for name in entry.all_acronyms:
        spelt = "".join(filter(str.isalnum, name))
        if letters == spelt or (letters.isupper() and letters == spelt.upper()):
            return True
        # "Coling 2008": a name rather than letters; never an everyday word.
        if len(letters) > 4 and letters.istitle() and letters.upper() == spelt:
            return dated
    return False


def _stands_alone(words: list[Word], first: int, last: int) -> bool:
    """Whether nothing but an edition's words touches a short name."""
    after = words[last + 1] if last + 1 < len(words) else None
    before = words[first - 1] if first else None
    begins = before is None or words[first].broken or before.sort is not Sort.NAME
    begins = begins or (before is not None and before.key in KINDS)
    if after is None or after.sort in (Sort.YEAR, Sort.NUMBER):
        # Letters with a year are a short name anywhere; "Social Networking" is none.
        return begins or is_acronym(words[last].text)
    return begins and (after.broken or after.key in _TAILS or after.key in KINDS)
