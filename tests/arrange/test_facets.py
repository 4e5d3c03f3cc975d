"""What works can be filtered by."""

from __future__ import annotations

import pytest

from publist.arrange.facets import facets_of
from publist.model import CORRESPONDING, EQUAL, Author, Award, Date, Name, Record, Venue, Work
from publist.richtext import RichText


def author(family: str, *roles: object, me: bool = False) -> Author:
    return Author.model_validate({"name": Name(family=family), "roles": roles, "me": me})


def facets(**fields: object) -> dict[str, tuple[str, ...]]:
    return facets_of(Work.of(Record.model_validate({"key": "a", **fields})))


@pytest.mark.parametrize(
    ("fields", "facet", "values"),
    [
        ({"date": Date.parse("2024-09")}, "year", ("2024",)),
        ({"date": Date.parse("in press")}, "year", ("forthcoming",)),
        ({}, "year", ("undated",)),
        ({"type": "article-journal"}, "kind", ("journal",)),
        ({"venue": Venue(name="Long Name", short="LN")}, "venue", ("LN",)),
        ({"container": RichText.of("Nature"), "container_short": "Nat."}, "venue", ("Nat.",)),
        ({"awards": (Award(name="Oral"), Award(name="Oral"))}, "award", ("Oral",)),
        ({"authors": (author("A", EQUAL), author("B", EQUAL))}, "role", ("equal",)),
        (
            {"authors": (author("A", EQUAL), author("B", EQUAL, CORRESPONDING, me=True))},
            "role",
            ("first", "last", "equal", "corresponding"),
        ),
        ({"authors": (author("A", EQUAL), author("B", me=True), author("C"))}, "role", ()),
    ],
)
def test_values(fields: dict[str, object], facet: str, values: tuple[str, ...]) -> None:
    assert facets(**fields)[facet] == values
