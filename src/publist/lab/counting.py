"""How many works there are: by year, kind, venue and member, whole and fractional.

*Whole* counting gives a work one point however many people wrote it; *fractional* counting
shares the point among its authors evenly, so that members get the part that is theirs and the
parts of all the world's authors add up to the number of works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from publist.arrange.dates import FORTHCOMING, year_of
from publist.arrange.kinds import KINDS, kind_of
from publist.lab.members import Lab, Member
from publist.model import Record, Work

__all__ = ["Counts", "Tally", "count_works"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a row of a table counts.

    Args:
        name: A year, a kind, a venue, or a member's id; empty for what has none.
        whole: Works, one point each.
        share: The members' part of them: for each work the members among its authors, divided
            by all its authors.
    """

    name: str
    whole: int
    share: float


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of a lab.

    Args:
        total: All works.
        years: By year, the newest first, ``forthcoming`` before it.
        kinds: By kind, in the order of kinds.
        venues: By venue, those with most works first.
        members: By member's id, in the order of members.
        groups: By group, the share being that of the group's members.
        table: Works by year and kind.
    """

    total: Tally
    years: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    venues: tuple[Tally, ...]
    members: tuple[Tally, ...]
    groups: tuple[Tally, ...]
    table: Mapping[tuple[str, str], int]


def count_works(lab: Lab) -> Counts:
    """Count the works of a lab.

    A work of several members counts once in the lab's numbers and once for each of them.

    Args:
        lab: The lab.
    """
    ids = frozenset(member.person.id for member in lab.members)
    shares = {id(work): _share(work.record, ids) for work in lab.works}
    table: dict[tuple[str, str], int] = {}
    for work in lab.works:
        cell = (_year(work.record), kind_of(work.record))
        table[cell] = table.get(cell, 0) + 1
    years = _tallied(lab.works, _year, shares)
    kinds = {tally.name: tally for tally in _tallied(lab.works, kind_of, shares)}
    venues = _tallied(lab.works, _venue, shares)
    return Counts(
        total=Tally("", len(lab.works), sum(shares.values())),
        years=tuple(sorted(years, key=lambda tally: _age(tally.name))),
        kinds=tuple(kinds[kind] for kind in KINDS if kind in kinds),
        venues=tuple(sorted(venues, key=lambda tally: (not tally.name, -tally.whole, tally.name))),
        members=tuple(_of_members(m.person.id, (m,), lab) for m in lab.members),
        groups=tuple(_of_members(group, theirs, lab) for group, theirs in lab.groups.items()),
        table=table,
    )


def _of_members(name: str, members: Sequence[Member], lab: Lab) -> Tally:
    ids = frozenset(member.person.id for member in members)
    works = lab.works_of(members)
    return Tally(name, len(works), sum(_share(work.record, ids) for work in works))


def _share(record: Record, ids: frozenset[str]) -> float:
    """The members' part of a work. Of a list that ends in *et al.* the rest is not known."""
    authors = record.authors
    return sum(author.person in ids for author in authors) / len(authors) if authors else 0.0


def _tallied(
    works: Sequence[Work], name: Callable[[Record], str], shares: Mapping[int, float]
) -> Iterable[Tally]:
    counts: dict[str, tuple[int, float]] = {}
    for work in works:
        key = name(work.record)
        whole, share = counts.get(key, (0, 0.0))
        counts[key] = (whole + 1, share + shares[id(work)])
    return [Tally(key, whole, share) for key, (whole, share) in counts.items()]


def _year(record: Record) -> str:
    year = year_of(record)
    if year is None:
        return ""
    return "forthcoming" if year == FORTHCOMING else str(int(year))


def _venue(record: Record) -> str:
    venue = record.venue
    return (venue.short or venue.name) if venue else record.container.plain


def _age(name: str) -> float:
    if not name:
        return float("inf")
    return -FORTHCOMING if name == "forthcoming" else -int(name)
