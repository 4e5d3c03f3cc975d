"""Whose works a selection asks for: authors by name, id or group, and as members at the time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from publist.arrange.members import members_of, within
from publist.arrange.selection import Selection
from publist.model import Author, Name, Person, Record, Work
from publist.names import compatible, parse_name

__all__ = ["Whose"]

Meets = Callable[[Author], bool]


class Whose:
    """Tells the authors that a selection asks for; each name is compared once.

    Somebody who is asked for by id is nobody else, and people of the project go by the names
    that the project gives them, whatever a work prints: *W. Zhang*, if known to be Wen Zhang,
    is not asked for by *Wei Zhang*.

    Args:
        wanted: What is asked for.
        people: The project's people.
        works: What is chosen from; ids that are found there are ids as well.
    """

    def __init__(self, wanted: Selection, people: Sequence[Person], works: Iterable[Work]) -> None:
        self._wanted = wanted
        self._all = people
        self._people = {person.id: person for person in people}
        self._members = frozenset(person.id for person in members_of(people))
        found = (author.person for work in works for author in work.record.authors)
        self._ids = {id_ for id_ in found if id_} | self._people.keys()
        self._named = cache(self._author_called)
        self._in_group = cache(self._author_of)

    def wrote(self, record: Record, name: str) -> bool:
        """Whether somebody of this name, id or ORCID iD is an author."""
        meets = self._named(name)
        return any(meets(author) and self._counts(author, record) for author in record.authors)

    def took_part(self, record: Record, group: str) -> bool:
        """Whether a member of this group is an author."""
        meets = self._in_group(group)
        return any(meets(author) and self._counts(author, record) for author in record.authors)

    def was_member(self, record: Record) -> bool:
        """Whether one of the authors was a member when the work came out."""
        return any(
            author.person in self._members and self._counts(author, record)
            for author in record.authors
        )

    def asked(self, author: Author) -> bool:
        """Whether this is one of the authors, or of the groups, that are asked for."""
        names = map(self._named, (name for name in self._wanted.authors if name[:1] != "!"))
        groups = map(self._in_group, (name for name in self._wanted.groups if name[:1] != "!"))
        return any(meets(author) for meets in (*names, *groups))

    def _counts(self, author: Author, record: Record) -> bool:
        person = self._people.get(author.person or "")
        if person is None or not self._wanted.in_membership:
            return True
        return within(record, person.membership)

    def _author_of(self, group: str) -> Meets:
        ids = frozenset(person.id for person in members_of(self._all, (group,)))
        return lambda author: author.person in ids

    def _author_called(self, wanted: str) -> Meets:
        if wanted.lower() == "me":
            return lambda author: author.me
        if wanted in self._ids:
            return lambda author: author.person == wanted
        asked = parse_name(wanted, "human")
        fits = cache(lambda name: bool(compatible(name, asked)))
        return lambda author: author.orcid == wanted or any(map(fits, self._names(author)))

    def _names(self, author: Author) -> tuple[Name, ...]:
        person = self._people.get(author.person or "")
        return person.names if person else (author.name,)
