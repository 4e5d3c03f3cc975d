"""``text-case``: sentence, title and the other cases, with protected text left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from publist.csl.marks import (
    CLOSE,
    FIELD_SMALL_CAPS,
    INNER_QUOTE,
    MARKS,
    NOCASE,
    NODECOR,
    QUOTE,
    SUB,
    SUP,
    UNQUOTE,
)

__all__ = ["recase"]

_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
_TOKEN = re.compile(f"[{MARKS}]|{_WORD}|[:?!]")
_NOT_OPENING = frozenset((CLOSE, UNQUOTE, "\x01", "\x8c", *map(chr, range(0x90, 0xA0))))
_PROTECTING = frozenset((NOCASE, NODECOR, SUP, SUB, FIELD_SMALL_CAPS))
_SPANS = frozenset("\x83\x84\x86\x87\x88\x89\x8e")

# The words that title case leaves small: CSL 1.0.2, "Title Case Conversion", and the
# further prepositions that the reference processor was seen to leave small.
_WORDS = """
    a about above across afore after against al along alongside amid amidst among amongst
    an and anenst apropos apud around as aside astride at athwart atop barring before
    behind below beneath beside besides between beyond but by c ca circa d de despite down
    during e et except for forenenst from given i in inside into lest like modulo n near
    next nor notwithstanding o of off on onto or out over per plus pro qua sans since so
    than the through throughout thruout till to toward towards under underneath until unto
    up upon v versus via von van vs with within without y yet
"""
_SMALL = frozenset(_WORDS.split())


@lru_cache(maxsize=4096)
def recase(text: str, case: str, *, english: bool, turkish: bool = False) -> str:
    """The text in a case.

    Args:
        text: Text with marks.
        case: A value of ``text-case``; an unknown one changes nothing.
        english: Whether title case applies; CSL knows it for English alone.
        turkish: Whether ``i`` and ``ı`` are letters of their own, each with its capital.

    >>> recase("a tale of two cities: the novel", "title", english=True)
    'A Tale of Two Cities: The Novel'
    >>> recase("the DNA of an iPod", "sentence", english=True)
    'The dna of an ipod'
    """
    if case == "title" and not english:
        return text
    caser = _CASERS.get(case)
    if caser is None:
        return text
    if turkish and case == "uppercase":
        text = text.replace("i", "İ")
    return _Caser(caser, text).run()


class _Caser:
    """Walks over the words of a text and knows which of them is first, last or protected."""

    def __init__(self, change: Callable[[_Caser, str], str], text: str) -> None:
        self.change = change
        self.text = text
        self.first = not text.startswith((QUOTE, INNER_QUOTE))
        self.fresh = True
        """No word yet, or none since a colon, a question or an exclamation mark."""
        self.last = False
        self.hyphened = False
        """Whether the word is the first part of the first compound: the x of x-ray."""
        self.small_caps = 0
        self.stack: list[bool] = []
        self.end = -1

    def run(self) -> str:
        words = [found for found in _TOKEN.finditer(self.text) if found.group()[0].isalnum()]
        self.end = words[-1].start() if words else -1
        return _TOKEN.sub(self._token, self.text)

    def _token(self, found: re.Match[str]) -> str:
        piece = found.group()
        if piece in ":?!":
            self.fresh = True
            return piece
        if not piece[0].isalnum():
            self._mark(piece)
            return piece
        if any(self.stack):
            self.first = self.fresh = False
            return piece
        self.last = found.start() == self.end
        before, after = self.text[: found.start()], self.text[found.end() :]
        self.hyphened = after[:1] == "-" and "-" not in before
        changed = self.change(self, piece)
        self.first = self.fresh = False
        return changed

    def _mark(self, mark: str) -> None:
        if mark in (CLOSE, UNQUOTE):
            if self.stack:
                self.stack.pop()
        elif mark not in _NOT_OPENING and mark not in _SPANS:
            self.stack.append(mark in _PROTECTING)


def _upper_first(word: str) -> str:
    return word[0].upper() + word[1:]


def _first(word: str) -> str:
    """The first word of a sentence; one with capitals of its own (iPod) stays."""
    return _upper_first(word) if word == word.lower() or _is_elided(word) else word


def _title(caser: _Caser, word: str) -> str:
    if word != word.lower():
        return _upper_first(word) if caser.first and _is_elided(word) else word
    if caser.first or (caser.fresh and caser.text[:1] not in (QUOTE, INNER_QUOTE)):
        return _upper_first(word)
    if len(word) == 1 or word[1] in "'’":
        return _upper_first(word) if caser.hyphened and word.isascii() else word
    if word in _SMALL and not caser.last:
        return word
    return _upper_first(word)


def _is_elided(word: str) -> bool:
    """Whether an article or preposition stands in front of a name: ``d'Alembert``."""
    head, mark, _ = word.partition("’")
    return bool(mark) and head == head.lower()


def _sentence(caser: _Caser, word: str) -> str:
    if not caser.first:
        return word.lower()
    head, mark, tail = word.partition("’")
    return _first(head) + mark + tail.lower()


def _capitalize_first(caser: _Caser, word: str) -> str:
    return _first(word) if caser.first else word


def _capitalize_all(_caser: _Caser, word: str) -> str:
    return _upper_first(word) if word == word.lower() else word


_CASERS: dict[str, Callable[[_Caser, str], str]] = {
    "title": _title,
    "sentence": _sentence,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "lowercase": lambda _caser, word: word.lower(),
    "uppercase": lambda _caser, word: word.upper(),
}
