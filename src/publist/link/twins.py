"""Twins: records that say the same, set aside before anything is compared.

Blocks are capped, so that thousands of records of one title are not all compared with each
other; records that say the same need not be. One of them is compared for all and speaks for all,
and the others go where it goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from publist.link.forms import Form

__all__ = ["Twins", "expanded", "find_twins", "told_apart", "twin_key"]

Twins = Mapping[int, tuple[int, ...]]
"""For the first of some records that say the same the positions of the others, ascending."""

TOLD = 60
"""So many pairs of twins are told one by one; of more, each twin with the first of them."""

_MARKS = re.compile(r"[^\w\x1e\x1f]+")


def twin_key(form: Form) -> str:
    """What a record says, as far as it is compared, in one string; case and stops set aside."""
    row = form.row
    names = "\x1f".join(f"{family}\x1f{given}" for family, given in row.byline.names)
    known = (names, row.venue, row.pages, row.volume, row.issue, row.type)
    said = _MARKS.sub("", "\x1e".join(known).casefold())
    whole = "" if row.byline.truncated else "."
    return f"{form.title.closed}\x1e{said}\x1e{row.year}{whole}\x1e{sorted(row.identifiers)}"


def find_twins(
    keys: Iterable[tuple[int, object]], joinable: Callable[[int], bool]
) -> dict[int, tuple[int, ...]]:
    """The records with equal keys, the first of each with the others.

    Args:
        keys: Positions and keys, positions ascending; a record that is to have no twin is left
            out.
        joinable: Whether a record would be joined with one that says the same: nothing but
            *Editorial* is said of many works.
    """
    places: dict[object, list[int]] = defaultdict(list)
    for at, key in keys:
        places[key].append(at)
    return {at: tuple(others) for at, *others in places.values() if others and joinable(at)}


def expanded(groups: Iterable[tuple[int, ...]], twins: Twins) -> list[tuple[int, ...]]:
    """Groups with the twins of their records; groups of nothing but one twin are left out."""
    others = {at for further in twins.values() for at in further}
    return [
        tuple(sorted(one for at in group for one in (at, *twins.get(at, ()))))
        for group in groups
        if group[0] not in others
    ]


def told_apart(left: int, right: int, twins: Twins) -> Iterator[tuple[int, int]]:
    """The pairs that one comparison stands for, the lower position first.

    >>> list(told_apart(0, 1, {1: (4,)}))
    [(0, 1), (0, 4)]
    >>> list(told_apart(0, 0, {0: (4, 7)}))
    [(0, 4), (0, 7), (4, 7)]
    """
    ones, others = (left, *twins.get(left, ())), (right, *twins.get(right, ()))
    if left == right:
        few = len(ones) * (len(ones) - 1) // 2 <= TOLD
        yield from combinations(ones, 2) if few else ((left, other) for other in ones[1:])
    elif len(ones) * len(others) > TOLD:
        yield left, right
    else:
        yield from ((min(one, other), max(one, other)) for one in ones for other in others)
