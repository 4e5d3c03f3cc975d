"""BibTeX's rules for the parts of a name: First von Last, and the forms with commas."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.names.particles import JOINERS
from publist.names.scan import split_at, words
from publist.names.suffixes import is_suffix

__all__ = ["Parts", "is_lower", "parts_of"]


class Parts(NamedTuple):
    """The parts of a name in BibTeX's terms, each a list of words, LaTeX not decoded."""

    first: list[str]
    von: list[str]
    last: list[str]
    jr: list[str]


_FOREIGN = {
    **dict.fromkeys(("oe", "ae", "aa", "o", "l", "ss", "i", "j", "dh", "dj", "ng", "th"), True),
    **dict.fromkeys(("OE", "AE", "AA", "O", "L", "SS", "DH", "DJ", "NG", "TH"), False),
}
_SPECIAL = re.compile(r"\{\\([A-Za-z]+|[^A-Za-z])?")
# An Arabic article with its name, as in Abd al-Rahman: a name, not a particle.
_ARTICLE = re.compile(r"[ae](?:l|n|r|[dt]h?|sh?|z)-\S*[A-Z]")
# The estates of German nobility belong to the family name: von Berlichingen zu Hornberg.
_ESTATES = {"zu", "zum", "zur"}
_NOBLE = {"von", "vom"}


def parts_of(name: str) -> tuple[Parts, bool]:
    """Take a single name apart.

    BibTeXing (O. Patashnik 1988) section 4 and bibtex.web, "the name-formatting stuff": with no
    comma *First von Last*, with one *von Last, First*, with two *von Last, Jr, First*. Von is
    what stands in lower case. Departures: words are not parted at hyphens, case is Unicode's,
    ``y`` and ``e`` between capitalised words join two family names, and so does ``zu`` in
    *von Berlichingen zu Hornberg*; *Last, First, Jr.* is read as it was meant.

    Args:
        name: One name, LaTeX not decoded.

    Returns:
        The parts, and whether the commas were right: no more than two, none at the end.
    """
    sections = split_at(name, ",")
    well_formed = len(sections) <= 3 and (len(sections) == 1 or bool(sections[-1]))
    while len(sections) > 1 and not sections[-1]:
        sections.pop()
    if len(sections) == 1:
        return _first_von_last(words(sections[0])), well_formed
    von, last = _von_last(words(sections[0]))
    if len(sections) == 2:
        return Parts(words(sections[1]), von, last, []), well_formed
    jr, first = words(sections[1]), [word for part in sections[2:] for word in words(part)]
    if len(first) == 1 and is_suffix(first[0]) and not (len(jr) == 1 and is_suffix(jr[0])):
        jr, first = first, jr
    return Parts(first, von, last, jr), well_formed


def _first_von_last(tokens: list[str]) -> Parts:
    start = next((i for i, token in enumerate(tokens[:-1]) if is_lower(token)), None)
    if start is None:
        return Parts(tokens[:-1], [], tokens[-1:], [])
    if start > 1 and _joins(tokens, start) and not any(map(is_lower, tokens[start + 1 : -1])):
        return Parts(tokens[: start - 1], [], tokens[start - 1 :], [])
    von, last = _von_last(tokens[start:])
    return Parts(tokens[:start], von, last, [])


def _von_last(tokens: list[str]) -> tuple[list[str], list[str]]:
    end = len(tokens) - 1
    while end > 0 and (not is_lower(tokens[end - 1]) or _in_family(tokens, end - 1)):
        end -= 1
    return tokens[: max(end, 0)], tokens[max(end, 0) :]


def _in_family(tokens: list[str], index: int) -> bool:
    """Whether a word in lower case stands inside a family name, joining its halves."""
    if _joins(tokens, index):
        return True
    return (
        tokens[index] in _ESTATES
        and index >= 2
        and tokens[0] in _NOBLE
        and not is_lower(tokens[index - 1])
    )


def _joins(tokens: list[str], index: int) -> bool:
    return (
        tokens[index] in JOINERS
        and 0 < index < len(tokens) - 1
        and not is_lower(tokens[index - 1])
        and not is_lower(tokens[index + 1])
    )


def is_lower(word: str) -> bool:
    r"""Whether BibTeX takes a word for lower case.

    The first letter outside braces decides, or the one in a special character, which is a
    brace with a backslash behind it at the top level (``von_token_found`` in bibtex.web).
    Other braces are skipped; a word without a letter that has case is not lower case, and an
    Arabic article with a name behind its hyphen is none either.

    >>> is_lower("von"), is_lower(r"{\'e}mile"), is_lower("{von}"), is_lower("1b")
    (True, True, False, True)
    """
    first = word[0]
    if first.isalpha() and first.isascii():
        return first.islower() and not _ARTICLE.match(word)
    depth = 0
    for position, char in enumerate(word):
        if char == "{":
            if depth == 0 and word.startswith("\\", position + 1):
                return _special_is_lower(word, position)
            depth += 1
        elif char == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and (char.islower() or char.isupper()):
            return char.islower()
    return False


def _special_is_lower(word: str, position: int) -> bool:
    control = _SPECIAL.match(word, position)
    assert control is not None
    if control[1] in _FOREIGN:
        return _FOREIGN[control[1]]
    depth = 1
    for char in word[control.end() :]:
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return False
        if char.islower() or char.isupper():
            return char.islower()
    return False
