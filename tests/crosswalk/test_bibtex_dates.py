"""Dates in words, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.crosswalk.bibtex_dates import (
    date_from_fields,
    read_date,
    read_date_and_status,
    write_date,
)
from publist.crosswalk.months import MONTHS, SEASONS
from publist.model import Date, Day

WORDS = [
    ("2024", "2024"),
    ("2024-5-1", "2024-05-01"),
    ("2024.10", "2024-10"),
    ("2024/05/12", "2024-05-12"),
    ("25/12/2024", "2024-12-25"),
    ("05/06/2024", "2024"),  # day or month first, nobody knows
    ("May 12, 2024", "2024-05-12"),
    ("12. März 2020", "2020-03-12"),
    ("1er mars 2020", "2020-03-01"),
    ("March–April 2020", "2020-03/2020-04"),
    ("Winter 2020", "2020-24"),
    ("2020年5月12日", "2020-05-12"),
    ("c. 1850", "1850~"),
    ("[2020]", "2020~"),
    ("2019--21", "2019/2021"),
    ("2019 – 2021", "2019/2021"),
    ("2024-99", "2024-99"),  # neither a month nor the end of a range
    ("{2024}", "2024"),
    ("n.d.", "n.d."),
    ("to appear", "to appear"),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_dates_in_words(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("2024 (to appear)", "2024", "to appear"),
        ("forthcoming 2025", "2025", "forthcoming"),
        ("2024", "2024", None),
        ("2020; delayed to 2022", "2020; delayed to 2022", None),
    ],
)
def test_a_state_beside_the_year(text: str, date: str, status: str | None) -> None:
    found, words = read_date_and_status(text)
    assert (str(found), words) == (date, status)


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        ("13", "", None),
        ("12", "25", "2020-12-25"),
        ("Feb", "30", None),
        ("jan.", "4", "2020-01-04"),
        ("Sept", "", "2020-09"),
        ("Jul/Jun", "", None),
        ("June 3--5", "", "2020-06-03/2020-06-05"),
        ("May 30 -- June 2", "", "2020-05-30/2020-06-02"),
        ("somewhere", "", None),
    ],
)
def test_months_and_days(month: str, day: str, expected: str | None) -> None:
    date, understood = date_from_fields("2020", month, day)
    assert (str(date) if understood else None) == expected


@pytest.mark.parametrize(
    ("year", "month", "day", "expected", "understood"),
    [
        ("2020-05", "may", "", "2020-05", True),
        ("2020-05", "may", "4", "2020-05-04", True),
        ("2020-05-04", "may", "", "2020-05-04", True),
        ("2020-05", "may 4--6", "", "2020-05-04/2020-05-06", True),
        ("2020-05", "june", "", "2020-05", False),
        ("2020-05", "Spring", "", "2020-05", False),
        ("2020-05", "somewhere", "", "2020-05", False),
        ("2020", "", "4", "2020", False),
        ("2020/2021", "may", "", "2020/2021", False),
        ("c. 2020", "may", "", "2020-05~", True),
        ("to appear", "may", "", "to appear", False),
        ("to appear", "", "", "to appear", True),
    ],
)
def test_a_year_that_says_more(
    year: str, month: str, day: str, expected: str, *, understood: bool
) -> None:
    assert date_from_fields(year, month, day) == (read_date(expected), understood)


def test_a_word_is_one_month_only() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert not set(MONTHS) & set(SEASONS)


DAYS = st.one_of(
    st.builds(Day, year=st.integers(1000, 9999)),
    st.builds(Day, year=st.integers(1000, 2100), month=st.integers(1, 12)),
    st.builds(Day, year=st.integers(1000, 2100), month=st.integers(1, 12), day=st.integers(1, 28)),
    st.builds(Day, year=st.integers(1000, 2100), season=st.integers(1, 4)),
)


@given(st.builds(Date, start=DAYS, end=st.none() | DAYS, approximate=st.booleans()))
def test_what_is_written_reads_as_the_same_date(date: Date) -> None:
    fields = write_date(date)
    if "date" in fields:
        found = read_date(fields["date"])
    else:
        found, _ = date_from_fields(fields["year"], fields.get("month", ""))
    assert found == date


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    read_date(text)
    date_from_fields("2020", text, text)
