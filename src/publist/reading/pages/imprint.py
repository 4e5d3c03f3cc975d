"""The imprint of an item: where and when it appeared, volume, pages, what it was given."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publist.model import Date, Identifier, Venue, VenueKind
from publist.model.identifiers import IdentifierError
from publist.reading.pages.candidates import BESIDE, BRACKETS, NUMBERS, venue_candidates
from publist.reading.pages.dates import MONTH_NAME, take_date
from publist.reading.pages.facts import awards_said, venue_known
from publist.reading.pages.numbers import take_numbers
from publist.reading.pages.places import is_place, place_ahead
from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["Imprint", "take_arxiv", "take_badge", "take_imprint"]


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
_STATUS = re.compile(
    r"(?P<status>to appear|in press|forthcoming|accepted|under review|(?:in|under) submission"
    r"|submitted|under revision|minor revision|major revision|revise (?:and|&) resubmit|\bR&R\b"
    r"|\b(?:soumise?(?: à)?|acceptée?(?: (?:à|dans|par))?|eingereicht(?: bei)?|angenommen"
    r"|zur Begutachtung|aceptado|enviado|submetido|aceito)\b"
    r"|\bim Erscheinen|\ben prensa|\bà paraître|in corso di stampa)"
    r"(?:\s+(?:to|at|in|by|with|for)(?:\s+the)?(?=\s+[A-Z\d]))?",
    re.IGNORECASE,
)
# What is called so is where something appeared, be it in no catalogue.
_SAYS_MEETING = re.compile(
    r"\b(?:Journal|Conference|Conférence|Konferenz|Congress|Congr[eè]s|Congreso|Workshop|Atelier"
    r"|Symposium|Proceedings|Proc\.|Transactions|Letters|Review|Revue|Revista|Rivista|Zeitschrift"
    r"|Annals|Bulletin|Archives?|Acta|Handbook|Handbuch|Advances)\b"
)
_GLUED_YEAR = re.compile(r"\b([A-Z][A-Za-z]{1,9})['’]?([012]\d)\b")
# Publishers that people print before the name of a journal.
_HOUSE = re.compile(r"(?:Elsevier|Springer|Wiley|Taylor (?:&|and) Francis|SAGE|MDPI)(?:['’]s)?,?\s")


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
    for first, end, trust in venue_candidates(sheet):
        start, text = first, sheet.text[first:end]
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
    if numbers and any(p.field in NUMBERS and end <= p.start < numbers.end() for p in sheet.parts):
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
    if BESIDE.search(text):  # the year is that of the other meeting
        return text.strip(" ,;:")
    if shorter and (journal or re.search(r",\s*(?:19|20)\d\d\W*$", text) or known is None):
        text = shorter
    text = text.strip(" ,;:")
    if text.count("(") > text.count(")"):
        text = text.rstrip("( ") if text.endswith("(") else text + ")"
    return text


def _take_notes(sheet: Sheet, made: Imprint) -> None:
    """What stands in brackets still is a remark."""
    for found in BRACKETS.finditer(sheet.free):
        inner = found[1].replace(TAKEN, " ").strip(" ,.;:")
        if re.search(r"[^\W\d_]{2}", inner) and len(inner) < 120:
            made.notes.append(sheet.take("note", found.start(1), found.end(1), 0.6))
            sheet.drop(found.start(), found.end())
