"""Members of a lab and their works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publist.arrange.members import members_of, owned, within
from publist.model import Person, Work
from publist.problems import Problem, Severity

__all__ = ["Lab", "Member", "make_lab", "owned", "within"]


@dataclass(frozen=True, slots=True)
class Member:
    """A member with the works that are this person's.

    Args:
        person: Who it is.
        works: The works, in the order given.
    """

    person: Person
    works: tuple[Work, ...]

    @property
    def name(self) -> str:
        """The preferred name."""
        return str(self.person.names[0])

    @property
    def is_former(self) -> bool:
        """Whether all the times of membership that are told have an end."""
        times = self.person.membership
        return bool(times) and not any(time.open_ended for time in times)


@dataclass(frozen=True, slots=True)
class Lab:
    """A lab: its members and what they published.

    Args:
        members: In the order of the people given.
        works: Every work of a member, once, in the order given.
        groups: The members of each group, by the group's name, in the order of mention.
        problems: Who has no works, and who no ORCID iD.
    """

    members: tuple[Member, ...]
    works: tuple[Work, ...]
    groups: dict[str, tuple[Member, ...]]
    problems: tuple[Problem, ...] = ()

    def works_of(self, members: Iterable[Member]) -> tuple[Work, ...]:
        """The works of some members, each once, in the order of the lab's."""
        theirs = {id(work) for member in members for work in member.works}
        return tuple(work for work in self.works if id(work) in theirs)


def make_lab(
    works: Sequence[Work], people: Sequence[Person], *, in_membership: bool = False
) -> Lab:
    """Find the members' works, in one walk through all of them.

    Members are the people of whom membership or a group is told; everybody, where that is told
    of nobody. A work is a member's who is one of its authors.

    Args:
        works: Works whose authors are resolved to people.
        people: The project's people.
        in_membership: Whether only what came out while its author was a member counts; see
            :func:`within`. Of members without dates everything counts.

    >>> from publist.model import Author, Name, Record
    >>> ada = Person(id="ada", names=(Name(family="Lovelace"),))
    >>> record = Record(key="a", authors=(Author(name=Name(family="L."), person="ada"),))
    >>> [len(member.works) for member in make_lab([Work.of(record)], [ada]).members]
    [1]
    """
    chosen = {person.id: person for person in members_of(people)}
    found: dict[str, list[Work]] = {id_: [] for id_ in chosen}
    for work in works:
        for who in dict.fromkeys(author.person for author in work.record.authors):
            person = chosen.get(who or "")
            if person and (not in_membership or within(work.record, person.membership)):
                found[person.id].append(work)
    members = tuple(Member(chosen[id_], tuple(theirs)) for id_, theirs in found.items())
    theirs = {id(work) for member in members for work in member.works}
    return Lab(
        members=members,
        works=tuple(work for work in works if id(work) in theirs),
        groups=_groups(members),
        problems=(
            *(_without_works(member) for member in members if not member.works),
            *(_without_orcid(member) for member in members if not member.person.orcid),
        ),
    )


def _groups(members: Sequence[Member]) -> dict[str, tuple[Member, ...]]:
    found: dict[str, list[Member]] = {}
    for member in members:
        for group in member.person.groups:
            found.setdefault(group, []).append(member)
    return {group: tuple(theirs) for group, theirs in found.items()}


def _without_works(member: Member) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="member-without-works",
        message=f"No work of {member.name} was found; are the names in people.yaml complete?",
        key=member.person.id,
    )


def _without_orcid(member: Member) -> Problem:
    return Problem(
        severity=Severity.INFO,
        code="member-without-orcid",
        message=f"{member.name} has no ORCID iD in people.yaml.",
        key=member.person.id,
    )
