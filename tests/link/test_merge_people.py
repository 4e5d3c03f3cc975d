"""Who an author is, where several records print the name differently."""

from __future__ import annotations

import pytest

from publist.link.merge_people import merge_people
from publist.model import Author
from publist.names import parse_name

BY_NAME = {"person": "hao", "by_name": True, "orcid": "0000-0002-1825-0097"}
SAID = {"person": "hao"}
OWNER = {"me": True, "by_name": True}


def author(name: str, **told: object) -> Author:
    return Author.model_validate({"name": parse_name(name, "human"), **told})


@pytest.mark.parametrize(
    ("one", "other", "name", "person", "me"),
    [
        # Initials that fitted, and a full name that does not: somebody else.
        (author("H. Wang", **BY_NAME), author("Haitao Wang"), "Haitao Wang", None, False),
        (author("H. Wang", **OWNER), author("Haitao Wang"), "Haitao Wang", None, False),
        # The same name, in a record on which it is said (not_on) to be somebody else's.
        (author("H. Wang", **BY_NAME), author("H. Wang"), "H. Wang", None, False),
        # Initials that fit several people, and a full name that fits one.
        (author("Hao Wang", **BY_NAME), author("H. Wang"), "Hao Wang", "hao", False),
        # What a source says outright stands.
        (author("H. Wang", **SAID), author("Haitao Wang"), "Haitao Wang", "hao", False),
        (author("H. Wang", me=True), author("Haitao Wang"), "Haitao Wang", None, True),
    ],
)
def test_the_fuller_name_tells_who_it_is(
    one: Author, other: Author, name: str, person: str | None, me: bool
) -> None:
    for lists in ([[one], [other]], [[other], [one]]):
        [merged] = merge_people(lists)
        assert (str(merged.name), merged.person, merged.me) == (name, person, me)
        assert merged.orcid is None or merged.person == "hao"
