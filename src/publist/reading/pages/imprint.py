"""The imprint of an item: where and when it appeared, volume, pages, what it was given."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from publist.model import Award, Date, Identifier, Venue, VenueKind
from publist.model.identifiers import IdentifierError
from publist.reading.pages.dates import MONTH_NAME, YEAR, take_date
from publist.reading.pages.facts import awards_said, venue_known
from publist.reading.pages.numbers import take_numbers
from publist.reading.pages.places import is_place, place_ahead, place_behind
from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["Imprint", "take_arxiv", "take_awards", "take_badge", "take_imprint"]


@dataclass(slots=True)
class Imprint:
    """What an item says beside its authors and title."""

    venue: str | None = None
    known: Venue | None = None
    date: Date | None = None
    fields: dict[str, str] = field(default_factory=dict)
    identifiers: list[Identifier] = field(default_factory=list)
    preprint: bool = False
    notes: list[str] = field(default_factory=list)


_ARXIV = re.compile(
    r"(?:arxiv\s*(?:preprint|e-?print)?s?[\s,:]*)?"
    r"(?:arxiv\s*:\s*|corr,?\s*(?:vol\.\s*)?abs/|\barxiv\s+)"
    r"(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,10}/\d{7})(?:\s*\[[\w.\- ]{1,20}\])?",
    re.IGNORECASE,
)
_PREPRINT = re.compile(
    r"\b(?:arxiv(?:\s+preprint)?|corr|preprint|biorxiv|medrxiv|chemrxiv|ssrn|under review"
    r"|in submission|submitted(?: to)?)\b",
    re.IGNORECASE,
)
_MONTH_WORD = re.compile(rf"\b{MONTH_NAME}(?!\w)", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{2,200})[)\]）】]")
_STATUS = re.compile(
    r"(?P<status>to appear|in press|forthcoming|accepted|under review|(?:in|under) submission"
    r"|submitted|under revision|minor revision|major revision|revise (?:and|&) resubmit|\bR&R\b"
    r"|\b(?:soumise?(?: à)?|acceptée?(?: (?:à|dans|par))?|eingereicht(?: bei)?|angenommen"
    r"|zur Begutachtung|aceptado|enviado|submetido|aceito)\b"
    r"|\bim Erscheinen|\ben prensa|\bà paraître|in corso di stampa)"
    r"(?:\s+(?:to|at|in|by|with|for)(?:\s+the)?(?=\s+[A-Z\d]))?",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:^|(?<=[\s.,;:\ue001\n]))(?:In|(?<![^\W\d_]\s)in|(?<=[dr]\s)in)\s*:?\s+(?:the\s+(?=Journal|Proc))?(?=[A-Z\d'’“\"(])"
)
_GLUED_YEAR = re.compile(r"\b([A-Z][A-Za-z]{1,9})['’]?([012]\d)\b")
# Publishers that people print before the name of a journal.
_HOUSE = re.compile(r"(?:Elsevier|Springer|Wiley|Taylor (?:&|and) Francis|SAGE|MDPI)(?:['’]s)?,?\s")
_MOST_PLACES = 80
"""Places of an item at which its venue is looked for."""
_SENTENCE = re.compile(
    r"(?<=[^\s.A-Z])"
    r"(?<!\bProc)(?<!\bConf)(?<!\bSymp)(?<!\bTrans)(?<!\bInt)"
    r"(?<!the \d)(?<!the \d\d)(?<!der \d)(?<!der \d\d)\.(?=\s+[A-Z\d(\[])"
    r"|\n|\ue001+|;"
)


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
    places = [(m.start(), m.end(), m[1]) for m in _BRACKETS.finditer(text)]
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


def take_imprint(sheet: Sheet, made: Imprint, year: int | None) -> None:
    """Take venue, date, volume, issue, pages and remarks off what is left of an item.

    Args:
        sheet: The item, its links, title and authors taken.
        made: What was found already; the rest is put there.
        year: The year that the heading above says.
    """
    take_numbers(sheet, made.fields)
    _take_status(sheet, made)
    if made.venue is None:
        _take_venue(sheet, made)
    _drop_names_again(sheet, made.known)
    take_date(sheet, made, year)
    _take_notes(sheet, made)


def take_arxiv(sheet: Sheet, made: Imprint) -> None:
    """Take an arXiv number in words off an item, which no title holds."""
    found = _ARXIV.search(sheet.free)
    if not found:
        return
    try:
        made.identifiers.append(Identifier.parse("arxiv", found[1]))
    except IdentifierError:
        return
    made.preprint = True
    made.fields["arxiv"] = sheet.take("arxiv", found.start(), found.end(), 0.95)


_BADGE = re.compile(r"[\s\ue001]*[\[(【](?P<inner>[^\[\]()【】\n]{2,40})[\])】]")


def take_badge(sheet: Sheet, made: Imprint) -> None:
    """Take a venue in brackets off the front of an item: ``[ICCV 2023] Deep Mice``."""
    found = _BADGE.match(sheet.free)
    known = venue_known(found["inner"]) if found else None
    if found is None or known is None or awards_said(found["inner"]):
        return
    made.known = known
    made.venue = sheet.take("venue", found.start("inner"), found.end("inner"), 0.95)
    made.preprint = made.preprint or known.kind is VenueKind.PREPRINT
    sheet.drop(found.start(), found.end())


_TRANSLATED = (
    ("soumis", "submitted"),
    ("eingereicht", "submitted"),
    ("enviado", "submitted"),
    ("submetido", "submitted"),
    ("zur begutachtung", "under review"),
    ("accepté", "accepted"),
    ("angenommen", "accepted"),
    ("aceptado", "accepted"),
    ("aceito", "accepted"),
)


def _take_status(sheet: Sheet, made: Imprint) -> None:
    for found in _STATUS.finditer(sheet.free):
        said = found["status"].lower()
        told = next((word for start, word in _TRANSLATED if said.startswith(start)), said)
        made.fields.setdefault("status", told)
        sheet.take("status", found.start(), found.end(), 0.9)


def _take_venue(sheet: Sheet, made: Imprint) -> None:
    best: tuple[float, int, int, Venue | None] | None = None
    for first, last, trust in _candidates(sheet)[:_MOST_PLACES]:
        start, end = _trimmed(sheet.free, first, last)
        text = sheet.text[start:end]
        if end - start < 2 or TAKEN in sheet.free[start:end] or not _says_where(text):
            continue
        if is_place(text) or (made.preprint and text.lower() == "preprint"):
            continue
        known = venue_known(text) or venue_known(_GLUED_YEAR.sub(r"\1 20\2", text))
        house = _HOUSE.match(text) if known is None else None
        if house and venue_known(text[house.end() :]):
            start, known = start + house.end(), venue_known(text[house.end() :])
        score = trust + (0.5 if known else 0.0) - (0.2 if len(text) > 160 else 0.0)
        if _PREPRINT.search(text):
            score += 0.1
        if best is None or score > best[0] + 0.001:
            best = (score, start, end, known)
    if best is None or best[0] < 0.25:
        return
    score, start, end, known = best
    made.known = known
    confidence = 0.95 if known else min(0.85, score + 0.1)
    if known is None and (_SAYS_MEETING.search(sheet.text, start, end) or score > 0.44):
        confidence = max(confidence, 0.7)
    made.venue = _printed(sheet.take("venue", start, end, confidence), known)
    _take_place(sheet, made, end)
    if known and known.kind is VenueKind.PREPRINT:
        made.preprint = True


def _take_place(sheet: Sheet, made: Imprint, end: int) -> None:
    """Where people met, right behind the venue's name."""
    numbers = re.compile(r"[\s,.]*\ue001+").match(sheet.free, end)
    if numbers and any(p.field in _NUMBERS and end <= p.start < numbers.end() for p in sheet.parts):
        end = numbers.end()
    place = place_ahead(re.split(r"[\n\ue001;]", sheet.free[end : end + 200])[0])
    if place:
        last = end + place[1]
        last += (
            re.search(r"\.[A-Z]$", sheet.text[:last]) is not None
            and sheet.text[last : last + 1] == "."
        )
        text = sheet.take("event_place", end + place[0], last, 0.8)
        made.fields["event_place"] = text


def _drop_names_again(sheet: Sheet, known: Venue | None) -> None:
    """Where a badge and a line name one venue, it is said twice."""
    for start, end in sheet.pieces() if known else ():
        text = re.split(r"[,(]", sheet.text[start:end])[0]
        again = venue_known(text) if len(text) > 3 else None
        if known and again and again.id == known.id:
            sheet.drop(start, start + len(text))


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
        for found in _BRACKETS.finditer(free)
        if not _BESIDE.match(found[1]) and not _ends_a_name(sheet, found.start())
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


# What is called so is where something appeared, be it in no catalogue.
_SAYS_MEETING = re.compile(
    r"\b(?:Journal|Conference|Conférence|Konferenz|Congress|Congr[eè]s|Congreso|Workshop|Atelier"
    r"|Symposium|Proceedings|Proc\.|Transactions|Letters|Review|Revue|Revista|Rivista|Zeitschrift"
    r"|Annals|Bulletin|Archives?|Acta|Handbook|Handbuch|Advances)\b"
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


# What is said of another meeting, at which this one was held.
_BESIDE = re.compile(
    r"(?:held )?(?:in (?:conjunction|cooperation)|co-?located|jointly)\b", re.IGNORECASE
)
_NUMBERS = frozenset(("volume", "issue", "pages", "number", "number_of_pages"))


def _before_numbers(sheet: Sheet, start: int, end: int) -> list[tuple[int, int, float]]:
    """What stands before volume and pages within one slanted piece or one of the page's own."""
    inside = [part for part in sheet.parts if part.start < end and start < part.end]
    first = min((part.start for part in inside), default=start)
    if first - start < 4 or any(part.field not in _NUMBERS for part in inside):
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


_YEAR_AND_MONTH_BEHIND = re.compile(
    rf"[\s.,]+(?:19|20)\d\d\s+{MONTH_NAME}(?:\s+\d{{1,2}})?\W*$", re.IGNORECASE
)


def _printed(text: str, known: Venue | None) -> str:
    """The venue as a person would type it: no year behind a journal's name, no loose ends."""
    text = " ".join(text.replace(TAKEN, " ").split())
    text = _YEAR_AND_MONTH_BEHIND.sub("", text)
    shorter = re.sub(
        rf"[\s,.(]*(?:{MONTH_NAME}\s+)?(?:19|20)\d\d(?:\.\d\d)?[\s,.)]*$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    journal = known is not None and known.kind in (VenueKind.JOURNAL, VenueKind.PREPRINT)
    if _BESIDE.search(text):  # the year is that of the other meeting
        return text.strip(" ,;:")
    if shorter and (journal or re.search(r",\s*(?:19|20)\d\d\W*$", text) or known is None):
        text = shorter
    text = text.strip(" ,;:")
    if text.count("(") > text.count(")"):
        text = text.rstrip("( ") if text.endswith("(") else text + ")"
    return text


def _take_notes(sheet: Sheet, made: Imprint) -> None:
    """What stands in brackets still is a remark."""
    for found in _BRACKETS.finditer(sheet.free):
        inner = found[1].replace(TAKEN, " ").strip(" ,.;:")
        if re.search(r"[^\W\d_]{2}", inner) and len(inner) < 120:
            made.notes.append(sheet.take("note", found.start(1), found.end(1), 0.6))
            sheet.drop(found.start(), found.end())
