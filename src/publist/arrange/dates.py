"""When a work counts as published, for sorting, selecting and grouping."""

from __future__ import annotations

import math

from publist.model import Date, Record
from publist.words import says_forthcoming

__all__ = ["FORTHCOMING", "moment", "year_of"]

FORTHCOMING = math.inf
"""The year of what is forthcoming: newer than any other."""

_MONTH_OF_SEASON = (3, 6, 9, 12)

Moment = tuple[float, int, int]


def moment(record: Record) -> Moment | None:
    """When a record counts as published, as ``(year, month, day)``.

    A missing month comes before January and a missing day before the 1st; a season counts as
    the month it begins in on the northern half of the earth; a range counts by its beginning.
    Where the record has no date of issue, the conference's date and then the edition's year
    stand in.

    Returns:
        None for what is undated; :data:`FORTHCOMING` as the year for what has no year but is
        said to be forthcoming, in press, submitted ….

    >>> moment(Record(key="a", date=Date.parse("2024-09")))
    (2024, 9, 0)
    >>> moment(Record(key="a", date=Date.parse("in press")))
    (inf, 0, 0)
    """
    for date in (record.date, record.event_date):
        if date is not None and date.start is not None:
            start = date.start
            month = start.month or (_MONTH_OF_SEASON[start.season - 1] if start.season else 0)
            return (start.year, month, start.day or 0)
    if _is_forthcoming(record.date, record.status):
        return (FORTHCOMING, 0, 0)
    if record.venue is not None and record.venue.year is not None:
        return (record.venue.year, 0, 0)
    return None


def year_of(record: Record) -> float | None:
    """The year of :func:`moment`."""
    when = moment(record)
    return when[0] if when else None


def _is_forthcoming(date: Date | None, status: str | None) -> bool:
    said = (date.literal if date else None, status)
    return any(words is not None and says_forthcoming(words) for words in said)
