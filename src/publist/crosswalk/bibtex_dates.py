"""Dates as bibliographies spell them: EDTF, years with words, months in many languages.

Sources: the biblatex manual (3.20), sections 2.3.8 and table 3 (ISO 8601-2); BibTeX's
``month`` field takes any words at all, so the month names here are plain facts about languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publist.accents import without_accents
from publist.crosswalk.months import MONTHS, SEASONS
from publist.model import Date, Day

__all__ = ["date_from_fields", "read_date", "read_date_and_status", "write_date"]

_CIRCA = re.compile(r"(?:circa|ca?\.?|approx\.?|about|um|vers)\s*(?=[\d\[])", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(-?\d{4})(?:[a-z](?![a-z]))?(?!\d)")
_SPAN = re.compile(r"(\d{4})\s*(?:/|-{1,3}|–|—|\+)\s*(\d{4}|\d\d)")
_LOOSE_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d\d:.{0,30})?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORD = re.compile(r"[^\W\d_]+|\d{1,2}月|\d+|[/–—-]+")
_SPACED = re.compile(r"[\s~{}()]+")


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date:
    """Read a date in whatever form a person or an export wrote it.

    Args:
        text: Plain text, e.g. ``2024-05-01``, ``2024-5``, ``12 May 2024``, ``c. 1850``,
            ``2019--2021``, ``Juin 2020``, ``Spring 2020``, ``to appear``.

    Returns:
        The date; words alone where there is no year in it.

    >>> str(read_date("12 May 2024")), str(read_date("c. 1850")), str(read_date("2019--21"))
    ('2024-05-12', '1850~', '2019/2021')
    """
    found = Date.parse(text)
    if found.start is not None:
        return found
    return _read_loose(" ".join(_SPACED.sub(" ", text).split()), text.strip())


def _read_loose(spaced: str, text: str) -> Date:
    bare = spaced.strip("[]?.,; ")
    approximate = bare != spaced and ("[" in spaced or "?" in spaced)
    if circa := _CIRCA.match(bare):
        approximate = True
        bare = bare[circa.end() :].strip("[]?.,; ")
    if span := _SPAN.fullmatch(bare):
        return _span(span, text, approximate=approximate)
    if iso := _LOOSE_ISO.fullmatch(bare):
        return _checked(text, iso[1], iso[2], iso[3])
    if day_first := _DAY_FIRST.fullmatch(bare):
        # 25/12/2024 can only be read one way; of 05/06/2024 only the year is sure.
        day, month = sorted((int(day_first[1]), int(day_first[2])), reverse=True)
        if day > 12:
            return _checked(text, day_first[3], str(month), str(day))
        return Date(start=Day(year=int(day_first[3])))
    year = _YEAR.search(bare)
    if year is None:
        return Date(literal=text)
    rest = (bare[: year.start()] + " " + bare[year.end() :]).strip(" ,;.")
    date = Date(start=Day(year=int(year[1])), approximate=approximate)
    if not rest:
        return date
    return _with_month(int(year[1]), rest) or Date(literal=text)


def _span(span: re.Match[str], text: str, *, approximate: bool) -> Date:
    first, last = span[1], span[2]
    if len(last) == 2:
        last = first[:2] + last
    if not 0 <= int(last) - int(first) <= (30 if len(span[2]) == 2 else 5000):
        return Date(literal=text)
    return Date(start=Day(year=int(first)), end=Day(year=int(last)), approximate=approximate)


def _checked(text: str, year: str, month: str, day: str | None) -> Date:
    iso = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    found = Date.parse(iso)
    return found if found.start is not None else Date(literal=text)


def date_from_fields(year: str, month: str = "", day: str = "") -> tuple[Date, bool]:
    """Put BibTeX's ``year``, ``month`` and ``day`` together.

    Args:
        year: Plain text of the field.
        month: A number, a name in any known language, a range, perhaps with days
            (``10~jan``, ``June 3--5``), or a season.
        day: A number.

    Returns:
        The date, and whether all that month and day say is in it.

    >>> [str(date_from_fields("2024", month)[0]) for month in ("jan", "10~jan", "März", "Spring")]
    ['2024-01', '2024-01-10', '2024-03', '2024-21']
    >>> date_from_fields("2024-05", "may")[1], date_from_fields("2024-05", "june")[1]
    (True, False)
    """
    date = read_date(year)
    if not month or date.start is None:
        return date, not month and not day
    dated = _with_month(date.start.year, f"{day} {month}" if day else month)
    if dated is None or date.end is not None:
        return date, False
    assert dated.start is not None
    mine, theirs = date.start.parts, dated.start.parts
    if theirs[: len(mine)] == mine:
        return dated.model_copy(update={"approximate": date.approximate}), True
    return date, mine[: len(theirs)] == theirs and dated.start.season is None


def read_date_and_status(text: str) -> tuple[Date, str | None]:
    """Read a date that may carry words about the publication's state.

    >>> read_date_and_status("2024 (to appear)")[1]
    'to appear'
    """
    date = read_date(text)
    if date.start is None and date.literal and (year := _YEAR.search(date.literal)):
        words = _SPACED.sub(" ", text[: year.start()] + " " + text[year.end() :]).strip(" ,;.")
        if words and not any(char.isdigit() for char in words):
            return Date(start=Day(year=int(year[1]))), words
    return date, None


@lru_cache(maxsize=4096)
def _with_month(year: int, words: str) -> Date | None:
    """A year with a month, days, a range or a season in words; None for other words."""
    days: list[Day] = []
    pending: list[int] = []
    month: int | None = None
    for word in _WORD.findall(words):
        if word[0] in "/–—-" or word.lower() in _FILLERS:
            continue
        if word.isdecimal():
            pending.append(int(word))
        elif (season := SEASONS.get(_folded(word))) is not None:
            days.append(Day(year=year, season=season))
        elif (month := _month_of(word)) is not None:
            days.append(Day(year=year, month=month))
        else:
            return None
    return _assembled(year, days, pending)


_FILLER_WORDS = "de of the and und et y e st nd rd th er den du le to bis 年 日"
_FILLERS = frozenset(_FILLER_WORDS.split())


def _assembled(year: int, days: list[Day], numbers: list[int]) -> Date | None:
    if not days and 1 <= len(numbers) <= 2:
        # Numbers alone: the month, with a day before it (day and month were two fields).
        *day, month = numbers
        return _dates(year, [month], day)
    if len(days) > 2 or len(numbers) > 2 or not days:
        return None
    if any(day.season for day in days):
        return None if numbers else _range(days)
    return _dates(year, [day.month or 0 for day in days], numbers)


def _dates(year: int, months: list[int], days: list[int]) -> Date | None:
    if not days:
        found = [f"{year:04d}-{month:02d}" for month in months]
    elif len(days) == len(months):
        found = [f"{year:04d}-{m:02d}-{d:02d}" for m, d in zip(months, days, strict=True)]
    elif len(months) == 1:
        found = [f"{year:04d}-{months[0]:02d}-{day:02d}" for day in days]
    else:
        return None
    if any(Date.parse(text).start is None or text[5:7] > "12" for text in found):
        return None
    return _range([day for text in found if (day := Date.parse(text).start)])


def _range(days: list[Day]) -> Date | None:
    if len(days) == 1 or days[0] == days[-1]:
        return Date(start=days[0])
    if str(days[0]) > str(days[1]):
        return None
    return Date(start=days[0], end=days[1])


def _month_of(word: str) -> int | None:
    if word.endswith("月"):
        number = int(word[:-1])
        return number if 1 <= number <= 12 else None
    return MONTHS.get(_folded(word))


def _folded(word: str) -> str:
    word = word.casefold()
    return word if word.isascii() else without_accents(word)


_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_date(date: Date) -> dict[str, str]:
    """The fields that say a date: ``year`` and ``month`` where they can, else ``date`` too.

    Returns:
        Fields by name; the month as BibTeX's own macro name.

    >>> write_date(Date.parse("2024-05")), write_date(Date.parse("2024-05-12"))
    ({'year': '2024', 'month': 'may'}, {'year': '2024', 'date': '2024-05-12'})
    """
    start = date.start
    if start is None:
        return {"year": date.literal} if date.literal else {}
    simple = date.end is None and not date.open_ended and not date.approximate
    year = str(start.parts[0])
    if not simple or start.day is not None or start.season is not None or start.year < 1000:
        fields = {"year": year, "date": str(date)}
    elif start.month is not None:
        fields = {"year": year, "month": _MACROS[start.month - 1]}
    else:
        fields = {"year": year}
    return fields
