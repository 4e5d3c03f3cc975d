"""What an edition adds to a venue's name: ordinal, year, date, place, publisher, pages."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re
from typing import NamedTuple

from publist.venues.words import KINDS, Sort, Word, balanced, is_acronym, words_of

__all__ = ["Cleaned", "cleaned_name", "is_gathering", "year_near", "year_of", "year_of_two_digits"]

_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
_PUBLISHERS = frozenset(
    """
    ieee acm springer elsevier pmlr usenix wiley ios siam aaai aclweb curran openreview mdpi
    citeseer isca atlantis scitepress
    """.split()
)
_GATHERINGS = KINDS | frozenset(
    [
        "proceeding",
        "proc",
        "track",
        "session",
        "poster",
        "exhibition",
        "expo",
        "exposition",
        "findings",
    ]
)
_TAIL = re.compile(
    r"[,;.(]?\s*\b(?:(?:pp?\.|[Pp]ages|[Vv]ol(?:ume)?\.?|[Nn]o\.|[Nn]umber|[Ii]ssue)\s*\d"
    r"|(?:[Vv]olume|[Pp]art)\s+(?:\d|[IVXLC]+\b)).*$",
    re.DOTALL,
)


class Cleaned(NamedTuple):
    """A venue that the catalogue does not know, without what its edition added.

    Args:
        name: Its name, word for word.
        short: Its acronym, where the text gives one beside the name.
        year: The edition's year.
    """

    name: str
    short: str | None = None
    year: int | None = None


def is_gathering(words: list[Word]) -> bool:
    """Whether the words speak of a conference, a workshop or their proceedings."""
    return any(word.key in _GATHERINGS or word.sort is Sort.FRONT for word in words)


def year_of_two_digits(text: str) -> int | None:
    """The year that ``'22`` or ``-98`` stands for; numbers in between stand for none.

    >>> year_of_two_digits("22"), year_of_two_digits("98"), year_of_two_digits("55")
    (2022, 1998, None)
    """
    if len(text) != 2 or not text.isdigit():
        return None
    number = int(text)
    if number >= 65:
        return 1900 + number
    return 2000 + number if number <= 39 else None


def year_near(text: str, words: list[Word], at: int, *, hyphened: bool) -> int | None:
    """The year right behind or right before a short name.

    Args:
        text: The printed venue.
        words: Its words.
        at: Index of the short name's last word.
        hyphened: Whether ``ACL-04`` counts as a year; in some series it is an ordinal.
    """
    if at + 1 < len(words):
        after = words[at + 1]
        between = text[words[at].end : after.start]
        if after.sort is Sort.YEAR and len(between) < 4:
            return int(after.text)
        marks = ("'", "’", " '", " ’", "`", "‘", " ‘", " `", *(("-", "–", "") if hyphened else ()))
        if after.sort is Sort.NUMBER and between in marks:
            return year_of_two_digits(after.text)
    if at and words[at - 1].sort is Sort.YEAR and not words[at].broken:
        return int(words[at - 1].text)
    return None


def year_of(text: str, words: list[Word]) -> int | None:
    """The year of an edition: the first one that is printed, ``'22`` after all others."""
    for word in words:
        if word.sort is Sort.YEAR:
            return int(word.text)
    for word in words:
        if word.sort is Sort.NUMBER and word.start and text[word.start - 1] in "'’‘`":
            return year_of_two_digits(word.text)
    return None


def cleaned_name(text: str) -> Cleaned:
    """Take an edition off the name of a conference that the catalogue does not know.

    What is not surely an edition's stays: the words of the name are never changed.

    >>> cleaned_name("Proceedings of the 3rd Workshop on Foo Bar (FooBar 2021), May 3, 2021, Rome")
    Cleaned(name='Workshop on Foo Bar', short='FooBar', year=2021)
    >>> cleaned_name("2017 ASEE Annual Conference & Exposition").name
    'ASEE Annual Conference & Exposition'
    """
    text = _TAIL.sub("", text.strip("“”\"' ")).strip(" .,;")
    words = words_of(text)
    short, rest = _leading_acronym(text, words)
    start = _skip_front(text, words, rest)
    if start == len(words):
        return Cleaned(text, year=year_of(text, words))
    end = _end_of_name(text, words, start)
    stop = words[end - 1].end
    if text[stop : stop + 1] == ")":
        stop += 1
    name, bracketed = _without_brackets(text[words[start].start : stop], text)
    return Cleaned(balanced(name.strip(" .,;:–-")), short or bracketed, year_of(text, words))


_MARKS = ("'", "’", "-")


def _leading_acronym(text: str, words: list[Word]) -> tuple[str | None, int]:
    """``KDD '21: The 27th …`` and ``IGARSS 2023 - 2023 IEEE …``: the acronym and what follows."""
    if len(words) < 4 or not is_acronym(words[0].text):
        return None, 0
    second = words[1]
    dated = second.sort is Sort.YEAR or (
        second.sort is Sort.NUMBER
        and (words[2].sort is Sort.FRONT or text[words[0].end : second.start].strip() in _MARKS)
    )
    if dated and words[2].broken:
        return words[0].text, 2
    return None, 0


def _fronts(words: list[Word], at: int) -> bool:
    """Whether *Proceedings* stands in front of a name rather than in an abbreviated one."""
    if words[at].sort is not Sort.FRONT or at + 1 == len(words):
        return False
    return words[at + 1].sort not in (Sort.NAME, Sort.TRIM) or any(
        word.key in KINDS for word in words[at:]
    )


_SMALL = frozenset(("the", "of", "in", "de", "la", "las", "los", "del", "des", "les", "le", "el"))
# "First Year Engineering Conference": here the ordinal is a part of the name.
_COUNTED = frozenset(("year", "language", "responder", "order", "nation", "principle", "world"))


def _skip_front(text: str, words: list[Word], at: int) -> int:
    """Skip *Proceedings of the*, years, ordinals and sponsors in front of a name."""
    size = len(words)
    while at < size:
        word = words[at]
        sponsor = word.key in ("ieee", "acm", "cvf", "ifip") and at + 1 < size
        small = word.sort is Sort.STOP and word.key in _SMALL
        dated = word.sort in (Sort.ORDINAL, Sort.YEAR, Sort.NUMBER) or _fronts(words, at)
        if at + 1 < size and word.sort is Sort.ORDINAL and words[at + 1].key in _COUNTED:
            break
        if word.sort is Sort.NUMBER and text[word.end : word.end + 1] == "-":
            break  # "X-Ray Symposium"
        if not (small or dated or (sponsor and not _alone(words, at))):
            break
        at += 1
    return at


def _alone(words: list[Word], at: int) -> bool:
    """Whether a sponsor belongs to the name: *ACM Multimedia*, *IEEE Network*."""
    following = words[at + 1]
    return not (
        following.sort in (Sort.TRIM, Sort.ORDINAL)
        or following.key in KINDS
        or any(word.key in KINDS and not word.broken for word in words[at + 1 : at + 12])
    )


def _end_of_name(text: str, words: list[Word], start: int) -> int:
    """The index behind the last word of the name."""
    for at in range(start + 1, len(words)):
        word = words[at]
        if word.sort is Sort.YEAR:
            return at
        if word.broken and _begins_edition(text, words, at):
            return at
    return len(words)


def _begins_edition(text: str, words: list[Word], at: int) -> bool:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.text.casefold() in _MONTHS or (word.key in _PUBLISHERS and following is None):
        return True
    if word.key in ("springer", "ios") and following and following.key in ("press", "verlag"):
        return True
    if following is None:
        return False
    if is_acronym(word.text) and following.sort is Sort.YEAR and not following.broken:
        return text[word.start - 1] != "("
    return word.sort in (Sort.NUMBER, Sort.ORDINAL) and following.text.casefold() in _MONTHS


_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]")


def _capitals(word: str) -> bool:
    return sum(1 for char in word if char.isupper()) > 1


def _without_brackets(name: str, text: str) -> tuple[str, str | None]:
    """Take an acronym in brackets off a name; other brackets stay."""
    short: str | None = None
    start = text.find(name)
    for found in _BRACKETS.finditer(text, start, start + len(name) + 45):
        inside = words_of(found[1])
        if (
            inside
            and _capitals(inside[0].text)
            and all(word.sort in (Sort.YEAR, Sort.NUMBER) for word in inside[1:])
        ):
            short = inside[0].text
            name = name.replace(found[0], "", 1)
            name = name.removesuffix(found[0].rstrip(")]"))
            opened = name.rfind("(")
            if opened > name.rfind(")"):
                name = name[:opened]
            break
    return name, short
