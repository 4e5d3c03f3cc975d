"""Years and ranges of years as people ask for them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from publist.arrange.dates import FORTHCOMING
from publist.errors import ProjectError

__all__ = ["Years", "parse_years"]

_RANGE = re.compile(r"(?P<first>\d{1,4})?\s*(?:-|–|\.\.|:)\s*(?P<last>\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Years:
    """A range of years, both ends in it; none for what has no year.

    Args:
        first: The earliest.
        last: The latest.
    """

    first: float | None
    last: float | None

    def __contains__(self, year: float | None) -> bool:
        if year is None or self.first is None or self.last is None:
            return year is None and self.first is None
        return self.first <= year <= self.last


def parse_years(text: str) -> Years:
    """Read a year or a range of years.

    Args:
        text: ``2024``, ``2020-2024``, ``2022-`` (what is forthcoming included), ``-2019``,
            ``forthcoming``, or ``undated``.

    Raises:
        ProjectError: It is none of these, or ends before it begins.

    >>> 2024 in parse_years("2022-"), 2024 in parse_years("-2019")
    (True, False)
    """
    text = text.strip().lower()
    if text == "undated":
        return Years(None, None)
    if text == "forthcoming":
        return Years(FORTHCOMING, FORTHCOMING)
    if text.isdecimal() and len(text) <= 4:
        return Years(int(text), int(text))
    found = _RANGE.fullmatch(text)
    if found and (found["first"] or found["last"]):
        first = int(found["first"]) if found["first"] else -math.inf
        last = int(found["last"]) if found["last"] else math.inf
        if first <= last:
            return Years(first, last)
    raise ProjectError(
        f"{text!r} is no year and no range of years; write 2024, 2020-2024, 2022-, -2019, "
        "forthcoming or undated.",
        key="years",
        value=text,
    )
