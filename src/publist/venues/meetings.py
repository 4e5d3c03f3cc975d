"""When and where a conference met, where its printed name says so beyond doubt."""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.model import Date

__all__ = ["Meeting", "meeting_in"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = rf"({'|'.join(_MONTHS)})\.?"
_DASH = r"\s?[-–]{1,2}\s?"
_DAY = r"(\d\d?)(?:st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)\b"
_DATE = re.compile(
    rf"\b{_MONTH} {_DAY}(?:{_DASH}(?:{_MONTH} )?{_DAY})?,? {_YEAR}"
    rf"|\b{_DAY}(?: {_MONTH})?(?:{_DASH}{_DAY})? {_MONTH},? {_YEAR}"
)
# DBLP's form: the short name with its year, the place, the date.
_PLACE = re.compile(r"(?:(?:19|20)\d\d|['’]\d\d)\)?, ([^\d():;]{3,70}?),? *(?:- *)?$")
_NO_PLACE = re.compile(
    r"\b(?:virtual|online|proceedings|conference|workshop|track|papers)\b", re.IGNORECASE
)


class Meeting(NamedTuple):
    """When and where a conference met.

    Args:
        date: The days, None where they are not printed.
        place: The place as printed, None where that is not sure.
    """

    date: Date | None
    place: str | None


def meeting_in(text: str) -> Meeting:
    """Read the days and the place that follow a conference's short name.

    Args:
        text: The printed venue.

    >>> found = meeting_in("ICML 2020, Lille, France, 6-11 July 2020")
    >>> str(found.date), found.place
    ('2020-07-06/2020-07-11', 'Lille, France')
    >>> meeting_in("ICML 2020, Springer")
    Meeting(date=None, place=None)
    """
    found = _DATE.search(text[:600])
    if not found:
        return Meeting(None, None)
    date = _american(found) if found[1] else _european(found)
    place = _PLACE.search(text[: found.start()])
    named = place[1].strip() if place and not _NO_PLACE.search(place[1]) else None
    return Meeting(date, named) if date else Meeting(None, None)


def _american(found: re.Match[str]) -> Date | None:
    """``November 28 - December 9, 2022``."""
    return _range(found[5], found[1], found[2], found[3] or found[1], found[4])


def _european(found: re.Match[str]) -> Date | None:
    """``29 April - 5 May 2022``."""
    return _range(found[10], found[7] or found[9], found[6], found[9], found[8])


def _range(year: str, month: str, day: str, last_month: str, last_day: str | None) -> Date | None:
    start = f"{year}-{_MONTHS[month]:02d}-{int(day):02d}"
    if last_day is None:
        date = Date.parse(start)
    else:
        date = Date.parse(f"{start}/{year}-{_MONTHS[last_month]:02d}-{int(last_day):02d}")
    if date.start is None or (date.end and date.end.parts < date.start.parts):
        return None
    return date
