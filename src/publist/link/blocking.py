"""Blocking: which pairs of records are worth comparing, without trying them all.

A record has a few keys; records that share a key are candidates. The keys keep nearly every
true pair: pairs of a title's rarest words, the title's first and last letters, a surname with
year and first page, and identifiers. A key that too many records share says little: its
records are put in order of title and each is compared with its neighbours only, so that the
number of candidates grows with the number of records and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations

from rapidfuzz import fuzz

from publist.link import weights
from publist.link.forms import Form
from publist.link.title_overlap import begins_within, behind_byline, misread
from publist.link.twins import Twins

__all__ = [
    "BLOCK",
    "NEIGHBOURS",
    "RAREST",
    "candidates",
    "fixed_keys",
    "number_of",
    "plausible",
]

BLOCK = 60
"""Records that may share a key and still all be compared with each other."""

NEIGHBOURS = 10
"""How many next records one is compared with in a block beyond that."""

RAREST = 4
"""How many of a title's rarest words are paired."""

_HOPE = -3.0
"""What the authors, the year and the venue can make up for."""
_ENDS = 14


def candidates(forms: Sequence[Form], twins: Twins) -> set[tuple[int, int]]:
    """Pairs of positions ``(low, high)`` worth comparing.

    Args:
        forms: The records, read.
        twins: Records that say the same; only the first of each is compared with others.
    """
    absent = {at for others in twins.values() for at in others}
    compared = [(at, form) for at, form in enumerate(forms) if at not in absent]
    rarity = Counter(word for _, form in compared for word in form.title.content)
    number = {word: number_of(word) for word, count in rarity.items() if count > 1}
    blocks: dict[str | tuple[int, int], list[int]] = defaultdict(list)
    for at, form in compared:
        rare = sorted((rarity[word], number[word]) for word in form.title.content & number.keys())
        for pair in combinations(sorted(word for _, word in rare[:RAREST]), 2):
            blocks[pair].append(at)
        for key in set(fixed_keys(form)):
            blocks[key].append(at)
    return {pair for block in blocks.values() if len(block) > 1 for pair in _pairs(block)}


def number_of(text: str) -> int:
    """A word or key as a number of 63 bits, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) >> 1


def fixed_keys(form: Form) -> Iterator[str]:
    """The keys of one record that do not depend on how common its words are."""
    title = form.title
    if len(title.closed) >= 6:
        letters = misread(title.closed)
        yield f"< {letters[:_ENDS]}"
        yield f"> {letters[-_ENDS:]}"
    for letters in behind_byline(form.row.title):
        if len(letters) >= _ENDS:
            yield f"< {letters[:_ENDS]}"
    if form.locators.first and form.year is not None:
        yield f"p {form.surname} {form.year} {form.locators.first}"
    for scheme, value in _own_identifiers(form):
        yield f"{scheme}:{value}"


def _own_identifiers(form: Form) -> Iterator[tuple[str, str]]:
    """The identifiers of the work itself; papers carry the ISBN of their proceedings as well."""
    whole = ("issn",) if form.row.type == "book" else ("issn", "isbn")
    return (each for each in form.identifiers if each[0] not in whole)


def _pairs(block: list[int]) -> Iterable[tuple[int, int]]:
    """All pairs of a small block; of a large one each record with its neighbours."""
    if len(block) <= BLOCK:
        return combinations(block, 2)
    return (
        (one, other)
        for place, one in enumerate(block)
        for other in block[place + 1 : place + 1 + NEIGHBOURS]
    )


def plausible(left: Form, right: Form) -> bool:
    """Whether a full comparison can come to anything: a cheap look before a costly one.

    Titles are looked at as bags of words: the words shared, less those over, must come to
    something that the other fields can still make up for.
    """
    one, other = left.title, right.title
    shared = len(one.content & other.content)
    left_over, right_over = len(one.content) - shared, len(other.content) - shared
    hope = weights.TITLE + weights.WORD * shared + weights.OVER * (left_over + right_over)
    if left_over and right_over:
        hope += weights.SWAPPED.work
    if hope > _HOPE:
        return True
    if _letters_alike(one.closed, other.closed):
        return True
    if left.locators.first and left.locators.first == right.locators.first:
        return left.year == right.year
    return not set(_own_identifiers(left)).isdisjoint(_own_identifiers(right))


def _letters_alike(left: str, right: str) -> bool:
    """Whether two titles, or one and an end of the other, have nearly the same letters."""
    if fuzz.ratio(left, right, score_cutoff=75):
        return True
    short, long = (left, right) if len(left) < len(right) else (right, left)
    size = len(short)
    if size < _ENDS:
        return False
    if begins_within(left, right) > 0 or begins_within(right, left) > 0:
        return True
    return bool(
        fuzz.ratio(short, long[:size], score_cutoff=90)
        or fuzz.ratio(short, long[-size:], score_cutoff=90)
    )
