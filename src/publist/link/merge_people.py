"""Merging people: one list from several, with the fuller names and everybody's roles."""

from __future__ import annotations

from collections.abc import Sequence

from publist.model import Author, Name
from publist.names import compatible
from publist.names.fold import fold

__all__ = ["align", "merge_people"]

_WINDOW = 40
"""How far a person is looked for where one list has people whom the other has not."""


def merge_people(lists: Sequence[Sequence[Author]]) -> tuple[Author, ...]:
    """The people of the first list, in its order, with what the other lists know of them.

    Args:
        lists: The list that settles who they are and in which order, and further ones. Who is
            in a further list only is left out; :func:`align` tells who that is.

    >>> from publist.model import LEAD
    >>> [one] = merge_people([
    ...     [Author(name=Name(family="Tang", given="Z."))],
    ...     [Author(name=Name(family="Tang", given="Zhenheng"), roles=(LEAD,))]])
    >>> str(one.name), one.roles
    ('Zhenheng Tang', (Role(kind='lead', group=1),))
    """
    merged = list(lists[0]) if lists else []
    for other in lists[1:]:
        for author, at in zip(other, align(merged, other), strict=True):
            if at is not None:
                merged[at] = _fused(merged[at], author)
    return tuple(merged)


def align(people: Sequence[Author], others: Sequence[Author]) -> tuple[int | None, ...]:
    """For each of the others the place of the same person among the people, or None.

    Lists of one length are held against each other place by place, so that two people of one
    name are never taken for each other. Else equal beginnings and ends are matched, and between
    them people in the same order.
    """
    if len(people) == len(others):
        return tuple(
            at if _may_be_same(one, other) else None
            for at, (one, other) in enumerate(zip(people, others, strict=True))
        )
    places: list[int | None] = [None] * len(others)
    start, limit = 0, min(len(people), len(others))
    while start < limit and _may_be_same(people[start], others[start]):
        places[start] = start
        start += 1
    end = 0
    while end < limit - start and _may_be_same(people[-1 - end], others[-1 - end]):
        places[-1 - end] = len(people) - 1 - end
        end += 1
    low = start
    for at in range(start, len(others) - end):
        high = min(low + _WINDOW, len(people) - end)
        found = [place for place in range(low, high) if _may_be_same(people[place], others[at])]
        if found:
            places[at] = found[0]
            low = found[0] + 1
    return tuple(places)


def _may_be_same(one: Author, other: Author) -> bool:
    if one.person and other.person:
        return one.person == other.person
    if one.orcid and other.orcid:
        return one.orcid == other.orcid
    return bool(compatible(one.name, other.name))


def _fused(one: Author, other: Author) -> Author:
    one, other = _agreed(one, other), _agreed(other, one)
    told = [author for author in (one, other) if author.me or author.person]
    return one.with_roles(*other.roles).model_copy(
        update={
            "name": _fuller(one.name, other.name),
            "person": one.person or other.person,
            "me": one.me or other.me,
            "orcid": one.orcid or other.orcid,
            "url": one.url or other.url,
            "affiliation": one.affiliation or other.affiliation,
            "marks": tuple(dict.fromkeys((*one.marks, *other.marks))),
            "emphasised": one.emphasised or other.emphasised,
            "by_name": bool(told) and all(author.by_name for author in told),
        }
    )


def _agreed(one: Author, other: Author) -> Author:
    """One of two who are the same author, as far as the fuller name bears out who it is.

    *H. Wang* was found to be Hao Wang by the initials alone; where the other list has
    *Haitao Wang*, of whom nothing was found, it is somebody else.
    """
    if not one.by_name or (other.person, other.me) == (one.person, one.me):
        return one
    if _family(one.name) != _family(other.name) or _fullness(one.name) > _fullness(other.name):
        return one
    nobody = {"person": None, "me": False, "orcid": None, "url": None, "by_name": False}
    return one.model_copy(update=nobody)


def _fuller(one: Name, other: Name) -> Name:
    """The name with more of the given names written out, if the family name is the same."""
    if one.literal is not None or other.literal is not None:
        return one
    if _family(one) != _family(other) or _fullness(other) <= _fullness(one):
        return one
    return other if other.suffix else other.model_copy(update={"suffix": one.suffix})


def _family(name: Name) -> str:
    parts = (name.dropping_particle, name.particle, name.family)
    return fold(" ".join(part for part in parts if part))


def _fullness(name: Name) -> tuple[int, int, int]:
    given = name.given or ""
    parts = given.replace(".", " ").replace("-", " ").split()
    full = sum(len(part) for part in parts if not _is_initials(part))
    return full, len(parts), sum(not char.isascii() for char in given + (name.family or ""))


def _is_initials(word: str) -> bool:
    return len(word) == 1 or (len(word) <= 3 and word.isupper())
