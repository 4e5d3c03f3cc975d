"""Dates of CSL-JSON and CSL-YAML items, both ways."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date as calendar_date
from typing import Any

from pydantic import ValidationError

from publist.model import Date, Day

__all__ = ["csl_date", "read_csl_date"]

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: at + 1 for at, name in enumerate(_MONTH_NAMES.split())}
_CIRCA = re.compile(r"(?:c\.|ca\.?|circa)\s*(?=\d)", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_WORDS = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d{1,2}),?\s+)?(\d{4})")


def csl_date(date: Date) -> dict[str, Any]:
    """A date as a CSL-JSON date variable.

    Args:
        date: Any date; an open end is written as citeproc-js has it, as a year of 0.

    >>> csl_date(Date.parse("2024-05/2024-06"))
    {'date-parts': [[2024, 5], [2024, 6]]}
    """
    if date.start is None:
        return {"literal": date.literal or ""}
    parts = [list(date.start.parts)]
    if date.end is not None:
        # An end that is a season has no other place; EDTF's number is widely understood.
        season = [date.end.season + 20] if date.end.season else []
        parts.append([*date.end.parts, *season])
    elif date.open_ended:
        parts.append([0])
    value: dict[str, Any] = {"date-parts": parts}
    if date.start.season is not None:
        value["season"] = date.start.season
    if date.approximate:
        value["circa"] = True
    if date.literal:
        value["literal"] = date.literal
    return value


def read_csl_date(value: object) -> Date | None:
    """Read a date variable in any of the forms that are about.

    Args:
        value: CSL-JSON's object with ``date-parts``, ``raw`` or ``literal``; pandoc's
            ``{year: 2020, month: 5}`` or a list of two of them; a year; a text.

    Returns:
        The date, words that are no date as its literal; None when it says nothing.

    >>> str(read_csl_date({"date-parts": [["2020", "4"]]})), str(read_csl_date("May 2020"))
    ('2020-04', '2020-05')
    """
    if isinstance(value, calendar_date):
        return Date.parse(value.isoformat()[:10])
    if isinstance(value, Mapping):
        return _from_mapping(value)
    if isinstance(value, (list, tuple)):
        return _from_days(value, None)
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return _from_text(str(value))
    return None


def _from_mapping(value: Mapping[str, object]) -> Date | None:
    approximate = value.get("circa") not in (None, False, 0, "", "0", "false")
    literal = value.get("literal")
    words = literal.strip() if isinstance(literal, str) and literal.strip() else None
    parts = value.get("date-parts", value.get("dateParts"))
    if not isinstance(parts, (list, tuple)):
        parts = [value] if "year" in value else []
    found = _from_days(parts, value.get("season"))
    if found is None:
        for key in ("raw", "edtf", "date-time"):
            text = value.get(key)
            if isinstance(text, (str, int)) and str(text).strip():
                found = _from_text(str(text).partition("T")[0] if key == "date-time" else str(text))
                break
    if found is None:
        return Date(literal=words, approximate=approximate) if words else None
    return found.model_copy(
        update={
            "approximate": found.approximate or approximate,
            "literal": words or found.literal,
        }
    )


def _from_days(days: Sequence[object], season: object) -> Date | None:
    if days and not any(isinstance(day, (list, tuple, Mapping)) for day in days):
        days = [days]
    start = _day(days[0], season) if days else None
    if start is None:
        return None
    end = _day(days[1], None) if len(days) > 1 else None
    return Date(start=start, end=end, open_ended=len(days) > 1 and end is None)


def _day(value: object, season: object) -> Day | None:
    if isinstance(value, Mapping):
        season = value.get("season", season)
        value = [value.get(part) for part in ("year", "month", "day")]
    if not isinstance(value, (list, tuple)):
        return None
    numbers = [_number(part) for part in value[:3]]
    if not numbers or not numbers[0]:
        return None
    return _make_day(numbers[0], *numbers[1:3], season=season)


def _make_day(year: int, month: int = 0, day: int = 0, *, season: object = None) -> Day | None:
    season_number = _season(season)
    if 13 <= month <= 16 or 21 <= month <= 24:  # as citeproc-js and EDTF have seasons
        month, season_number = 0, (month - 12 if month < 20 else month - 20)
    try:
        if not 1 <= month <= 12:
            return Day(year=year, season=season_number or None)
        return Day(year=year, month=month, day=day if 1 <= day <= 31 else None)
    except ValidationError:  # pragma: no cover - every number was checked above
        return None


def _season(value: object) -> int:
    if isinstance(value, str) and value.strip().casefold() in _SEASONS:
        return _SEASONS[value.strip().casefold()]
    number = _number(value)
    return number if 1 <= number <= 4 else 0


def _number(value: object) -> int:
    if isinstance(value, str):
        value = value.strip()
        return int(value) if re.fullmatch(r"-?[0-9]{1,6}", value) else 0
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0
    return int(value) if abs(value) < 10**6 else 0


def _from_text(text: str) -> Date | None:
    text = text.strip()
    if not text:
        return None
    date = Date.parse(text)
    if date.start is not None:
        return date
    bare = _CIRCA.sub("", text, count=1)
    day = _typed_day(bare)
    if day is None:
        circa = Date.parse(bare)
        return circa.model_copy(update={"approximate": True}) if circa.start else date
    return Date(start=day, approximate=bare != text)


def _typed_day(text: str) -> Day | None:
    """``2020/5/3``, ``3 May 2020``, ``May 3, 2020``, ``May 2020``, ``Spring 2020``."""
    if found := _NUMBERS.fullmatch(text):
        year, month, day = (int(part or 0) for part in found.groups())
        return _make_day(year, month, day) if 1 <= month <= 12 else None
    found = _WORDS.fullmatch(text)
    if not found:
        return None
    word = found[2].casefold()
    if word in _SEASONS:
        return Day(year=int(found[4]), season=_SEASONS[word])
    month = _MONTHS.get(word[:3], 0)
    return _make_day(int(found[4]), month, int(found[1] or found[3] or 0)) if month else None
