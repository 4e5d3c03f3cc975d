"""People: identities that names on records are resolved to."""

from __future__ import annotations

from publist.model.base import Model
from publist.model.dates import Date
from publist.model.name import Name

__all__ = ["Person"]


class Person(Model):
    """Somebody, whatever the name on a paper.

    Args:
        id: A short name for this person, unique in the project.
        names: The names of this person, the preferred one first; at least one.
        orcid: ORCID iD in its hyphened form.
        url: The person's page.
        not_names: Names that look alike but are somebody else.
        not_keys: Keys of records on which a name that fits is somebody else.
        membership: The times in which this person is or was a member of the lab.
        groups: The groups of the lab that this person belongs to.
    """

    id: str
    names: tuple[Name, ...]
    orcid: str | None = None
    url: str | None = None
    not_names: tuple[Name, ...] = ()
    not_keys: tuple[str, ...] = ()
    membership: tuple[Date, ...] = ()
    groups: tuple[str, ...] = ()
