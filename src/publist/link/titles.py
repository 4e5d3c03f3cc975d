"""Titles: read into words, and compared by which words differ and how."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz

from publist.link.folding import fold, words
from publist.link.wording import GENERIC, NOTICES, NUMERALS, ORDINALS, RECURRING, STOPWORDS

__all__ = ["Title", "TitleMatch", "compare_titles", "read_title"]

_NOTE = re.compile(
    r"[\[(]\s*(?:(extended abstract|abstract|poster|demo|short paper|panel)|"
    r"in (?:chinese|german|french|japanese)|chinese|german|french|spanish|japanese|russian|italian)"
    r"\s*[\])]\s*\.?\s*$"
)
_SUBTITLE = re.compile(r":\s|\?\s|\s[-–—]+\s|--+|\.\s(?=\S{3})")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is compared.

    Args:
        closed: All words closed up, leading article dropped: ``towardsllmserving``.
        words: The words in order, without that article.
        main: Length of the part before the first colon (or the like) in ``closed``; 0 where
            there is no subtitle.
        numbers: Numerals, ordinals and years in it, in a normal form.
        notices: Words that make it a notice about another work, e.g. ``erratum``.
        generic: Whether any journal issue could hold one of that title (*Editorial*).
        recurring: Whether it announces something that comes back each year.
    """

    closed: str
    words: tuple[str, ...]
    main: int = 0
    numbers: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    generic: bool = False
    recurring: bool = False

    @property
    def weight(self) -> int:
        """Number of words that say something."""
        return sum(word not in STOPWORDS for word in self.words)


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


def read_title(text: str) -> Title:
    """Reduce a printed title to what is compared.

    >>> read_title("The Art of {LaTeX}, Part II").numbers
    frozenset({'2'})
    """
    folded = fold(text).strip()
    note = _NOTE.search(folded)
    if note and note.start() > 8:
        folded = folded[: note.start()]
    all_words = words(folded)
    if len(all_words) > 1 and all_words[0] in ("a", "an", "the"):
        del all_words[0]
    colon = _SUBTITLE.search(folded, 3)
    main = 0
    if colon:
        head = words(folded[: colon.start()])
        main = sum(map(len, head[1:] if len(head) > 1 and head[0] in ("a", "an", "the") else head))
    content = [word for word in all_words if word not in STOPWORDS]
    return Title(
        closed="".join(all_words),
        words=tuple(all_words),
        main=main,
        numbers=frozenset(_numbers(all_words)),
        notices=frozenset(NOTICES.intersection(all_words)),
        generic=all(word in GENERIC or word.isdecimal() for word in content),
        recurring=not RECURRING.isdisjoint(all_words),
    )


def _numbers(all_words: list[str]) -> list[str]:
    """The numerals of a title: digits, roman numbers, ordinals; ``part one`` too."""
    found: list[str] = []
    for at, word in enumerate(all_words):
        if word.isdecimal():
            found.append(str(int(word)))
        elif word in NUMERALS and at:
            before = all_words[at - 1]
            if len(word) > 1 and word not in ("one", "two", "three", "four", "five"):
                found.append(NUMERALS[word])
            elif before in ("part", "volume", "vol", "no", "number", "chapter", "book", "phase"):
                found.append(NUMERALS[word])
        elif word in ORDINALS:
            found.append(ORDINALS[word])
        elif word[0].isdecimal() and word[-2:] in ("st", "nd", "rd", "th"):
            found.append(word[:-2])
    return found


def compare_titles(left: Title, right: Title) -> TitleMatch:
    """Say which words differ, after typing errors and joined or split words are set aside."""
    shared_flags = {
        "numbers": _compare_numbers(left.numbers, right.numbers),
        "notices": left.notices != right.notices,
        "generic": left.generic or right.generic,
        "recurring": left.recurring and right.recurring,
    }
    if left.closed == right.closed:
        return TitleMatch(100.0, left.weight, **shared_flags)  # type: ignore[arg-type]
    only_left, only_right = _differing_words(left.words, right.words)
    common = max(0, min(left.weight - len(only_left), right.weight - len(only_right)))
    contained, at_colon = _containment(left, right)
    return TitleMatch(
        likeness=fuzz.ratio(left.closed, right.closed),
        common=common,
        left=tuple(only_left),
        right=tuple(only_right),
        contained=contained,
        at_colon=at_colon,
        **shared_flags,  # type: ignore[arg-type]
    )


def _compare_numbers(left: frozenset[str], right: frozenset[str]) -> str:
    if left == right:
        return "same" if left else "none"
    return "differ" if left and right else "one"


def _differing_words(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[list[str], list[str]]:
    counts_left, counts_right = Counter(left), Counter(right)
    only_left = [word for word in (counts_left - counts_right).elements()]
    only_right = [word for word in (counts_right - counts_left).elements()]
    if only_left and only_right:
        only_left = _in_order(only_left, left)
        only_right = _in_order(only_right, right)
        if "".join(only_left) == "".join(only_right):
            return [], []
        _drop_joined(only_left, only_right, right)
        _drop_joined(only_right, only_left, left)
        _drop_typos(only_left, only_right)
    return (
        [word for word in only_left if word not in STOPWORDS],
        [word for word in only_right if word not in STOPWORDS],
    )


def _in_order(some: list[str], title: tuple[str, ...]) -> list[str]:
    return sorted(some, key=title.index)


def _drop_joined(joined: list[str], parts: list[str], title: tuple[str, ...]) -> None:
    """Set aside words that the other title writes apart (``online``, ``on line``)."""
    pairs = {first + second: (first, second) for first, second in zip(title, title[1:])}
    for word in list(joined):
        pair = pairs.get(word)
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


def is_slip(left: str, right: str) -> bool:
    """Whether two words are one word but for a slip of the keyboard or a plural.

    Words that differ inside by a sound part (``translation``, ``transliteration``) are two.

    >>> is_slip("databases", "database"), is_slip("recieve", "receive")
    (True, True)
    >>> is_slip("translation", "transliteration"), is_slip("2011", "2014")
    (False, False)
    """
    if left.isdecimal() or right.isdecimal() or left[0] != right[0]:
        return False
    longest = max(len(left), len(right))
    if longest < 4:
        return False
    return fuzz.ratio(left, right) >= (85 if longest > 5 else 75)


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
