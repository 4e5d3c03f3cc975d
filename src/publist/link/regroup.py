"""Regrouping: groups of records put right by what a person decided about pairs of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from publist.link.linkage import Linkage, relate
from publist.link.row import Row
from publist.link.verdict import JOIN

__all__ = ["LARGE", "cut_by", "regroup", "scores_of"]

Pair = tuple[str, str]

LARGE = 60
"""Of a cluster beyond this size not every pair is looked at."""

_FLOOR, _CEILING = -6.0, 6.0
"""Bounds of a pair's score in an average, as where the groups were formed."""


def regroup(
    groups: Sequence[tuple[str, ...]],
    together: Iterable[Pair],
    apart: Iterable[Pair],
    score: Callable[[str, str], float],
) -> tuple[tuple[tuple[str, ...], ...], tuple[Pair, ...]]:
    """Join and split groups so that pairs are together or apart as told.

    Groups that a pair brings together are joined whole. A group with a pair in it that is to be
    apart is formed anew from its records, by average scores. What is to be apart stands over
    what is to be together.

    Args:
        groups: The groups, each record in one of them.
        together: Pairs that are to be in one group.
        apart: Pairs that are not.
        score: How well two records agree; below 0 they are better apart.

    Returns:
        The groups in alphabetical order, and the pairs of ``together`` that could not be
        followed because of what is to be apart.

    >>> regroup([("a", "b"), ("c",)], [("b", "c")], [("a", "b")], lambda a, b: -1.0)
    ((('a',), ('b', 'c')), ())
    """
    forbidden = _Apart(apart)
    atoms = _Partition(record for group in groups for record in group)
    refused = [
        pair
        for pair in dict.fromkeys(together)
        if not _joined(atoms, forbidden, atoms.root(pair[0]), atoms.root(pair[1]))
    ]
    whole = _Partition(atoms.roots)
    for group in groups:
        for other in group[1:]:
            whole.join(atoms.root(group[0]), atoms.root(other))
    made: list[tuple[str, ...]] = []
    for members in list(whole.members.values()):
        parts = sorted(members)
        if forbidden.within([record for part in parts for record in atoms.members[part]]):
            made += _reformed(parts, atoms, forbidden, score)
        else:
            made.append(tuple(sorted(one for part in parts for one in atoms.members[part])))
    return tuple(sorted(made)), tuple(refused)


def cut_by(
    copies: Sequence[tuple[str, ...]], clusters: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Groups of copies, cut where clusters were cut.

    >>> cut_by([("a", "b")], [("a",), ("b",)])
    [('a',), ('b',)]
    """
    cluster_of = {record: at for at, group in enumerate(clusters) for record in group}
    cut: dict[tuple[int, int], list[str]] = defaultdict(list)
    for at, group in enumerate(copies):
        for record in group:
            cut[at, cluster_of[record]].append(record)
    return [tuple(group) for group in cut.values()]


def scores_of(linkage: Linkage, rows: Sequence[Row]) -> Callable[[str, str], float]:
    """How well any two rows agree, 0 being where joining begins; compared when asked for.

    Of rows in large clusters only those pairs count that were compared anyway.
    """
    known = {(pair.a, pair.b): pair.score - JOIN for pair in linkage.pairs}
    crowded = {row for group in linkage.clusters if len(group) > LARGE for row in group}
    by_id = {row.id: row for row in rows}

    def score(one: str, other: str) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in known:
            if one in crowded and other in crowded:
                return _FLOOR
            known[pair] = relate(by_id[one], by_id[other]).score - JOIN
        return known[pair]

    return score


class _Partition:
    """Records in groups, each called by one of its records."""

    def __init__(self, records: Iterable[str]) -> None:
        self.name = {record: record for record in records}
        self.members = {record: [record] for record in self.name}

    @property
    def roots(self) -> list[str]:
        return list(self.members)

    def root(self, record: str) -> str:
        return self.name[record]

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.name[one], self.name[other]))
        if low != high:
            for record in self.members[high]:
                self.name[record] = low
            self.members[low] += self.members.pop(high)


class _Apart:
    """The pairs that are not to be in one group."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.of: dict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            self.of[one].add(other)
            self.of[other].add(one)

    def within(self, records: Sequence[str]) -> bool:
        """Whether a pair of the records is to be apart."""
        if not self.of:
            return False
        inside = set(records)
        return any(not inside.isdisjoint(self.of[one]) for one in records if one in self.of)


def _joined(parts: _Partition, forbidden: _Apart, one: str, other: str) -> bool:
    """Join two parts unless that brings together what is to be apart; whether it was done."""
    if one != other and forbidden.within([*parts.members[one], *parts.members[other]]):
        return False
    parts.join(one, other)
    return True


def _reformed(
    parts: Sequence[str],
    atoms: _Partition,
    forbidden: _Apart,
    score: Callable[[str, str], float],
) -> list[tuple[str, ...]]:
    """Groups of one group's parts, the best matching ones joined first, none that are apart."""
    size = {part: len(atoms.members[part]) for part in parts}
    apart = {
        part: {
            atoms.root(other) for one in atoms.members[part] for other in forbidden.of.get(one, ())
        }
        for part in parts
    }
    sums = {
        (one, other): _sum(atoms.members[one], atoms.members[other], score)
        for one, other in combinations(parts, 2)
    }
    order = sorted(sums, key=lambda pair: (-sums[pair] / (size[pair[0]] * size[pair[1]]), pair))
    formed = _Partition(parts)
    for one, other in order:
        left, right = sorted((formed.root(one), formed.root(other)))
        if left == right or sums[left, right] < 0 or right in apart[left]:
            continue
        formed.join(left, right)
        for third in formed.roots:
            if third != left:
                sums[_ordered(left, third)] += sums.pop(_ordered(right, third))
        for third in apart.pop(right):
            apart[left].add(third)
            if third in apart:
                apart[third].add(left)
    groups = formed.members.values()
    return [tuple(sorted(one for part in group for one in atoms.members[part])) for group in groups]


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _sum(left: Sequence[str], right: Sequence[str], score: Callable[[str, str], float]) -> float:
    return sum(min(max(score(one, other), _FLOOR), _CEILING) for one in left for other in right)
