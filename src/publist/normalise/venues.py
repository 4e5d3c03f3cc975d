"""Settles the venues of records: which one, which part of it, and what kind of work it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from publist.model import Date, Record, TrackKind, Venue, VenueKind
from publist.problems import Problem, Severity
from publist.venues.catalogue import Catalogue
from publist.venues.meetings import meeting_in
from publist.venues.recognise import readings

__all__ = ["settle_venues"]

_ELSEWHERE = ("paper-conference", "article-journal", "article", "document", "manuscript", "chapter")


def settle_venues(
    records: Sequence[Record], catalogue: Catalogue
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Fill in what venue each record appeared at.

    Args:
        records: As read. A venue that a source gives piece by piece is respected; only what
            it leaves open is filled in.
        catalogue: The known venues.

    Returns:
        The records with :attr:`~publist.model.Record.venue`, preprints with the type
        ``article``; and a problem for each text that names two venues alike
        (``venue-ambiguous``).

    >>> from publist.richtext import RichText
    >>> record = Record(key="a", type="paper-conference", container=RichText.of("ICML'22"))
    >>> settle_venues([record], Catalogue.load())[0][0].venue.name
    'International Conference on Machine Learning'
    """
    settled: list[Record] = []
    problems: list[Problem] = []
    for record in records:
        venue, doubt = _venue_of(record, catalogue)
        if doubt:
            problems.append(_ambiguous(record, doubt, catalogue))
        settled.append(_with_venue(record, venue, catalogue) if venue else record)
    return tuple(settled), tuple(problems)


# Where a venue's name belongs many write how far the manuscript is; naming a place where it
# was only submitted to as its venue would claim too much.
_NOT_YET = re.compile(
    r"\b(?:under|in) (?:review|revision|submission|preparation)\b|\b(?:re)?submitted\b"
    r"|\bto be submitted\b|^in prep\b|^(?:forthcoming|in press|to appear|in print)\W*$",
    re.IGNORECASE,
)


def _venue_of(record: Record, catalogue: Catalogue) -> tuple[Venue | None, tuple[str, ...]]:
    given = record.venue
    if given is not None:
        return _completed(given, record, catalogue), ()
    text = record.container.plain.strip()
    if _NOT_YET.search(text):
        return None, ()
    venue: Venue | None = None
    doubt: tuple[str, ...] = ()
    if text:
        venue, doubt = readings(text, catalogue, record.type)
        if venue.id and not _hides_another(venue):
            return _dated(venue, record, catalogue), ()
    for other in _other_texts(record):
        if _NOT_YET.search(other):
            continue
        better, _ = readings(other, catalogue, "paper-conference")
        if better.id and better.kind is not VenueKind.OTHER and _agree(venue, better, doubt):
            return better.model_copy(update={"printed": text or other}), ()
    if venue is None and _is_preprint(record):
        return _preprint(catalogue), ()
    return venue, doubt


def _dated(venue: Venue, record: Record, catalogue: Catalogue) -> Venue:
    """A venue with the year that the series prints: ACM's ``series = {CHI '20}``."""
    if venue.year is not None or not record.collection:
        return venue
    series, _ = readings(record.collection.plain, catalogue, record.type)
    if series.id != venue.id or series.year is None:
        return venue
    return venue.model_copy(update={"year": series.year})


def _hides_another(venue: Venue) -> bool:
    """Whether a text names a series only: *Lecture Notes in Computer Science*."""
    return venue.kind is VenueKind.OTHER


def _other_texts(record: Record) -> Iterable[str]:
    """Further places that may name the venue, the surest first."""
    if record.container_short:
        yield record.container_short
    if record.event:
        yield record.event
    if record.collection and record.type in _ELSEWHERE:
        yield record.collection.plain
    if record.type in _ELSEWHERE and not record.container:
        for text in (record.note.plain, record.publisher or "", record.extra.get("abbr", "")):
            if text:
                yield text


def _agree(venue: Venue | None, better: Venue, doubt: tuple[str, ...]) -> bool:
    """Whether a reading of another field may replace what the container says."""
    if venue is None or _hides_another(venue):
        return True
    if doubt:
        return better.id in doubt
    # An unknown container goes with a known short name only where it spells it out.
    initials = "".join(word[0] for word in venue.name.split() if word[0].isupper())
    return bool(better.short) and (better.short or "").upper() in (venue.short or "", initials)


def _is_preprint(record: Record) -> bool:
    if record.type not in ("article", "document", "manuscript", "webpage", "report"):
        return False
    return any(found.scheme == "arxiv" for found in record.identifiers)


def _preprint(catalogue: Catalogue) -> Venue | None:
    entry = catalogue.entries.get("arxiv")
    if entry is None:
        return None
    return Venue(id=entry.id, name=entry.name, short=entry.short, kind=entry.kind)


def _completed(given: Venue, record: Record, catalogue: Catalogue) -> Venue:
    """A venue that the source spelt out, with what it left open filled in."""
    if given.id and given.id in catalogue.entries:
        entry = catalogue[given.id]
        found = Venue(id=entry.id, name=entry.name, short=entry.short, kind=entry.kind)
    else:
        found, _ = readings(given.printed or given.name, catalogue, record.type)
        if found.id is None and given.short:
            found, _ = readings(given.short, catalogue, record.type)
    update: dict[str, object] = {}
    if given.kind is VenueKind.OTHER:
        update["kind"] = found.kind
    if given.short is None:
        update["short"] = found.short
    if given.id is None:
        update["id"] = found.id
    if given.year is None:
        update["year"] = found.year
    if given.track.kind is TrackKind.MAIN and not given.track.name:
        update["track"] = found.track
    if given.printed is None:
        update["printed"] = given.name
    return given.model_copy(update=update)


def _with_venue(record: Record, venue: Venue, catalogue: Catalogue) -> Record:
    update: dict[str, object] = {"venue": venue}
    if record.date is None and venue.year is not None:
        update["date"] = Date.parse(str(venue.year))
    if venue.kind is VenueKind.PREPRINT and record.type in _ELSEWHERE:
        update["type"] = "article"
    elif venue.id and record.type == "article-journal" and venue.kind in _GATHERINGS:
        update["type"] = "paper-conference"
    elif venue.id and record.type == "paper-conference" and venue.kind is VenueKind.JOURNAL:
        update["type"] = "article-journal"
    if venue.kind in _GATHERINGS and (record.event_date is None or record.event_place is None):
        meeting = meeting_in(record.container.plain)
        if meeting.date and record.event_date is None:
            update["event_date"] = meeting.date
        if meeting.place and record.event_place is None:
            update["event_place"] = meeting.place
    entry = catalogue.entries.get(venue.id or "")
    if entry and entry.abbreviation and not record.container_short:
        update["container_short"] = entry.abbreviation
    return record.change(**update)


_GATHERINGS = (VenueKind.CONFERENCE, VenueKind.WORKSHOP)


def _ambiguous(record: Record, doubt: tuple[str, ...], catalogue: Catalogue) -> Problem:
    names = " or ".join(f"{catalogue[key].name} ({key})" for key in doubt)
    message = f"This venue may be {names}; write the full name."
    return record.problem(Severity.WARNING, "venue-ambiguous", message, record.container.plain)
