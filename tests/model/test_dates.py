"""Dates: what is read is written the same, and words stay words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import Date, Day

READ = [
    ("2024", Date(start=Day(year=2024))),
    ("2024-09", Date(start=Day(year=2024, month=9))),
    ("2024-02-29", Date(start=Day(year=2024, month=2, day=29))),
    ("2024-05/2024-06", Date(start=Day(year=2024, month=5), end=Day(year=2024, month=6))),
    ("2021/..", Date(start=Day(year=2021), open_ended=True)),
    ("1850~", Date(start=Day(year=1850), approximate=True)),
    ("2024-21", Date(start=Day(year=2024, season=1))),
    ("-0044-03-15", Date(start=Day(year=-44, month=3, day=15))),
    ("forthcoming", Date(literal="forthcoming")),
    ("2023-02-30", Date(literal="2023-02-30")),
    ("2023-13", Date(literal="2023-13")),
]


@pytest.mark.parametrize(("text", "date"), READ)
def test_read_and_written(text: str, date: Date) -> None:
    assert Date.parse(text) == date
    assert str(date) == text


@given(st.dates())
def test_every_calendar_day_comes_back(day: object) -> None:
    assert str(Date.parse(str(day))) == str(day)


@given(st.text(max_size=20))
def test_no_text_is_lost(text: str) -> None:
    date = Date.parse(text)
    assert date.start is not None or date.literal == text.strip()
