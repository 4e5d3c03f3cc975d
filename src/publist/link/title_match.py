"""Comparing titles: which words differ, and how."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from publist.link.title_overlap import Overlap, find_overlap, misread
from publist.link.titles import Title
from publist.link.wording import STOPWORDS

__all__ = ["TitleMatch", "compare_titles", "is_slip"]

_RUN_TOGETHER = 20
"""Letters from which on a word is several words that lost their spaces."""
_MOST = 14
"""Differing words beyond which nobody looks for slips among them."""


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """How two titles agree.

    Args:
        likeness: 0 to 100, of the letters in order.
        common: Number of words that say something and that both have.
        left: Words of the left title only, typing errors apart; ``right`` likewise.
        contained: ``start`` when the shorter title is the beginning of the longer one,
            ``end`` when its end, else empty.
        at_colon: Whether that ends where the longer title has its colon.
        numbers: ``same``, ``differ``, ``one`` (only one title has them), or ``none``.
        notices: Whether one is a notice (erratum, reply …) and the other not the same.
        generic: Whether the title says nothing (*Editorial*).
        recurring: Whether it is of something that comes back each year.
    """

    likeness: float
    common: int
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    contained: str = ""
    at_colon: bool = False
    numbers: str = "none"
    notices: bool = False
    generic: bool = False
    recurring: bool = False


def compare_titles(
    left: Title,
    right: Title,
    strays: frozenset[str] = frozenset(),
    people: frozenset[str] = frozenset(),
) -> TitleMatch:
    """Say which words differ, after typing errors and joined or split words are set aside.

    Args:
        left: A title.
        right: Another one.
        strays: Words that may have strayed into a title from a neighbouring field: the
            authors' names, the venue, the year.
        people: The authors' names among them.
    """
    shared_flags = {
        "numbers": _numbers_agree(left, right, strays),
        "notices": left.notices != right.notices,
        "generic": left.generic or right.generic,
        "recurring": left.recurring and right.recurring,
    }
    if left.closed == right.closed:
        common = max(left.weight, right.weight)
        return TitleMatch(100.0, common, **shared_flags)  # type: ignore[arg-type]
    only_left, only_right = _differing_words(left.words, right.words)
    if strays and (only_left or only_right):
        only_left, only_right = (
            _without_strays(only_left, only_right, strays),
            _without_strays(only_right, only_left, strays),
        )
    common = min(left.weight - len(only_left), right.weight - len(only_right))
    if not only_left and not only_right:
        common = max(left.weight, right.weight)  # the one may have lost its spaces
    contained, at_colon = _containment(left, right)
    if only_left and only_right and _within(left, right, contained):
        only_left, only_right = _overhang(left, right, contained, strays)
        common = max(left.weight - len(only_left), right.weight - len(only_right))
    if only_left or only_right:
        part = _best_part(left, right, strays, people)
        if part and part.over < len(only_left) + len(only_right):
            only_left, only_right, contained = part.left, part.right, part.contained
            common = max(left.weight - len(only_left), right.weight - len(only_right))
            shared_flags["numbers"] = _numbers_agree(left, right, strays | part.set_aside)
    return TitleMatch(
        likeness=fuzz.ratio(left.closed, right.closed),
        common=max(0, common),
        left=tuple(only_left),
        right=tuple(only_right),
        contained=contained,
        at_colon=at_colon,
        **shared_flags,  # type: ignore[arg-type]
    )


class _Part(NamedTuple):
    """Two titles of which one is found in the other: what only the one has, and the other."""

    left: list[str]
    right: list[str]
    contained: str
    set_aside: frozenset[str]

    @property
    def over(self) -> int:
        return len(self.left) + len(self.right)


def _best_part(
    left: Title, right: Title, strays: frozenset[str], people: frozenset[str]
) -> _Part | None:
    """One title in the other, or the other way round: what leaves fewer words over."""
    parts: list[_Part] = []
    if found := find_overlap(left, right, strays, people):
        parts.append(_part(found))
    if found := find_overlap(right, left, strays, people):
        part = _part(found)
        parts.append(part._replace(left=part.right, right=part.left))
    return min(parts, key=lambda part: part.over, default=None)


def _part(found: Overlap) -> _Part:
    host, guest = _differing_words(*found.shared)
    return _Part(
        [*found.before, *host, *found.after],
        [*guest, *found.missing],
        "end" if found.before else "start",
        found.set_aside,
    )


def _compare_numbers(left: frozenset[str], right: frozenset[str]) -> str:
    if left == right:
        return "same" if left else "none"
    return "one" if left <= right or right <= left else "differ"


def _numbers_agree(left: Title, right: Title, strays: frozenset[str]) -> str:
    verdict = _compare_numbers(left.numbers, right.numbers)
    if verdict == "one":
        return _compare_numbers(left.numbers - strays, right.numbers - strays)
    return verdict


def _differing_words(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[str], list[str]]:
    only_left = _beyond(left, right)
    only_right = _beyond(right, left)
    if only_left and only_right and max(len(only_left), len(only_right)) <= _MOST:
        if "".join(only_left) == "".join(only_right):
            return [], []
        _drop_joined(only_left, only_right, right)
        _drop_joined(only_right, only_left, left)
        _drop_typos(only_left, only_right)
        if _respaced(only_left, only_right):
            return [], []
    return (
        [word for word in only_left if word not in STOPWORDS],
        [word for word in only_right if word not in STOPWORDS],
    )


def _within(left: Title, right: Title, contained: str) -> bool:
    """Whether one title is an end of the other letter by letter, or nearly so without spaces."""
    short, long = sorted((left.closed, right.closed), key=len)
    if len(short) <= 20:
        return False
    if contained and max(map(len, left.words + right.words)) >= _RUN_TOGETHER:
        return True
    return long.startswith(short) or long.endswith(short)


def _overhang(
    left: Title, right: Title, contained: str, strays: frozenset[str]
) -> tuple[list[str], list[str]]:
    """What the longer title has beyond the shorter one, where spaces are in other places."""
    over = abs(len(left.closed) - len(right.closed))
    long = left if len(left.closed) > len(right.closed) else right
    some: list[str] = []
    for word in reversed(long.words) if contained == "start" else long.words:
        if sum(map(len, some)) >= over:
            break
        some.append(word)
    some = _without_strays([word for word in some if word not in STOPWORDS], [], strays)
    return (some, []) if long is left else ([], some)


def _without_strays(some: list[str], others: list[str], strays: frozenset[str]) -> list[str]:
    """Words less those that strayed in; a number stays where the other title has one as well."""
    numbered = any(word.isdecimal() for word in others)
    kept = [word for word in some if word not in strays or (numbered and word.isdecimal())]
    return [word for word in kept if len(word) > 1] if len(kept) < len(some) else kept


def _beyond(title: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    known = set(other)
    return [word for word in title if word not in known]


def _drop_joined(joined: list[str], parts: list[str], title: tuple[str, ...]) -> None:
    """Set aside words that the other title writes apart (``online``, ``on line``).

    A ligature that was lost leaves a gap as well (``e cient`` for ``efficient``).
    """
    pairs = {first + second: (first, second) for first, second in pairwise(title)}
    for word in list(joined):
        pair = pairs.get(word) or pairs.get(misread(word))
        if pair is not None:
            joined.remove(word)
            for part in pair:
                if part in parts:
                    parts.remove(part)


def _drop_typos(left: list[str], right: list[str]) -> None:
    """Set aside pairs of words that differ by a slip or an ending, numbers excepted."""
    for word in list(left):
        twin = next((other for other in right if is_slip(word, other)), None)
        if twin is not None:
            left.remove(word)
            right.remove(twin)


def _respaced(left: list[str], right: list[str]) -> bool:
    """Whether the words differ in their spaces only, a few letters apart."""
    if len(left) == len(right) or not left or not right:
        return False
    one, other = "".join(left), "".join(right)
    return min(len(one), len(other)) >= 8 and fuzz.ratio(one, other) >= 90


def is_slip(left: str, right: str) -> bool:
    """Whether two words are one word but for a slip of the keyboard, a misread letter, a plural.

    Words that differ in their beginning (``supervised``, ``unsupervised``) or by a sound part
    (``translation``, ``transliteration``) are two words.

    >>> is_slip("databases", "database"), is_slip("recieve", "receive")
    (True, True)
    >>> is_slip("translation", "transliteration"), is_slip("2011", "2014")
    (False, False)
    """
    shortest = min(len(left), len(right))
    if shortest < 4 or abs(len(left) - len(right)) > 3:
        return False
    if left[-1] == right[-1] and misread(left) == misread(right):
        return True
    if left[:2] != right[:2] or left.isdecimal() or right.isdecimal():
        return False
    allowed = 2 if shortest >= 7 else 1
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed


def _containment(left: Title, right: Title) -> tuple[str, bool]:
    short, long = sorted((left, right), key=lambda title: len(title.closed))
    size = len(short.closed)
    if size < 8:
        return "", False
    if long.closed.startswith(short.closed) or (
        size > 20 and fuzz.ratio(long.closed[:size], short.closed) >= 95
    ):
        return "start", abs(long.main - size) <= 2
    if long.closed.endswith(short.closed) or (
        size > 20 and fuzz.ratio(long.closed[-size:], short.closed) >= 95
    ):
        return "end", abs(len(long.closed) - long.main - size) <= 2
    return "", False
