"""Who wrote with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from publist.arrange.dates import FORTHCOMING, year_of
from publist.model import Author, Person, Work
from publist.names.fold import fold

__all__ = ["Coauthor", "coauthors_of"]


@dataclass(frozen=True, slots=True)
class Coauthor:
    """Somebody with whom a person wrote.

    Args:
        name: The fullest name found, the preferred one of people of the project.
        count: How many works they share.
        last: The year of the latest of them; None where no year is known.
        person: The id, of people of the project.
    """

    name: str
    count: int
    last: int | None = None
    person: str | None = None


def coauthors_of(
    works: Sequence[Work], me: str, people: Mapping[str, Person]
) -> tuple[Coauthor, ...]:
    """The co-authors of a person, those of most works first.

    People of the project are told by identity; of others the family name and the initials of
    given names decide, so that *A. Lovelace* and *Ada Lovelace* are counted together.

    Args:
        works: The person's works.
        me: The person's id.
        people: The project's people by id.

    >>> from publist.names import read_authors
    >>> from publist.model import Record
    >>> lists = ("A. Bee and C. Dee", "Ann Bee and E. Eff")
    >>> works = [Work.of(Record(key="k", authors=read_authors(text).authors)) for text in lists]
    >>> [(one.name, one.count) for one in coauthors_of(works, "x", {})]
    [('Ann Bee', 2), ('C. Dee', 1), ('E. Eff', 1)]
    """
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    years: dict[str, int] = {}
    for work in works:
        others = {
            _identity(author): author for author in work.record.authors if author.person != me
        }
        year = year_of(work.record)
        for key, author in others.items():
            counts[key] = counts.get(key, 0) + 1
            names[key] = max(names.get(key, ""), str(author.name), key=len)
            if year is not None and year != FORTHCOMING:
                years[key] = max(years.get(key, 0), int(year))
    found = [_coauthor(key, counts[key], names[key], years.get(key), people) for key in counts]
    return tuple(sorted(found, key=lambda one: (-one.count, fold(one.name), one.name)))


def _coauthor(
    key: str, count: int, name: str, last: int | None, people: Mapping[str, Person]
) -> Coauthor:
    id_ = key.removeprefix("id:") if key.startswith("id:") else None
    person = people.get(id_) if id_ else None
    return Coauthor(str(person.names[0]) if person else name, count, last, id_ if person else None)


def _identity(author: Author) -> str:
    if author.person:
        return f"id:{author.person}"
    name = author.name
    if name.family is None:
        return fold(str(name))
    given = fold(name.given or "")
    return f"{fold(name.family)}, {given[:1]}"
