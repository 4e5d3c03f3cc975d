"""Composes the stages: read → normalise → link → arrange → cite → write.

The one place that knows all stages; each of them knows only the model. What a user can ask
for is two small values: :class:`Setup` says how sources are understood, :class:`Look` how a
list is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from publist.model import Document, Listing, Person, Record, Role, Work
from publist.problems import Problem

__all__ = ["Look", "Setup", "gather", "normalise", "works_of"]


@dataclass(frozen=True, slots=True)
class Setup:
    """How sources are understood.

    Args:
        people: Who is who.
        me: The owner of the list: a name, a person's id, or an ORCID.
        meanings: What a mark in the sources means, e.g. ``{"#": Role(kind="corresponding")}``.
        venues: Files with venues of the user's own.
    """

    people: tuple[Person, ...] = ()
    me: str | None = None
    meanings: Mapping[str, Role] = field(default_factory=dict)
    venues: tuple[Path, ...] = ()


def gather(
    sources: Sequence[str | Path], setup: Setup | None = None, *, form: str | None = None
) -> Document:
    """Read sources and normalise what they say.

    Args:
        sources: Paths, globs, or ``-`` for standard input.
        setup: How to understand them.
        form: Their form by name, where it is not to be told from the file.

    Raises:
        SourceError: A source cannot be read at all.
        ProjectError: The setup does not make sense.
    """
    from publist.read import read_sources

    return normalise(read_sources(sources, form=form), setup or Setup())


def normalise(document: Document, setup: Setup) -> Document:
    """Put authors' roles, people, venues and awards of a document in order.

    Awards go first because they hide in titles and venues; people go last because bold names,
    which the roles stage keeps, tell the owner.
    """
    from publist.normalise.awards import settle_awards
    from publist.normalise.people import resolve_people
    from publist.normalise.roles import settle_roles
    from publist.normalise.venues import Catalogue, settle_venues

    catalogue = Catalogue.load(*setup.venues)
    records = document.records
    problems = list(document.problems)
    steps: tuple[Callable[[Records], tuple[Records, tuple[Problem, ...]]], ...] = (
        settle_awards,
        lambda records: settle_venues(records, catalogue),
        lambda records: settle_roles(records, document.remarks, setup.meanings),
        lambda records: resolve_people(records, setup.people, setup.me),
    )
    for step in steps:
        records, found = step(records)
        problems += found
    return Document(records=records, problems=tuple(problems), remarks=document.remarks)


Records = tuple[Record, ...]


def works_of(document: Document) -> tuple[Work, ...]:
    """A work for every record, in order; nothing is joined."""
    return tuple(Work.of(record) for record in document.records)
