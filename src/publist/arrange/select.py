"""Selecting: the works that a selection asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from publist.arrange.dates import year_of
from publist.arrange.kinds import kind_of, kinds_meant
from publist.arrange.selection import Selection
from publist.arrange.whose import Whose
from publist.arrange.years import parse_years
from publist.model import Person, Record, Work
from publist.names.fold import fold

__all__ = ["holders", "select"]

_EVERYTHING = Selection()


def select(
    works: Sequence[Work], selection: Selection, people: Sequence[Person] = ()
) -> tuple[Work, ...]:
    """The works that a selection asks for, in the order they came in.

    Args:
        works: What to choose from.
        selection: What is asked for.
        people: The project's people, for what it asks of ids, groups and membership.

    >>> works = [Work.of(Record(key="a", type="book")), Work.of(Record(key="b"))]
    >>> [work.key for work in select(works, Selection(kinds=["!book"]))]
    ['b']
    """
    if selection == _EVERYTHING:
        return tuple(works)
    whose = Whose(selection, people, works)
    return tuple(work for work in works if _is_wanted(work, selection, whose))


def _is_wanted(work: Work, wanted: Selection, whose: Whose) -> bool:
    record = work.record
    if wanted.selected is not None and wanted.selected != _is_selected(work):
        return False
    return (
        _fits(wanted.kinds, lambda kind: _is_kind(record, kind))
        and _fits(wanted.years, lambda years: year_of(record) in parse_years(years))
        and _is_theirs(record, wanted, whose)
        and _fits(wanted.roles, lambda role: _has_role(record, role, wanted, whose))
        and _fits(wanted.venues, lambda venue: _is_venue(record, venue))
        and _fits(wanted.keywords, lambda word: _has_keyword(record, word))
        and _fits(wanted.awards, lambda award: _has_award(record, award))
        and _has_words(record, wanted.text)
    )


def _is_theirs(record: Record, wanted: Selection, whose: Whose) -> bool:
    if wanted.in_membership and not (wanted.authors or wanted.groups):
        return whose.was_member(record)
    return _fits(wanted.authors, lambda name: whose.wrote(record, name)) and _fits(
        wanted.groups, lambda group: whose.took_part(record, group)
    )


def _fits(wanted: Sequence[str], meets: Callable[[str], bool]) -> bool:
    """One of the wanted values is met, if there are any, and none of the unwanted."""
    asked = [value for value in wanted if not value.startswith("!")]
    unwanted = [value[1:].strip() for value in wanted if value.startswith("!")]
    return (not asked or any(map(meets, asked))) and not any(map(meets, unwanted))


def _is_selected(work: Work) -> bool:
    return any(version.selected for version in (work.record, *work.versions))


def _is_kind(record: Record, word: str) -> bool:
    kind, csl_type = kinds_meant(word)
    return kind_of(record) == kind if kind is not None else record.type == csl_type


def _has_role(record: Record, role: str, wanted: Selection, whose: Whose) -> bool:
    by_name = [name for name in (*wanted.authors, *wanted.groups) if not name.startswith("!")]
    found = [
        index
        for index, author in enumerate(record.authors)
        if (whose.asked(author) if by_name else author.me)
    ]
    if not found and not by_name:
        found = list(range(len(record.authors)))
    return any(index in holders(record, role) for index in found)


def holders(record: Record, role: str) -> set[int]:
    """Which authors have a role or a position."""
    if role == "last":
        return {len(record.authors) - 1}
    if role == "first":
        return {0} | _equals_of_first(record)
    return {
        index
        for index, author in enumerate(record.authors)
        if any(role in (str(held), held.kind) for held in author.roles)
    }


def _equals_of_first(record: Record) -> set[int]:
    first = {held for author in record.authors[:1] for held in author.roles if held.kind == "equal"}
    return {index for index, author in enumerate(record.authors) if first & set(author.roles)}


def _is_venue(record: Record, wanted: str) -> bool:
    phrase = fold(wanted)
    names = [record.container.plain, record.container_short or ""]
    venue = record.venue
    if venue is not None:
        if phrase and phrase in (fold(venue.id or ""), fold(venue.short or "")):
            return True
        names += [venue.name, venue.short or "", venue.track.name or "", venue.track.short or ""]
    return bool(phrase) and any(f" {phrase} " in f" {fold(name)} " for name in names)


def _has_keyword(record: Record, wanted: str) -> bool:
    # Not folded: C and C++ are not the same.
    plain = " ".join(wanted.casefold().split())
    return any(plain == " ".join(keyword.casefold().split()) for keyword in record.keywords)


def _has_award(record: Record, wanted: str) -> bool:
    if wanted.lower() == "any":
        return bool(record.awards)
    phrase = fold(wanted)
    return any(
        phrase == fold(award.kind) or f" {phrase} " in f" {fold(award.name)} "
        for award in record.awards
    )


def _has_words(record: Record, text: str | None) -> bool:
    if not text:
        return True
    hay = fold(" ".join(_words_of(record)))
    return all(word in hay for word in fold(text).split())


def _words_of(record: Record) -> Iterable[str]:
    yield record.key
    yield from (rich.plain for rich in (record.title, record.abstract, record.note))
    yield record.container.plain
    if record.venue is not None:
        yield from (record.venue.name, record.venue.short or "")
    yield from (str(author.name) for author in record.authors)
    yield from record.keywords
    yield from (award.name for award in record.awards)
    yield from (identifier.value for identifier in record.identifiers)
