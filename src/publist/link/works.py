"""The link stage: records become works, and what was joined is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publist.link.caution import cautious
from publist.link.decisions import apply_rulings
from publist.link.linkage import Linkage, Pair, link
from publist.link.merge import merge
from publist.link.merge_policy import DEFAULT, Policy
from publist.link.row import Row, rows_from_records
from publist.link.settling import settled
from publist.model import Record, Ruling, Work
from publist.problems import Problem, Severity

__all__ = ["Grouped", "group_records", "join", "join_copies"]


Positions = tuple[tuple[int, ...], ...]
"""The records of one work by their positions, those of one publication together."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Records in the groups that they form.

    Args:
        records: The records.
        works: The positions of each work's records; works in the order of their first records.
        ids: What ``linkage`` calls each record.
        linkage: The decisions behind it, people's included.
        problems: What was wrong with people's decisions.
    """

    records: tuple[Record, ...]
    works: tuple[Positions, ...]
    ids: tuple[str, ...]
    linkage: Linkage
    problems: tuple[Problem, ...] = ()


def group_records(
    records: Sequence[Record],
    rulings: Sequence[Ruling] = (),
    *,
    linker: Callable[[Sequence[Row]], Linkage] = link,
) -> Grouped:
    """Find out which records are of one work; nothing is merged.

    Args:
        records: Records of any number of sources.
        rulings: What people decided; it wins over the evidence.
        linker: What weighs the evidence, e.g. :func:`publist.link.large.link_large`.
    """
    # Ids must not depend on the order of the records, for ties are decided by them.
    order = sorted(range(len(records)), key=lambda at: _content(records[at]))
    ordered = [records[at] for at in order]
    rows = rows_from_records(ordered)
    evidence = settled(cautious(linker(rows), ordered, rows), ordered, rows)
    linkage, problems = apply_rulings(evidence, ordered, rows, rulings)
    place = {row.id: at for row, at in zip(rows, order, strict=True)}
    ids = tuple(sorted(place, key=place.__getitem__))
    groups = [sorted(place[row_id] for row_id in group) for group in linkage.copies]
    copy_of = {at: tuple(group) for group in groups for at in group}
    clusters = sorted(sorted(place[row_id] for row_id in cluster) for cluster in linkage.clusters)
    works = tuple(tuple(dict.fromkeys(copy_of[at] for at in cluster)) for cluster in clusters)
    return Grouped(tuple(records), works, ids, linkage, problems)


def _content(record: Record) -> tuple[str, ...]:
    return (record.key, str(record.source), record.title.plain, str(record.date))


def join(
    records: Sequence[Record], rulings: Sequence[Ruling] = (), policy: Policy = DEFAULT
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """Make works of records: one for all versions of each.

    What is all but certain is joined, and what people decided.

    Args:
        records: Records of any number of sources.
        rulings: What people decided.
        policy: How records become one.

    Returns:
        The works in the order of their first records, and a note on every record that was
        joined (``joined``), contradictions between records (``merge-conflict``), and trouble
        with people's decisions.

    >>> from publist.model import Identifier
    >>> arxiv = (Identifier.parse("arxiv", "2401.17644"),)
    >>> works, problems = join([Record(key="old", identifiers=arxiv), Record(key="b"),
    ...                         Record(key="new", identifiers=arxiv, volume="3")])
    >>> [[version.key for version in work.versions] for work in works]
    [['new', 'old'], ['b']]
    >>> problems[0].code, problems[0].key
    ('joined', 'old')
    """
    grouped = group_records(records, rulings)
    return _merged(grouped, grouped.works, policy)


def join_copies(
    records: Sequence[Record], rulings: Sequence[Ruling] = (), policy: Policy = DEFAULT
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """Make a work of each publication: what is recorded twice is joined, versions stay apart.

    Arguments and results are those of :func:`join`.
    """
    grouped = group_records(records, rulings)
    publications = sorted((each,) for work in grouped.works for each in work)
    return _merged(grouped, publications, policy)


def _merged(
    grouped: Grouped, groups: Sequence[Positions], policy: Policy
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    works: list[Work] = []
    problems = list(grouped.problems)
    pairs = {(pair.a, pair.b): pair for pair in grouped.linkage.pairs}
    for group in groups:
        work, conflicts = merge([[grouped.records[at] for at in each] for each in group], policy)
        works.append(work)
        if len(work.versions) > 1:
            problems += _told(grouped, group, work.versions[0], pairs)
            problems += conflicts
    return tuple(works), tuple(problems)


def _told(
    grouped: Grouped, group: Positions, shown: Record, pairs: Mapping[tuple[str, str], Pair]
) -> Iterator[Problem]:
    """A note on each record that is not shown by itself, with the reasons in words."""
    members = sorted(at for publication in group for at in publication)
    lead = next(at for at in members if grouped.records[at] == shown)
    own = next(publication for publication in group if lead in publication)
    place = f" ({shown.source})" if shown.source else ""
    for at in members:
        if at == lead:
            continue
        role = "the same publication" if at in own else "another version"
        others = dict.fromkeys((lead, *members))
        why = _reasons(grouped.ids[at], [grouped.ids[other] for other in others], pairs)
        message = f"Shown as one work with {shown.key!r}{place}, as {role}: {why}."
        yield grouped.records[at].problem(Severity.INFO, "joined", message)


def _reasons(mine: str, others: Sequence[str], pairs: Mapping[tuple[str, str], Pair]) -> str:
    """Why a record was joined: how it compares with the first of the others it was held to."""
    for theirs in others:
        pair = pairs.get((min(mine, theirs), max(mine, theirs)))
        if pair is not None:
            return "; ".join(pair.reasons)
    return "both are like further records of it"
