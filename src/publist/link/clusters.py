"""Clusters: groups of records that agree as a whole, not by a chain of weak links."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

__all__ = ["FLOOR", "LARGEST", "cluster"]

FLOOR = -6.0
"""No pair counts worse than this in an average: one garbled record is outvoted, not feared."""

CEILING = 6.0

LARGEST = 400
"""Components beyond this size are clustered on the pairs that were compared anyway."""

Pair = tuple[int, int]


def cluster(
    size: int,
    scores: Mapping[Pair, float],
    score: Callable[[int, int], float],
    sources: Sequence[str | None],
    least: float = 0.0,
) -> list[tuple[int, ...]]:
    """Group records by average linkage.

    The two groups whose records agree best on average are joined first, as long as that
    average is at least ``least``; every pair of records counts, also those that blocking did
    not bring together. Groups that would hold two records of one clean source are never joined.

    Args:
        size: Number of records; they are ``0`` to ``size - 1``, and ties are decided by it.
        scores: Scores of the pairs compared, keys ``(low, high)``.
        score: Gives the score of a pair that is not among them.
        sources: For each record the clean source it is from, or None.
        least: The least average for joining.

    Returns:
        The groups, each in ascending order, ordered by their first record; single records too.
    """
    groups: list[tuple[int, ...]] = []
    for component in _components(size, [pair for pair, value in scores.items() if value >= least]):
        if len(component) == 1:
            groups.append(tuple(component))
        else:
            table = _table(component, scores, score)
            groups.extend(_agglomerate(component, table, sources, least))
    return sorted(groups)


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
    table: dict[Pair, float] = {}
    complete = len(component) <= LARGEST
    for place, left in enumerate(component):
        for right in component[place + 1 :]:
            value = scores.get((left, right))
            if value is None:
                value = score(left, right) if complete else FLOOR
            table[left, right] = min(max(value, FLOOR), CEILING)
    return table


def _agglomerate(
    component: list[int], table: dict[Pair, float], sources: Sequence[str | None], least: float
) -> list[tuple[int, ...]]:
    members = {at: [at] for at in component}
    taken = {at: {sources[at]} - {None} for at in component}
    sums = dict(table)
    heap = [(-value, pair) for pair, value in table.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        value, (left, right) = heapq.heappop(heap)
        if left not in members or right not in members or sums.get((left, right)) is None:
            continue
        pairs = len(members[left]) * len(members[right])
        if -value != sums[left, right] / pairs or taken[left] & taken[right]:
            continue
        members[left] += members.pop(right)
        taken[left] |= taken.pop(right)
        for other in members:
            if other == left:
                continue
            mine, its = _key(left, other), _key(right, other)
            sums[mine] += sums.pop(its)
            mean = sums[mine] / (len(members[left]) * len(members[other]))
            if mean >= least:
                heapq.heappush(heap, (-mean, mine))
        del sums[left, right]
    return [tuple(sorted(group)) for group in members.values()]


def _key(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
