"""Overlaps: a title found letter by letter inside a field that holds more, or less, than it.

Citations that a program took apart have bylines in front of their titles (*and J. Widom. Tracing
…*), the meeting behind them (*… 21st Int. Conf.*), lost their spaces, or break off in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from publist.link.folding import fold, words
from publist.link.titles import Title
from publist.link.wording import CITING, NOTES, STOPWORDS

__all__ = ["Overlap", "begins_within", "behind_byline", "find_overlap", "misread"]

BEGIN = 12
"""Letters at the beginning of a title that are looked for in the other."""

LEAST = 20
"""Letters that agree at least: fewer are a phrase that many titles have."""

ALIKE = 92
"""How much of them agrees, in hundredths."""

# Letters that old PDF extraction drops: 'ecient' for 'efficient'.
_LIGATURE = re.compile("ff[il]?|f[il]")
_MISREAD = str.maketrans("l10", "iio")


_FRONT = 80
"""Letters in which a byline in front of a title ends."""

# 'A. ', 'HV, ', 'and J', 'andJ'; and where a title may begin behind them.
_NAMED = re.compile(r"\b[A-Z]{1,2}[.,]|\band ?[A-Z]", re.IGNORECASE)
_END = re.compile(r"[.,:?)\]\"'»”](?=\W{0,5}\w)")


class Overlap(NamedTuple):
    """What two titles have beyond the letters that both have.

    Args:
        before: Words in front of the other title, where they are no byline.
        after: Words behind it, less those that say where it came out or in which form.
        missing: Words of the other title behind the end of this one.
        shared: The words that agree letter by letter, or nearly, as each title has them.
        set_aside: Words that were taken for a byline or for a place of publication.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    missing: tuple[str, ...]
    shared: tuple[tuple[str, ...], tuple[str, ...]]
    set_aside: frozenset[str]


def misread(text: str) -> str:
    """Letters without what scanning and old PDF files lose or confuse.

    >>> misread("efficient") == misread("ecient")
    True
    """
    return _LIGATURE.sub("", text).translate(_MISREAD)


def behind_byline(title: str) -> Iterator[str]:
    """The letters of a title from each place where a byline in front of it may end.

    >>> list(behind_byline("J. Widom. Tracing lineage"))
    ['widomtracingiineage', 'tracingiineage']
    >>> list(behind_byline("Tracing lineage: a study"))
    []
    """
    named = _NAMED.search(title[:_FRONT])
    if named:
        for end in _END.finditer(title, named.start(), _FRONT):
            yield misread("".join(words(fold(title[end.end() : end.end() + _FRONT]))))


def begins_within(host: str, guest: str) -> int:
    """Where in the letters of one title another one begins; -1 where it does not.

    It may go on beyond the end of its host, which was cut short.

    >>> begins_within("jwidomtracingthelineageofvie", "tracingthelineageofviewdata")
    6
    """
    at = host.find(guest[:BEGIN])
    size = min(len(host) - at, len(guest))
    if at < 0 or size < LEAST:
        return -1
    alike = fuzz.ratio(host[at : at + size], guest[:size], score_cutoff=ALIKE)
    return at if alike else -1


def find_overlap(
    host: Title, guest: Title, strays: Collection[str], people: Collection[str]
) -> Overlap | None:
    """Find a title in another one, and say what else there is; None where it is not in it.

    Args:
        host: The title that holds the other, perhaps not to its end.
        guest: The title looked for.
        strays: Words that may have strayed into a title: authors, venue, year.
        people: The authors' names among them.
    """
    letters, looked_for = misread(host.closed), misread(guest.closed)
    at = begins_within(letters, looked_for)
    if at < 0:
        return None
    size = min(len(letters) - at, len(looked_for))
    front, rest = _cut(host.words, at)
    within, behind = _cut(rest, size)
    looked_for_within, missing = _cut(guest.words, size)
    before = () if _is_byline(front, people) else _telling(front, strays)
    after = _less_citation(behind, strays)
    return Overlap(
        before,
        after,
        _telling(missing, strays),
        (within, looked_for_within),
        frozenset((*front, *behind)).difference(before, after),
    )


def _cut(some: tuple[str, ...], letters: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words cut in two so that the first part has about so many letters."""
    count = 0
    for at, word in enumerate(some):
        size = len(misread(word))
        if count + size / 2 > letters:
            return some[:at], some[at:]
        count += size
    return some, ()


def _is_byline(front: Sequence[str], people: Collection[str]) -> bool:
    """Whether what is in front of a title names an author, or goes on with one: all of it does."""
    letters = "".join(front)
    return front[:1] == ("and",) or any(len(name) > 3 and name in letters for name in people)


def _less_citation(behind: Sequence[str], strays: Collection[str]) -> tuple[str, ...]:
    """What is behind a title, up to the words that cite its place of publication."""
    end = next((at for at, word in enumerate(behind) if word in CITING), len(behind))
    while end and end < len(behind) and behind[end - 1][0].isdecimal():
        end -= 1  # 'in 21st Int. Conf.'
    telling = _telling(behind[:end], strays)
    return () if all(word in NOTES for word in telling) else telling


def _telling(some: Iterable[str], strays: Collection[str]) -> tuple[str, ...]:
    return tuple(word for word in some if word not in STOPWORDS and word not in strays)
