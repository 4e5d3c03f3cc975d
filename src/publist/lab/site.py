"""The pages of a lab: one for each member and group, all works, a report, and a way in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publist.anchors import Anchors
from publist.arrange.addresses import is_absolute
from publist.lab.coauthors import Coauthor, coauthors_of
from publist.lab.counting import Counts, Tally, count_works
from publist.lab.members import Lab, Member, owned
from publist.model import Author, Date, Listing, Person, Work
from publist.model.page import Bar, Block, Chart, Heading, Page, Paragraph, Shown, Table
from publist.problems import Problem
from publist.richtext import Link, RichText, Tag
from publist.words import words

if TYPE_CHECKING:
    from publist.setup import Look, Plan

__all__ = ["ListMaker", "lab_pages", "list_maker"]

ListMaker = Callable[[Sequence[Work], str], tuple[Listing, tuple[Problem, ...]]]
"""Arranges and formats works for a page, and says what did not go well; the second argument is
the way from the page up to the lab's folder, where relative links of works start."""

_VENUES_SHOWN = 15
_FORTHCOMING = "forthcoming"
_UP = "../"


def list_maker(plan: Plan, look: Look) -> ListMaker:
    """What makes each list of a lab's pages: all of them are arranged and look alike."""
    from publist.pipeline import listing

    def make(works: Sequence[Work], up: str) -> tuple[Listing, tuple[Problem, ...]]:
        base = look.link_base or ""
        seen = base if is_absolute(base) else up + base
        return listing(works, plan, replace(look, link_base=seen or None))

    return make


def lab_pages(
    lab: Lab, people: Sequence[Person], make: ListMaker
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Make the pages of a lab.

    Args:
        lab: The lab.
        people: Everybody whom the project knows; co-authors among them go by their names.
        make: What makes the lists.

    Returns:
        ``index``, ``publications``, ``report``, ``people/…`` and ``groups/…``, and what did
        not go as the style has it.
    """
    return _Site.of(lab, people, make).pages()


@dataclass
class _Site:
    lab: Lab
    people: Mapping[str, Person]
    make: ListMaker
    language: str
    paths: Mapping[str, str]
    groups: Mapping[str, str]
    problems: list[Problem]

    @classmethod
    def of(cls, lab: Lab, people: Sequence[Person], make: ListMaker) -> _Site:
        members, groups = Anchors(), Anchors()
        empty, _ = make((), "")
        return cls(
            lab=lab,
            people={person.id: person for person in people},
            make=make,
            language=empty.language,
            paths={m.person.id: members.give(m.person.id, "member") for m in lab.members},
            groups={group: groups.give(group) for group in lab.groups},
            problems=[],
        )

    def pages(self) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
        counts = count_works(self.lab)
        everybody = frozenset(self.paths)
        label = words("labels", self.language)["publications"]
        pages = [
            self._page("index", words("lab", self.language)["members"], self._index(counts)),
            self._page("publications", label, self._listed(self.lab.works, everybody, "")),
            self._page("report", self._word("report"), self._report(counts)),
            *(self._member(member) for member in self.lab.members),
            *(self._group(group, members) for group, members in self.lab.groups.items()),
        ]
        return tuple(pages), tuple(dict.fromkeys(self.problems))

    def _page(self, path: str, title: str, blocks: Iterable[Block]) -> Page:
        up = _UP if "/" in path else ""
        ways = [
            _link(words, f"{up}{page}")
            for page, words in (
                ("index", self._word("members")),
                ("publications", words("labels", self.language)["publications"]),
                ("report", self._word("report")),
            )
            if page != path
        ]
        found = (Paragraph(_joined(ways)), *blocks)
        return Page(path=path, title=title, blocks=found, language=self.language)

    def _word(self, key: str) -> str:
        return words("lab", self.language)[key]

    def _listed(
        self, works: Sequence[Work], owners: frozenset[str], up: str = _UP
    ) -> Iterator[Block]:
        at_home = [self._at_home(work, up) for work in owned(works, owners)]
        shown, problems = self.make(at_home, up)
        self.problems += problems
        if any(True for _ in shown.root.walk()):
            yield Shown(shown)
        else:
            yield Paragraph(RichText.of(self._word("no-works")))

    def _at_home(self, work: Work, up: str) -> Work:
        """A work whose authors have their pages here, as far as they are members."""

        def change(author: Author) -> Author:
            path = self.paths.get(author.person or "")
            if path is None:
                return author
            return author.model_copy(update={"url": f"page:{up}people/{path}"})

        record = work.record.change(authors=tuple(map(change, work.record.authors)))
        return work.model_copy(update={"record": record})

    def _member(self, member: Member) -> Page:
        id_ = member.person.id
        blocks = [*self._facts(member), *self._listed(member.works, frozenset((id_,)))]
        found = coauthors_of(member.works, id_, self.people)
        if found:
            blocks += [Heading(self._word("coauthors")), self._coauthors(found)]
        return self._page(f"people/{self.paths[id_]}", member.name, blocks)

    def _facts(self, member: Member) -> Iterator[Block]:
        """When the member is or was there, in which groups, and where more is to be found."""
        person = member.person
        facts = [_link(group, f"{_UP}groups/{self.groups[group]}") for group in person.groups]
        if person.membership:
            facts.append(RichText.of(", ".join(map(_years, person.membership))))
        if person.url:
            told = person.url.partition("://")[2].strip("/") or person.url
            facts.append(RichText.of(Link(Tag.LINK, (told,), href=person.url)))
        if person.orcid:
            address = f"https://orcid.org/{person.orcid}"
            facts.append(RichText.of(Link(Tag.LINK, (f"ORCID {person.orcid}",), href=address)))
        if facts:
            yield Paragraph(_joined(facts))

    def _coauthors(self, found: Sequence[Coauthor]) -> Table:
        rows = (
            (
                self._to_person(one.name, one.person, ""),
                RichText.of(str(one.count)),
                RichText.of("" if one.last is None else str(one.last)),
            )
            for one in found
        )
        head = (self._word("name"), self._word("works"), self._word("last"))
        return Table(self._word("coauthors"), head, tuple(rows))

    def _group(self, group: str, members: Sequence[Member]) -> Page:
        ids = frozenset(member.person.id for member in members)
        names = [self._to_person(member.name, member.person.id, "../people/") for member in members]
        blocks: list[Block] = [Paragraph(_joined(names))]
        blocks += self._listed(self.lab.works_of(members), ids)
        return self._page(f"groups/{self.groups[group]}", group, blocks)

    def _to_person(self, name: str, id_: str | None, folder: str) -> RichText:
        if id_ is None or id_ not in self.paths:
            return RichText.of(name)
        return RichText.of(Link(Tag.LINK, (name,), href=f"page:{folder}{self.paths[id_]}"))

    def _index(self, counts: Counts) -> Iterator[Block]:
        former = {member.person.id for member in self.lab.members if member.is_former}
        there = [tally for tally in counts.members if tally.name not in former]
        gone = [tally for tally in counts.members if tally.name in former]
        if there:
            yield self._members(there)
        if gone:
            yield Heading(self._word("former"))
            yield self._members(gone)
        if self.groups:
            yield Heading(self._word("groups"))
            yield self._by_group(counts)

    def _by_group(self, counts: Counts) -> Table:
        rows = (
            (_link(tally.name, f"groups/{self.groups[tally.name]}"), *_numbers(tally))
            for tally in counts.groups
        )
        head = (self._word("group"), self._word("works"), self._word("share"))
        return Table(self._word("by-group"), head, tuple(rows))

    def _members(self, tallies: Sequence[Tally]) -> Table:
        names = {member.person.id: member.name for member in self.lab.members}
        rows = (
            (self._to_person(names[tally.name], tally.name, "people/"), *_numbers(tally))
            for tally in tallies
        )
        head = (self._word("name"), self._word("works"), self._word("share"))
        return Table(self._word("by-member"), head, tuple(rows))

    def _report(self, counts: Counts) -> Iterator[Block]:
        yield Paragraph(RichText.of(self._word("counting")))
        kinds = words("kinds", self.language)
        yield from self._by_year(counts)
        yield from self._section("by-kind", "kind", counts.kinds, lambda t: kinds[t.name])
        named = [tally for tally in counts.venues if tally.name]
        yield from self._section(
            "by-venue", "venue", named[:_VENUES_SHOWN], lambda tally: tally.name
        )
        if self.groups:
            yield Heading(self._word("by-group"))
            yield self._by_group(counts)
        yield Heading(self._word("by-member"))
        yield self._members(counts.members)

    def _by_year(self, counts: Counts) -> Iterator[Block]:
        years = {int(tally.name): tally.whole for tally in counts.years if tally.name.isdecimal()}
        yield Heading(self._word("by-year"))
        if years:
            bars = (Bar(str(y), years.get(y, 0)) for y in range(min(years), max(years) + 1))
            yield Chart("by-year", self._word("by-year"), tuple(bars), upright=True)
        kinds = words("kinds", self.language)
        shown = [tally.name for tally in counts.kinds]
        rows = (
            (
                RichText.of(self._year(tally.name)),
                *(RichText.of(str(counts.table.get((tally.name, kind), 0))) for kind in shown),
                *_numbers(tally),
            )
            for tally in counts.years
        )
        total = (
            RichText.of(self._word("total")),
            *(RichText.of(str(tally.whole)) for tally in counts.kinds),
            *_numbers(counts.total),
        )
        names = (kinds[kind] for kind in shown)
        head = (self._word("year"), *names, self._word("works"), self._word("share"))
        yield Table(self._word("by-year"), head, (*rows, total))

    def _year(self, name: str) -> str:
        headings = words("headings", self.language)
        return headings[_FORTHCOMING] if name == _FORTHCOMING else name or headings["undated"]

    def _section(
        self, key: str, column: str, tallies: Sequence[Tally], name: Callable[[Tally], str]
    ) -> Iterator[Block]:
        yield Heading(self._word(key))
        bars = tuple(Bar(name(tally), tally.whole) for tally in tallies)
        if bars:
            yield Chart(key, self._word(key), bars)
        rows = ((RichText.of(name(tally)), *_numbers(tally)) for tally in tallies)
        head = (self._word(column), self._word("works"), self._word("share"))
        yield Table(self._word(key), head, tuple(rows))


def _years(time: Date) -> str:
    """A time of membership in years: ``2018–2020``, ``2022–``."""
    if time.start is None:
        return str(time)
    first, last = str(time.start.year), str((time.end or time.start).year)
    if time.open_ended:
        return f"{first}–"
    return first if first == last else f"{first}–{last}"


def _numbers(tally: Tally) -> tuple[RichText, RichText]:
    return RichText.of(str(tally.whole)), RichText.of(f"{tally.share:.2f}")


def _link(text: str, path: str) -> RichText:
    return RichText.of(Link(Tag.LINK, (text,), href=f"page:{path}"))


def _joined(parts: Iterable[RichText]) -> RichText:
    joined = RichText()
    for part in parts:
        joined = joined + RichText.of(" · ") + part if joined else part
    return joined
