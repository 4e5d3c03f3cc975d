"""Decisions of people about pairs of records: finding the records again, and following them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from publist.link.folding import fold, words
from publist.link.linkage import Linkage, Pair, relate
from publist.link.regroup import cut_by, regroup, scores_of
from publist.link.row import Row
from publist.link.verdict import Decision, Relation
from publist.model import Author, Record, Ruling, Saying, Side
from publist.problems import Problem, Severity

__all__ = ["apply_rulings", "find_rulings", "rule", "side_of"]

_ENOUGH = 4.0
"""A record is the one meant from here on: an identifier alone, or the title and the first author
or the year, or the key, the first author and the year together with a title that was edited. A
decision that says less of a record, its key perhaps, is about the records that all of it fits."""

_WORTH = {"id": 4.0, "title": 3.0, "key": 2.0, "by": 1.0, "year": 1.0, "file": 0.5}

_STANDS = (Saying.DIFFERENT, Saying.VERSIONS, Saying.SAME)
"""Which of two contradicting decisions on one pair is followed: the one that joins less."""

_RELATIONS = {
    Saying.SAME: Relation.SAME,
    Saying.VERSIONS: Relation.VERSION,
    Saying.DIFFERENT: Relation.DISTINCT,
}


def rule(a: Record, b: Record, says: Saying, note: str | None = None) -> Ruling:
    """A person's decision about two records, in the form that is remembered.

    >>> rule(Record(key="x"), Record(key="y"), Saying.DIFFERENT).b.key
    'y'
    """
    return Ruling(says=says, a=side_of(a), b=side_of(b), note=note)


def side_of(record: Record) -> Side:
    """What a record will be found again by.

    >>> from publist.model import Identifier
    >>> side_of(Record(key="x", identifiers=(Identifier.parse("doi", "10.1000/1"),))).ids
    ('doi:10.1000/1',)
    """
    return Side(
        title=record.title.plain,
        by=_family(next(iter(record.authors or record.editors), None)),
        year=record.year,
        key=record.key,
        ids=tuple(f"{one.scheme}:{one.value}" for one in record.identifiers),
        file=PurePath(record.source.file).name if record.source else "",
    )


def _family(author: Author | None) -> str:
    if author is None:
        return ""
    name = author.name
    return name.literal or " ".join(part for part in (name.particle, name.family) if part)


def find_rulings(
    rulings: Sequence[Ruling], records: Sequence[Record]
) -> tuple[tuple[tuple[int, int, Ruling], ...], tuple[Problem, ...]]:
    """Find the records that decisions are about.

    Args:
        rulings: The decisions.
        records: The records.

    Returns:
        Positions of two records with the decision about them, and notes on the decisions whose
        records are not there or cannot be told from each other.
    """
    if not rulings:
        return (), ()
    index = _Index(records)
    found: list[tuple[int, int, Ruling]] = []
    problems: list[Problem] = []
    for ruling in rulings:
        left, right = index.find(ruling.a), index.find(ruling.b)
        pairs = {(min(a, b), max(a, b)) for a in left for b in right if a != b}
        if not pairs or (left == right and len(left) > 2):
            why = "Nothing, or too much," if pairs else "Nothing"
            problems.append(
                _problem(
                    Severity.INFO,
                    "decision-unmatched",
                    f"{why} in the sources matches this decision; it is left alone.",
                    ruling,
                )
            )
            continue
        found += [(a, b, ruling) for a, b in sorted(pairs)]
    return tuple(found), tuple(problems)


@dataclass(frozen=True, slots=True)
class _Anchors:
    """The anchors of a record or a side, folded, by what they are worth."""

    exact: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, side: Side) -> _Anchors:
        found = {("id", one) for one in side.ids if not one.startswith(("isbn:", "issn:"))}
        found |= {
            ("title", " ".join(words(fold(side.title)))),
            ("key", side.key),
            ("by", fold(side.by)),
            ("year", str(side.year or "")),
            ("file", side.file),
        }
        return cls(frozenset(anchor for anchor in found if anchor[1]))

    def likeness(self, other: _Anchors) -> float:
        shared = {kind for kind, _ in self.exact & other.exact}
        return sum(_WORTH[kind] for kind in shared)


class _Index:
    """Records by the anchors that tell them apart."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.anchors = [_Anchors.of(side_of(record)) for record in records]
        self.at: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, anchors in enumerate(self.anchors):
            for anchor in anchors.exact:
                if anchor[0] in ("id", "title", "key"):
                    self.at[anchor].append(at)

    def find(self, side: Side) -> tuple[int, ...]:
        """The records that are most like a side, in order; none where none is like it enough."""
        wanted = _Anchors.of(side)
        maybe = {at for anchor in wanted.exact for at in self.at.get(anchor, ())}
        likeness = {at: wanted.likeness(self.anchors[at]) for at in maybe}
        best = max(likeness.values(), default=0.0)
        if not best or best < min(_ENOUGH, wanted.likeness(wanted)):
            return ()
        return tuple(sorted(at for at, value in likeness.items() if value == best))


def apply_rulings(
    linkage: Linkage, records: Sequence[Record], rows: Sequence[Row], rulings: Sequence[Ruling]
) -> tuple[Linkage, tuple[Problem, ...]]:
    """Let people's decisions win over the evidence.

    Args:
        linkage: What the evidence says of the rows.
        records: The records that the rows were made of.
        rows: A row for each record.
        rulings: The decisions.

    Returns:
        The linkage as decided, pairs of records that were decided on included, and what was
        wrong: ``decision-conflict`` where decisions contradict each other, ``decision-unmatched``
        where a decision is about other records.
    """
    found, problems = find_rulings(rulings, records)
    if not found:
        return linkage, problems
    ids = [row.id for row in rows]
    standing, conflicts = _standing([(ids[a], ids[b], ruling) for a, b, ruling in found])
    score = scores_of(linkage, rows)
    by_saying: dict[Saying, list[tuple[str, str]]] = {saying: [] for saying in Saying}
    for pair, ruling in standing.items():
        by_saying[ruling.says].append(pair)
    same, versions, different = (by_saying[saying] for saying in Saying)
    known = [(pair.a, pair.b) for pair in linkage.pairs]
    clusters, refused = regroup(linkage.clusters, [*same, *versions], different, score, known)
    copies, more = regroup(
        cut_by(linkage.copies, clusters),
        _inside_pairs(same, clusters),
        [*versions, *different],
        score,
        known,
    )
    conflicts += [_contradicted(standing[pair]) for pair in dict.fromkeys((*refused, *more))]
    made = Linkage(
        clusters=clusters,
        copies=copies,
        pairs=_pairs(linkage, clusters, standing, {row.id: row for row in rows}),
    )
    return made, (*problems, *conflicts)


def _standing(
    found: Iterable[tuple[str, str, Ruling]],
) -> tuple[dict[tuple[str, str], Ruling], list[Problem]]:
    """The decision that stands for each pair, and those that contradict it."""
    standing: dict[tuple[str, str], Ruling] = {}
    conflicts: list[Problem] = []
    for a, b, ruling in sorted(found, key=lambda each: _STANDS.index(each[2].says)):
        first = standing.setdefault((min(a, b), max(a, b)), ruling)
        if first.says is not ruling.says:
            conflicts.append(_contradicted(ruling, f" ({first.says}, {first.source})"))
    return standing, conflicts


def _contradicted(ruling: Ruling, by: str = "") -> Problem:
    message = f"This decision ({ruling.says}) contradicts others{by} and is not followed."
    return _problem(Severity.WARNING, "decision-conflict", message, ruling)


def _inside_pairs(
    pairs: Iterable[tuple[str, str]], clusters: Sequence[tuple[str, ...]]
) -> list[tuple[str, str]]:
    cluster_of = {record: at for at, group in enumerate(clusters) for record in group}
    return [(a, b) for a, b in pairs if cluster_of[a] == cluster_of[b]]


def _pairs(
    linkage: Linkage,
    clusters: Sequence[tuple[str, ...]],
    standing: Mapping[tuple[str, str], Ruling],
    rows: Mapping[str, Row],
) -> tuple[Pair, ...]:
    cluster_of = {record: at for at, group in enumerate(clusters) for record in group}
    pairs = {(pair.a, pair.b): pair for pair in linkage.pairs}
    for a, b in standing:
        if (a, b) not in pairs:
            pairs[a, b] = relate(rows[a], rows[b])
    told = [
        _told(pair, standing.get((pair.a, pair.b)), joined=cluster_of[pair.a] == cluster_of[pair.b])
        for pair in pairs.values()
    ]
    return tuple(sorted(told, key=lambda pair: (-pair.score, pair.a, pair.b)))


def _told(pair: Pair, ruling: Ruling | None, *, joined: bool) -> Pair:
    """A pair with what became of it; what was decided is not asked about again."""
    if ruling is not None:
        reasons = (f"decided: {ruling.says}", *pair.reasons)
        decision = Decision.JOIN if joined else Decision.APART
        relation = _RELATIONS[ruling.says]
        return replace(pair, relation=relation, decision=decision, reasons=reasons)
    if joined:
        return replace(pair, decision=Decision.JOIN)
    # It was joined until a decision on other records parted them.
    return replace(pair, decision=Decision.APART) if pair.decision is Decision.JOIN else pair


def _problem(severity: Severity, code: str, message: str, ruling: Ruling) -> Problem:
    source = ruling.source
    return Problem(
        severity=severity,
        code=code,
        message=message,
        file=source.file if source else None,
        line=source.line if source else None,
        value=f"{ruling.says}: {ruling.a.key or ruling.a.title}, {ruling.b.key or ruling.b.title}",
    )
