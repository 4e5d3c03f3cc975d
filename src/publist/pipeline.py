"""Composes the stages: read → normalise → link → arrange → cite → write.

The one place that knows all stages; each of them knows only the model. What a user can ask
for is two small values: :class:`Setup` says how sources are understood, :class:`Look` how a
list is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publist.arrange import Numbering, Selection
from publist.collector import paused_collector
from publist.errors import ProjectError
from publist.model import RELATIONS, Document, Listing, Person, Role, Ruling, Work
from publist.output import data_writer, form_name, list_writer
from publist.problems import Problem
from publist.write.options import DEFAULT, Options

if TYPE_CHECKING:
    from publist.link.merge_policy import Policy
    from publist.normalise.venues import Catalogue

__all__ = [
    "DECISIONS_FILE",
    "Look",
    "Plan",
    "Setup",
    "convert",
    "gather",
    "join",
    "listing",
    "make_options",
    "make_plan",
    "make_setup",
    "normalise",
    "works_of",
    "write",
]

DECISIONS_FILE = "pubs.decisions.yaml"
"""The name under which people's decisions are looked for."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How sources are understood.

    Args:
        people: Who is who.
        me: The owner of the list: a name, a person's id, or an ORCID.
        meanings: What a mark in the sources means, e.g. ``{"#": Role(kind="corresponding")}``.
        venues: Files with venues of the user's own.
        problems: What was wrong in the files that say so.
    """

    people: tuple[Person, ...] = ()
    me: str | None = None
    meanings: Mapping[str, Role] = field(default_factory=dict)
    venues: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list shows, in which order, under which headings.

    Args:
        selection: Which works.
        sort: Keys, e.g. ``("-date", "title")``; see :func:`publist.arrange.sort`.
        group_by: Criteria, the outermost first; see :func:`publist.arrange.group`.
        numbering: How entries are counted.
        limit: At most this many works, the first ones after sorting.
    """

    selection: Selection = field(default_factory=Selection)
    sort: tuple[str, ...] = ("-date",)
    group_by: tuple[str, ...] = ()
    numbering: Numbering = Numbering.NONE
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a list is shown; see :func:`publist.cite.format_works` for most of it.

    Args:
        style: A style's name or a path to a ``.csl`` file.
        locale: BCP 47 code of the language, instead of the style's own.
        engine: ``csl`` or ``citeproc-py``.
        marks: A mark scheme's name, with changes if wanted, or symbols by role.
        max_authors: How many names an entry shows at most, the owner's always among them.
        role_words: What roles are called in the legend, by role.
        link_names: Whether names lead to the people's pages.
        link_titles: Whether titles lead to the works.
        show_awards: Whether awards are told in brackets.
        heading_level: The level of the outermost headings, 1 to 6.
    """

    style: str | Path = "homepage"
    locale: str | None = None
    engine: str = "csl"
    marks: str | Mapping[str, str] = "symbols"
    max_authors: int | None = None
    role_words: Mapping[str, str] = field(default_factory=dict)
    link_names: bool = False
    link_titles: bool = False
    show_awards: bool = True
    heading_level: int = 2


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

    with paused_collector():
        return normalise(read_each(sources, form=form), setup or Setup())


def normalise(documents: Sequence[Document], setup: Setup) -> Document:
    """Put authors' roles, people, venues and awards of documents in order, and join them.

    Awards go first because they hide in titles and venues; people go last because bold names,
    which the roles stage keeps, tell the owner. What a mark means is settled in each document
    by itself: a legend speaks of its own file.
    """
    from publist.normalise.people import resolve_people
    from publist.normalise.venues import Catalogue

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


def make_setup(
    *,
    people: str | Path | Sequence[Person] | None = None,
    me: str | None = None,
    venues: Sequence[str | Path] = (),
    meanings: Mapping[str, str | Role] | None = None,
) -> Setup:
    """A setup from what users give: file names and words.

    Args:
        people: A ``people.yaml``, or the people themselves.
        me: The owner of the list: a name, a person's id, or an ORCID.
        venues: Files with venues of the user's own.
        meanings: What a mark in the sources means, e.g. ``{"#": "corresponding"}``.

    Raises:
        SourceError: ``people`` cannot be read.
        ProjectError: A meaning has no role.
    """
    problems: tuple[Problem, ...] = ()
    if isinstance(people, str | Path):
        from publist.reading.people import read_people

        people, problems = read_people(people)
    roles = {
        mark: role if isinstance(role, Role) else Role.parse(role)
        for mark, role in (meanings or {}).items()
    }
    for mark, role in roles.items():
        if not mark or not role.kind:
            raise ProjectError(
                "A mark's meaning is written MARK=ROLE, e.g. '#=corresponding'.",
                value=f"{mark}={role}",
            )
    return Setup(
        people=tuple(people or ()),
        me=me,
        meanings=roles,
        venues=tuple(Path(file) for file in venues),
        problems=problems,
    )


def works_of(document: Document) -> tuple[Work, ...]:
    """A work for every record, in order; nothing is joined."""
    return tuple(Work.of(record) for record in document.records)


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


def make_plan(
    wanted: Mapping[str, Any],
    sort: str = "-date",
    group_by: str = "",
    numbering: str = "none",
    limit: int | None = None,
) -> Plan:
    """A plan from what users type.

    Args:
        wanted: Fields of :class:`publist.arrange.Selection`.
        sort: Keys between commas.
        group_by: Criteria between commas.
        numbering: How to count.
        limit: At most this many works.

    Raises:
        ProjectError: One of them makes no sense.

    >>> make_plan({"years": "2020-"}, sort="-year, title").sort
    ('-year', 'title')
    """
    if numbering not in set(Numbering):
        known = ", ".join(Numbering)
        message = f"There is no numbering {numbering!r}; known: {known}."
        raise ProjectError(message, key="number", value=numbering)
    return Plan(
        selection=Selection(**{name: value for name, value in wanted.items() if value is not None}),
        sort=_between_commas(sort),
        group_by=_between_commas(group_by),
        numbering=Numbering(numbering),
        limit=limit,
    )


def _between_commas(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)


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
    from publist.cite import format_works

    shown = sort(select(works, plan.selection), plan.sort)[: plan.limit]
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
    return made, formatted.problems


def make_options(
    *,
    links: str = "all",
    abstracts: bool = False,
    bibtex: bool = False,
    badges: bool = False,
    legend: bool = True,
    standalone: bool = False,
) -> Options:
    """What a written list shows besides the references, from what users type.

    Args:
        links: ``all``, ``none``, or relations between commas.
        abstracts: Whether abstracts are there to unfold.
        bibtex: Whether the BibTeX of each work is.
        badges: Whether a badge with the venue stands before each entry.
        legend: Whether the legend is printed.
        standalone: Whether a whole document is written, not a part of one.

    Raises:
        ProjectError: There is no such relation.

    >>> make_options(links="pdf, code").links
    ('pdf', 'code')
    """
    relations = {"all": RELATIONS, "none": ()}.get(links.strip(), _between_commas(links))
    for relation in relations:
        if relation not in RELATIONS:
            known = ", ".join(RELATIONS)
            message = f"There is no kind of link {relation!r}; known: all, none, {known}."
            raise ProjectError(message, key="links", value=relation)
    return Options(
        links=relations,
        abstracts=abstracts,
        bibtex=_bibtex_of if bibtex else None,
        badges=badges,
        legend=legend,
        standalone=standalone,
    )


def _bibtex_of(work: Work) -> str:
    from publist.write.bibtex import write_bibtex

    return write_bibtex([work.record])


def write(shown: Listing, to: str, options: Options = DEFAULT) -> str:
    """Write a listing in one of the forms of lists.

    Args:
        shown: What :func:`listing` made.
        to: ``markdown``, ``html``, ``latex``, ``text``, ``json``, or an installed writer's name.
        options: What is shown besides the references.

    Raises:
        ProjectError: There is no such form.
    """
    return list_writer(to)(shown, options)


def convert(document: Document, to: str, works: Sequence[Work] | None = None) -> str:
    """Write records as data; none are joined or left out unless works were made of them.

    Args:
        document: What was gathered.
        to: ``json``, ``yaml``, ``bibtex`` or ``csl-json``.
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
