"""Clusters: groups of records that agree as a whole, not by a chain of weak links."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

__all__ = ["FLOOR", "LARGEST", "cluster"]

FLOOR = -6.0
"""No pair counts worse than this in an average: one garbled record is outvoted, not feared."""

CEILING = 5.5
"""No pair counts better: one plain contradiction outweighs one agreement, however strong, so that
a third record does not join *Part I* and *Part II*."""

LARGEST = 400
"""Components beyond this size are clustered on the pairs that were compared anyway."""

Pair = tuple[int, int]


def cluster(
    scores: Mapping[Pair, float],
    score: Callable[[int, int], float],
    sources: Sequence[str | None],
    start: Sequence[tuple[int, ...]] = (),
    voices: Mapping[int, int] | None = None,
) -> list[tuple[int, ...]]:
    """Group records by average linkage.

    The two groups whose records agree best on average are joined first, as long as that
    average is not negative; every pair of records counts, also those that blocking did not
    bring together. Groups that would hold two records of one clean source are never joined.

    Args:
        scores: Scores of the pairs compared, keys ``(low, high)``; 0 is where joining begins.
        score: Gives the score of a pair that is not among them.
        sources: For each record the clean source it is from, or None; as many as records.
            Ties are decided by their order.
        start: Groups to begin with.
        voices: For how many records one counts in an average, where it is more than one.

    Returns:
        The groups, each in ascending order, ordered by their first record; single records too.
    """
    links = [pair for pair, value in scores.items() if value >= 0]
    links += [(group[0], other) for group in start for other in group[1:]]
    begun = {group[0]: group for group in start}
    counts = voices or {}
    groups: list[tuple[int, ...]] = []
    crowds: dict[int, int] = {}
    for component in _components(len(sources), links):
        if len(component) == 1 or _is_plain_pair(component, sources):
            groups.append(tuple(component))
        elif len(component) > LARGEST:
            crowds.update(dict.fromkeys(component, component[0]))
        else:
            table = _table(component, scores, score)
            groups.extend(_agglomerate(component, table, sources, begun, counts))
    for component, table in _crowds(crowds, scores):
        groups.extend(_agglomerate(component, table, sources, begun, counts))
    return sorted(groups)


def _crowds(
    component_of: Mapping[int, int], scores: Mapping[Pair, float]
) -> Iterator[tuple[list[int], dict[Pair, float]]]:
    """Components too large to compare all their pairs, with the scores that are known."""
    members: dict[int, list[int]] = defaultdict(list)
    for at, name in component_of.items():
        members[name].append(at)
    tables: dict[int, dict[Pair, float]] = {name: {} for name in members}
    for (left, right), value in scores.items():
        crowd = component_of.get(left, -1)
        if crowd >= 0 and crowd == component_of.get(right):
            tables[crowd][left, right] = value
    for name, table in tables.items():
        yield members[name], table


def _is_plain_pair(component: list[int], sources: Sequence[str | None]) -> bool:
    """Whether two records are all there is, and nothing forbids to join them."""
    if len(component) != 2:
        return False
    left, right = (sources[at] for at in component)
    return left is None or left != right


def _components(size: int, links: Sequence[Pair]) -> list[list[int]]:
    parent = list(range(size))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for left, right in links:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(size):
        members[root(at)].append(at)
    return list(members.values())


def _table(
    component: list[int], scores: Mapping[Pair, float], score: Callable[[int, int], float]
) -> dict[Pair, float]:
    """The scores within a component, all of them where it is not too large."""
    table: dict[Pair, float] = {}
    for place, left in enumerate(component):
        for right in component[place + 1 :]:
            value = scores.get((left, right))
            value = score(left, right) if value is None else value
            table[left, right] = value
    return table


def _agglomerate(
    component: list[int],
    table: dict[Pair, float],
    sources: Sequence[str | None],
    begun: Mapping[int, tuple[int, ...]],
    voices: Mapping[int, int],
) -> list[tuple[int, ...]]:
    start = [(at, other) for at in component for other in begun.get(at, ())[1:]]
    if not start:
        start, tied = _to_anchors(table, sources)
        table = table | dict.fromkeys(tied, FLOOR)
    groups = _Groups(component, table, sources, voices)
    for left, right in start:
        groups.join(left, right)
    heap = [(-groups.mean(pair), pair) for pair in groups.pairs() if groups.mean(pair) >= 0]
    heapq.heapify(heap)
    while heap:
        value, pair = heapq.heappop(heap)
        if not groups.known(pair) or -value != groups.mean(pair) or not groups.may_join(*pair):
            continue
        for changed in groups.join(*pair):
            if groups.mean(changed) >= 0:
                heapq.heappush(heap, (-groups.mean(changed), changed))
    return [tuple(sorted(group)) for group in groups.members.values()]


def _to_anchors(
    table: dict[Pair, float], sources: Sequence[str | None]
) -> tuple[list[Pair], list[Pair]]:
    """Link records to the record of a clean source that each agrees with best.

    What a clean source says is not averaged away: its record stands for the work, and the
    others are held against it alone. Where two fit equally well, neither is taken.

    Returns:
        The links, and the pairs that nothing tells from others.
    """
    anchored: dict[int, int] = {}
    held: set[tuple[int, str]] = set()
    links: list[Pair] = []
    tied: list[Pair] = []
    directed = sorted((-round(value, 2), *link) for value, link in _anchorings(table, sources))
    for _, alike in groupby(directed, key=itemgetter(0)):
        free = [
            (anchor, other)
            for _, anchor, other in alike
            if other not in anchored
            and anchor not in anchored
            and (anchor, sources[other] or "") not in held
        ]
        anchors = Counter(anchor for anchor, other in free if sources[other] is not None)
        others = Counter(other for _, other in free)
        for anchor, other in free:
            if others[other] > 1 or anchors[anchor] > 1:
                tied.append(_key(anchor, other))
                continue
            if sources[other] is not None:
                held.add((anchor, str(sources[other])))
            anchored[other] = anchor
            links.append(_key(anchor, other))
    return links, tied


def _anchorings(
    table: dict[Pair, float], sources: Sequence[str | None]
) -> Iterator[tuple[float, Pair]]:
    """The pairs of a clean source's record and another that may be joined, in that order."""
    for (left, right), value in table.items():
        if value < 0:
            continue
        for anchor, other in ((left, right), (right, left)):
            source, other_source = sources[anchor], sources[other]
            if source is not None and (other_source is None or source < other_source):
                yield value, (anchor, other)


class _Groups:
    """The groups of one component while they are joined, each called by its first record.

    For every two groups the sum and the number of the scores known between them are kept; a
    score that is not known counts as :data:`FLOOR`.
    """

    def __init__(
        self,
        component: list[int],
        table: dict[Pair, float],
        sources: Sequence[str | None],
        voices: Mapping[int, int],
    ) -> None:
        self.members = {at: [at] for at in component}
        self.size = {at: voices.get(at, 1) for at in component}
        self.clean = {at: {sources[at]} - {None} for at in component}
        self.name = {at: at for at in component}
        self.between: dict[int, dict[int, tuple[float, int]]] = {at: {} for at in component}
        for (left, right), value in table.items():
            count = self.size[left] * self.size[right]
            known = (count * min(max(value, FLOOR), CEILING), count)
            self.between[left][right] = self.between[right][left] = known

    def pairs(self) -> list[Pair]:
        """The pairs of groups with a score known between them."""
        return [
            (left, right)
            for left, others in self.between.items()
            for right in others
            if left < right
        ]

    def known(self, pair: Pair) -> bool:
        """Whether both groups are still there."""
        return pair[0] in self.members and pair[1] in self.members

    def mean(self, pair: Pair) -> float:
        """How well two groups agree, record by record."""
        left, right = pair
        total, count = self.between[left][right]
        size = self.size[left] * self.size[right]
        return (total + FLOOR * (size - count)) / size

    def may_join(self, left: int, right: int) -> bool:
        """Whether no clean source would be in the group twice."""
        return not self.clean[left] & self.clean[right]

    def join(self, one: int, other: int) -> list[Pair]:
        """Put the groups of two records together; the pairs of groups whose mean changed."""
        left, right = sorted((self.name[one], self.name[other]))
        for member in self.members[right]:
            self.name[member] = left
        self.members[left] += self.members.pop(right)
        self.size[left] += self.size.pop(right)
        self.clean[left] |= self.clean.pop(right)
        mine, its = self.between[left], self.between.pop(right)
        mine.pop(right, None)
        for third, (total, count) in its.items():
            if third == left:
                continue
            old_total, old_count = mine.get(third, (0.0, 0))
            mine[third] = self.between[third][left] = (old_total + total, old_count + count)
            del self.between[third][right]
        return [_key(left, third) for third in mine]


def _key(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
