"""What comparing two names finds: how alike they are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

__all__ = ["DIFFERENT", "Comparison", "Likeness", "less"]


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


DIFFERENT = Comparison(Likeness.DIFFERENT, 0.0)
"""The verdict on names that are not one person's."""


def less(found: Comparison, factor: float, reason: str) -> Comparison:
    """A finding made less sure, with one more reason.

    Args:
        found: The finding.
        factor: What its score is multiplied by, 0 to 1.
        reason: Why, in words.

    >>> sure = Comparison(Likeness.SAME, 1.0, ("same name",))
    >>> less(sure, 0.9, "suffix left out").reasons
    ('same name', 'suffix left out')
    """
    if not found:
        return found
    return Comparison(Likeness.COMPATIBLE, round(found.score * factor, 3), (*found.reasons, reason))
