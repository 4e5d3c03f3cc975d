"""People: which printed names may be one person's, proposed from the sources alone.

Names are taken from the fullest to the shortest. Each joins the one person whose every name it
is compatible with; where two people fit, initials decide nothing and the name stays apart. Two
people of one author list are never one, whatever their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from publist.anchors import Anchors
from publist.model import Name, Person, Record
from publist.model.proposal import Alias, Proposal
from publist.names import Comparison, compatible
from publist.names.collective import is_group
from publist.names.fold import fold, umlauts_shortened
from publist.names.initials import are_initials

__all__ = ["propose_people"]

_LIKELY = 0.55
"""Initials alone are 0.6; a family name without any given name is less, and joins nobody."""
_SURE = 0.95
_MANY = 30
"""People who may share a word of their names and still all be compared with a new name."""


@dataclass(slots=True)
class _Printed:
    """A printed name, with what the sources say outright about who it is."""

    name: Name
    identity: str
    orcid: str | None = None
    lists: set[int] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class _Somebody:
    """The names put together so far."""

    printed: list[_Printed]
    known: Person | None = None
    identities: set[str] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    perhaps: list[_Somebody] = field(default_factory=list)

    def add(self, one: _Printed) -> None:
        self.printed.append(one)
        self.lists |= one.lists
        if one.identity:
            self.identities.add(one.identity)

    def fit(self, one: _Printed) -> float:
        """How well a name fits: as well as with the name that it fits worst."""
        if one.identity and one.identity in self.identities:
            return 1.0
        if one.identity and self.identities:
            return 0.0
        if not self.lists.isdisjoint(one.lists) or self._is_other(one.name):
            return 0.0
        scores = (compatible(one.name, other.name).score for other in self.printed)
        return min(scores, default=0.0)

    def _is_other(self, name: Name) -> bool:
        others = self.known.not_names if self.known else ()
        return any(compatible(name, other).score >= _SURE for other in others)


def propose_people(
    records: Iterable[Record], people: Sequence[Person] = ()
) -> tuple[Proposal, ...]:
    """Propose who is who among the authors and editors of records.

    Args:
        records: In any order; the result does not depend on it.
        people: People who are known already. They keep what is known of them and may gain
            names.

    Returns:
        The people, who is known or most frequent first. Groups are left out.

    >>> from publist.names import read_authors
    >>> records = [Record(key=key, authors=read_authors(names, "human").authors)
    ...            for key, names in (("a", "Amelie Chi Zhou"), ("b", "AC Zhou"), ("c", "B. Li"))]
    >>> [[str(name) for name in each.person.names] for each in propose_people(records)]
    [['Amelie Chi Zhou', 'A. C. Zhou'], ['B. Li']]
    """
    found = [_Somebody([], person, {person.id}) for person in people]
    for somebody in found:
        assert somebody.known is not None
        for name in somebody.known.names:
            somebody.add(_Printed(name, somebody.known.id))
    index = _Index(found)
    for one in sorted(_printed(records), key=_fullest_first):
        _place(one, index)
    anchors = Anchors()
    for person in people:
        anchors.give_as_is(person.id)
    ranked = sorted(index.everybody, key=_most_frequent_first)
    return tuple(_proposal(each, anchors) for each in ranked if each.lists or each.known)


def _place(one: _Printed, index: _Index) -> None:
    fits = [(each.fit(one), each) for each in index.near(one)]
    fits = [(score, each) for score, each in fits if score >= _LIKELY]
    if len(fits) > 1:
        sure = [(score, each) for score, each in fits if score >= _SURE]
        fits = sure if len(sure) == 1 else fits
    if len(fits) == 1:
        index.join(fits[0][1], one)
    else:
        index.open(one, [each for _, each in fits])


class _Index:
    """Everybody found so far, by the words of their names."""

    def __init__(self, start: Iterable[_Somebody]) -> None:
        self.everybody: list[_Somebody] = []
        # Dictionaries for sets that keep their order.
        self._by_word: dict[str, dict[int, _Somebody]] = defaultdict(dict)
        self._by_identity: dict[str, _Somebody] = {}
        for somebody in start:
            self.everybody.append(somebody)
            for one in somebody.printed:
                self._note(somebody, one)

    def near(self, one: _Printed) -> list[_Somebody]:
        """Who shares a word of the name; in a crowd, who shares an initial as well."""
        if one.identity in self._by_identity:
            return [self._by_identity[one.identity]]
        found: dict[int, _Somebody] = {}
        for word, narrower in _keys(one.name):
            crowd = self._by_word.get(word, {})
            if len(crowd) <= _MANY:
                found |= crowd
            else:
                for key in narrower:
                    found |= self._by_word.get(key, {})
        return list(found.values())

    def join(self, somebody: _Somebody, one: _Printed) -> None:
        somebody.add(one)
        self._note(somebody, one)

    def open(self, one: _Printed, perhaps: list[_Somebody]) -> None:
        somebody = _Somebody([], perhaps=perhaps)
        self.everybody.append(somebody)
        self.join(somebody, one)

    def _note(self, somebody: _Somebody, one: _Printed) -> None:
        if one.identity:
            self._by_identity[one.identity] = somebody
        for word, narrower in _keys(one.name):
            for key in (word, *narrower):
                self._by_word[key][id(somebody)] = somebody


def _keys(name: Name) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word of a name, and with it the initials of the other words."""
    whole = "".join(fold(part) for part in (name.particle, name.family) if part)
    text = " ".join(part for part in (name.family, name.given, name.literal) if part)
    words = umlauts_shortened(fold(text)).split()
    for word in {*words, umlauts_shortened(whole.replace(" ", ""))}:
        if len(word) > 1:
            yield word, tuple(f"{word} {other[0]}" for other in words if other != word)


def _printed(records: Iterable[Record]) -> list[_Printed]:
    found: dict[tuple[Name, str], _Printed] = {}
    number = 0
    for record in records:
        for people in (record.authors, record.editors):
            number += 1
            for author in people:
                if not _is_person(author.name):
                    continue
                identity = author.person or author.orcid or ""
                key = author.name, identity
                one = found.setdefault(key, _Printed(author.name, identity, author.orcid))
                if number in one.lists:
                    one.twice.add(record.key)
                one.lists.add(number)
    return list(found.values())


def _is_person(name: Name) -> bool:
    return not is_group(name.literal) if name.literal else bool(name.family)


def _fullest_first(one: _Printed) -> tuple[object, ...]:
    words = (one.name.given or "").split()
    full = sum(not are_initials(word) for word in words)
    letters = len(str(one.name))
    return (not one.identity, -full, -len(words), -letters, str(one.name), one.identity)


def _is_full(name: Name) -> bool:
    words = (name.given or "").split()
    return bool(words) and not are_initials(words[0])


def _most_frequent_first(each: _Somebody) -> tuple[object, ...]:
    count = sum(len(one.lists) for one in each.printed)
    return (-count, sorted(str(one.name) for one in each.printed), sorted(each.identities))


def _in_order(each: _Somebody) -> list[_Printed]:
    """The names of somebody, the preferred one first: what is known, else a full name."""
    known = list(each.known.names) if each.known else []
    return sorted(
        each.printed,
        key=lambda one: (
            known.index(one.name) if one.name in known else len(known),
            not _is_full(one.name),
            -len(one.lists),
            -len(str(one.name)),
            str(one.name),
        ),
    )


def _proposal(each: _Somebody, anchors: Anchors) -> Proposal:
    ordered = _in_order(each)
    first = ordered[0].name
    aliases: dict[Name, Alias] = {}
    for one in ordered:
        before = aliases.get(one.name)
        count = len(one.lists) + (before.count if before else 0)
        reasons = () if one.name == first else _reasons(first, one.name)
        aliases[one.name] = Alias(name=one.name, count=count, reasons=reasons)
    person = each.known or Person(id=anchors.give(str(first), "person"), names=(first,))
    orcids = sorted({one.orcid for one in ordered if one.orcid})
    changes = {
        "names": tuple(aliases),
        "orcid": person.orcid or (orcids[0] if len(orcids) == 1 else None),
    }
    return Proposal(
        person=person.model_copy(update=changes),
        aliases=tuple(aliases.values()),
        perhaps=tuple(dict.fromkeys(_in_order(other)[0].name for other in each.perhaps)),
        twice=tuple(sorted({key for one in ordered for key in one.twice})),
    )


def _reasons(first: Name, name: Name) -> tuple[str, ...]:
    found: Comparison = compatible(first, name)
    return found.reasons if found else ("the same identifier",)
