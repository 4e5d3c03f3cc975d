"""Titles: read into words, and compared by which words differ and how."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from publist.link.folding import fold, words
from publist.link.wording import GENERIC, NOTES, NOTICES, NUMERALS, ORDINALS, RECURRING, STOPWORDS

__all__ = ["Title", "TitleMatch", "compare_titles", "read_title"]

# What libraries put in: '[Erratum appears in …', '<ORIGINAL> …', '(Extended Abstract)'.
_APPENDIX = re.compile(r"(?<=.{12})(?:\[[^\]]{0,400}(?:\]|$)|<original>.*)")
_NOTE = re.compile(r"(?<=.{4})\(([a-z ]{3,40})\)")
# Letters that old PDF extraction drops: 'ecient' for 'efficient'.
_LIGATURE = re.compile("ff[il]?|f[il]")
_BREAK = re.compile(r"[:(.?!]|\s[-–—]+\s|--+")
_ROMAN = frozenset(("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"))
_COUNTED = frozenset(("part", "volume", "vol", "no", "number", "chapter", "book", "phase"))
_EDITION = re.compile(r"[a-z]{3,}((?:19|20)?\d\d)")
_MISREAD = str.maketrans("l10", "iio")
_SUBTITLE = re.compile(r":\s|\?\s|\s[-–—]+\s|--+|\.\s(?=\S{3})")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is compared.

    Args:
        closed: All words closed up, leading article dropped: ``towardsllmserving``.
        words: The words in order, without that article.
        content: The words that say something, each once.
        main: Length of the part before the first colon (or the like) in ``closed``; 0 where
            there is no subtitle.
        numbers: Numerals, ordinals and years in it, in a normal form.
        notices: Words that make it a notice about another work, e.g. ``erratum``.
        generic: Whether any journal issue could hold one of that title (*Editorial*).
        recurring: Whether it announces something that comes back each year.
    """

    closed: str
    words: tuple[str, ...]
    content: frozenset[str] = frozenset()
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
    folded = _without_notes(folded)
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
        content=frozenset(content),
        main=main,
        numbers=frozenset(_numbers(all_words)),
        notices=frozenset(_notices(folded, all_words)),
        generic=all(word in GENERIC or word.isdecimal() for word in content),
        recurring=not RECURRING.isdisjoint(all_words),
    )


def _without_notes(folded: str) -> str:
    if "[" in folded or "<" in folded:
        folded = _APPENDIX.sub(" ", folded)
    if "(" in folded:
        folded = _NOTE.sub(_drop_note, folded)
    return folded


def _drop_note(found: re.Match[str]) -> str:
    return "" if all(word in NOTES for word in found[1].split()) else found[0]


def _notices(folded: str, all_words: list[str]) -> list[str]:
    """Words that make the title a notice: in front, or alone behind the last break."""
    if NOTICES.isdisjoint(all_words):
        return []
    head = [word for word in all_words[:2] if word in NOTICES or word.startswith("author")]
    if head and head[0] == all_words[0]:
        return [word for word in head if word in NOTICES]
    tail = words(_BREAK.split(folded)[-1])
    if all(word in NOTICES or word in GENERIC or word in STOPWORDS for word in tail):
        return [word for word in tail if word in NOTICES]
    return []


def _numbers(all_words: list[str]) -> list[str]:
    """The numerals of a title: digits, roman numbers, ordinals; ``part one`` too."""
    found: list[str] = []
    for at, word in enumerate(all_words):
        if word.isdecimal():
            found.append(str(int(word)))
        elif word in NUMERALS and at:
            before = all_words[at - 1]
            if word in _ROMAN or before in _COUNTED:
                found.append(NUMERALS[word])
        elif word in ORDINALS:
            found.append(ORDINALS[word])
        elif word[0].isdecimal() and word[-2:] in ("st", "nd", "rd", "th"):
            found.append(word[:-2])
        elif word[-1].isdecimal() and (edition := _EDITION.fullmatch(word)):
            found.append(edition[1])
    return found


def compare_titles(left: Title, right: Title, strays: frozenset[str] = frozenset()) -> TitleMatch:
    """Say which words differ, after typing errors and joined or split words are set aside.

    Args:
        left: A title.
        right: Another one.
        strays: Words that may have strayed into a title from a neighbouring field: the
            authors' names, the venue, the year.
    """
    shared_flags = {
        "numbers": _numbers_agree(left, right, strays),
        "notices": left.notices != right.notices,
        "generic": left.generic or right.generic,
        "recurring": left.recurring and right.recurring,
    }
    if left.closed == right.closed:
        return TitleMatch(100.0, left.weight, **shared_flags)  # type: ignore[arg-type]
    only_left, only_right = _differing_words(left.words, right.words)
    if strays and (only_left or only_right):
        only_left, only_right = (
            _without_strays(only_left, only_right, strays),
            _without_strays(only_right, only_left, strays),
        )
    common = max(0, min(left.weight - len(only_left), right.weight - len(only_right)))
    contained, at_colon = _containment(left, right)
    if only_left and only_right and _within(left.closed, right.closed):
        only_left, only_right = _overhang(left, right, contained, strays)
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
    return "one" if left <= right or right <= left else "differ"


def _numbers_agree(left: Title, right: Title, strays: frozenset[str]) -> str:
    verdict = _compare_numbers(left.numbers, right.numbers)
    if verdict == "one":
        return _compare_numbers(left.numbers - strays, right.numbers - strays)
    return verdict


def _differing_words(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[str], list[str]]:
    counts_left, counts_right = Counter(left), Counter(right)
    only_left = list((counts_left - counts_right).elements())
    only_right = list((counts_right - counts_left).elements())
    if only_left and only_right:
        only_left = _in_order(only_left, left)
        only_right = _in_order(only_right, right)
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


def _within(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) > 20 and (long.startswith(short) or long.endswith(short))


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


def _in_order(some: list[str], title: tuple[str, ...]) -> list[str]:
    return sorted(some, key=title.index)


def _drop_joined(joined: list[str], parts: list[str], title: tuple[str, ...]) -> None:
    """Set aside words that the other title writes apart (``online``, ``on line``)."""
    pairs = {first + second: (first, second) for first, second in pairwise(title)}
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
    if shortest < 4 or left.isdecimal() or right.isdecimal():
        return False
    if left.translate(_MISREAD) == right.translate(_MISREAD):
        return True
    if _LIGATURE.sub("", left) == _LIGATURE.sub("", right):
        return True
    if left[:2] != right[:2]:
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
