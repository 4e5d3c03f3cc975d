"""Dates as publications have them: partial, ranges, or words such as *forthcoming*."""

from __future__ import annotations

import re
from datetime import date as calendar_date
from typing import Annotated, Self

from pydantic import Field

from publist.model.base import Model

__all__ = ["Date", "Day"]

# EDTF (ISO 8601-2) levels 0 and 1 as far as publications use them, seasons 21 to 24.
_DAY = re.compile(r"(?P<year>-?\d{4,6})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[~?%])?")


class Day(Model):
    """A year, a month or a day; which of them is known shows what is given.

    Args:
        year: Astronomical: 0 is 1 BC, negative years are earlier ones.
        month: 1 to 12.
        day: 1 to 31, only with a month.
        season: 1 (spring) to 4 (winter), only without a month.

    >>> str(Day(year=2024, month=9))
    '2024-09'
    """

    year: int
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    season: Annotated[int, Field(ge=1, le=4)] | None = None

    def __str__(self) -> str:
        year = f"{self.year:05d}" if self.year < 0 else f"{self.year:04d}"
        if self.season is not None:
            return f"{year}-{self.season + 20}"
        parts = [year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day as far as known, as CSL's ``date-parts`` have them."""
        known = [self.year]
        if self.month is not None:
            known.append(self.month)
            if self.day is not None:
                known.append(self.day)
        return tuple(known)


class Date(Model):
    """When something happened: a day, a range of days, or words.

    Args:
        start: The day, or the first of a range; None when only words are known.
        end: The last day of a range.
        open_ended: Whether the range has no end yet.
        approximate: Whether the date is a guess of the source's (*circa*).
        literal: Words in place of a day, e.g. ``forthcoming``.

    >>> Date.parse("2024-05/2024-06").end
    Day(year=2024, month=6, day=None, season=None)
    >>> str(Date.parse("in press")), Date.parse("in press").year
    ('in press', None)
    """

    start: Day | None = None
    end: Day | None = None
    open_ended: bool = False
    approximate: bool = False
    literal: str | None = None

    @property
    def year(self) -> int | None:
        """The year it began, where it is known."""
        return self.start.year if self.start else None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601-2 (EDTF) date or range; what is none is kept as words.

        Args:
            text: E.g. ``2024``, ``2024-09-25``, ``2024-05/2024-06``, ``2021/..``, ``1850~``,
                ``2024-21`` (spring), ``forthcoming``.
        """
        text = text.strip()
        first, slash, last = text.partition("/")
        start, approximate = _day(first)
        if start is None:
            return cls(literal=text)
        if not slash:
            return cls(start=start, approximate=approximate)
        if last in ("", ".."):
            return cls(start=start, open_ended=True, approximate=approximate)
        end, end_approximate = _day(last)
        if end is None:
            return cls(literal=text)
        return cls(start=start, end=end, approximate=approximate or end_approximate)

    def __str__(self) -> str:
        if self.start is None:
            return self.literal or ""
        mark = "~" if self.approximate else ""
        if self.open_ended:
            return f"{self.start}{mark}/.."
        return f"{self.start}{mark}/{self.end}{mark}" if self.end else f"{self.start}{mark}"


def _day(text: str) -> tuple[Day | None, bool]:
    found = _DAY.fullmatch(text)
    if not found:
        return None, False
    year = int(found["year"])
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    doubt = found["doubt"] is not None
    if month is not None and 21 <= month <= 24 and day is None:
        return Day(year=year, season=month - 20), doubt
    if not _exists(year, month, day):
        return None, False
    return Day(year=year, month=month, day=day), doubt


def _exists(year: int, month: int | None, day: int | None) -> bool:
    try:
        # Years outside Python's calendar repeat every 400 years.
        calendar_date(year % 400 + 400, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
