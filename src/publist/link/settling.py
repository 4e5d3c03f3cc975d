"""Settling: works held against each other as they are merged, until none are joined any more.

A merged record says more than each record that it was made of: an author list that one source
broke off is whole in another. What was doubtful between records can be plain between works, and
would be joined when the merged list is read and linked anew. Joined at once, linking its own
result changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from publist.link.caution import cautious
from publist.link.linkage import Linkage, Pair, link, relate
from publist.link.merge import merge
from publist.link.row import Row, rows_from_records
from publist.link.verdict import Decision, Relation
from publist.model import Record, Work

__all__ = ["settled"]

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Joined:
    """Works that are one after all, and publications that are, each by the ids of its records."""

    works: tuple[tuple[Group, ...], ...]
    copies: tuple[tuple[Group, ...], ...]


def settled(linkage: Linkage, records: Sequence[Record], rows: Sequence[Row]) -> Linkage:
    """Join works whose merged records are plainly of one work.

    Only works that something was found to speak for, and of which one was merged of several
    records, are held against each other.

    Args:
        linkage: What the evidence says of the rows.
        records: The records that the rows were made of.
        rows: A row for each record.

    Returns:
        The linkage with no works left that would be joined.
    """
    by_id = {row.id: record for row, record in zip(rows, records, strict=True)}
    row_of = {row.id: row for row in rows}
    while (joined := _linked_again(linkage, by_id)).works:
        linkage = _with_joined(linkage, joined, row_of)
    return linkage


def _linked_again(linkage: Linkage, by_id: Mapping[str, Record]) -> _Joined:
    copy_of = {row: group for group in linkage.copies for row in group}
    works: list[tuple[Group, Group, Work]] = []
    for group in _near(linkage):
        copies = tuple(dict.fromkeys(copy_of[row] for row in group))
        work, _ = merge([[by_id[row] for row in copy] for copy in copies])
        lead = next(row for row in group if by_id[row] == work.versions[0])
        works.append((group, copy_of[lead], work))
    works.sort(key=lambda each: (each[2].key, str(each[2].record.source), each[0]))
    merged = [work.record for _, _, work in works]
    rows = rows_from_records(merged)
    again = cautious(link(rows), merged, rows)
    at = {row.id: place for place, row in enumerate(rows)}
    return _Joined(
        tuple(tuple(works[at[row]][0] for row in one) for one in again.clusters if len(one) > 1),
        tuple(tuple(works[at[row]][1] for row in one) for one in again.copies if len(one) > 1),
    )


def _near(linkage: Linkage) -> list[Group]:
    """The works that are near another one, where either was merged of several records."""
    work_of = {row: group for group in linkage.clusters for row in group}
    near: set[Group] = set()
    for pair in linkage.pairs:
        one, other = work_of[pair.a], work_of[pair.b]
        if one != other and len(one) + len(other) > 2:
            near.update((one, other))
    return sorted(near)


def _with_joined(linkage: Linkage, joined: _Joined, rows: Mapping[str, Row]) -> Linkage:
    clusters = _united(linkage.clusters, joined.works)
    work_of = {row: group for group in clusters for row in group}
    was_in = {row: group for group in linkage.clusters for row in group}
    known = {(pair.a, pair.b) for pair in linkage.pairs}
    leads = [(min(a[0], b[0]), max(a[0], b[0])) for a, *others in joined.works for b in others]
    missing = [relate(rows[a], rows[b]) for a, b in leads if (a, b) not in known]
    pairs = [
        _confirmed(pair)
        if work_of[pair.a] == work_of[pair.b] and was_in[pair.a] != was_in[pair.b]
        else pair
        for pair in (*linkage.pairs, *missing)
    ]
    return Linkage(
        clusters=clusters,
        copies=_united(linkage.copies, joined.copies),
        pairs=tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))),
    )


def _united(groups: Iterable[Group], joined: Iterable[tuple[Group, ...]]) -> tuple[Group, ...]:
    left = set(groups)
    for parts in joined:
        left.difference_update(parts)
        left.add(tuple(sorted(row for part in parts for row in part)))
    return tuple(sorted(left))


def _confirmed(pair: Pair) -> Pair:
    version = pair.relation in (Relation.SAME, Relation.VERSION)
    return replace(
        pair,
        relation=pair.relation if version else Relation.VERSION,
        decision=Decision.JOIN,
        reasons=(*pair.reasons, "confirmed by further records of both"),
    )
