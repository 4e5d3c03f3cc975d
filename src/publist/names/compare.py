"""Comparing names: whether two printed names may be one person's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from publist.model import Name
from publist.names.cjk import is_all_cjk
from publist.names.fold import fold, is_syllabic, sound
from publist.names.given import by_given, in_full, one_edit, same_umlauts
from publist.names.likeness import DIFFERENT, Comparison, Likeness, less
from publist.names.particles import is_particle
from publist.names.suffixes import is_suffix

__all__ = ["Comparison", "Likeness", "compatible"]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A name ready for comparison."""

    given: tuple[str, ...]
    family: tuple[str, ...]  # without particles
    whole_family: str  # particles included, no blanks
    suffix: str
    literal: str


def compatible(a: Name, b: Name) -> Comparison:
    """Compare two names as printed; the order of the two does not matter.

    Alike are: accents, umlauts written out, hyphens, blanks and case; initials and the names
    they stand for; names left out (``Robert Smith``, ``Robert J. Smith``), one of two family
    names left out where the given name is in full; family and given name exchanged; short
    forms (``Bob``); spellings of one sound (``Mohamed``). Different are: ``Jr.`` and ``Sr.``,
    two initials that contradict each other, Chinese and Korean names that differ in a letter.

    Args:
        a: One name.
        b: The other.

    >>> full = Name(family="Zhou", given="Amelie Chi")
    >>> compatible(full, Name(family="Zhou", given="A. C.")).reasons
    ('initials',)
    >>> bool(compatible(full, Name(family="Zhou", given="A. B.")))
    False
    """
    return _compared(*sorted((a, b), key=_sort_key))


def _sort_key(name: Name) -> tuple[str, ...]:
    parts = (name.family, name.given, name.particle, name.dropping_particle, name.suffix)
    return tuple(part or "" for part in (*parts, name.literal))


@lru_cache(maxsize=65536)
def _compared(a: Name, b: Name) -> Comparison:
    if a == b:
        return Comparison(Likeness.SAME, 1.0, ("same name",))
    left, right = _folded(a), _folded(b)
    if left.literal or right.literal:
        return _literals(a, b, left, right)
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return DIFFERENT
    best = DIFFERENT
    for way in (
        _same_family,
        _moved_boundary,
        _part_of_family,
        _family_among_given,
        _exchanged,
        _misspelt_family,
    ):
        found = way(left, right)
        if found.score > best.score:
            best = found
        if best.score >= 0.9:
            break
    return best if left.suffix == right.suffix else less(best, 0.9, "suffix left out")


@lru_cache(maxsize=65536)
def _folded(name: Name) -> _Folded:
    particles = [*_words(name.particle), *_words(name.dropping_particle)]
    family = _words(name.family)
    bare = list(family)
    while len(bare) > 1 and is_particle(bare[0]):
        particles.append(bare.pop(0))
    given = _given_words(name.given or "")
    suffix = fold(name.suffix or "")
    if not suffix and len(bare) > 1 and is_suffix(bare[-1]):
        suffix = bare.pop()
    return _Folded(
        given=tuple(given),
        family=tuple(bare),
        whole_family="".join([*particles, *bare]),
        suffix=suffix if is_suffix(suffix) else "",
        literal=fold(name.literal or ""),
    )


def _words(text: str | None) -> list[str]:
    return fold(text).split() if text else []


def _given_words(given: str) -> list[str]:
    """The words of given names, hyphens kept; two or three capitals together are initials."""
    if given.isupper() and given.isalpha() and 2 <= len(given) <= 3 and not is_all_cjk(given):
        return list(given.lower())
    words: list[str] = []
    for word in given.split():
        parts = fold(word).split()
        words += ["-".join(parts)] if "-" in word or "‐" in word else parts
    return [word for word in words if word]


def _literals(a: Name, b: Name, left: _Folded, right: _Folded) -> Comparison:
    one = left.literal or fold(_direct(a))
    other = right.literal or fold(_direct(b))
    if one.replace(" ", "") == other.replace(" ", ""):
        return Comparison(Likeness.SAME, 0.95, ("same name",))
    # Braces around a person's name: compare as a person, unless both are groups.
    if left.literal and right.literal:
        return DIFFERENT
    from publist.names.collective import is_group
    from publist.names.read import parse_name

    literal = a.literal or b.literal or ""
    if is_group(literal) or " " not in literal.strip():
        return DIFFERENT
    person = parse_name(literal, "human")
    if person.literal is not None:
        return DIFFERENT
    return _compared(person, b) if a.literal else _compared(a, person)


def _direct(name: Name) -> str:
    return " ".join(
        part for part in (name.given, name.dropping_particle, name.particle, name.family) if part
    )


def _same_family(a: _Folded, b: _Folded) -> Comparison:
    if "".join(a.family) == "".join(b.family) or a.whole_family == b.whole_family:
        return by_given(a.given, b.given)
    if same_umlauts("".join(a.family), "".join(b.family)):
        return less(by_given(a.given, b.given), 0.99, "umlauts written out")
    if same_umlauts(a.whole_family, b.whole_family):
        return less(by_given(a.given, b.given), 0.95, "particle")
    return DIFFERENT


def _moved_boundary(a: _Folded, b: _Folded) -> Comparison:
    """The same words, parted elsewhere: Gabriel García | Márquez, Gabriel | García Márquez."""
    if not (a.given and b.given) or a.family[-1:] != b.family[-1:]:
        return DIFFERENT
    if len(a.family) == len(b.family) == 1:
        return DIFFERENT
    one, other = (*a.given, *a.family), (*b.given, *b.family)
    if one == other:
        return Comparison(Likeness.SAME, 0.95, ("parted elsewhere",))
    if len(one) == len(other) and all(map(_fits, one, other)):
        return less(by_given(one[:-1], other[:-1]), 0.9, "parted elsewhere")
    return DIFFERENT


def _part_of_family(a: _Folded, b: _Folded) -> Comparison:
    """One of two family names left out; only where a given name is there in full."""
    shorter, longer = sorted((a.family, b.family), key=len)
    if not shorter or len(shorter) == len(longer) or len(longer) > 4:
        return DIFFERENT
    if longer[: len(shorter)] != shorter and longer[-len(shorter) :] != shorter:
        return DIFFERENT
    if len("".join(shorter)) < 3 or not in_full(a.given, b.given):
        return DIFFERENT
    found = by_given(a.given, b.given)
    return less(found, 0.85, "one of two family names") if found.score >= 0.75 else DIFFERENT


def _family_among_given(a: _Folded, b: _Folded) -> Comparison:
    """Two family names of which one list has the first alone: Bertomeu, Bertomeu Castelló."""
    for one, other in ((a, b), (b, a)):
        if len(other.given) < 2 or one.given[:1] != other.given[:1] or len(other.given[0]) < 3:
            continue
        if len(one.family) == 1 and one.family[0] == other.given[-1] and len(one.family[0]) > 3:
            return Comparison(Likeness.COMPATIBLE, 0.6, ("one of two family names",))
    return DIFFERENT


def _exchanged(a: _Folded, b: _Folded) -> Comparison:
    """Family and given name in the other order; both in full."""
    if not (a.given and b.given) or len("".join(a.given)) < 2 or len("".join(b.given)) < 2:
        return DIFFERENT
    if "".join(a.given) == "".join(b.family) and "".join(b.given) == "".join(a.family):
        return Comparison(Likeness.COMPATIBLE, 0.85, ("other order",))
    if sorted((*a.given, *a.family)) == sorted((*b.given, *b.family)) and len(a.family) == 1:
        return Comparison(Likeness.COMPATIBLE, 0.8, ("other order",))
    return DIFFERENT


def _misspelt_family(a: _Folded, b: _Folded) -> Comparison:
    """A letter of the family name, or its transliteration; given name the same in full."""
    one, other = "".join(a.family), "".join(b.family)
    if min(len(one), len(other)) < 5 or not in_full(a.given, b.given):
        return DIFFERENT
    if is_syllabic(one) and is_syllabic(other):
        return DIFFERENT
    found = by_given(a.given, b.given)
    if found.score < 0.9:
        return DIFFERENT
    if sound(one) == sound(other):
        return less(found, 0.85, "spelling of the family name")
    if min(len(one), len(other)) >= 6 and one_edit(one, other):
        return less(found, 0.75, "a letter of the family name")
    return DIFFERENT


def _fits(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and min(len(one), len(other)) == 1)
