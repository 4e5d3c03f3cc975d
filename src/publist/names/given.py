"""Comparing given names: initials, names left out, short forms, spellings."""

from __future__ import annotations

from publist.names.cjk import is_all_cjk
from publist.names.fold import is_syllabic, sound, umlauts_shortened
from publist.names.likeness import DIFFERENT, Comparison, Likeness
from publist.names.nicknames import same_given_name

__all__ = ["by_given", "in_full", "one_edit", "same_umlauts"]


def by_given(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    """Compare given names of people who share the family name.

    Args:
        a: Folded words, hyphens kept; initials without full stops.
        b: The same of the other.

    >>> by_given(("yiu-ming",), ("y-m",)).reasons
    ('initials',)
    >>> bool(by_given(("wei",), ("wei-yao",)))
    False
    """
    one, other = _closed(a), _closed(b)
    if a == b or (a and one == other and in_full(a, b)):
        if not a:
            return Comparison(Likeness.SAME, 0.9, ("same name",))
        return Comparison(Likeness.SAME, 1.0, ("same but for spelling",))
    if not a or not b:
        return Comparison(Likeness.COMPATIBLE, 0.4, ("no given name",))
    if same_umlauts(one, other) and in_full(a, b):
        return Comparison(Likeness.SAME, 0.97, ("umlauts written out",))
    flat_a, flat_b = _flat(a), _flat(b)
    flat = _aligned(flat_a, flat_b) if len(flat_a) == len(flat_b) else DIFFERENT
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
                return DIFFERENT
            value, reason = _word(word, longer[position])
            position += 1
            if value:
                break
            if index == 0 or len(shorter) - index > len(longer) - position:
                return DIFFERENT
        score = min(score, value)
        reasons += [reason] if reason and reason not in reasons else []
    if len(longer) > len(shorter):
        reasons.append("a name left out")
        score = min(score, 0.92)
    if not in_full(shorter, longer):
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
    if same_umlauts(one, other):
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
    if len(shorter) >= 5 and one_edit(shorter, longer) and shorter[0] == longer[0]:
        return 0.8, "a letter"
    return 0.0, ""


def _run_together(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Comparison:
    """Initials and a name written as one word: ``Y. M.`` and ``Yiuming``."""
    if len(shorter) != 1 or len(longer) < 2 or len(shorter[0]) < 3:
        return DIFFERENT
    word = shorter[0]
    if not is_syllabic(word) or any(len(part) > 1 for part in longer):
        return DIFFERENT
    position = 0
    for part in longer:
        found = word.find(part, position)
        if found < 0 or (position == 0 and found > 0):
            return DIFFERENT
        position = found + len(part)
    return Comparison(Likeness.COMPATIBLE, 0.7, ("initials", "names run together"))


def _later_name(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Comparison:
    """Known by a later given name: Romina, Ivana Romina. In full, not by initials."""
    full = tuple(word for word in shorter if len(word) > 1)
    if len(full) != len(shorter) or len(longer) == len(shorter):
        return DIFFERENT
    if longer[-len(shorter) :] == shorter and len("".join(shorter)) >= 4:
        return Comparison(Likeness.COMPATIBLE, 0.8, ("a later given name",))
    return DIFFERENT


def in_full(*givens: tuple[str, ...]) -> bool:
    """Whether each has a name that is more than an initial."""
    return all(any(len(word) > 1 for word in given) for given in givens)


def same_umlauts(one: str, other: str) -> bool:
    """Whether two folded names are one where umlauts may be written out."""
    # Yu and Yue are two Chinese names, not one German.
    if umlauts_shortened(one) != umlauts_shortened(other):
        return False
    return not (is_syllabic(one) and is_syllabic(other))


def one_edit(one: str, other: str) -> bool:
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
