"""Pairs of records and what they are to each other, as a table (pairs.csv)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from publist.link import Row, relate, row_from_strings

with (Path(__file__).parent / "pairs.csv").open(encoding="utf-8", newline="") as file:
    LINES = list(csv.DictReader(file))


def side(line: dict[str, str], which: str) -> Row:
    names = ("title", "authors", "year", "venue", "pages")
    return row_from_strings({"id": which, **{name: line[f"{name}_{which}"] for name in names}})


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['relation']}-{line['title_a']}")
def test_pair(line: dict[str, str]) -> None:
    pair = relate(side(line, "a"), side(line, "b"))
    assert (pair.relation, pair.decision) == (line["relation"], line["decision"]), pair


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['relation']}-{line['title_a']}")
def test_either_way_round(line: dict[str, str]) -> None:
    there, back = relate(side(line, "a"), side(line, "b")), relate(side(line, "b"), side(line, "a"))
    assert (there.relation, there.score) == (back.relation, back.score)


def test_reasons_are_in_words() -> None:
    pair = relate(side(LINES[3], "a"), side(LINES[3], "b"))
    assert pair.reasons[:2] == ("same title", "same authors")
    assert "years 2018/2019" in pair.reasons
    assert "one is a preprint" in pair.reasons
