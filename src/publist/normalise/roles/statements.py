"""Statements about authors in free text, such as *Ann and Bo contributed equally*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from publist.model import Author, Role
from publist.names.fold import fold
from publist.names.marks import MARK_RUN, with_plain_marks
from publist.normalise.roles.legend import read_legend
from publist.normalise.roles.words import roles_in

__all__ = ["Statements", "read_statements"]


@dataclass(slots=True)
class Statements:
    """What a text says of a record's authors.

    Args:
        legend: What marks mean.
        given: Roles of authors by index, counted from 0.
        unplaced: Roles of which the text does not say whose they are.
        only: Whether the text says nothing else.
    """

    legend: dict[str, Role] = field(default_factory=dict)
    given: list[tuple[int, Role]] = field(default_factory=list)
    unplaced: list[Role] = field(default_factory=list)
    only: bool = True


_SENTENCES = re.compile(r"[;\n]+|(?<=[^\s.].)\.(?=\s+[A-Z*†‡§]|\s*$)")
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2, "zwei": 2, "drei": 3,
    "deux": 2, "trois": 3, "dos": 2, "tres": 3, "author": 1, "authors": 2,
}  # fmt: skip
_PLACES = re.compile(
    r"\b(?:the\s+)?(?P<end>first|last|leading|final|ersten|premiers|primeros)\s+"
    r"(?P<number>two|three|four|five|six|zwei|drei|deux|trois|dos|tres|\d{1,2})?\s*"
    r"(?:co-?)?(?:authors?|autor\w*|auteurs?)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|both|alle|beide|tous les|todos los)\s+(?:the\s+)?(?:co-?)?"
    r"(?:authors|autor\w*|auteurs)\b",
    re.IGNORECASE,
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_ORDINAL_LIST = re.compile(
    r"\b(?:first|second|third|fourth|fifth)(?:\s*(?:,|and|&)\s*(?:first|second|third|fourth|fifth|last))+"
    r"\s+authors?\b",
    re.IGNORECASE,
)
# Words around a role that say nothing more: Role: co-first author.
_PADDING = re.compile(
    r"\b(?:roles?|the|these|authors?|with|and|are|is|was|were|to|this|work|paper|as|by|of|in|on|have|"
    r"has|me|i|note|notes|contributions?|denot\w+|indicat\w+|represent\w*|marks?|marked|underlined|"
    r"bold\w*|means?|first|last|two|three|four|all|both|who)\b",
    re.IGNORECASE,
)


def read_statements(text: str, authors: Sequence[Author]) -> Statements:
    """Find out what a note or an annotation says of the authors.

    Args:
        text: The text; marks in it may be LaTeX, HTML or Markdown.
        authors: The record's authors.

    >>> read_statements("The first two authors contributed equally.", (None,) * 3).given
    [(0, Role(kind='equal', group=1)), (1, Role(kind='equal', group=1))]
    """
    found = Statements()
    for sentence in _SENTENCES.split(with_plain_marks(text)):
        if sentence and re.search(r"\w", sentence) and not _sentence(sentence, authors, found):
            found.only = False
    return found


def _sentence(sentence: str, authors: Sequence[Author], found: Statements) -> bool:
    """Add what a sentence says; whether it was about roles and nothing else."""
    said = list(roles_in(sentence))
    legend = read_legend(sentence)
    for mark, role in legend.items():
        found.legend.setdefault(mark, role)
    if not said:
        return bool(legend)
    if legend and MARK_RUN.search(sentence):
        return True
    rest = sentence
    for _, start, stop in reversed(said):
        rest = rest[:start] + " " + rest[stop:]
    indices, rest = _who(sentence, rest, authors)
    if indices:
        found.given += [(index, role) for index in indices for role, _, _ in said[:1]]
    elif legend:
        return True
    elif len(re.findall(r"\w+", _PADDING.sub(" ", rest))) <= 1:
        found.unplaced += [role for role, _, _ in said]
    else:
        return False
    return not re.search(r"\w", _PADDING.sub(" ", rest))


def _who(sentence: str, rest: str, authors: Sequence[Author]) -> tuple[list[int], str]:
    count = len(authors)
    if _ALL.search(sentence):
        return list(range(count)), _ALL.sub(" ", rest)
    ordinals = _ORDINAL_LIST.search(sentence)
    if ordinals:
        words = re.findall(r"first|second|third|fourth|fifth|last", ordinals[0].lower())
        wanted = [_ORDINALS[word] % count for word in words if -count <= _ORDINALS[word] < count]
        return wanted, rest.replace(ordinals[0], " ")
    places = _PLACES.search(sentence)
    if places and (places["number"] or not _is_kind_of_role(sentence, places)):
        word = (places["number"] or "two").lower()
        number = min(int(word) if word.isdigit() else _NUMBERS[word], count)
        last = places["end"].lower() in ("last", "final")
        return list(range(count - number, count) if last else range(number)), _PLACES.sub(" ", rest)
    return _by_name(rest, authors)


def _is_kind_of_role(sentence: str, places: re.Match[str]) -> bool:
    # ``co-first authors`` is the role, not a place in the list; so is one ``first author``.
    before = sentence[: places.start()].rstrip(" -")
    joined = bool(re.search(r"(?:co|joint|shared|equal)$", before, re.IGNORECASE))
    return joined or not places[0].lower().endswith("s")


def _by_name(text: str, authors: Sequence[Author]) -> tuple[list[int], str]:
    words = fold(text).split()
    indices: list[int] = []
    for index, author in enumerate(authors):
        family = fold(author.name.family or author.name.literal or "").split()
        if family and _contains(words, family):
            indices.append(index)
    for index in indices:
        name = authors[index].name
        for part in (name.given, name.particle, name.family, name.literal):
            if part:
                text = re.sub(re.escape(part), " ", text, flags=re.IGNORECASE)
    return indices, re.sub(r"\b[A-Z]\b\.?", " ", text)


def _contains(words: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return any(words[start : start + size] == wanted for start in range(len(words) - size + 1))
