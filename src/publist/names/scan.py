"""Scanning text at brace level 0: where BibTeX looks for ``and``, commas and blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["split_at", "top_level", "unbraced", "words"]

# An escaped character is part of a word, so that the tie in ``\~a`` is no blank.
_PIECE = re.compile(r"\\[^\s{}]|[{}]|[\s~]+|[^\\{}\s~]+|\\")


def top_level(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text that stand outside all braces, with their positions.

    Args:
        text: BibTeX source. A closing brace too many is passed over; behind one that is
            never closed nothing is at the top level.

    >>> list(top_level("a {b} c"))
    [(0, 'a'), (1, ' '), (5, ' '), (6, 'c')]
    """
    depth = 0
    for found in _PIECE.finditer(text):
        piece = found[0]
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield found.start(), piece


def split_at(text: str, separator: str) -> list[str]:
    """Split at a single character outside braces, each part stripped of blanks.

    >>> split_at("{Barnes, Inc.}, Jr., A.", ",")
    ['{Barnes, Inc.}', 'Jr.', 'A.']
    """
    if separator not in text:
        return [_stripped(text)]
    if "{" not in text and "\\" not in text:
        return [_stripped(part) for part in text.split(separator)]
    parts: list[str] = []
    start = 0
    for position, piece in top_level(text):
        if piece[0] == "\\":
            continue
        offset = piece.find(separator)
        while offset >= 0:
            parts.append(_stripped(text[start : position + offset]))
            start = position + offset + 1
            offset = piece.find(separator, offset + 1)
    parts.append(_stripped(text[start:]))
    return parts


def words(text: str) -> list[str]:
    r"""Split at blanks and ties outside braces, BibTeX's tokens but for hyphens.

    BibTeX also parts words at hyphens and then takes ``ming`` in ``Yiu-ming`` for a particle;
    here, as in biber, a hyphenated word is one.

    >>> words(r"Jean {de la} Vall{\'e}e~Poussin")
    ['Jean', '{de la}', "Vall{\\'e}e", 'Poussin']
    """
    if "{" not in text and "\\" not in text:
        return text.replace("~", " ").split()
    found: list[str] = []
    start = 0
    for position, piece in top_level(text):
        if piece[0].isspace() or piece[0] == "~":
            found.append(text[start:position])
            start = position + len(piece)
    found.append(text[start:])
    return [word for word in (_trailing_backslash_off(word) for word in found) if word]


def unbraced(text: str) -> str | None:
    """What one pair of braces holds when it is all of the text, else None.

    >>> unbraced("{Barnes and Noble}"), unbraced("{A} {B}")
    ('Barnes and Noble', None)
    """
    if len(text) < 2 or text[0] != "{" or text[-1] != "}":
        return None
    depth = 0
    for position, char in enumerate(text):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                return text[1:-1] if position == len(text) - 1 else None
    return None


def _trailing_backslash_off(word: str) -> str:
    # ``L.\ Thiele`` has a control space between two words.
    return word[:-1] if word.endswith("\\") and not word.endswith("\\\\") else word


def _stripped(text: str) -> str:
    return text.strip(" \t\r\n~")
