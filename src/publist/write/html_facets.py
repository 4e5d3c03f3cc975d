"""What a whole page can be filtered by: attributes of its entries, choices of its form.

The facets themselves are :data:`publist.write.options.Facets`; here they get keys that are
fit for attributes and addresses, words in the page's language, and counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from publist.anchors import slug
from publist.model import Record, Work
from publist.words import words
from publist.write.options import Facets
from publist.write.settle import printable

__all__ = ["FACETS", "Choice", "choices", "filter_attributes"]

FACETS = ("year", "kind", "venue", "role", "award")
"""The facets in the order in which a page shows them."""

ANY = "any"
"""The key that every work with an award has beside those of its awards."""

_ROLES = ("first", "last", "equal", "corresponding", "lead")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can choose.

    Args:
        key: Its name in attributes and in the page's address.
        label: What the reader sees, not escaped.
        count: How many entries have it.
    """

    key: str
    label: str
    count: int


def filter_attributes(work: Work, facets: Callable[[Work], Facets] | None) -> str:
    """The attributes by which a page's script finds an entry.

    Args:
        work: The work of the entry.
        facets: Gives the values of its facets; None where only searching is possible.

    Returns:
        Attributes with a blank before each: ``data-text`` with words that are searched for
        beside those that are shown, and keys between blanks for each facet.

    >>> filter_attributes(Work.of(Record(key="a")), lambda work: {"venue": ("NeurIPS D&B",)})
    ' data-venue="neurips-d-b"'
    """
    attributes = {"text": printable(" ".join(_searched(work.record)))}
    for facet, values in (facets(work) if facets else {}).items():
        attributes[facet] = " ".join(_keys(facet, values))
    return "".join(
        f' data-{slug(name)}="{escape(value)}"' for name, value in attributes.items() if value
    )


def _searched(record: Record) -> Iterator[str]:
    """What readers know of a work though its entry may not print it."""
    for author in record.authors:
        yield str(author.name)
    if record.venue is not None:
        yield from filter(None, (record.venue.name, record.venue.short, record.venue.track.name))
    yield from record.keywords
    yield from (found.value for found in record.identifiers)


def _keys(facet: str, values: Iterable[str]) -> Iterator[str]:
    keys = dict.fromkeys(_key(value) for value in values)
    yield from keys
    if facet == "award" and keys:
        yield ANY


def _key(value: str) -> str:
    return slug(value) or "other"


def choices(
    works: Iterable[Work], facets: Callable[[Work], Facets], language: str
) -> Mapping[str, tuple[Choice, ...]]:
    """What there is to choose from: facets that tell works apart, with words and counts.

    Years run from new to old, kinds and roles in their usual order, the rest alphabetically.

    Args:
        works: The works of the page's entries.
        facets: Gives the values of a work's facets.
        language: BCP 47 code of the words.

    >>> works = [Work.of(Record(key=key)) for key in "ab"]
    >>> choices(works, lambda work: {"kind": ("book",)} if work.key == "a" else {}, "fr")
    {'kind': (Choice(key='book', label='Livres', count=1),)}
    """
    listed = [facets(work) for work in works]
    found = {}
    for facet in FACETS:
        counts: Counter[str] = Counter()
        labels: dict[str, str] = {}
        for each in listed:
            values = each.get(facet, ())
            counts.update(dict.fromkeys(_keys(facet, values), 1))
            for value in values:
                labels.setdefault(_key(value), value)
        ordered = _ordered(facet, labels, counts, language)
        telling = tuple(choice for choice in ordered if choice.count < len(listed))
        if telling:
            found[facet] = telling
    return found


def _ordered(
    facet: str, labels: Mapping[str, str], counts: Mapping[str, int], language: str
) -> Iterator[Choice]:
    page = words("page", language)
    if facet == "award" and len(labels) > 1:
        yield Choice(ANY, page["any-award"], counts[ANY])
    for key in sorted(labels, key=lambda key: _rank(facet, labels[key])):
        label = _label(facet, labels[key], language)
        yield Choice(key, printable(label[:1].upper() + label[1:]), counts[key])


def _rank(facet: str, value: str) -> tuple[int, str]:
    if facet == "year":
        newest = {"forthcoming": -(10**6), "undated": 10**6}
        return (newest[value] if value in newest else -int(value), "")
    order = {"kind": tuple(words("kinds", "en")), "role": _ROLES}.get(facet, ())
    return (order.index(value) if value in order else len(order), value.casefold())


def _label(facet: str, value: str, language: str) -> str:
    tables = {"year": ("headings",), "kind": ("kinds",), "role": ("roles", "page")}
    for table in tables.get(facet, ()):
        if value in words(table, language):
            return words(table, language)[value]
    return value
