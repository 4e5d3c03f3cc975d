"""``cs:date``: localized dates, dates of their own parts, and ranges."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publist.csl.compile.dress import change_of, dress_whole, wrapping
from publist.csl.compile.known import lacks, missing
from publist.csl.compile.number import ordinal
from publist.csl.dates import Date, Day
from publist.csl.locale import Locale
from publist.csl.marks import JOINT, PREFIX_END
from publist.csl.markup import clean
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_date"]

Part = Callable[[Day], str]
_SHOWN = {
    "year": frozenset({"year"}),
    "year-month": frozenset({"year", "month"}),
    "year-month-day": frozenset({"year", "month", "day"}),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One compiled ``date-part``."""

    name: str
    text: Part
    before: str
    after: str
    dash: str
    change: Callable[[str, Cite], str] | None = None

    def render(self, day: Day, cite: Cite) -> tuple[str, str, str] | None:
        text = self.text(day)
        if not text:
            return None
        if self.change is not None:
            text = self.change(text, cite)
        return self.before, text, self.after


def compile_date(node: Node, scope: Scope) -> Render:
    """Compile a date element (CSL 1.0.2, "Date")."""
    if lacks(scope.builder.kind, node.get("variable")):
        return missing
    form = node.get("form")
    localized = scope.locale.dates.get(form) if form else None
    shown = _SHOWN.get(node.get("date-parts"), _SHOWN["year-month-day"])
    if localized is not None:
        own = {part.get("name"): part for part in node.all("date-part")}
        parts = [
            _merged(part, own.get(part.get("name")))
            for part in localized.all("date-part")
            if part.get("name") in shown
        ]
        delimiter = localized.get("delimiter")
    else:
        parts = list(node.all("date-part"))
        delimiter = node.get("delimiter")
    if scope.sorting:
        return _sort_date(node.get("variable"), {part.get("name") for part in parts})
    pieces = tuple(_piece(part, scope) for part in parts)
    return dress_whole(_render(node.get("variable"), pieces, clean(delimiter), scope), node)


def _sort_date(variable: str, shown: set[str]) -> Render:
    """A date in a sort key: its parts as digits that sort as the days do."""

    def date(cite: Cite) -> str:
        cite.called = True
        value = cite.item.dates[variable]
        if value is None:
            return ""
        cite.rendered = True
        if value.start is None:
            return value.literal
        text = _sortable(value.start, shown)
        return text + _sortable(value.end, shown) if value.end else text + "0" * 9

    return date


def _sortable(day: Day, shown: set[str]) -> str:
    year = f"{day.year + 10**5:06d}" if "year" in shown else ""
    month = f"{day.month or day.season * 3:02d}" if "month" in shown else "00"
    return year + month + (f"{day.day:02d}" if "day" in shown else "00")


def _merged(part: Node, own: Node | None) -> Node:
    """A part of a localized date with what the style says of it; affixes are the locale's."""
    if own is None:
        return part
    changes = {key: value for key, value in own.attrs.items() if key not in ("prefix", "suffix")}
    return Node("date-part", part.attrs | changes, [], "", own.line)


def _piece(part: Node, scope: Scope) -> _Piece:
    name = part.get("name")
    before, after = wrapping(part)
    dash = part.get("range-delimiter", "–")
    text = _PARTS.get(name, _no_part)(part.get("form"), scope.locale)
    return _Piece(name, text, before, after, clean(dash), change_of(part, scope))


def _no_part(_form: str, _locale: Locale) -> Part:
    return lambda _day: ""


def _year(form: str, locale: Locale) -> Part:
    before, after = locale.term("bc"), locale.term("ad")

    def year(day: Day) -> str:
        if not day.year:
            return ""
        if day.year < 0:
            return f"{-day.year}{before}"
        text = f"{day.year % 100:02d}" if form == "short" else str(day.year)
        return text + after if 0 < day.year < 500 else text

    return year


def _month(form: str, locale: Locale) -> Part:
    if form == "numeric":
        return lambda day: str(day.month) if day.month else ""
    if form == "numeric-leading-zeros":
        return lambda day: f"{day.month:02d}" if day.month else ""
    wanted = "short" if form == "short" else "long"
    months = [""] + [clean(locale.term(f"month-{n:02d}", wanted)) for n in range(1, 13)]
    seasons = [""] + [clean(locale.term(f"season-{n:02d}", wanted)) for n in range(1, 5)]
    return lambda day: months[day.month] or seasons[day.season] or day.season_name


def _day(form: str, locale: Locale) -> Part:
    if form == "numeric-leading-zeros":
        return lambda day: f"{day.day:02d}" if day.day else ""
    if form == "ordinal":
        only_first = locale.option("limit-day-ordinals-to-day-1")
        days = [
            str(n) if only_first and n > 1 else ordinal(n, locale, _month_gender(locale))
            for n in range(32)
        ]
        return lambda day: days[day.day] if day.day else ""
    return lambda day: str(day.day) if day.day else ""


def _month_gender(locale: Locale) -> str:
    term = locale.find("month-01")
    return term.gender if term else ""


_PARTS: dict[str, Callable[[str, Locale], Part]] = {"year": _year, "month": _month, "day": _day}


def _render(variable: str, pieces: tuple[_Piece, ...], delimiter: str, scope: Scope) -> Render:
    joint = JOINT + delimiter + JOINT if delimiter else JOINT
    suffixed = variable == "issued" and scope.area in ("citation", "bibliography")
    tracing = scope.substituting
    is_access = variable == "accessed"
    # What is no date stands where the year would.
    years = [(piece.before, piece.after) for piece in pieces if piece.name == "year"]
    has_year = bool(years)
    before_literal, after_literal = years[0] if years else ("", "")

    def date(cite: Cite) -> str:
        cite.called = True
        value = cite.item.dates[variable]
        if is_access and cite.comparing:
            return ""
        if value is None or (cite.hidden and variable in cite.hidden):
            return ""
        if value.start is None:
            text = before_literal + value.literal + after_literal if has_year else ""
        elif value.end is None:
            text = joint.join(_single(pieces, value.start, cite, suffixed=suffixed))
        else:
            text = _range(pieces, value, joint, cite)
        if not text:
            return ""
        cite.rendered = True
        if tracing and cite.traced is not None:
            cite.traced.add(variable)
        return text

    return date


def _single(
    pieces: tuple[_Piece, ...], day: Day, cite: Cite, *, suffixed: bool = False
) -> list[str]:
    if suffixed and cite.year_suffix and cite.implicit_suffix:
        return [
            _suffixed(*made, piece, cite) for piece in pieces if (made := piece.render(day, cite))
        ]
    return ["".join(made) for piece in pieces if (made := piece.render(day, cite))]


def _suffixed(before: str, text: str, after: str, piece: _Piece, cite: Cite) -> str:
    """A part, the first year of an entry with the year suffix behind it."""
    if piece.name == "year" and cite.implicit_suffix:
        text += cite.year_suffix
        cite.implicit_suffix = False
    return before + text + after


_LEVELS = {"year": 0, "month": 1, "day": 2}


def _range(pieces: tuple[_Piece, ...], date: Date, joint: str, cite: Cite) -> str:
    """Two days, with what they share printed once."""
    start, end = date.start, date.end
    assert start is not None
    assert end is not None
    if not end.year:
        whole = joint.join(_single(pieces, start, cite))
        return whole + "–" if whole else ""
    level = _difference(start, end, pieces)
    if level is None:
        return joint.join(_single(pieces, start, cite))
    doubled = [i for i, piece in enumerate(pieces) if _LEVELS.get(piece.name, 9) >= level]
    low, high = doubled[0], doubled[-1] + 1
    head = _single(pieces[:low], start, cite)
    tail = _single(pieces[high:], end, cite)
    dash = next((pieces[i].dash for i in doubled if _LEVELS[pieces[i].name] == level), "–")
    first = _bare(pieces[low:high], start, joint, cite, end=True)
    second = _bare(pieces[low:high], end, joint, cite, end=False)
    middle = first + dash + second if first and second else first or second
    return joint.join([*head, middle, *tail])


def _difference(start: Day, end: Day, pieces: tuple[_Piece, ...]) -> int | None:
    """The largest part printed in which the days differ."""
    printed = {piece.name for piece in pieces}
    if "year" in printed and start.year != end.year:
        return 0
    if "month" in printed and (start.month, start.season) != (end.month, end.season):
        return 1
    if "day" in printed and start.day != end.day:
        return 2
    return None


def _bare(pieces: tuple[_Piece, ...], day: Day, joint: str, cite: Cite, *, end: bool) -> str:
    """Parts without the outermost affix on the side of the dash."""
    made = [part for piece in pieces if (part := piece.render(day, cite))]
    if not made:
        return ""
    before, text, after = made[-1] if end else made[0]
    if end:
        made[-1] = (before, text, after.partition(JOINT)[0])
    else:
        made[0] = (re.split(f"[{JOINT}{PREFIX_END}]", before)[-1], text, after)
    return joint.join("".join(part) for part in made)
