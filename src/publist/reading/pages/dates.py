"""When a work appeared: year and month in an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.model import Date
from publist.reading.pages.sheet import Sheet

if TYPE_CHECKING:
    from publist.reading.pages.imprint import Imprint

__all__ = ["MONTH_NAME", "YEAR", "take_date"]

YEAR = re.compile(
    r"(?<![\d.:/-])(?P<year>(?:19|20)\d\d)(?:[.-](?P<month>0[1-9]|1[0-2]))?(?:[a-z]\b)?(?![\d:/])"
)
_SHORT_YEAR = re.compile(r"(?:['’‘]|(?<=[A-Z])-?)(?P<year>\d\d)(?!\d)")
MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_MONTH = re.compile(
    rf"\b(?P<name>{MONTH_NAME})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s*(?=(?:19|20)\d\d)",
    re.IGNORECASE,
)
_MONTH_BEHIND = re.compile(
    rf"\s(?P<name>{MONTH_NAME})(?:\s\d{{1,2}})?(?=\s*(?:[;,.:\ue001)]|$))", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# When an article stood in the net before its issue came out is not when it was published.
_AHEAD = re.compile(
    rf"\bEpub(?: ahead of print)?[:,]? (?:19|20)\d\d(?: {MONTH_NAME})?(?: \d{{1,2}})?\W?",
    re.IGNORECASE,
)


def take_date(sheet: Sheet, made: Imprint, heading: int | None) -> None:
    """Take the year and the month off what is left of an item.

    Args:
        sheet: The item, its venue taken.
        made: What was found already; the date is put there.
        heading: The year that the heading above says.
    """
    text = _with_venue(sheet)
    ahead = _AHEAD.search(text)
    if ahead and YEAR.search(text, 0, ahead.start()):
        made.notes.append(sheet.take("note", *ahead.span(), 0.8).strip(" .;"))
        text = _with_venue(sheet)
    years = list(YEAR.finditer(text))
    if years:
        found = _behind_authors(sheet, years) or (
            years[-1]
            if not made.known or not made.known.year
            else next((each for each in years if int(each["year"]) == made.known.year), years[-1])
        )
        month = found["month"] or _month_beside(sheet, text, found)
        sheet.take("date", found.start(), found.end(), 0.95 if len(years) == 1 else 0.85)
        made.date = Date.parse(f"{found['year']}-{month}" if month else found["year"])
        for other in years:
            if other["year"] == found["year"]:
                _month_beside(sheet, text, other)
                sheet.drop(other.start(), other.end())
    elif made.known and made.known.year:
        made.date = Date.parse(str(made.known.year))
        sheet.take("date", *_span_of(sheet, "venue"), 0.85)
    else:
        _take_late_date(sheet, made, heading, text)


def _behind_authors(sheet: Sheet, years: list[re.Match[str]]) -> re.Match[str] | None:
    """The year between the authors and the title, where some styles have the work's."""
    authors = next((part for part in sheet.parts if part.field == "authors"), None)
    title = next((part for part in sheet.parts if part.field == "title"), None)
    if authors is None or title is None:
        return None
    between = [y for y in years if authors.end <= y.start() < title.start]
    return between[0] if len(between) == 1 else None


def _take_late_date(sheet: Sheet, made: Imprint, heading: int | None, text: str) -> None:
    short = _SHORT_YEAR.search(text) if made.venue else None
    if short:
        made.date = Date.parse(
            f"20{short['year']}" if int(short["year"]) < 60 else f"19{short['year']}"
        )
        sheet.take("date", short.start(), short.end(), 0.7)
    elif heading:
        made.date = Date.parse(str(heading))
    else:
        arxiv = next((each.value for each in made.identifiers if each.scheme == "arxiv"), "")
        if re.match(r"\d{4}\.", arxiv):
            made.date = Date.parse(f"20{arxiv[:2]}")
            sheet.take("date", *_span_of(sheet, "arxiv"), 0.75)


def _month_beside(sheet: Sheet, text: str, year: re.Match[str]) -> str | None:
    """The month before a year, or behind it as medical journals have it: *2021 Mar 5;*."""
    first = max(0, year.start() - 24)
    before = list(_MONTH.finditer(text[first : year.start()] + "2000"))
    behind = _MONTH_BEHIND.match(text, year.end())
    if before:
        month, start, end = before[-1]["name"], first + before[-1].start(), year.start()
    elif behind:
        month, start, end = behind["name"], *behind.span()
    else:
        return None
    sheet.drop(start, end)
    return f"{_MONTHS.index(month[:3].lower()) + 1:02d}"


def _with_venue(sheet: Sheet) -> str:
    """The unread text and the venue's, in which the year may stand."""
    start, end = _span_of(sheet, "venue")
    free = sheet.free
    return free[:start] + sheet.text[start:end] + free[end:]


def _span_of(sheet: Sheet, name: str) -> tuple[int, int]:
    for part in sheet.parts:
        if part.field == name:
            return part.start, part.end
    return 0, 0
