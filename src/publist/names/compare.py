"""Comparing names: whether two printed names may be one person's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from publist.model import Name
from publist.names.cjk import is_all_cjk
from publist.names.fold import fold, is_syllabic, sound, umlauts_shortened
from publist.names.nicknames import same_given_name
from publist.names.particles import is_particle
from publist.names.suffixes import is_suffix

__all__ = ["Comparison", "Likeness", "compatible"]


class Likeness(IntEnum):
    """What two names are to each other."""

    DIFFERENT = 0
    """Not one person's, as far as names tell."""
    COMPATIBLE = 1
    """May be one person's: initials, a name left out, another order or spelling."""
    SAME = 2
    """The same name but for accents, case, hyphens and blanks."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two names found; true unless they are different.

    Args:
        likeness: The verdict.
        score: How sure, from 0 to 1; 1 is the same name. Initials against a full name are
            0.6: half of all people of that family name may fit.
        reasons: Why, each in a few words.
    """

    likeness: Likeness
    score: float
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.likeness is not Likeness.DIFFERENT


@dataclass(frozen=True, slots=True)
class _Folded:
    """A name ready for comparison."""

    given: tuple[str, ...]
    family: tuple[str, ...]  # without particles
    whole_family: str  # particles included, no blanks
    suffix: str
    literal: str


_DIFFERENT = Comparison(Likeness.DIFFERENT, 0.0)


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
        return _DIFFERENT
    best = _DIFFERENT
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
    return best if left.suffix == right.suffix else _less(best, 0.9, "suffix left out")


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
        return _DIFFERENT
    from publist.names.collective import is_group
    from publist.names.read import parse_name

    literal = a.literal or b.literal or ""
    if is_group(literal) or " " not in literal.strip():
        return _DIFFERENT
    person = parse_name(literal, "human")
    if person.literal is not None:
        return _DIFFERENT
    return _compared(person, b) if a.literal else _compared(a, person)


def _direct(name: Name) -> str:
    return " ".join(
        part for part in (name.given, name.dropping_particle, name.particle, name.family) if part
    )


def _same_family(a: _Folded, b: _Folded) -> Comparison:
    if "".join(a.family) == "".join(b.family) or a.whole_family == b.whole_family:
        return _by_given(a.given, b.given)
    if _same_umlauts("".join(a.family), "".join(b.family)):
        return _less(_by_given(a.given, b.given), 0.99, "umlauts written out")
    if _same_umlauts(a.whole_family, b.whole_family):
        return _less(_by_given(a.given, b.given), 0.95, "particle")
    return _DIFFERENT


def _same_umlauts(one: str, other: str) -> bool:
    # Yu and Yue are two Chinese names, not one German.
    if umlauts_shortened(one) != umlauts_shortened(other):
        return False
    return not (is_syllabic(one) and is_syllabic(other))


def _moved_boundary(a: _Folded, b: _Folded) -> Comparison:
    """The same words, parted elsewhere: Gabriel García | Márquez, Gabriel | García Márquez."""
    if not (a.given and b.given) or a.family[-1:] != b.family[-1:]:
        return _DIFFERENT
    if len(a.family) == len(b.family) == 1:
        return _DIFFERENT
    one, other = (*a.given, *a.family), (*b.given, *b.family)
    if one == other:
        return Comparison(Likeness.SAME, 0.95, ("parted elsewhere",))
    if len(one) == len(other) and all(map(_fits, one, other)):
        return _less(_by_given(one[:-1], other[:-1]), 0.9, "parted elsewhere")
    return _DIFFERENT


def _part_of_family(a: _Folded, b: _Folded) -> Comparison:
    """One of two family names left out; only where a given name is there in full."""
    shorter, longer = sorted((a.family, b.family), key=len)
    if not shorter or len(shorter) == len(longer) or len(longer) > 4:
        return _DIFFERENT
    if longer[: len(shorter)] != shorter and longer[-len(shorter) :] != shorter:
        return _DIFFERENT
    if len("".join(shorter)) < 3 or not _in_full(a.given, b.given):
        return _DIFFERENT
    found = _by_given(a.given, b.given)
    return _less(found, 0.85, "one of two family names") if found.score >= 0.75 else _DIFFERENT


def _family_among_given(a: _Folded, b: _Folded) -> Comparison:
    """Two family names of which one list has the first alone: Bertomeu, Bertomeu Castelló."""
    for one, other in ((a, b), (b, a)):
        if len(other.given) < 2 or one.given[:1] != other.given[:1] or len(other.given[0]) < 3:
            continue
        if len(one.family) == 1 and one.family[0] == other.given[-1] and len(one.family[0]) > 3:
            return Comparison(Likeness.COMPATIBLE, 0.6, ("one of two family names",))
    return _DIFFERENT


def _exchanged(a: _Folded, b: _Folded) -> Comparison:
    """Family and given name in the other order; both in full."""
    if not (a.given and b.given) or len("".join(a.given)) < 2 or len("".join(b.given)) < 2:
        return _DIFFERENT
    if "".join(a.given) == "".join(b.family) and "".join(b.given) == "".join(a.family):
        return Comparison(Likeness.COMPATIBLE, 0.85, ("other order",))
    if sorted((*a.given, *a.family)) == sorted((*b.given, *b.family)) and len(a.family) == 1:
        return Comparison(Likeness.COMPATIBLE, 0.8, ("other order",))
    return _DIFFERENT


def _misspelt_family(a: _Folded, b: _Folded) -> Comparison:
    """A letter of the family name, or its transliteration; given name the same in full."""
    one, other = "".join(a.family), "".join(b.family)
    if min(len(one), len(other)) < 5 or not _in_full(a.given, b.given):
        return _DIFFERENT
    if is_syllabic(one) and is_syllabic(other):
        return _DIFFERENT
    found = _by_given(a.given, b.given)
    if found.score < 0.9:
        return _DIFFERENT
    if sound(one) == sound(other):
        return _less(found, 0.85, "spelling of the family name")
    if min(len(one), len(other)) >= 6 and _one_edit(one, other):
        return _less(found, 0.75, "a letter of the family name")
    return _DIFFERENT


def _less(found: Comparison, factor: float, reason: str) -> Comparison:
    if not found:
        return found
    return Comparison(Likeness.COMPATIBLE, round(found.score * factor, 3), (*found.reasons, reason))


def _in_full(*givens: tuple[str, ...]) -> bool:
    return all(any(len(word) > 1 for word in given) for given in givens)


def _by_given(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    one, other = _closed(a), _closed(b)
    if a == b or (a and one == other and _in_full(a, b)):
        if not a:
            return Comparison(Likeness.SAME, 0.9, ("same name",))
        return Comparison(Likeness.SAME, 1.0, ("same but for spelling",))
    if not a or not b:
        return Comparison(Likeness.COMPATIBLE, 0.4, ("no given name",))
    if _same_umlauts(one, other) and _in_full(a, b):
        return Comparison(Likeness.SAME, 0.97, ("umlauts written out",))
    flat_a, flat_b = _flat(a), _flat(b)
    flat = _aligned(flat_a, flat_b) if len(flat_a) == len(flat_b) else _DIFFERENT
    together = _run_together(*sorted((flat_a, flat_b), key=len))
    if _initials_of_syllables(flat_a, flat_b) or _initials_of_syllables(flat_b, flat_a):
        return max(flat, together, key=_score)
    shorter, longer = sorted((a, b), key=len)
    return max(flat, together, _aligned(shorter, longer), _later_name(shorter, longer), key=_score)


def _score(found: Comparison) -> float:
    return found.score


def _initials_of_syllables(initials: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether ``C. H.`` must stand for the syllables of ``Chi-Yao`` or ``Chungmin``."""
    if len(initials) < 2 or any(len(part) > 1 for part in initials):
        return False
    if len(names) == len(initials):
        return True
    return len(names) == 1 and len(names[0]) >= 6 and is_syllabic(names[0])


def _closed(given: tuple[str, ...]) -> str:
    return "".join(given).replace("-", "")


def _flat(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for word in given for part in word.split("-"))


def _aligned(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Comparison:
    """Word by word from the first one on, names in the middle left out."""
    reasons: list[str] = []
    score = 1.0
    position = 0
    for index, word in enumerate(shorter):
        while True:
            if position == len(longer):
                return _DIFFERENT
            value, reason = _word(word, longer[position])
            position += 1
            if value:
                break
            if index == 0 or len(shorter) - index > len(longer) - position:
                return _DIFFERENT
        score = min(score, value)
        reasons += [reason] if reason and reason not in reasons else []
    if len(longer) > len(shorter):
        reasons.append("a name left out")
        score = min(score, 0.92)
    if not _in_full(shorter, longer):
        score = min(score, 0.6 + 0.1 * min(len(shorter) - 1, 2))
    likeness = Likeness.SAME if score == 1.0 else Likeness.COMPATIBLE
    return Comparison(likeness, score, tuple(reasons))


def _word(one: str, other: str) -> tuple[float, str]:
    """How far two given names agree, and why."""
    if one == other:
        return 1.0, ""
    if len(one) == 1 or len(other) == 1:
        return (0.8, "initials") if one[0] == other[0] else (0.0, "")
    if is_all_cjk(one) or is_all_cjk(other):
        return 0.0, ""
    if "-" in one and one.count("-") == other.count("-"):
        found = [_word(*pair) for pair in zip(one.split("-"), other.split("-"), strict=True)]
        return min(found)
    one, other = one.replace("-", ""), other.replace("-", "")
    if one == other:
        return 1.0, ""
    if _same_umlauts(one, other):
        return 0.97, "umlauts written out"
    if same_given_name(one, other):
        return 0.9, "short form"
    if is_syllabic(one) and is_syllabic(other):
        return 0.0, ""
    return _near(*sorted((one, other), key=len))


def _near(shorter: str, longer: str) -> tuple[float, str]:
    if len(shorter) >= 3 and longer.startswith(shorter):
        return 0.9, "short form"
    if sound(shorter) == sound(longer) and len(shorter) >= 4:
        return 0.9, "spelling"
    if len(shorter) >= 5 and _one_edit(shorter, longer) and shorter[0] == longer[0]:
        return 0.8, "a letter"
    return 0.0, ""


def _run_together(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Comparison:
    """Initials and a name written as one word: ``Y. M.`` and ``Yiuming``."""
    if len(shorter) != 1 or len(longer) < 2 or len(shorter[0]) < 3:
        return _DIFFERENT
    word = shorter[0]
    if not is_syllabic(word) or any(len(part) > 1 for part in longer):
        return _DIFFERENT
    position = 0
    for part in longer:
        found = word.find(part, position)
        if found < 0 or (position == 0 and found > 0):
            return _DIFFERENT
        position = found + len(part)
    return Comparison(Likeness.COMPATIBLE, 0.7, ("initials", "names run together"))


def _later_name(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Comparison:
    """Known by a later given name: Romina, Ivana Romina. In full, not by initials."""
    full = tuple(word for word in shorter if len(word) > 1)
    if len(full) != len(shorter) or len(longer) == len(shorter):
        return _DIFFERENT
    if longer[-len(shorter) :] == shorter and len("".join(shorter)) >= 4:
        return Comparison(Likeness.COMPATIBLE, 0.8, ("a later given name",))
    return _DIFFERENT


def _fits(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and min(len(one), len(other)) == 1)


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two exchanged turn one word into the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest_one, rest_other = one[start:], other[start:]
    if rest_one[1:] == rest_other[1:] or rest_one[1:] == rest_other or rest_one == rest_other[1:]:
        return True
    return rest_one[:2] == rest_other[1::-1] and rest_one[2:] == rest_other[2:]
