"""Keys that are made up."""

from __future__ import annotations

from publist.model import Date, Record
from publist.names import read_authors
from publist.reading.pages.keys import with_unique_keys
from publist.richtext import RichText


def test_keys_are_readable_and_unique() -> None:
    record = Record(
        key="",
        title=RichText.of("The Ünder-Mouse: a study"),
        authors=read_authors("Jörg Müller", "human").authors,
        date=Date.parse("2020"),
    )
    keys = [each.key for each in with_unique_keys([record, record, Record(key="")])]
    assert keys == ["muller2020under", "muller2020underb", "work"]
