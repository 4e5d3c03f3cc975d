"""Tables for the small pure parts: dates as typed, pages, numbers, collation, particles."""

from __future__ import annotations

import time

import pytest

from publist.csl.collation import sort_key
from publist.csl.dates import parse_raw
from publist.csl.names import read_name
from publist.csl.numbers import is_numeric, is_plural
from publist.csl.pages import format_pages


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("2003", (2003, 0, 0), None),
        ("2003-04-05", (2003, 4, 5), None),
        ("April 5, 2003", (2003, 4, 5), None),
        ("5 Apr 2003", (2003, 4, 5), None),
        ("2003/2005", (2003, 0, 0), (2005, 0, 0)),
        ("May 2003/June 2004", (2003, 5, 0), (2004, 6, 0)),
        ("3-5 May 2000", (2000, 5, 3), (2000, 5, 5)),
        ("44 BC", (-44, 0, 0), None),
    ],
)
def test_dates_as_people_type_them(
    raw: str, start: tuple[int, int, int], end: tuple[int, int, int] | None
) -> None:
    date = parse_raw(raw)
    assert date.start is not None
    assert (date.start.year, date.start.month, date.start.day) == start
    if end is None:
        assert date.end is None
    else:
        assert date.end is not None
        assert (date.end.year, date.end.month, date.end.day) == end


@pytest.mark.parametrize("raw", ["forthcoming", "n.d.", "May", "12345678901", "//", "-"])
def test_what_is_no_date_is_a_literal(raw: str) -> None:
    assert parse_raw(raw).literal == raw


@pytest.mark.parametrize(
    ("value", "numeric", "plural"),
    [
        ("2", True, False),
        ("2nd", True, False),
        ("D2", True, False),
        ("2-4", True, True),
        ("2, 3", True, True),
        ("2 & 4", True, True),
        ("second", False, False),
        ("2nd edition", False, False),
        ("TR-2022-04", False, False),
        ("", False, False),
    ],
)
def test_numbers(value: str, numeric: bool, plural: bool) -> None:
    assert is_numeric(value) is numeric
    assert is_plural(value) is plural


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        ("12-15", "", "12–15"),
        ("A1-B3", "", "A1-B3"),
        ("e1-e5", "", "e1–e5"),
        ("xi-xv", "minimal", "xi–xv"),
        ("12-15, 20 & 31-35", "minimal", "12–5, 20 & 31–5"),
        ("1496-1504", "chicago", "1496–1504"),
        ("3\\-4", "", "3-4"),
        ("12-", "", "12-"),
    ],
)
def test_pages(value: str, style: str, expected: str) -> None:
    assert format_pages(value, style, "–") == expected


@pytest.mark.parametrize(
    ("family", "particle", "rest"),
    [
        ("van der Berg", "van der", "Berg"),
        ("d'Alembert", "d’", "Alembert"),
        ("'t Hooft", "’t", "Hooft"),
        ("al-Rashid", "al-", "Rashid"),
        ("Van Buren", "", "Van Buren"),
        ("O'Neil", "", "O’Neil"),
        ('"de Gaulle"', "", "de Gaulle"),
    ],
)
def test_particles_in_family_names(family: str, particle: str, rest: str) -> None:
    name = read_name({"family": family, "given": "X"}, 0)
    assert name is not None
    assert (name.person.non_dropping, name.person.family) == (particle, rest)


def test_order_looks_past_case_accents_and_punctuation() -> None:
    words = ["zoo", "Émile", "emilia", "(Ember)", "10", "9", "O'Hara", "Ohara", "中"]
    ordered = ["9", "10", "(Ember)", "Émile", "emilia", "O'Hara", "Ohara", "zoo", "中"]
    assert sorted(words, key=sort_key) == ordered


@pytest.mark.parametrize(
    "hostile",
    [
        "<i>" * 4000,
        '"' * 4000,
        "1-" * 4000,
        "a" * 20000 + "'",
        "I. " * 5000,
        "«" * 4000,
        "1,&" * 3000,
    ],
)
def test_hostile_values_take_no_time(hostile: str) -> None:
    """Time grows with the length: ten times the value takes far less than a hundred times."""
    from publist.csl.initials import initials
    from publist.csl.markup import field_text

    def cost(value: str) -> float:
        start = time.process_time()
        field_text(value)
        is_numeric(value)
        is_plural(value)
        format_pages(value, "minimal", "–")
        initials(value, ". ")
        sort_key(value)
        parse_raw(value)
        return time.process_time() - start

    small = cost(hostile[: len(hostile) // 8])
    assert cost(hostile) < 40 * small + 0.5
