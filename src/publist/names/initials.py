"""Initials: recognising them, and writing them one way."""

from __future__ import annotations

import re

__all__ = ["are_initials", "initials", "with_spaced_initials"]

# U+0027 and its kin for ʿAbdallāh; letters with combining accents count as one.
_LETTER = r"[^\W\d_]"
_GLUED = re.compile(rf"(?:{_LETTER}\.[-‐]?){{2,}}|{_LETTER}[-‐]{_LETTER}\.")
_PIECE = re.compile(rf"{_LETTER}\.?|[-‐]")
_INITIALS_WORD = re.compile(rf"(?:{_LETTER}\.?[-‐]?){{1,4}}")


def are_initials(word: str) -> bool:
    """Whether a word is nothing but initials: ``A.``, ``A.C.``, ``AC``, ``Y.-M.``.

    Two to four capitals without full stops count.

    >>> [are_initials(word) for word in ("A.", "AC", "Y.-M.", "Al", "II")]
    [True, True, True, False, False]
    """
    if not _INITIALS_WORD.fullmatch(word) or word in ("II", "III", "IV", "VI"):
        return False
    letters = [char for char in word if char.isalpha()]
    return all(not char.islower() for char in letters) and (len(letters) == 1 or len(letters) <= 4)


def with_spaced_initials(given: str, *, split_capitals: bool = True) -> str:
    """Write the initials among given names as ``A. C.`` and ``Y.-M.``.

    Args:
        given: Given names as printed.
        split_capitals: Whether two or three capitals together are initials: not where the
            whole name is in capitals.

    >>> with_spaced_initials("AC"), with_spaced_initials("M.-C.F."), with_spaced_initials("W-P.")
    ('A. C.', 'M.-C. F.', 'W.-P.')
    >>> with_spaced_initials("John E")
    'John E'
    """
    return " ".join(_spaced(word, split_capitals=split_capitals) for word in given.split())


def _spaced(word: str, *, split_capitals: bool) -> str:
    if _GLUED.fullmatch(word):
        return _written(word)
    bare = word.removesuffix(".")
    capitals = split_capitals and 2 <= len(bare) <= 3 and bare.isalpha() and bare.isupper()
    return _written(word) if capitals else word


def _written(word: str) -> str:
    out = ""
    for piece in _PIECE.findall(word):
        if piece in "-‐":
            out += "-"
        else:
            out += ("" if not out or out[-1] == "-" else " ") + piece[0] + "."
    return out.rstrip("-")


def initials(given: str) -> str:
    """Shorten given names to initials, hyphens kept.

    Args:
        given: Given names as printed.

    >>> initials("Yiu-ming"), initials("John Paul"), initials("ʿAbdallāh"), initials("N Henriette")
    ('Y.-m.', 'J. P.', 'A.', 'N. H.')
    """
    short = []
    for word in with_spaced_initials(given).split():
        letters = [_first_letter(part) for part in re.split(r"[-‐]", word)]
        if any(letters):
            short.append("-".join(f"{letter}." for letter in letters if letter))
    return " ".join(short)


def _first_letter(word: str) -> str:
    # A modifier letter such as ʿ before a name is no initial where another letter follows.
    for char in word:
        if char.isalpha() and not "\u02b0" <= char <= "\u02ff":
            return char
    return ""
