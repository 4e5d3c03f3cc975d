"""Composes the stages: read → normalise → link → arrange → cite → write.

The one place that knows all stages; each of them knows only the model. What is wanted is told
by the values of :mod:`publist.setup`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from publist.collector import paused_collector
from publist.errors import ProjectError
from publist.model import Document, Listing, Ruling, Work
from publist.output import data_writer, document_writer, form_name, list_writer
from publist.problems import Problem, Severity
from publist.setup import Look, Plan, Setup
from publist.write.options import DEFAULT, Options

if TYPE_CHECKING:
    from publist.link.merge_policy import Policy
    from publist.venues import Catalogue

__all__ = [
    "DECISIONS_FILE",
    "convert",
    "gather",
    "join",
    "listing",
    "normalise",
    "works_of",
    "write",
    "write_document",
]

DECISIONS_FILE = "pubs.decisions.yaml"
"""The name under which people's decisions are looked for."""


@paused_collector()
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
    from publist.reading import read_each

    return normalise(read_each(sources, form=form), setup or Setup())


def normalise(documents: Sequence[Document], setup: Setup) -> Document:
    """Put authors' roles, people, venues and awards of documents in order, and join them.

    Awards go first because they hide in titles and venues; people go last because bold names,
    which the roles stage keeps, tell the owner. What a mark means is settled in each document
    by itself: a legend speaks of its own file.
    """
    from publist.normalise.people import resolve_people
    from publist.venues import Catalogue

    catalogue = Catalogue.load(*setup.venues)
    settled = sum((_settled(each, catalogue, setup) for each in documents), Document())
    records, problems = resolve_people(settled.records, setup.people, setup.me)
    return Document(
        records=records,
        problems=(*setup.problems, *settled.problems, *problems),
        remarks=settled.remarks,
    )


def _settled(document: Document, catalogue: Catalogue, setup: Setup) -> Document:
    from publist.normalise.awards import settle_awards
    from publist.normalise.roles import settle_roles
    from publist.normalise.venues import settle_venues

    records, of_awards = settle_awards(document.records)
    records, of_venues = settle_venues(records, catalogue)
    records, of_roles = settle_roles(records, document.remarks, setup.meanings)
    return Document(
        records=records,
        problems=(*document.problems, *of_awards, *of_venues, *of_roles),
        remarks=document.remarks,
    )


def works_of(document: Document) -> tuple[Work, ...]:
    """A work for every record, in order; nothing is joined."""
    return tuple(Work.of(record) for record in document.records)


@paused_collector()
def join(
    document: Document,
    *,
    rulings: Sequence[Ruling] | str | Path | None = None,
    versions: str = "one",
    policy: Policy | None = None,
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """Make works of records: what is all but certain is joined, and what people decided.

    Args:
        document: What was gathered.
        rulings: People's decisions, or the file with them; None is ``pubs.decisions.yaml`` in
            the current folder, where there is one.
        versions: ``one`` for one work with all its versions, ``all`` for a work of each
            publication.
        policy: How records become one.

    Returns:
        The works, in the order of their first records, and what was joined and found out.

    Raises:
        ProjectError: The decisions cannot be read, or there is no such choice of versions.
    """
    from publist.link.merge_policy import DEFAULT as DEFAULT_POLICY
    from publist.link.works import join as joined
    from publist.link.works import join_copies

    ways = {"one": joined, "all": join_copies}
    if versions not in ways:
        message = f"There is no choice of versions {versions!r}; known: {', '.join(ways)}."
        raise ProjectError(message, key="versions", value=versions)
    decided, problems = _decided(rulings)
    works, found = ways[versions](document.records, decided, policy or DEFAULT_POLICY)
    return works, (*problems, *found)


def _decided(
    rulings: Sequence[Ruling] | str | Path | None,
) -> tuple[Sequence[Ruling], tuple[Problem, ...]]:
    if rulings is None:
        if not Path(DECISIONS_FILE).exists():
            return (), ()
        rulings = DECISIONS_FILE
    if not isinstance(rulings, str | Path):
        return rulings, ()
    from publist.reading.decisions import read_decisions

    return read_decisions(rulings)


@paused_collector()
def listing(works: Sequence[Work], plan: Plan, look: Look) -> tuple[Listing, tuple[Problem, ...]]:
    """Arrange and format works: everything but writing them.

    Args:
        works: What to choose from.
        plan: What to show, in which order, under which headings.
        look: How to show it.

    Returns:
        The listing and what did not go as the style has it.

    Raises:
        StyleError: There is no such style, or it cannot be used.
        ProjectError: There is no such sort key or grouping.
    """
    from publist.arrange import group, lay_out, number, select, sort
    from publist.arrange.addresses import with_link_base
    from publist.cite import format_works

    shown = sort(select(works, plan.selection, plan.people), plan.sort)[: plan.limit]
    shown = _highlighted(shown, plan, look.highlight)
    if look.link_base:
        shown = tuple(with_link_base(work, look.link_base) for work in shown)
    formatted = format_works(
        shown,
        look.style,
        look.locale,
        look.engine,
        look.marks,
        max_authors=look.max_authors,
        role_words=look.role_words,
        link_names=look.link_names,
        link_titles=look.link_titles,
        show_awards=look.show_awards,
    )
    # Works have no identity of their own: two entries may be equal to the letter.
    texts = {id(entry.work): entry.text for entry in formatted.entries}
    sections = group(shown, plan.group_by, language=formatted.language)
    root = lay_out(sections, lambda work: texts[id(work)])
    made = Listing(
        root=number(root, plan.numbering),
        legend=formatted.legend,
        language=formatted.language,
        heading_level=look.heading_level,
    )
    nothing = () if shown or not works else (_empty(len(works), plan),)
    return made, (*formatted.problems, *nothing)


def _empty(works: int, plan: Plan) -> Problem:
    """An empty list in a page is more often a slip than meant."""
    known = sorted({group for person in plan.people for group in person.groups})
    slips = [name for name in plan.selection.groups if name.lstrip("!") not in (*known, "any")]
    hint = "Is the selection right?"
    if slips:
        hint = f"Nobody belongs to {slips[0]!r}; groups: {', '.join(known) or 'none'}."
    return Problem(
        severity=Severity.WARNING,
        code="list-empty",
        message=f"None of the {works} works fits: the list is empty. {hint}",
    )


def _highlighted(works: tuple[Work, ...], plan: Plan, whose: str) -> tuple[Work, ...]:
    from publist.arrange.members import members_of, owned

    if whose == "members":
        members = members_of(plan.people, plan.selection.groups)
        return owned(works, frozenset(person.id for person in members))
    if whose == "authors":
        return owned(works, frozenset(plan.selection.authors))
    if whose == "me":
        return works
    message = f"Nobody is known as {whose!r} here; known: me, authors, members."
    raise ProjectError(message, key="highlight", value=whose)


@paused_collector()
def write(shown: Listing, to: str, options: Options = DEFAULT) -> str:
    """Write a listing in one of the forms of lists.

    Args:
        shown: What :func:`listing` made.
        to: ``markdown``, ``html``, ``latex``, ``text``, ``json``, or an installed writer's name.
        options: What is shown besides the references.

    Raises:
        ProjectError: There is no such form, or it cannot show what is asked for.
    """
    if options.standalone and options.facets is None:
        from publist.arrange.facets import facets_of

        options = replace(options, facets=facets_of)
    return list_writer(to)(shown, options)


def write_document(shown: Listing, to: str, options: Options = DEFAULT) -> str | bytes:
    """Write a listing in any form, those included that are no text.

    Args:
        shown: What :func:`listing` made.
        to: ``docx``, or a form that :func:`write` knows.
        options: What is shown besides the references.

    Raises:
        ProjectError: There is no such form, or it cannot show what is asked for.
        OutputError: The program that makes such documents is not there, or fails.
    """
    writer = document_writer(to)
    return write(shown, to, options) if writer is None else writer(shown, options)


@paused_collector()
def convert(document: Document, to: str, works: Sequence[Work] | None = None) -> str:
    """Write records as data; none are joined or left out unless works were made of them.

    Args:
        document: What was gathered.
        to: ``json``, ``yaml``, ``bibtex``, ``biblatex`` or ``csl-json``.
        works: What :func:`join` made of its records, to be written in their place.

    Raises:
        ProjectError: There is no such form.
    """
    if works is not None:
        document = document.model_copy(update={"records": tuple(work.record for work in works)})
    if form_name(to) != "json":
        return data_writer(to)(document)
    shown, _ = listing(works_of(document) if works is None else works, Plan(sort=()), Look())
    return write(shown, "json")
