"""Rulings: what a person decided about two records, to be remembered."""

from __future__ import annotations

from enum import StrEnum

from publist.model.base import Model
from publist.model.source import Source

__all__ = ["Ruling", "Saying", "Side"]


class Saying(StrEnum):
    """What a person said of two records."""

    SAME = "same"
    """One publication, recorded twice."""
    VERSIONS = "versions"
    """Two publications of one work: preprint, workshop, conference, journal."""
    DIFFERENT = "different"
    """Two works."""


class Side(Model):
    """What a record is found again by, whatever of it is edited later.

    Args:
        title: Its title as plain text.
        by: The family name of its first author (or editor), or the name of a group.
        year: The year it was issued.
        key: Its key.
        ids: Its identifiers, as scheme and normal form: ``doi:10.1000/182``.
        file: The name of the file it was in, without folders.
    """

    title: str = ""
    by: str = ""
    year: int | None = None
    key: str = ""
    ids: tuple[str, ...] = ()
    file: str = ""


class Ruling(Model):
    """A person's decision about two records; it wins over any evidence.

    Args:
        says: What they are to each other.
        a: The one record.
        b: The other record.
        note: Why, for people.
        source: Where the ruling stands.
    """

    says: Saying
    a: Side
    b: Side
    note: str | None = None
    source: Source | None = None
