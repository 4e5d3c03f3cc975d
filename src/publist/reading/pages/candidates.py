"""Where in an item its venue may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from publist.reading.pages.dates import MONTH_NAME, YEAR
from publist.reading.pages.places import place_behind
from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["BESIDE", "BRACKETS", "NUMBERS", "venue_candidates"]

BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{2,200})[)\]）】]")
"""A remark in brackets of any script."""

NUMBERS = frozenset(("volume", "issue", "pages", "number", "number_of_pages"))
"""Fields that stand behind the venue of a journal."""

BESIDE = re.compile(
    r"(?:held )?(?:in (?:conjunction|cooperation)|co-?located|jointly)\b", re.IGNORECASE
)
"""What is said of another meeting, at which this one was held."""

_MONTH_WORD = re.compile(rf"\b{MONTH_NAME}(?!\w)", re.IGNORECASE)
_IN = re.compile(
    r"(?:^|(?<=[\s.,;:\ue001\n]))(?:In|(?<![^\W\d_]\s)in|(?<=[dr]\s)in)\s*:?\s+(?:the\s+(?=Journal|Proc))?(?=[A-Z\d'’“\"(])"
)
_MOST_PLACES = 80
"""Places of an item at which its venue is looked for."""
_SENTENCE = re.compile(
    r"(?<=[^\s.A-Z])"
    r"(?<!\bProc)(?<!\bConf)(?<!\bSymp)(?<!\bTrans)(?<!\bInt)"
    r"(?<!the \d)(?<!the \d\d)(?<!der \d)(?<!der \d\d)\.(?=\s+[A-Z\d(\[])"
    r"|\n|\ue001+|;"
)


def venue_candidates(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """The places where a venue may stand, and how much speaks for each: 0 to 1.

    Args:
        sheet: The item, its title, authors and numbers taken.
    """
    for first, last, trust in _candidates(sheet)[:_MOST_PLACES]:
        start, end = _trimmed(sheet.free, first, last)
        free = sheet.free[start:end]
        if end - start > 1 and TAKEN not in free and _says_where(sheet.text[start:end]):
            yield start, end, trust


def _says_where(text: str) -> bool:
    """Whether words are left when a date is taken away."""
    return bool(re.search(r"[^\W\d_]{2}", _MONTH_WORD.sub("", text)))


_COUNT_AHEAD = re.compile(r"[\s.,]*\d{1,3} pages?[.,]\s+")


def _trimmed(free: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, *In*, brackets around all of it, and a year at its end."""
    count = _COUNT_AHEAD.match(free, start, end)
    start = count.end() if count else start
    while start < end and free[start] in ' ,.;:-–—\ue001\n|·“”"↗→_*':
        start += 1
    lead = _IN.match(free, start, end)
    if lead:
        start = lead.end()
    while end > start and free[end - 1] in ' ,.;:-–—\ue001\n|·([“"↗→_*':
        end -= 1
    end = start + place_behind(free[start:end])
    text = free[start:end]
    if text[:1] in ("(", "[") and text[-1:] in (")", "]") and text.count(text[0]) == 1:
        return start + 1, end - 1
    dated = _DAY_BEHIND.search(text)
    if dated:
        return start, start + dated.start()
    if text[:1] == "(" and text.count("(") > text.count(")"):
        return start + 1, end
    return start, end


# "UIST ’22, October 29 – November 2, 2022, Bend, OR": when and where people met.
_DAY_BEHIND = re.compile(rf"(?<=\w\W)?,\s{MONTH_NAME}\s\d{{1,2}}(?!\d)", re.IGNORECASE)


def _candidates(sheet: Sheet) -> list[tuple[int, int, float]]:
    """Where a venue may stand, and how much speaks for each place."""
    free = sheet.free
    places: list[tuple[int, int, float]] = []
    for style in sheet.styled.of_kind("named", "emph", "strong"):
        if not sheet.is_free(style.start, style.end):
            if style.kind == "emph":
                places += _beside_status(sheet, style.start, style.end)
            places += _before_numbers(sheet, style.start, style.end)
            continue
        if re.search(r"\byear\b|\bdate\b", style.value):
            continue
        trust = {"emph": 0.4, "strong": 0.25}.get(style.kind, 0.3)
        if re.search(r"venue|journal|conf|badge|tag|abbr|publi(?:cation|sher)", style.value):
            trust = 0.45
        places.append((style.start, style.end, trust))
        said = re.search(r"[^\W\d_]{2}", sheet.text[style.start : style.end])
        if style.kind in ("emph", "strong") and said and free[style.end : style.end + 1] != ",":
            places.append((style.start, _piece_end(free, style.end), trust + 0.02))
    places += _places_behind(sheet)
    places += [
        (found.end(), _end_behind_in(sheet, free, found.end()), 0.45)
        for found in islice(_IN.finditer(free), _MOST_PLACES)
        if not _within_slanted(sheet, found.start())
    ]
    places += [
        (found.start(1), found.end(1), 0.2)
        for found in BRACKETS.finditer(free)
        if not BESIDE.match(found[1]) and not _ends_a_name(sheet, found.start())
    ]
    styles = [each for each in sheet.styled.of_kind("emph", "named") if each.end - each.start > 2]
    places += [
        (start, end, trust)
        for start, end, trust in _sentences(free, _first_number(sheet))
        if not any(style.start < end and start < style.end for style in styles)
    ]
    return places


def _ends_a_name(sheet: Sheet, at: int) -> bool:
    """Whether a bracket stands behind the name of a meeting in one slanted piece."""
    return any(
        style.start < at < style.end and _MEETING.search(sheet.text, style.start, at)
        for style in sheet.styled.of_kind("emph")
    )


_MEETING = re.compile(r"\b(?:Workshop|Conference|Symposium|Meeting|Congress)\b.*\s")


def _end_behind_in(sheet: Sheet, free: str, start: int) -> int:
    """Where a venue behind *In* ends: with the slanted piece, where a comma parts it from more."""
    for style in sheet.styled.of_kind("emph"):
        if start - 1 <= style.start <= start + 1 and free[style.end : style.end + 1] == ",":
            return style.end
    return _piece_end(free, start)


def _within_slanted(sheet: Sheet, at: int) -> bool:
    """Whether a word stands in a slanted piece, which is not at its beginning there."""
    return any(style.start < at < style.end for style in sheet.styled.of_kind("emph", "strong"))


def _before_numbers(sheet: Sheet, start: int, end: int) -> list[tuple[int, int, float]]:
    """What stands before volume and pages within one slanted piece or one of the page's own."""
    inside = [part for part in sheet.parts if part.start < end and start < part.end]
    first = min((part.start for part in inside), default=start)
    if first - start < 4 or any(part.field not in NUMBERS for part in inside):
        return []
    return [(start, first, 0.4)]


def _beside_status(sheet: Sheet, start: int, end: int) -> list[tuple[int, int, float]]:
    """What follows a status within one slanted piece: *Under review, Journal of Examples*."""
    inside = [part for part in sheet.parts if part.start < end and start < part.end]
    if any(part.field != "status" or part.start > start + 1 for part in inside):
        return []
    return [(max((part.end for part in inside), default=end), end, 0.4)]


_ABBREVIATED = re.compile(r"(?<![^\W_])[^\W\d_]{1,8}(?=\.)")
_YEAR_BEHIND = re.compile(
    rf"[\s.,(]*(?:{MONTH_NAME}\s+)?(?:19|20)\d\d(?:\s+{MONTH_NAME})?(?:\s+\d{{1,2}})?[\s;:,.)]*$",
    re.IGNORECASE,
)


def _places_behind(sheet: Sheet) -> list[tuple[int, int, float]]:
    """What stands between the title and the volume, and right behind the editors of a book."""
    free = sheet.free
    places: list[tuple[int, int, float]] = []
    for part in sheet.parts:
        if part.field == "editors":
            start = _unread_from(free, part.end)
            places.append((start, _piece_end(free, start), 0.42))
    title = next((part for part in sheet.parts if part.field == "title"), None)
    number = min((p.start for p in sheet.parts if p.field == "volume"), default=-1)
    if title is None:
        return places
    if number < title.end:
        start = _unread_from(free, title.end)
        before = _BEFORE_YEAR.match(free, start)
        if before:
            places.append((*before.span("venue"), 0.36))
        return [*places, *_abbreviated(free, start)]
    start = _unread_from(free, title.end)
    text = re.split(r"[\ue001\n]", free[start:number])[0]
    text = _YEAR_BEHIND.sub("", text)
    stops = text.rstrip(" .").count(".")
    if stops and stops == len(_ABBREVIATED.findall(text.rstrip(" ."))) and len(text) < 120:
        places.append((start, start + len(text), 0.5))
    elif not stops:
        places.append((start, start + len(text), 0.35))
    return places


# "Title. Animal Examples. 2021; 12": the venue stands between.
_BEFORE_YEAR = re.compile(r"(?P<venue>[^\W\d_][^.,;:\n\ue001]{2,100})\.\s(?:19|20)\d\d\b")


def _abbreviated(free: str, start: int) -> list[tuple[int, int, float]]:
    """A line of abbreviated words behind the title: *Phys. Rev. D (2025)*."""
    text = _YEAR_BEHIND.sub("", re.split(r"[\ue001\n]", free[start : start + 200])[0])
    stops = text.count(".")
    if not 0 < stops <= len(text.split()) or len(text) > 80:
        return []
    return [(start, start + len(text), 0.5)] if stops == len(_ABBREVIATED.findall(text)) else []


def _unread_from(free: str, at: int) -> int:
    found = re.compile(r"[\s\ue001.,:;]*").match(free, at)
    return found.end() if found else at


def _first_number(sheet: Sheet) -> int:
    """Where volume and pages begin: what stands before them is the venue."""
    starts = [
        part.start for part in sheet.parts if part.field in ("volume", "issue", "pages", "status")
    ]
    return min(starts, default=-9)


def _piece_end(free: str, start: int) -> int:
    found = _SENTENCE.search(free, start)
    return found.start() if found else len(free)


def _sentences(free: str, numbers: int) -> list[tuple[int, int, float]]:
    out = []
    start = 0
    ends = [(found.start(), found.end()) for found in _SENTENCE.finditer(free)]
    for end, following in [*ends, (len(free), len(free))]:
        text = free[start:end]
        if re.search(r"[^\W\d_]{2}", text):
            trust = 0.3 if YEAR.search(text) else 0.15
            trust += 0.2 if abs(end - numbers) < 9 else 0.0  # "vol. " may stand between
            short = YEAR.search(text) and len(text.split()) < 7
            out.append((start, end, trust if short or text.strip()[:1] not in "-*" else 0.1))
        start = following
    return out
