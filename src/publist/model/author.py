"""Authors: names on one record, with what they did for it."""

from __future__ import annotations

from typing import Self

from publist.model.base import Model
from publist.model.name import Name

__all__ = ["CORRESPONDING", "EQUAL", "LEAD", "Author", "Role"]


class Role(Model):
    """What an author did; never a symbol.

    Args:
        kind: ``equal``, ``corresponding``, ``lead``, or a name that a lab defines.
        group: Which group of equal contributors, counted from 1: co-first authors are one
            group, co-last authors another. 1 where a role has no groups.

    >>> str(Role(kind="equal")), str(Role(kind="equal", group=2))
    ('equal', 'equal:2')
    >>> Role.parse("equal:2").group
    2
    """

    kind: str
    group: int = 1

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the form that ``str`` writes; a number behind the last colon is the group."""
        kind, colon, group = text.strip().rpartition(":")
        if colon and group.strip().isdecimal():
            return cls(kind=kind.strip(), group=int(group))
        return cls(kind=text.strip())

    def __str__(self) -> str:
        return self.kind if self.group == 1 else f"{self.kind}:{self.group}"


EQUAL = Role(kind="equal")
CORRESPONDING = Role(kind="corresponding")
LEAD = Role(kind="lead")


class Author(Model):
    """A name on a particular record (as author, editor, translator …), with its roles.

    Args:
        name: How the person is printed there.
        roles: What the person did, each role once, in the order of mention.
        person: The id of the Person it was resolved to.
        me: Whether this is the owner of the list.
        orcid: ORCID iD in its hyphened form.
        url: The person's page.
        affiliation: As printed.
        marks: Symbols found at the name whose meaning is not settled yet, each in its plain
            form (``*``, ``†``, ``✉``); empty after normalising.
        emphasised: Whether the source prints this name in bold or underlined.
        by_name: Whether the name alone tells who it is (``person``, ``me``), not the source.
    """

    name: Name
    roles: tuple[Role, ...] = ()
    person: str | None = None
    me: bool = False
    orcid: str | None = None
    url: str | None = None
    affiliation: str | None = None
    marks: tuple[str, ...] = ()
    emphasised: bool = False
    by_name: bool = False

    def with_roles(self, *roles: Role) -> Self:
        """This author with these roles as well, none of them twice."""
        added = tuple(role for role in dict.fromkeys(roles) if role not in self.roles)
        return self.model_copy(update={"roles": self.roles + added}) if added else self
