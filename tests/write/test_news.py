"""News, case by case, and what holds for every list of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from ruamel.yaml import YAML

from publist.model import Date, Entry, Group, Listing, Record, Work
from publist.pipeline import normalise
from publist.reading.form import read_yaml
from publist.richtext import EMPTY, RichText
from publist.setup import Setup
from publist.write.news import write, write_html, write_text
from publist.write.options import Options
from publist.write.yaml_text import yaml_items

from .listings import LISTINGS

CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "news.yml").read_text("utf-8")
)


def record_of(said: dict[str, Any]) -> Record:
    plain = {key: value if isinstance(value, list) else str(value) for key, value in said.items()}
    document = normalise([read_yaml(yaml_items([plain]), "x.yaml")], Setup())
    return document.records[0]


def listing_of(*records: Record, language: str = "en") -> Listing:
    entries = tuple(Entry(work=Work.of(record), text=EMPTY) for record in records)
    return Listing(root=Group(entries=entries), language=language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["en"] or "nothing")
def test_sentence(case: dict[str, Any]) -> None:
    record = record_of(case["record"])
    for language in case.keys() - {"record"}:
        expected = f"- {case[language]}\n" if case[language] else ""
        assert write(listing_of(record, language=language)) == expected


def dated(key: str, date: str, **fields: object) -> Record:
    return Record(
        key=key, title=RichText.of(key.upper()), type="book", date=Date.parse(date)
    ).change(**fields)


def test_the_newest_comes_first_and_what_awaits_print_before_it() -> None:
    listing = listing_of(
        dated("none", "n.d."),
        dated("old", "2020-05"),
        dated("month", "2024-09"),
        dated("year", "2024"),
        dated("early", "2025", accepted=Date.parse("2023-01")),
        dated("soon", "in press"),
    )
    told = [line.rpartition("*")[0].rpartition("*")[2] for line in write(listing).splitlines()]
    assert told == ["SOON", "MONTH", "YEAR", "EARLY", "OLD", "NONE"]


def test_a_work_under_two_headings_is_told_once() -> None:
    entry = Entry(work=Work.of(dated("a", "2020")), text=EMPTY)
    groups = tuple(Group(heading=name, key=name, entries=(entry,)) for name in "xy")
    assert write(Listing(root=Group(groups=groups))).count("\n") == 1


def test_links_may_be_left_out() -> None:
    listing = listing_of(record_of({"title": "T", "type": "book", "doi": "10.1000/182"}))
    assert "https://doi.org/10.1000/182" in write(listing)
    assert "https" not in write(listing, Options(links=()))


@pytest.mark.parametrize("name", LISTINGS)
def test_html_says_what_the_text_says(name: str) -> None:
    page = html.fromstring(write_html(LISTINGS[name]))
    items = [" ".join(item.text_content().split()) for item in page.iter("li")]
    lines = write_text(LISTINGS[name]).replace("CO₂", "CO2").splitlines()
    assert items == [" ".join(line.split()) for line in lines]
    assert not [*page.iter("script")]


def test_html_dates_are_machine_readable() -> None:
    page = html.fromstring(write_html(listing_of(dated("a", "2024-09-25"), dated("b", "2024"))))
    times = [*page.iter("time")]
    assert [time.get("datetime") for time in times] == ["2024-09-25", "2024"]
    assert [time.text for time in times] == ["[2024.09]", "[2024]"]
