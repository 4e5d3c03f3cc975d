"""Publications: a collection that one reads, narrows down, arranges and formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publist.arrange import Numbering, Selection
from publist.model import Document, Listing, Person, Record, Role, Ruling, Work
from publist.pipeline import convert, gather, join, listing, works_of, write
from publist.problems import Problem
from publist.setup import Look, Plan, make_options, make_setup
from publist.write.options import Options

if TYPE_CHECKING:
    from publist.link.merge_policy import Policy

__all__ = ["Publications", "read"]

_OPTIONS = {option.name for option in fields(Options)}


def read(
    *sources: str | Path,
    form: str | None = None,
    people: str | Path | Sequence[Person] | None = None,
    me: str | None = None,
    venues: Sequence[str | Path] = (),
    meanings: Mapping[str, str | Role] | None = None,
) -> Publications:
    """Read publications and put their authors, roles, venues and awards in order.

    Args:
        sources: Paths or globs; ``-`` is standard input.
        form: The sources' form by name (``bibtex``, ``yaml`` …), where it is not to be told
            from the file.
        people: A ``people.yaml``, or the people themselves.
        me: The owner of the list: a name, a person's id, or an ORCID.
        venues: YAML files with venues of your own.
        meanings: What a mark in the sources means, e.g. ``{"#": "corresponding"}``.

    Raises:
        SourceError: A source cannot be read at all. Lesser trouble is in ``problems``.
        ProjectError: An argument does not make sense.

    >>> import publist
    >>> pubs = publist.read("examples/homepage/publications.bib", me="Zhenheng Tang")
    >>> len(pubs)
    30
    """
    setup = make_setup(people=people, me=me, venues=venues, meanings=meanings)
    document = gather(sources, setup, form=form)
    works = works_of(document)
    return Publications(works=works, problems=document.problems, people=setup.people)


@dataclass(frozen=True, slots=True)
class Publications:
    """An immutable collection of works; every method gives a new one or a result.

    Args:
        works: The works, in order.
        problems: What a person should know about the sources.
        plan: Under which headings and numbers they will be shown.
        people: Who is who, for what is asked of ids, groups and membership.

    >>> from publist.model import Date
    >>> old, new = (Record(key=key, date=Date.parse(key)) for key in ("1999", "2024"))
    >>> pubs = Publications(works=(Work.of(old), Work.of(new)))
    >>> [work.key for work in pubs.sort("-date")], [work.key for work in pubs.select(years="-2000")]
    (['2024', '1999'], ['1999'])
    """

    works: tuple[Work, ...] = ()
    problems: tuple[Problem, ...] = ()
    plan: Plan = field(default_factory=lambda: Plan(sort=()))
    people: tuple[Person, ...] = ()

    def __len__(self) -> int:
        return len(self.works)

    def __iter__(self) -> Iterator[Work]:
        return iter(self.works)

    def __getitem__(self, key: str) -> Work:
        """The first work with this key.

        Raises:
            KeyError: There is none.
        """
        for work in self.works:
            if work.key == key:
                return work
        raise KeyError(key)

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record of every work, in order."""
        return tuple(record for work in self.works for record in work.versions)

    def join(
        self,
        *,
        decisions: str | Path | Sequence[Ruling] | None = None,
        versions: str = "one",
        policy: Policy | None = None,
    ) -> Publications:
        """One work for all records of it, as ``pubs format`` shows them.

        Reading joins nothing. Records are joined that are all but certainly of one work, and
        those that people decided on; ``problems`` then says which, and why.

        Args:
            decisions: People's decisions, or the file with them; None is
                ``pubs.decisions.yaml`` in the current folder, where there is one.
            versions: ``one`` for one work with all its versions, ``all`` for a work of each
                publication.
            policy: How records become one.

        Raises:
            ProjectError: The decisions cannot be read, or there is no such choice of versions.

        >>> import publist
        >>> pubs = publist.read("examples/homepage/publications.bib")
        >>> len(pubs.join())
        30
        """
        works, problems = join(
            Document(records=self.records), rulings=decisions, versions=versions, policy=policy
        )
        return replace(self, works=works, problems=(*self.problems, *problems))

    def select(self, selection: Selection | None = None, **wanted: Any) -> Publications:
        """The works that are wanted.

        Args:
            selection: What is wanted.
            **wanted: Its fields instead, e.g. ``years="2020-"``, ``selected=True``,
                ``kinds=["conference", "journal"]``.
        """
        from publist.arrange import select

        asked = selection or Selection(**wanted)
        return replace(self, works=select(self.works, asked, self.people))

    def sort(self, *keys: str) -> Publications:
        """The works in another order, e.g. ``.sort("-date", "title")``."""
        from publist.arrange import sort

        return replace(self, works=sort(self.works, keys))

    def group(self, *by: str) -> Publications:
        """The same works, to be shown under headings, e.g. ``.group("year", "kind")``."""
        return replace(self, plan=replace(self.plan, group_by=by))

    def number(self, numbering: str | Numbering = Numbering.UP) -> Publications:
        """The same works, to be shown with numbers: ``up``, ``reversed`` and so on."""
        return replace(self, plan=replace(self.plan, numbering=Numbering(numbering)))

    def listing(self, **look: Any) -> Listing:
        """The arranged and formatted entries, for a writer of one's own.

        Args:
            **look: The fields of :class:`publist.setup.Look`, e.g. ``style="apa"``.
        """
        return listing(self.works, self.plan, Look(**look))[0]

    def format(self, to: str = "markdown", **look: Any) -> str:
        """The list as text.

        Args:
            to: ``markdown``, ``html``, ``latex``, ``text`` or ``json``.
            **look: The fields of :class:`publist.setup.Look`, e.g. ``style="apa"``,
                ``locale="de-DE"``, ``max_authors=6``, and those of
                :class:`publist.write.options.Options`, e.g. ``standalone=True``;
                ``bibtex=True`` stands for the BibTeX that readers cite with.

        Raises:
            StyleError: There is no such style.
            ProjectError: There is no such form, scheme or key.
        """
        shown = {name: look.pop(name) for name in _OPTIONS & look.keys()}
        if shown.get("bibtex") is True:
            shown["bibtex"] = make_options(bibtex=True).bibtex
        return write(self.listing(**look), to, Options(**shown))

    def convert(self, to: str) -> str:
        """The works as data: ``json``, ``yaml``, ``bibtex`` or ``csl-json``.

        Unless they were joined there is a work for every record.
        """
        return convert(Document(records=self.records, problems=self.problems), to, self.works)
