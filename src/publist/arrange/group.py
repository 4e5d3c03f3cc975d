"""Grouping: works under headings, and these under others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publist.anchors import Anchors, slug
from publist.arrange.dates import FORTHCOMING, year_of
from publist.arrange.kinds import KINDS, kind_of
from publist.arrange.select import holders
from publist.errors import ProjectError
from publist.model import Entry, Group, Model, Record, Work
from publist.names.fold import fold
from publist.richtext import RichText
from publist.words import words

__all__ = ["CRITERIA", "Section", "group", "lay_out"]


class Section(Model):
    """A part of a list: works under a heading, or further parts.

    Args:
        heading: Words for people; None where there is no heading.
        key: An anchor, unique in the list and the same every time.
        works: What stands in it, when it is not divided further.
        sections: Its parts.
    """

    heading: str | None = None
    key: str = ""
    works: tuple[Work, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Work]:
        """All works in the order of the page; one that stands in two parts comes twice."""
        yield from self.works
        for section in self.sections:
            yield from section.walk()


Rank = float | tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a list that a work belongs to.

    Args:
        rank: Where it stands among the other parts, different for each of them; None for
            last, whichever the order.
        heading: Its heading.
        key: Its name in anchors, where the heading does not serve.
    """

    rank: Rank
    heading: str
    key: str = ""


Words = Mapping[str, str]
Criterion = Callable[[Record, Words, Words], Iterable[Part]]


def group(works: Iterable[Work], by: Sequence[str], *, language: str = "en") -> tuple[Section, ...]:
    """Put works under headings, nested where there are several criteria.

    Years and decades run from new to old, everything else in its natural order: kinds in the
    order of :data:`publist.arrange.kinds.KINDS`, the rest alphabetically. A ``+`` in front of
    a criterion makes it ascending, ``-`` descending. What a criterion knows nothing about
    stands in a last part. Within a part, works keep their order.

    Args:
        works: The works, sorted.
        by: Criteria, the outermost first; see :data:`CRITERIA`. None at all give one part
            without a heading.
        language: BCP 47 code of the headings.

    Raises:
        ProjectError: There is no such criterion.

    >>> from publist.model import Date
    >>> works = [Work.of(Record(key="a", type="book", date=Date.parse("2023"))),
    ...          Work.of(Record(key="b", type="book", date=Date.parse("2024")))]
    >>> [(part.key, part.sections[0].key) for part in group(works, ["year", "kind"])]
    [('2024', '2024-book'), ('2023', '2023-book')]
    """
    for name in by:
        if name.lstrip("+-") not in CRITERIA:
            known = ", ".join(CRITERIA)
            raise ProjectError(f"There is no grouping {name!r}; known: {known}.", key="group-by")
    if not by:
        return (Section(works=tuple(works)),)
    return _sections(tuple(works), tuple(by), language, "", Anchors())


def _sections(
    works: tuple[Work, ...], by: tuple[str, ...], language: str, above: str, anchors: Anchors
) -> tuple[Section, ...]:
    name = by[0].lstrip("+-")
    headings, kinds = words("headings", language), words("kinds", language)
    parts: dict[Rank, Part] = {}
    members: dict[Rank, list[Work]] = {}
    for work in works:
        belongs = {part.rank: part for part in CRITERIA[name](work.record, headings, kinds)}
        for rank, part in belongs.items():
            parts.setdefault(rank, part)
            members.setdefault(rank, []).append(work)
    newest_first = name in ("year", "decade") and not by[0].startswith("+")
    made = []
    for part in _in_order(parts.values(), descending=newest_first or by[0].startswith("-")):
        wanted = part.key or slug(part.heading) or name
        key = anchors.give(f"{above}-{wanted}" if above else wanted)
        inside = tuple(members[part.rank])
        if by[1:]:
            inner = _sections(inside, by[1:], language, key, anchors)
            made.append(Section(heading=part.heading, key=key, sections=inner))
        else:
            made.append(Section(heading=part.heading, key=key, works=inside))
    return tuple(made)


def _in_order(parts: Iterable[Part], *, descending: bool) -> list[Part]:
    every = list(parts)
    ranked = [(part.rank, part) for part in every if part.rank is not None]
    ranked.sort(key=lambda pair: pair[0], reverse=descending)
    return [part for _, part in ranked] + [part for part in every if part.rank is None]


def _year(record: Record, headings: Words, _kinds: Words) -> Iterable[Part]:
    yield _of_year(year_of(record), headings) or _part_of_year(year_of(record))


def _decade(record: Record, headings: Words, _kinds: Words) -> Iterable[Part]:
    year = year_of(record)
    special = _of_year(year, headings)
    if special is not None or year is None:
        yield special or _part_of_year(year)
        return
    first = int(year) // 10 * 10
    yield Part(first, headings["decade"].replace("{decade}", str(first)), f"{first}s")


def _of_year(year: float | None, headings: Words) -> Part | None:
    if year is None:
        return Part(None, headings["undated"], "undated")
    if year == FORTHCOMING:
        return Part(FORTHCOMING, headings["forthcoming"], "forthcoming")
    return None


def _part_of_year(year: float | None) -> Part:
    return Part(year, str(int(year or 0)))


def _kind(record: Record, _headings: Words, kinds: Words) -> Iterable[Part]:
    kind = kind_of(record)
    yield Part(KINDS.index(kind), kinds[kind], kind)


def _venue(record: Record, headings: Words, _kinds: Words) -> Iterable[Part]:
    venue = record.venue
    shown = (venue.short or venue.name) if venue else record.container.plain
    if shown:
        yield Part(_alphabetical(shown), shown)
    else:
        yield Part(None, headings["none"], "no-venue")


def _alphabetical(text: str) -> tuple[str, str]:
    # The text itself as well: C and C++ are not the same.
    return fold(text), " ".join(text.casefold().split())


def _keyword(record: Record, headings: Words, _kinds: Words) -> Iterable[Part]:
    for keyword in record.keywords:
        yield Part(_alphabetical(keyword), keyword)
    if not record.keywords:
        yield Part(None, headings["none"], "no-keyword")


def _preprints(record: Record, headings: Words, kinds: Words) -> Iterable[Part]:
    if kind_of(record) == "preprint":
        yield Part(1, kinds["preprint"], "preprints")
    else:
        yield Part(0, headings["published"], "published")


def _selected(record: Record, headings: Words, _kinds: Words) -> Iterable[Part]:
    if record.selected:
        yield Part(0, headings["selected"], "selected")
    else:
        yield Part(1, headings["others"], "further")


def _role(record: Record, headings: Words, _kinds: Words) -> Iterable[Part]:
    """By the owner's part in it: the first that applies."""
    mine = {index for index, author in enumerate(record.authors) if author.me}
    for rank, role in enumerate(("first", "lead", "corresponding")):
        if mine & holders(record, role):
            yield Part(rank, headings[role], f"as-{role}")
            return
    if mine:
        yield Part(3, headings["coauthor"], "as-coauthor")
    else:
        yield Part(None, headings["none"], "not-an-author")


CRITERIA: Mapping[str, Criterion] = {
    "year": _year,
    "decade": _decade,
    "kind": _kind,
    "type": _kind,
    "venue": _venue,
    "keyword": _keyword,
    "preprints": _preprints,
    "selected": _selected,
    "role": _role,
}
"""What can be grouped by: ``type`` is another name for ``kind``, ``preprints`` sets preprints
apart, ``selected`` the selected works, ``role`` goes by the owner's part (first author, lead,
corresponding, co-author); by ``keyword`` a work stands under each of its keywords."""


def lay_out(sections: Sequence[Section], text: Callable[[Work], RichText]) -> Group:
    """The groups of a listing: sections with each work formatted.

    Args:
        sections: What :func:`group` made.
        text: The formatted reference of a work.
    """
    if len(sections) == 1 and sections[0].heading is None:
        return _laid_out(sections[0], text)
    return Group(groups=tuple(_laid_out(section, text) for section in sections))


def _laid_out(section: Section, text: Callable[[Work], RichText]) -> Group:
    return Group(
        heading=section.heading,
        key=section.key,
        entries=tuple(Entry(work=work, text=text(work)) for work in section.works),
        groups=tuple(_laid_out(part, text) for part in section.sections),
    )
