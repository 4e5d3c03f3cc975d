"""Pairs of records and what they are to each other, as a table (pairs.csv)."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from publist.link import Row, relate, row_from_strings, rows_from_records
from publist.model import Identifier, Record

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


def test_a_short_doi_says_nothing_against_a_whole_one() -> None:
    line = LINES[0]
    row = side(line, "a")
    short = replace(row, id="b", identifiers=(("doi-short", "10/gmhk73"),))
    whole = replace(row, identifiers=(("doi", "10.1000/182"),))
    assert "different DOI" not in relate(whole, short).reasons
    assert "same short DOI" in relate(short, replace(short, id="c")).reasons


def test_a_record_with_a_short_doi() -> None:
    record = Record(key="a", identifiers=(Identifier.parse("doi", "10/gmhk73"),))
    (row,) = rows_from_records([record])
    assert row.identifiers == (("doi-short", "10/gmhk73"),)
