"""The awards that an item of a page says it was given."""

from __future__ import annotations

import re

from publist.model import Award
from publist.reading.pages.candidates import BRACKETS
from publist.reading.pages.facts import awards_said, venue_known
from publist.reading.pages.sheet import Sheet

__all__ = ["take_awards"]


def take_awards(sheet: Sheet) -> list[Award]:
    """Take the distinctions off an item: in brackets, in bold, or on a line of their own."""
    found: list[Award] = []
    for start, end, inner in _award_places(sheet):
        if not sheet.is_free(start, end):
            continue
        said = awards_said(inner)
        rest = _without(inner, [(first, last) for _, first, last in said])
        if said and venue_known(inner):
            first, last = _narrowed(sheet.text, start, end, [award for award, _, _ in said])
            if sheet.is_free(first, last):
                sheet.take("awards", first, last, 0.9)
                found += [award for award, _, _ in said]
        elif said and not re.search(
            r"[^\W\d_]{3,}", re.sub(r"\b(?:at|in|the|and|paper)\b", "", rest)
        ):
            sheet.take("awards", start, end, 0.9)
            found += [award for award, _, _ in said]
    return list({award.kind + award.name: award for award in found}.values())


def _narrowed(text: str, start: int, end: int, awards: list[Award]) -> tuple[int, int]:
    """The award's own words where a venue stands in the same piece: *AAAI 2024 Oral*."""
    places = []
    for award in awards:
        found = re.compile(re.escape(award.name), re.IGNORECASE).search(text, start, end)
        if found:
            places.append((found.start(), found.end()))
    return (min(p[0] for p in places), max(p[1] for p in places)) if places else (start, end)


def _award_places(sheet: Sheet) -> list[tuple[int, int, str]]:
    text = sheet.text
    places = [(m.start(), m.end(), m[1]) for m in BRACKETS.finditer(text)]
    places += [
        (s.start, s.end, text[s.start : s.end].strip("()[] "))
        for s in sheet.styled.of_kind("strong", "named", "emph")
        if s.end - s.start < 120
    ]
    for start, end in sheet.pieces():
        if end - start < 160:
            places.append((start, end, text[start:end]))
    return places


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text
