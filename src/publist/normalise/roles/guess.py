"""The commonest reading of marks that nothing explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from publist.model import CORRESPONDING, EQUAL, LEAD, Role

__all__ = ["guess_meanings"]

_FIXED = {"✉": CORRESPONDING, "💡": LEAD}
_SHARED = frozenset({"*", "†", "#", "★", "☆", "+", "‡", "§", "¶", "‖", "^", "∘", "○", "●"})
_SINGLE = frozenset({"*", "†", "#", "‡", "★"})


def guess_meanings(lists: Iterable[tuple[tuple[str, ...], ...]]) -> dict[str, Role]:
    """What the unexplained marks of one file most likely mean.

    An envelope is the corresponding author, a bulb the project lead. Of the signs that have no
    meaning of their own, one that in most lists stands at several authors is equal
    contribution; one that stands at a single author is the corresponding one. A mark for which
    neither is usual gets no meaning.

    Args:
        lists: For each author list of the file, the unexplained marks of each author.

    >>> guess_meanings([(("*",), ("*",), ("✉",))])["*"].kind
    'equal'
    """
    shared: Counter[str] = Counter()
    single: Counter[str] = Counter()
    for marks_of in lists:
        counts = Counter(mark for marks in marks_of for mark in set(marks))
        for mark, count in counts.items():
            (shared if count > 1 else single)[mark] += 1
    found: dict[str, Role] = {}
    for mark in sorted(shared.keys() | single.keys()):
        if mark in _FIXED:
            found[mark] = _FIXED[mark]
        elif mark in _SHARED and shared[mark] >= single[mark]:
            found[mark] = EQUAL
        elif mark in _SINGLE:
            found[mark] = CORRESPONDING
    return found
