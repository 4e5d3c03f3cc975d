"""Words of the report: a record in a line, a pair's standing, counts."""

from __future__ import annotations

from publist.link.verdict import Relation
from publist.model import Record
from publist.names import short_list

__all__ = ["count_of", "headline", "place_of", "relation_word", "visible", "where_and_when"]

_RELATIONS = {
    Relation.SAME: "one publication",
    Relation.VERSION: "versions of one work",
    Relation.RELATED: "related works",
    Relation.DISTINCT: "two works",
}


def headline(record: Record) -> str:
    """Its title, or what stands in for it."""
    return record.title.plain or f"(no title: {record.key})"


def where_and_when(record: Record) -> str:
    """Who, where and when, as short as it can be told apart.

    >>> from publist.model import Date
    >>> where_and_when(Record(key="a", type="article", date=Date.parse("2024")))
    '2024'
    """
    people = short_list([author.name for author in record.authors or record.editors])
    venue = ""
    if record.venue:
        venue = record.venue.short or record.venue.name
    venue = venue or record.container.plain or record.publisher or record.genre or ""
    year = "" if record.year is None else str(record.year)
    if year and venue.endswith(year):
        year = ""
    place = " ".join(part for part in (venue, year) if part)
    return ", ".join(part for part in (people, place) if part)


def place_of(record: Record) -> str:
    """Where it was read, or nothing."""
    return str(record.source) if record.source else ""


def relation_word(relation: Relation) -> str:
    """What two records are to each other, in words."""
    return _RELATIONS[relation]


def count_of(number: int, one: str, many: str) -> str:
    """A number with its noun.

    Args:
        number: How many there are.
        one: The noun for one.
        many: The noun for any other number.

    >>> count_of(1, "record", "records"), count_of(2, "pair", "pairs")
    ('1 record', '2 pairs')
    """
    return f"{number} {one if number == 1 else many}"


def visible(text: str) -> str:
    r"""A text without control characters, which a terminal would obey; line feeds stay.

    >>> visible("red\x1b[31m")
    'red�[31m'
    """
    return "".join(char if char.isprintable() or char == "\n" else "�" for char in text)
