"""What a user can ask for, as small values, made from what users type.

:class:`Setup` says how sources are understood, :class:`Plan` what a list shows and in which
order, :class:`Look` how it is shown. :mod:`publist.pipeline` takes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publist.arrange import Numbering, Selection
from publist.errors import ProjectError
from publist.model import RELATIONS, Person, Role, Work
from publist.problems import Problem
from publist.write.options import METADATA, Options

if TYPE_CHECKING:
    from publist.cite.engine import Engine

__all__ = [
    "Look",
    "Plan",
    "Setup",
    "make_numbering",
    "make_options",
    "make_plan",
    "make_setup",
]


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
        people: The project's people, for what the selection asks of ids, groups and membership.
    """

    selection: Selection = field(default_factory=Selection)
    sort: tuple[str, ...] = ("-date",)
    group_by: tuple[str, ...] = ()
    numbering: Numbering = Numbering.NONE
    limit: int | None = None
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a list is shown; see :func:`publist.cite.format_works` for most of it.

    Args:
        style: A style's name or a path to a ``.csl`` file.
        locale: BCP 47 code of the language, instead of the style's own.
        engine: ``csl`` or ``citeproc-py``, or an engine itself.
        marks: A mark scheme's name, with changes if wanted, or symbols by role.
        max_authors: How many names an entry shows at most, the owner's always among them.
        role_words: What roles are called in the legend, by role.
        link_names: Whether names lead to the people's pages.
        link_titles: Whether titles lead to the works.
        link_base: What relative links of works are put behind, e.g. ``/assets/pdf/``.
        show_awards: Whether awards are told in brackets.
        heading_level: The level of the outermost headings, 1 to 6.
        highlight: Whose names stand out: ``me``, the owner of the list; ``authors``, people
            whose ids the plan selects; or ``members``, those of the lab, or of the groups that
            the plan selects.
    """

    style: str | Path = "homepage"
    locale: str | None = None
    engine: str | Engine = "csl"
    marks: str | Mapping[str, str] = "symbols"
    max_authors: int | None = None
    role_words: Mapping[str, str] = field(default_factory=dict)
    link_names: bool = False
    link_titles: bool = False
    link_base: str | None = None
    show_awards: bool = True
    heading_level: int = 2
    highlight: str = "me"


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
    return Plan(
        selection=Selection(**{name: value for name, value in wanted.items() if value is not None}),
        sort=_between_commas(sort),
        group_by=_between_commas(group_by),
        numbering=make_numbering(numbering),
        limit=limit,
    )


def make_numbering(numbering: str) -> Numbering:
    """A way of numbering by its name.

    Args:
        numbering: ``up``, ``reversed`` and so on.

    Raises:
        ProjectError: There is none.

    >>> make_numbering("up").value
    'up'
    """
    if numbering not in set(Numbering):
        known = ", ".join(Numbering)
        message = f"There is no numbering {numbering!r}; known: {known}."
        raise ProjectError(message, key="number", value=numbering)
    return Numbering(numbering)


def _between_commas(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in text.split(",")) if part)


def make_options(
    *,
    links: str = "all",
    abstracts: bool | None = None,
    bibtex: bool | None = None,
    badges: bool = False,
    legend: bool = True,
    standalone: bool = False,
    title: str | None = None,
    thumbnails: str | None = None,
    metadata: str | None = None,
    url: str | None = None,
) -> Options:
    """What a written list shows besides the references, from what users type.

    Args:
        links: ``all``, ``none``, or relations between commas.
        abstracts: Whether abstracts are there to unfold; None for in whole documents only.
        bibtex: Whether the BibTeX of each work is; likewise.
        badges: Whether a badge with the venue stands before each entry.
        legend: Whether the legend is printed.
        standalone: Whether a whole document is written, not a part of one.
        title: The title of a whole document.
        thumbnails: The folder of the works' pictures as seen from the page, or ``none``; None
            for the page's own folder in whole documents, and no pictures elsewhere.
        metadata: ``none``, or forms of metadata between commas: ``jsonld``, ``coins``,
            ``highwire``; None for ``jsonld`` in whole documents, and none elsewhere.
        url: The address under which what is written will be found on the web.

    Raises:
        ProjectError: There is no such relation, or no such form of metadata.

    >>> make_options(links="pdf, code").links, make_options(standalone=True).metadata
    (('pdf', 'code'), ('jsonld',))
    """
    relations = {"all": RELATIONS, "none": ()}.get(links.strip(), _between_commas(links))
    _all_known(relations, RELATIONS, "links", "kind of link")
    forms = _between_commas(("jsonld" if standalone else "") if metadata is None else metadata)
    forms = () if forms == ("none",) else forms
    _all_known(forms, METADATA, "metadata", "form of metadata")
    if thumbnails is None and standalone:
        thumbnails = ""
    return Options(
        links=relations,
        abstracts=standalone if abstracts is None else abstracts,
        bibtex=_bibtex_of if (standalone if bibtex is None else bibtex) else None,
        badges=badges,
        legend=legend,
        standalone=standalone,
        title=title,
        thumbnails=None if thumbnails == "none" else thumbnails,
        metadata=forms,
        url=url,
    )


def _all_known(words: Sequence[str], known: Sequence[str], key: str, what: str) -> None:
    for word in words:
        if word not in known:
            message = f"There is no {what} {word!r}; known: {', '.join((*known, 'none'))}."
            raise ProjectError(message, key=key, value=word)


def _bibtex_of(work: Work) -> str:
    from publist.write.bibtex import citation_bibtex

    return citation_bibtex(work.record)
