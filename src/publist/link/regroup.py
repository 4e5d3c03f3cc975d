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
    compared: Iterable[Pair] = (),
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
        compared: The pairs that are looked at where a group is larger than :data:`LARGE`.

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
    known = _inside(compared, atoms, whole) if forbidden.of else {}
    made: list[tuple[str, ...]] = []
    for root, parts in whole.members.items():
        records = sorted(one for part in parts for one in atoms.members[part])
        if not forbidden.within(records):
            made.append(tuple(records))
            continue
        pairs = combinations(records, 2) if len(records) <= LARGE else known.get(root, ())
        agreement = Agreement(pairs, atoms, score)
        made += _reformed(sorted(parts), atoms, forbidden, agreement)
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


def _inside(pairs: Iterable[Pair], atoms: _Partition, whole: _Partition) -> dict[str, list[Pair]]:
    """The pairs within each group, by what the group is called."""
    inside: dict[str, list[Pair]] = defaultdict(list)
    for one, other in pairs:
        root = whole.root(atoms.root(one))
        if root == whole.root(atoms.root(other)):
            inside[root].append((one, other))
    return inside


class Agreement:
    """How well parts agree on average, over the pairs of their records that were compared."""

    def __init__(
        self, pairs: Iterable[Pair], atoms: _Partition, score: Callable[[str, str], float]
    ) -> None:
        self.between: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
        for one, other in pairs:
            left, right = atoms.root(one), atoms.root(other)
            if left != right:
                value = min(max(score(one, other), _FLOOR), _CEILING)
                self._add(left, right, value, 1)

    def _add(self, one: str, other: str, total: float, count: int) -> None:
        old_total, old_count = self.between[one].get(other, (0.0, 0))
        known = (old_total + total, old_count + count)
        self.between[one][other] = self.between[other][one] = known

    def mean(self, one: str, other: str) -> float:
        """The average of two parts that have been compared."""
        total, count = self.between[one][other]
        return total / count

    def best_first(self) -> list[Pair]:
        """The parts that have been compared, two by two."""
        pairs = [(one, other) for one, others in self.between.items() for other in others]
        ordered = (pair for pair in pairs if pair[0] < pair[1])
        return sorted(ordered, key=lambda pair: (-self.mean(*pair), pair))

    def join(self, left: str, right: str) -> None:
        """Take the right part into the left one."""
        del self.between[left][right]
        for third, (total, count) in self.between.pop(right).items():
            if third != left:
                del self.between[third][right]
                self._add(left, third, total, count)


def _reformed(
    parts: Sequence[str], atoms: _Partition, forbidden: _Apart, agreement: Agreement
) -> list[tuple[str, ...]]:
    """Groups of one group's parts, the best matching ones joined first, none that are apart."""
    apart = {
        part: {
            atoms.root(other) for one in atoms.members[part] for other in forbidden.of.get(one, ())
        }
        for part in parts
    }
    formed = _Partition(parts)
    for one, other in agreement.best_first():
        left, right = sorted((formed.root(one), formed.root(other)))
        if left == right or agreement.mean(left, right) < 0 or right in apart[left]:
            continue
        formed.join(left, right)
        agreement.join(left, right)
        for third in apart.pop(right):
            apart[left].add(third)
            if third in apart:
                apart[third].add(left)
    groups = formed.members.values()
    return [tuple(sorted(one for part in group for one in atoms.members[part])) for group in groups]
