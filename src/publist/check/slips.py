"""Slips of the pen: one letter wrong, left out, doubled, or two exchanged."""

from __future__ import annotations

__all__ = ["is_slip"]


def is_slip(a: str, b: str) -> bool:
    """Whether two different words are one slip apart.

    >>> [is_slip("journal", other) for other in ("jounral", "jornal", "journol", "journals")]
    [True, True, True, True]
    >>> is_slip("journal", "journal"), is_slip("journal", "manual")
    (False, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = common_start(a, b)
    rest, other = a[start:], b[start:]
    if len(rest) == len(other):
        return rest[1:] == other[1:] or rest[1::-1] + rest[2:] == other
    longer, shorter = (rest, other) if len(rest) > len(other) else (other, rest)
    return longer[1:] == shorter


def common_start(a: str, b: str) -> int:
    """How many letters two words begin with in common."""
    shorter = min(len(a), len(b))
    return next((at for at in range(shorter) if a[at] != b[at]), shorter)
