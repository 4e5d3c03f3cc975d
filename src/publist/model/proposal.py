"""Proposals: who somebody seems to be, going by the names in the sources."""

from __future__ import annotations

from publist.model.base import Model
from publist.model.name import Name
from publist.model.person import Person

__all__ = ["Alias", "Proposal"]


class Alias(Model):
    """One printed name of a proposed person.

    Args:
        name: As printed.
        count: On how many lists of authors or editors it stands so.
        reasons: Why it is taken for the same person's; empty for the preferred name.
    """

    name: Name
    count: int = 0
    reasons: tuple[str, ...] = ()


class Proposal(Model):
    """A person that the names in the sources suggest.

    Args:
        person: The person, names included, the preferred one first.
        aliases: The same names in the same order, with how often they occur.
        perhaps: Preferred names of people who this may be as well; nobody was joined because
            there is more than one.
        twice: Keys of records that list one of the names twice: two people share it.
    """

    person: Person
    aliases: tuple[Alias, ...]
    perhaps: tuple[Name, ...] = ()
    twice: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """On how many lists the person stands."""
        return sum(alias.count for alias in self.aliases)
