"""The report: which records are of one work, which pairs are unsure, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from publist.link.linkage import Pair
from publist.link.merge import in_order
from publist.link.verdict import Decision, Relation
from publist.link.works import Grouped
from publist.model import Record

__all__ = ["Entry", "Report", "Twosome", "WorkFound", "make_report", "record_ids"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record under the id that the report calls it by."""

    id: str
    record: Record


@dataclass(frozen=True, slots=True)
class Twosome:
    """Two records that were compared.

    Args:
        a: The one record.
        b: The other record.
        relation: What they are to each other.
        score: Log-odds of one work: 0 is even, 3.5 is 30 to 1.
        decision: What is done about it.
        reasons: Why, in words, the weightiest first.
    """

    a: Entry
    b: Entry
    relation: Relation
    score: float
    decision: Decision
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkFound:
    """A work and its records.

    Args:
        publications: The records, those of one publication together, the preferred ones first.
        pairs: What was found when its records were compared with each other.
    """

    publications: tuple[tuple[Entry, ...], ...]
    pairs: tuple[Twosome, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All records, the preferred one first."""
        return tuple(entry for publication in self.publications for entry in publication)

    def reasons(self, entry: Entry) -> tuple[str, ...]:
        """Why a record is of this work: how it compares with the first of the others."""
        for other in self.entries:
            for pair in self.pairs:
                if {pair.a.id, pair.b.id} == {entry.id, other.id}:
                    return pair.reasons
        return ("like further records of the work",)


@dataclass(frozen=True)
class Report:
    """What linking found.

    Args:
        works: Every work, also those of a single record, in the order of their first records.
        pairs: What was compared and is worth telling, the surest first.
    """

    works: tuple[WorkFound, ...]
    pairs: tuple[Twosome, ...]

    @cached_property
    def joined(self) -> tuple[WorkFound, ...]:
        """The works with several records."""
        return tuple(work for work in self.works if len(work.entries) > 1)

    @cached_property
    def unsure(self) -> tuple[Twosome, ...]:
        """The pairs that a person should decide about: the surest one of any two works.

        Works that were decided to be two are not asked about again, whatever others of their
        records look like.
        """
        number_of = {
            entry.id: number for number, work in enumerate(self.works) for entry in work.entries
        }

        def works(pair: Twosome) -> frozenset[int]:
            return frozenset((number_of[pair.a.id], number_of[pair.b.id]))

        settled = {works(pair) for pair in self.pairs if _is_decided_different(pair)}
        found: dict[frozenset[int], Twosome] = {}
        for pair in self.pairs:
            if pair.decision is Decision.ASK and works(pair) not in settled:
                found.setdefault(works(pair), pair)
        return tuple(found.values())

    @cached_property
    def related(self) -> tuple[Twosome, ...]:
        """The pairs of works that belong together but are not one."""
        return tuple(
            pair
            for pair in self.pairs
            if pair.decision is Decision.APART and pair.relation is Relation.RELATED
        )

    @cached_property
    def count(self) -> int:
        """The number of records."""
        return sum(len(work.entries) for work in self.works)


def _is_decided_different(pair: Twosome) -> bool:
    # Linking by itself tells of no pair that is distinct.
    return pair.decision is Decision.APART and pair.relation is Relation.DISTINCT


def make_report(grouped: Grouped) -> Report:
    """Make a report of what linking found.

    Args:
        grouped: Records in the groups that they form.

    >>> from publist.link.works import group_records
    >>> report = make_report(group_records([Record(key="a"), Record(key="b")]))
    >>> len(report.works), report.joined
    (2, ())
    """
    names = record_ids(grouped.records)
    entries = [Entry(*each) for each in zip(names, grouped.records, strict=True)]
    place = {row_id: at for at, row_id in enumerate(grouped.ids)}
    work_of = {
        at: number
        for number, work in enumerate(grouped.works)
        for publication in work
        for at in publication
    }
    pairs = tuple(_twosome(pair, entries, place) for pair in grouped.linkage.pairs)
    inside: dict[int, list[Twosome]] = {}
    for pair, found in zip(grouped.linkage.pairs, pairs, strict=True):
        if work_of[place[pair.a]] == work_of[place[pair.b]]:
            inside.setdefault(work_of[place[pair.a]], []).append(found)
    works = tuple(
        WorkFound(_ordered(work, entries), tuple(inside.get(number, ())))
        for number, work in enumerate(grouped.works)
    )
    return Report(works, pairs)


def _twosome(pair: Pair, entries: Sequence[Entry], place: dict[str, int]) -> Twosome:
    first, second = sorted((place[pair.a], place[pair.b]))
    return Twosome(
        entries[first], entries[second], pair.relation, pair.score, pair.decision, pair.reasons
    )


def _ordered(
    work: Sequence[Sequence[int]], entries: Sequence[Entry]
) -> tuple[tuple[Entry, ...], ...]:
    if sum(map(len, work)) == 1:
        return tuple(tuple(entries[at] for at in publication) for publication in work)
    # Equal records are equal in place as well, unless a source has one entry twice in a line.
    left = {at: entries[at] for publication in work for at in publication}
    ordered = in_order([[entries[at].record for at in publication] for publication in work])
    return tuple(tuple(_taken(left, record) for record in group) for group in ordered)


def _taken(left: dict[int, Entry], record: Record) -> Entry:
    at = next(at for at, entry in left.items() if entry.record is record)
    return left.pop(at)


def record_ids(records: Sequence[Record]) -> tuple[str, ...]:
    """Names for records, each of its own: the key, with the file where keys repeat.

    >>> from publist.model import Source
    >>> record_ids([Record(key="t", source=Source(file="a.bib")), Record(key="u"),
    ...             Record(key="t", source=Source(file="b.bib")),
    ...             Record(key="t", source=Source(file="b.bib"))])
    ('a.bib:t', 'u', 'b.bib:t', 'b.bib:t#2')
    """
    return tuple(_ids(records))


def _ids(records: Sequence[Record]) -> Iterator[str]:
    keys = Counter(record.key for record in records)
    taken = {key for key, count in keys.items() if count == 1}
    for record in records:
        if keys[record.key] == 1:
            yield record.key
            continue
        name = f"{record.source.file}:{record.key}" if record.source else record.key
        given, number = name, 2
        while given in taken:
            given, number = f"{name}#{number}", number + 1
        taken.add(given)
        yield given
