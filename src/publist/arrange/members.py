"""Members: who belongs to a lab, when, to which of its groups, and whose names stand out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from publist.arrange.dates import FORTHCOMING, moment
from publist.model import Author, Date, Day, Person, Record, Work
from publist.names.fold import fold

__all__ = ["members_of", "owned", "within"]

_ANY = "any"


def members_of(people: Sequence[Person], groups: Sequence[str] = ()) -> tuple[Person, ...]:
    """The members of a lab, or of some of its groups.

    Members are the people of whom membership or a group is told; everybody, where that is told
    of nobody.

    Args:
        people: The project's people.
        groups: Names of groups; ``any``, or none at all, is the whole lab.

    >>> from publist.model import Name
    >>> ada, bo = (Person(id=id_, names=(Name(family=id_),)) for id_ in ("ada", "bo"))
    >>> ada = ada.model_copy(update={"groups": ("Engines",)})
    >>> [person.id for person in members_of([ada, bo], ["engines"])]
    ['ada']
    """
    told = [person for person in people if person.membership or person.groups]
    wanted = {fold(group) for group in groups}
    if not wanted or _ANY in wanted:
        return tuple(told or people)
    return tuple(person for person in told if wanted.intersection(map(fold, person.groups)))


def within(record: Record, times: Sequence[Date]) -> bool:
    """Whether a record may have come out in one of some times; True where there are none.

    Dates are compared as far as they are known: what came out in 2020 may be of a membership
    that began in October 2020. What is forthcoming is of those who are still members. What has
    no date is of no time.

    >>> times = (Date.parse("2020-10/2022-03"),)
    >>> [within(Record(key="a", date=Date.parse(date)), times)
    ...  for date in ("2020", "2020-09", "2022-03-30", "2022-04", "in press")]
    [True, False, True, False, False]
    """
    if not times:
        return True
    when = moment(record)
    if when is None:
        return False
    if when[0] == FORTHCOMING:
        return any(time.open_ended for time in times)
    span = record.date if record.date is not None and record.date.start is not None else None
    year, month, day = int(when[0]), when[1], when[2]
    first = _first(span.start) if span and span.start else (year, month or 1, day or 1)
    last = _last(span.end or span.start) if span and span.start else (year, month or 12, day or 31)
    return any(
        time.start is not None
        and _first(time.start) <= last
        and (time.open_ended or first <= _last(time.end or time.start))
        for time in times
    )


def owned(works: Iterable[Work], ids: frozenset[str]) -> tuple[Work, ...]:
    """The works as lists of these people show them: they are the owners, and nobody else.

    Args:
        works: The works; one in which nothing changes stays the same object.
        ids: Ids of people.
    """

    def change(author: Author) -> Author:
        mine = author.person in ids
        return author if author.me == mine else author.model_copy(update={"me": mine})

    def changed(work: Work) -> Work:
        before = work.record.authors
        if all(author.me == (author.person in ids) for author in before):
            return work
        record = work.record.change(authors=tuple(map(change, before)))
        return work.model_copy(update={"record": record})

    return tuple(map(changed, works))


def _first(day: Day) -> tuple[int, int, int]:
    month = day.season * 3 if day.season else day.month or 1
    return (day.year, month, day.day or 1)


def _last(day: Day) -> tuple[int, int, int]:
    month = min(day.season * 3 + 2, 12) if day.season else day.month or 12
    return (day.year, month, day.day or 31)
