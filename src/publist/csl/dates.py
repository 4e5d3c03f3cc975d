"""Dates of CSL-JSON items: date parts, ranges, seasons, and what people type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from publist.csl.markup import field_text

__all__ = ["Date", "Day", "parse_raw", "read_date"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year: what is 0 is not known. Years before 1 are negative."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0
    season_name: str = ""
    """A season that was given in words."""


@dataclass(frozen=True, slots=True)
class Date:
    """The value of a date variable.

    Args:
        start: The day, or the first one of a range; None where only a literal is known.
        end: The last day of a range. A year of 0 is an open range.
        circa: Whether the date is uncertain.
        literal: What to print instead of the parts.
    """

    start: Day | None = None
    end: Day | None = None
    circa: bool = False
    literal: str = ""


def read_date(value: Any) -> Date | None:
    """Read a CSL-JSON date; None when it says nothing.

    >>> read_date({"date-parts": [["2020", 4]]}).start
    Day(year=2020, month=4, day=0, season=0, season_name='')
    """
    if isinstance(value, str):
        value = {"raw": value}
    if not isinstance(value, dict):
        return None
    if len(value) == 1 and "date-parts" in value:
        try:
            (parts,) = value["date-parts"]
            if isinstance(parts, list):
                return _common_date(*parts)
        except (TypeError, ValueError):  # several days, or what is no day at all
            pass
    circa = value.get("circa") not in (None, False, 0, "", "0", "false")
    parts = value.get("date-parts")
    days = [_day(entry) for entry in parts[:2]] if isinstance(parts, list) else []
    start = days[0] if days else None
    if start is not None:
        end = days[1] if len(days) > 1 else None
        return Date(_with_season(start, value.get("season")), end, circa)
    literal, raw = value.get("literal"), value.get("raw")
    if isinstance(literal, str) and literal.strip():
        return Date(literal=field_text(literal), circa=circa)
    if isinstance(raw, str) and raw.strip():
        date = parse_raw(raw.strip())
        return Date(date.start, date.end, circa or date.circa, date.literal)
    return None


def _with_season(day: Day, season: Any) -> Day:
    number = _number(season)
    if day.month:
        return day
    if 1 <= number <= 4:
        return Day(day.year, season=number)
    return Day(day.year, season_name=field_text(season)) if _is_worded(season) else day


def _is_worded(season: Any) -> bool:
    return isinstance(season, str) and any(map(str.isalpha, season))


def _day(entry: Any) -> Day | None:
    parts = entry[:3] if isinstance(entry, (list, tuple)) else [entry]
    numbers = [_number(part) for part in parts]
    if not numbers or (numbers[0] == 0 and not any(numbers)):
        return Day(0) if numbers and parts[0] in (0, "0") else None
    numbers += [0, 0]
    return make_day(*numbers[:3])


@lru_cache(maxsize=4096, typed=True)
def _common_date(*parts: int | str) -> Date | None:
    """The date of these date parts and nothing else, as nearly every item has one."""
    day = _day(parts)
    return Date(day) if day else None


def make_day(year: int, month: int, day: int) -> Day:
    """A day from its numbers; months 13 to 16 and 21 to 24 are seasons."""
    if 13 <= month <= 16:
        return Day(year, season=month - 12)
    if 21 <= month <= 24:
        return Day(year, season=month - 20)
    month = month if 1 <= month <= 12 else 0
    return Day(year, month, day if month and 1 <= day <= 31 else 0)


def _number(value: Any) -> int:
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return value if abs(value) < 10**6 else 0
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**6:
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"\s*-?[0-9]{1,6}\s*", value):
        return int(value)
    return 0


_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_SEASONS = {"spr": 1, "sum": 2, "aut": 3, "fal": 3, "win": 4}
_ISO = re.compile(r"(-?[0-9]{1,4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T[0-9:.Z+-]*)?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})/([0-9]{1,2})(?:/([0-9]{1,2}))?")
_WORD = re.compile(r"[^\W\d_]+\.?|[0-9]+|-[0-9]+")
_CIRCA = re.compile(r"^(?:circa |ca?\.? ?|~ ?)(?=-?[0-9]|[A-Z][a-z]{2})", re.IGNORECASE)


@lru_cache(maxsize=2048)
def parse_raw(raw: str) -> Date:
    """Read a date as people type it; what is not understood is a literal.

    >>> parse_raw("23 May 1934").start
    Day(year=1934, month=5, day=23, season=0, season_name='')
    >>> parse_raw("2003-04/2005").end
    Day(year=2005, month=0, day=0, season=0, season_name='')
    """
    text, circa = raw, False
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        return Date(literal=field_text(text[1:-1]))
    found = _CIRCA.match(text)
    if found:
        text, circa = text[found.end() :], True
    if text.endswith("?"):
        text, circa = text[:-1], True
    whole = _one(text)
    if whole:
        return Date(whole, None, circa)
    for separator in ("/", "–", "—", " - ", "-", "_", "&", " to "):
        left, found_it, right = text.partition(separator)
        if not found_it:
            continue
        pair = _two(left.strip(), right.strip())
        if pair:
            return Date(pair[0], pair[1], circa)
    return Date(literal=field_text(raw))


def _two(left: str, right: str) -> tuple[Day, Day] | None:
    """Two days; the first may leave its year and month to the second: ``3-5 May 2000``."""
    end = _one(right)
    if end is None:
        return None
    if re.fullmatch(r"[0-9]{1,2}", left) and end.month:
        return make_day(end.year, end.month, int(left)), end
    start = _one(left) or _one(f"{left} {end.year}")
    return (start, end) if start else None


def _one(text: str) -> Day | None:
    if found := _ISO.fullmatch(text):
        return make_day(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    if found := _YEAR_FIRST.fullmatch(text):
        return make_day(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _SLASHED.fullmatch(text):
        return make_day(int(found[3]), int(found[1]), int(found[2]))
    return _worded(text)


def _worded(text: str) -> Day | None:
    """``May 23, 1934``, ``23 May 1934``, ``Spring 2001``, ``44 BC``."""
    words = _WORD.findall(text)
    if not 2 <= len(words) <= 4 or re.search(r"[^\w\s,.]", text):
        return None
    year = month = day = season = sign = 0
    for word in words:
        key = word[:3].lower()
        if word.isdigit():
            if len(word) > 2 or day:
                year = int(word[:6])
            else:
                day = int(word)
        elif key in _MONTHS:
            month = _MONTHS[key]
        elif key in _SEASONS:
            season = _SEASONS[key]
        elif word.upper() in ("BC", "BCE", "AD", "CE"):
            sign = -1 if word.upper().startswith("B") else 1
        else:
            return None
    if sign and not year:
        year, day = day, 0
    if not year or not (month or season or sign):
        return None
    return Day(year * (sign or 1), month, day, season if not month else 0)
