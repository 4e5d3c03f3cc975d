"""Publications: a collection that one reads, narrows down, arranges and formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from pydantic import ValidationError

from publist.arrange import Numbering, Selection
from publist.errors import ProjectError
from publist.fields import ListFields, LookFields, SelectionFields, all_known
from publist.model import Document, Listing, Person, Record, Role, Ruling, Work
from publist.pipeline import convert, gather, join, listing, normalise, works_of, write
from publist.problems import Problem
from publist.setup import Look, Plan, make_numbering, make_options, make_setup
from publist.write.options import Options

if TYPE_CHECKING:
    from publist.link.merge_policy import Policy

__all__ = ["Publications", "parse", "read"]

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


def parse(
    text: str | bytes,
    *,
    form: str | None = None,
    file: str = "-",
    people: str | Path | Sequence[Person] | None = None,
    me: str | None = None,
    venues: Sequence[str | Path] = (),
    meanings: Mapping[str, str | Role] | None = None,
) -> Publications:
    """Read publications from a text that is at hand already: an upload, a database's field.

    Args:
        text: The text; of bytes, the encoding is recognised.
        form: Its form by name (``bibtex``, ``yaml`` …), where it is not to be told from the
            text or from ``file``.
        file: What messages and records call it.
        people: As for :func:`read`; likewise the rest.
        me: The owner of the list.
        venues: YAML files with venues of your own.
        meanings: What a mark in the text means.

    Raises:
        SourceError: It is no text, or its form is unknown. Lesser trouble is in ``problems``.
        ProjectError: An argument does not make sense.

    >>> import publist
    >>> pubs = publist.parse("@misc{a, author={Ann Li}, title={On Lists}, year=2024}", me="Ann Li")
    >>> print(pubs.format(), end="")
    - **A. Li**. On Lists. 2024.
    """
    from publist.reading.sources import read_bytes

    setup = make_setup(people=people, me=me, venues=venues, meanings=meanings)
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    document = normalise([read_bytes(data, file, form)], setup)
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

    def select(
        self, selection: Selection | None = None, **wanted: Unpack[SelectionFields]
    ) -> Publications:
        """The works that are wanted.

        Args:
            selection: What is wanted.
            **wanted: The fields of :class:`publist.arrange.Selection` instead, e.g.
                ``years="2020-"``, ``selected=True``, ``kinds=["conference", "journal"]``.

        Raises:
            ProjectError: There is no such field, kind or form of years.

        >>> pubs = Publications(works=(Work.of(Record(key="a", type="thesis")),))
        >>> len(pubs.select(kinds="thesis")), len(pubs.select(kinds=["!thesis"]))
        (1, 0)
        """
        from publist.arrange import select

        asked = selection or _selection(wanted)
        return replace(self, works=select(self.works, asked, self.people))

    def sort(self, *keys: str) -> Publications:
        """The works in another order.

        Args:
            *keys: What decides, the first key first, descending after ``-``:
                ``.sort("-date", "title")``. Without keys, the order stays.

        Raises:
            ProjectError: There is no such key.

        >>> pubs = Publications(works=tuple(Work.of(Record(key=key)) for key in "bca"))
        >>> [work.key for work in pubs.sort("key")]
        ['a', 'b', 'c']
        """
        from publist.arrange import sort

        return replace(self, works=sort(self.works, keys))

    def limit(self, count: int) -> Publications:
        """The first works.

        Args:
            count: How many at most.

        >>> pubs = Publications(works=tuple(Work.of(Record(key=key)) for key in "bca"))
        >>> [work.key for work in pubs.limit(2)]
        ['b', 'c']
        """
        return replace(self, works=self.works[: max(count, 0)])

    def group(self, *by: str) -> Publications:
        """The same works, to be shown under headings.

        Args:
            *by: What makes the headings, the outermost first: ``.group("kind", "year")``. Names
                are looked at when the list is made.

        >>> pubs = Publications(works=(Work.of(Record(key="a", type="thesis")),))
        >>> pubs.group("kind").listing().root.groups[0].heading
        'Theses'
        """
        return replace(self, plan=replace(self.plan, group_by=by))

    def number(self, numbering: str | Numbering = Numbering.UP) -> Publications:
        """The same works, to be shown with numbers.

        Args:
            numbering: ``up``, ``reversed``, ``up-in-groups``, ``reversed-in-groups``,
                ``up-by-kind``, ``reversed-by-kind``, ``none``.

        Raises:
            ProjectError: There is no such numbering.

        >>> pubs = Publications(works=tuple(Work.of(Record(key=key)) for key in "ab"))
        >>> [entry.number for entry in pubs.number("reversed").listing().root.walk()]
        [2, 1]
        """
        return replace(self, plan=replace(self.plan, numbering=make_numbering(numbering)))

    def listing(self, **look: Unpack[LookFields]) -> Listing:
        """The arranged and formatted entries, for a page of one's own.

        Args:
            **look: The fields of :class:`publist.setup.Look`, e.g. ``style="apa"``.

        Returns:
            The listing; its ``problems`` tell what did not go as the style has it.

        Raises:
            StyleError: There is no such style.
            ProjectError: There is no such option, scheme, key or grouping.

        >>> pubs = Publications(works=(Work.of(Record(key="a", title="On Lists")),))
        >>> [entry.text.plain for entry in pubs.listing().root.walk()]
        ['On Lists.']
        """
        all_known(look, LookFields)
        made, problems = listing(self.works, self.plan, Look(**look))
        return made.model_copy(update={"problems": problems})

    def format(self, to: str = "markdown", **look: Unpack[ListFields]) -> str:
        r"""The list as text.

        Args:
            to: ``markdown``, ``html``, ``latex``, ``text``, ``json``, or an installed writer's
                name.
            **look: The fields of :class:`publist.setup.Look`, e.g. ``style="apa"``,
                ``locale="de-DE"``, ``max_authors=6``, and those of
                :class:`publist.write.options.Options`, e.g. ``standalone=True``;
                ``bibtex=True`` stands for the BibTeX that readers cite with.

        Returns:
            The list. What did not go as the style has it is in ``listing(…).problems``.

        Raises:
            StyleError: There is no such style.
            ProjectError: There is no such option, form, scheme or key.

        >>> pubs = Publications(works=(Work.of(Record(key="a", title="Lists & more")),))
        >>> pubs.format("latex").splitlines()[1]
        '\\item[\\textbullet] Lists \\& more.'
        """
        all_known(look, ListFields)
        given: dict[str, Any] = {**look}
        shown = {name: given.pop(name) for name in _OPTIONS & given.keys()}
        if isinstance(shown.get("bibtex"), bool):
            shown["bibtex"] = make_options(bibtex=shown["bibtex"]).bibtex
        made, _ = listing(self.works, self.plan, Look(**given))
        return write(made, to, Options(**shown))

    def convert(self, to: str) -> str:
        """The works as data. Unless they were joined there is a work for every record.

        Args:
            to: ``json``, ``yaml``, ``bibtex``, ``biblatex`` or ``csl-json``.

        Raises:
            ProjectError: There is no such form.

        >>> pubs = Publications(works=(Work.of(Record(key="a", title="On Lists")),))
        >>> print(pubs.convert("yaml"), end="")
        - id: a
          type: document
          title: On Lists
        """
        return convert(Document(records=self.records, problems=self.problems), to, self.works)


def _selection(wanted: SelectionFields) -> Selection:
    all_known(wanted, SelectionFields)
    try:
        return Selection.model_validate(wanted)
    except ValidationError as error:
        first = error.errors()[0]
        key, value = str(first["loc"][0]), str(first["input"])
        raise ProjectError(f"Not usable: {first['msg']}.", key=key, value=value) from error
