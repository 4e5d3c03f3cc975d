"""Reads awards out of pieces of text.

A piece is what commas, semicolons, full stops and brackets part. It is an award's when its
words are an award's and little else: *Oral* is one, *Oral history of the war* is none, and
neither is *acceptance rate 22%, top 5%*.
"""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from publist.awards.catalogue import AwardCatalogue
from publist.model import Award
from publist.venues.words import fold, is_acronym

__all__ = ["Found", "award_in", "awards_in", "pieces"]


class Found(NamedTuple):
    """An award and the piece of text that speaks of it."""

    award: Award
    start: int
    end: int


_LONGEST = 160
_RANKS = (
    ("runner-up", re.compile(r"\brunners?[ -]?up\b")),
    ("honourable-mention", re.compile(r"\bhonou?rable mention\b")),
    ("finalist", re.compile(r"\bfinalists?\b|\bshort-?listed\b|\bshortlist\b")),
    ("nominee", re.compile(r"\bnominees?\b|\bnominated\b|\bnominations?\b|\bcandidates?\b")),
)
_PERCENT = re.compile(r"\(?\btop[ -]?(?:~|<|≈)?\s?\d{1,2}(?:\.\d{1,2})?\s?(?:%|‰|percent)\)?")
_NOT_AWARDS = re.compile(
    r"\baccept\w*[ -](?:rate|ratio)|\bacceptance\b|\bselection rate\b|\bhistor"
)
_FILL = frozenset(
    """
    award awards prize prix preis premio paper papers presentation presentations talk talks
    the a an at of for in as and or our won win wins winner winners winning received
    receives recipient selected accepted awarded nominated with by from to conference
    workshop track main category is was this work nomination nominations nominee nominees
    candidate candidates finalist finalists shortlisted runner runners up honorable
    honourable mention invited session full long plenary one only published journal article
    preis du de la le al des der an en 奖
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")


def award_in(text: str, *, strict: bool = True) -> Award | None:
    """The award that a piece of text is, if it is one.

    Args:
        text: E.g. ``spotlight``, ``Best Paper Award runner-up``, ``Oral (top 1.5%)``.
        strict: Whether nothing but an award may be said, as in a title or a venue; a note
            may say more around it (*won the X Best Paper Award of the Y society*).

    >>> award_in("Best Paper Award Runner-up")
    Award(name='Best Paper Award Runner-up', kind='best-paper-runner-up', note=None)
    >>> award_in("oral, top 1.5%")
    Award(name='Oral', kind='oral', note='top 1.5%')
    >>> award_in("Oral History of the War") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    return _award_in(text.strip(" .;,:!*–-"), strict)


@lru_cache(maxsize=4096)
def _award_in(text: str, strict: bool) -> Award | None:  # noqa: FBT001 - a cache's key
    folded = _folded(text)
    if _NOT_AWARDS.search(folded):
        return None
    percent = _PERCENT.search(folded)
    if percent:
        rest = folded[: percent.start()] + " " * len(percent[0]) + folded[percent.end() :]
    else:
        rest = folded
    known = AwardCatalogue.load().find(rest)
    note = text[percent.start() : percent.end()].strip("()") if percent else None
    note = note[:1].lower() + note[1:] if note else None
    if known is None:
        return _top_share(rest, note)
    entry, start, end = known
    around = rest[:start] + " " + rest[end:]
    rank = next((name for name, pattern in _RANKS if pattern.search(around)), None)
    if not _little_else(text[:start] + " " + text[end:], entry.is_form or strict):
        return None
    kind = f"{entry.id}-{rank}" if rank else entry.id
    if entry.is_form:
        return Award(name=entry.name, kind=kind, note=note)
    shown = _shown(text[: percent.start()] + text[percent.end() :] if percent else text)
    return Award(name=shown or _named(entry.name, rank), kind=kind, note=note)


def _folded(text: str) -> str:
    """Small letters without accents and apostrophes, each where it was."""
    flat = "".join((fold(char) or char)[0] for char in text)
    return re.sub(r"['’‘_]", " ", flat)


def _top_share(rest: str, note: str | None) -> Award | None:
    """``Top 1.5%`` alone, or *of accepted papers*."""
    if note is None or not set(_WORD.findall(rest)) <= _FILL | {"submissions", "all"}:
        return None
    share = note.strip()
    return Award(name=share[:1].upper() + share[1:], kind="top-percent")


def _little_else(rest: str, strict: bool) -> bool:  # noqa: FBT001 - one rule, two measures
    """Whether what stands around an award's words says nothing of its own."""
    rest = _PERCENT.sub(" ", rest.lower()) if "%" in rest or "‰" in rest else rest
    others = [
        word
        for word in _WORD.findall(rest)
        if _folded(word) not in _FILL and not is_acronym(word) and len(word) > 1
    ]
    return not others or (not strict and len(others) <= 9)


_VERB = re.compile(
    r"(?:winner of|won|received|receives|awarded|recipient of)\b(?: the| an?)?\s*", re.IGNORECASE
)


def _shown(text: str) -> str | None:
    """An award's name as it is printed, where it is printed as a name."""
    text = " ".join(text.split()).strip(" .,;:()[]!*")
    verb = _VERB.match(text)
    text = text[verb.end() :] if verb else text
    first = text.split(" ")[0]
    return text if first[:1].isupper() and len(text) < 90 else None


def _named(name: str, rank: str | None) -> str:
    words = {
        "runner-up": "Runner-Up",
        "honourable-mention": "Honourable Mention",
        "finalist": "Finalist",
        "nominee": "Nominee",
    }
    return f"{name} {words[rank]}" if rank else name


def with_share(award: Award, share: Award) -> Award | None:
    """*Oral* and *top 1.5%* as the one distinction that they are, if they are.

    >>> with_share(Award(name="Oral"), Award(name="Top 1.5%", kind="top-percent")).note
    'top 1.5%'
    """
    if share.kind != "top-percent" or award.kind == "top-percent" or award.note is not None:
        return None
    return award.model_copy(update={"note": share.name[:1].lower() + share.name[1:]})


_PIECE = re.compile(r"(?:[^,;.|•·/\n]|(?<=\d)\.(?=\d)|[.](?=\S))+")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a text begin and end.

    >>> text = "Oral; acceptance rate 22%. Code online"
    >>> [text[start:end] for start, end in pieces(text)]
    ['Oral', ' acceptance rate 22%', ' Code online']
    """
    for match in _PIECE.finditer(text):
        yield match.start(), match.end()


def awards_in(text: str, *, strict: bool) -> list[Found]:
    """The awards among the pieces of a text.

    Args:
        text: Plain text, e.g. what stands in brackets.
        strict: As in :func:`award_in`.

    >>> [found.award.name for found in awards_in("Oral, Best Paper Award", strict=True)]
    ['Oral', 'Best Paper Award']
    """
    found: list[Found] = []
    for start, end in pieces(text):
        award = award_in(text[start:end], strict=strict)
        if award is None:
            continue
        last = found[-1] if found else None
        if last and (merged := with_share(last.award, award)):
            found[-1] = Found(merged, last.start, end)
        elif award.kind != "top-percent" or not _NOT_AWARDS.search(_folded(text[:400])):
            found.append(Found(award, start, end))
    return found
