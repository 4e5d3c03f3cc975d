"""Linking: from rows to groups of records, with every decision explained."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from publist.collector import paused_collector
from publist.link.blocking import candidates, plausible
from publist.link.clusters import cluster
from publist.link.forms import Form, read_form
from publist.link.row import Row
from publist.link.twins import Twins, expanded, find_twins, told_apart, twin_key
from publist.link.verdict import (
    ASK,
    COPY,
    JOIN,
    UNSURE,
    Decision,
    Relation,
    Verdict,
    decide,
    judge,
)

__all__ = ["Linkage", "Pair", "link", "relate"]

ANCHOR = 1.5
"""What being the best match in a clean source adds to the log-odds of one work."""

ANCHOR_COPY = 5.0
"""What it adds to those of one publication, when the other source is not clean: its venue and
year are worth less than that the clean source knows no better match."""

TIE = 0.02
"""What all the evidence adds to the weaker side of it, which decides: of several records of a
clean source that fit, the one that fits best is taken."""

STRANGERS = -4.0
"""Verdicts below are not kept but asked for again where a cluster needs them."""

Index = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that were compared, and why they are taken for what they are.

    Args:
        a: The id of the one record; ``b`` of the other.
        relation: What they are to each other.
        score: How sure it is that they are of one work (log-odds: 0 is even, 3.5 is 30 to 1).
        decision: What is done about it.
        reasons: The evidence in words, the weightiest first.
    """

    a: str
    b: str
    relation: Relation
    score: float
    decision: Decision
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """The result of linking.

    Args:
        clusters: The records of each work, by id, versions together; single records too.
        copies: The records of each publication; each group lies within one of ``clusters``.
        pairs: What was compared and is worth telling: joined, to be asked about, related.
    """

    clusters: tuple[tuple[str, ...], ...]
    copies: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]


def link(
    rows: Sequence[Row], *, clean_sources: Collection[str] = (), least: float = JOIN
) -> Linkage:
    """Find the records that are of one work.

    The result does not depend on the order of the rows, nor on records that have nothing to do
    with each other.

    Args:
        rows: The records; their ids are unique.
        clean_sources: Sources known to hold no publication twice. Records of other sources are
            held against theirs, one each, and no two of theirs are ever joined as copies.
        least: Log-odds from which on records are joined; the default joins what is all but
            certain, 0 what is more likely than not.

    Raises:
        ValueError: Two rows have the same id.
    """
    ordered = in_order(rows)
    with paused_collector():
        forms = [read_form(row) for row in ordered]
        keys = [(at, twin_key(form)) for at, form in enumerate(forms)]
        twins = twins_among(keys, forms, clean_sources, least)
        verdicts: dict[Index, Verdict] = {}
        for left, right in candidates(forms, twins):
            if plausible(forms[left], forms[right]):
                verdict = judge(forms[left], forms[right])
                if worth_keeping(verdict):
                    verdicts[left, right] = verdict
        return assemble(ordered, forms, verdicts, twins, clean_sources, least)


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows in the order of what they say, so that ties are not decided by where they stood.

    Raises:
        ValueError: Two rows have the same id.
    """
    if len({row.id for row in rows}) < len(rows):
        raise ValueError("Rows to be linked need ids of their own.")
    return sorted(rows, key=_content)


def _content(row: Row) -> tuple[object, ...]:
    known_year = -1 if row.year is None else row.year
    names = row.byline.names
    return (row.title.casefold(), names, known_year, row.venue, row.pages, row.source, row.id)


def worth_keeping(verdict: Verdict) -> bool:
    """Whether a verdict can matter; those on strangers do not, and are most of them."""
    return verdict.work > STRANGERS or verdict.relation is Relation.RELATED


def twins_among(
    keys: Iterable[tuple[int, object]],
    forms: Sequence[Form],
    clean_sources: Collection[str],
    least: float,
) -> dict[int, tuple[int, ...]]:
    """The records that say the same and are joined for that, the first of each with the others.

    Args:
        keys: What each record says, by its position, ascending.
        forms: Each row, read.
        clean_sources: Sources whose records have no twins, as they hold nothing twice.
        least: Log-odds from which on records are joined.
    """

    def joinable(at: int) -> bool:
        return copy_score(judge(forms[at], forms[at]), least) >= 0

    dirty = ((at, key) for at, key in keys if forms[at].row.source not in clean_sources)
    return find_twins(dirty if clean_sources else keys, joinable)


def assemble(
    ordered: Sequence[Row],
    forms: Sequence[Form],
    verdicts: Mapping[Index, Verdict],
    twins: Twins,
    clean_sources: Collection[str],
    least: float,
) -> Linkage:
    """Group records by the verdicts on their pairs.

    Args:
        ordered: The rows, as :func:`in_order` gives them.
        forms: Each row, read.
        verdicts: What is known of pairs, by position in ``ordered``, the lower one first.
        twins: The records that say the same as others, as :func:`twins_among` gives them.
        clean_sources: As for :func:`link`, likewise ``least``.
        least: Log-odds from which on records are joined.
    """
    clean = [row.source if row.source in clean_sources else None for row in ordered]
    voices = {at: 1 + len(others) for at, others in twins.items()}
    grouped = partial(_clustered, forms, verdicts, voices)
    copies = _copies(grouped, clean, least)
    works = _works(grouped, copies, least)
    works, copies = expanded(works, twins), expanded(copies, twins)
    known = dict(verdicts) | {(at, at): judge(forms[at], forms[at]) for at in twins}
    ids = [row.id for row in ordered]
    return Linkage(_named(works, ids), _named(copies, ids), _pairs(known, twins, works, ids))


def relate(left: Row, right: Row) -> Pair:
    """Compare two rows by themselves, whatever a collection around them would say."""
    return _pair(left.id, right.id, judge(read_form(left), read_form(right)))


def _pair(left_id: str, right_id: str, verdict: Verdict) -> Pair:
    a, b = sorted((left_id, right_id))
    score = round(verdict.score, 2)
    return Pair(a, b, verdict.relation, score, decide(verdict.score), verdict.reasons)


Grouping = Callable[..., list[tuple[int, ...]]]


def _copies(
    grouped: Grouping,
    clean: Sequence[str | None],
    least: float,
) -> list[tuple[int, ...]]:
    def score(pair: Index, verdict: Verdict) -> float:
        one, other = clean[pair[0]], clean[pair[1]]
        if one is None and other is None:
            return copy_score(verdict, least)
        by_anchor = ANCHOR_COPY if one is None or other is None else 0.0
        held = replace(verdict, work=verdict.work + ANCHOR, copy=verdict.copy + by_anchor)
        weaker = copy_score(held, least)
        copy = held.copy - min(COPY, least)
        return weaker + TIE * (held.work + copy) if weaker >= 0 else weaker

    return grouped(score, clean)


def copy_score(verdict: Verdict, least: float) -> float:
    """How well two records agree as one publication; from 0 on they are joined."""
    work = verdict.work if verdict.sure else min(verdict.work, UNSURE)
    return min(work - least, verdict.copy - min(COPY, least))


def _works(
    grouped: Grouping,
    copies: Sequence[tuple[int, ...]],
    least: float,
) -> list[tuple[int, ...]]:
    def score(_: Index, verdict: Verdict) -> float:
        return verdict.score - least

    return grouped(score, None, copies)


def _clustered(
    forms: Sequence[Form],
    verdicts: Mapping[Index, Verdict],
    voices: Mapping[int, int],
    score: Callable[[Index, Verdict], float],
    clean: Sequence[str | None] | None,
    start: Sequence[tuple[int, ...]] = (),
) -> list[tuple[int, ...]]:
    scores = {pair: score(pair, verdict) for pair, verdict in verdicts.items()}

    def missing(left: int, right: int) -> float:
        return score((left, right), judge(forms[left], forms[right]))

    return cluster(scores, missing, clean or [None] * len(forms), start, voices)


def _named(groups: Sequence[tuple[int, ...]], ids: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(sorted(ids[at] for at in group)) for group in groups))


def _pairs(
    verdicts: Mapping[Index, Verdict],
    twins: Twins,
    works: Sequence[tuple[int, ...]],
    ids: Sequence[str],
) -> tuple[Pair, ...]:
    group_of = {at: number for number, group in enumerate(works) for at in group}
    told: list[Pair] = []
    for (left, right), verdict in verdicts.items():
        joined = group_of[left] == group_of[right]
        if not joined and verdict.relation is Relation.DISTINCT and verdict.score < ASK:
            continue
        for one, other in told_apart(left, right, twins):
            pair = _pair(ids[one], ids[other], verdict)
            decision = _decision(pair, joined=joined)
            told.append(pair if decision is pair.decision else replace(pair, decision=decision))
    return tuple(sorted(told, key=lambda pair: (-pair.score, pair.a, pair.b)))


def _decision(pair: Pair, *, joined: bool) -> Decision:
    """What is done in the end: a pair may be outvoted by the others of its groups."""
    if joined:
        return Decision.JOIN
    return Decision.ASK if pair.decision is Decision.JOIN else pair.decision
