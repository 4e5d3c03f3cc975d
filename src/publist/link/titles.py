"""Titles: read into words, numbers, and what makes them generic, recurring, or a notice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.link.folding import fold, words
from publist.link.wording import GENERIC, NOTES, NOTICES, NUMERALS, ORDINALS, RECURRING, STOPWORDS

__all__ = ["Title", "read_title"]

# What libraries put in: '[Erratum appears in …', '<ORIGINAL> …', '(Extended Abstract)'.
_APPENDIX = re.compile(r"(?<=.{12})(?:\[[^\]]{0,400}(?:\]|$)|<original>.*)")
# What parsing leaves of a citation: '[1995] A title', 'A title. In Proc. of the …'.
_CITED = re.compile(r"(?<=.{12})(?:[.][\"'”]?|,[\"'”]) in[: ].*")
_NOTE = re.compile(r"(?<=.{4})\(([a-z ]{3,40})\)")
_LONGEST = 600
"""Letters of a title that are read: what is longer is an abstract, or meant to cost time."""
_BREAK = re.compile(r"[:(.?!]|\s[-–—]+\s|--+")
_COUNTING = frozenset((*NUMERALS, *ORDINALS))
_ROMAN = frozenset(("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"))
_COUNTED = frozenset(("part", "volume", "vol", "no", "number", "chapter", "book", "phase"))
_EDITION = re.compile(r"[a-z]{3,}((?:19|20)?\d\d)")
_SUBTITLE = re.compile(r":\s|\?\s|\s[-–—]+\s|--+|\.\s(?=\S{3})")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is compared.

    Args:
        closed: All words closed up, leading article dropped: ``towardsllmserving``.
        words: The words in order, without that article.
        content: The words that say something, each once.
        weight: Number of those words, repeated ones counted again.
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
    weight: int = 0
    main: int = 0
    numbers: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    generic: bool = False
    recurring: bool = False


def read_title(text: str) -> Title:
    """Reduce a printed title to what is compared.

    >>> read_title("The Art of {LaTeX}, Part II").numbers
    frozenset({'2'})
    """
    folded = fold(text[:_LONGEST]).strip()
    folded = _CITED.sub("", _without_notes(folded))
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
        weight=len(content),
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
        if word.isalpha() and word not in _COUNTING:
            continue
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
