"""What ``container-title`` and its short form are once the venue is known."""

from __future__ import annotations

import re

from publist.model import Record, Track, TrackKind, Venue, VenueKind
from publist.richtext import RichText

__all__ = ["is_preprint", "long_container", "short_container"]

# How a part of a venue is called behind the venue's name.
_TRACKS = {
    TrackKind.WORKSHOP: "Workshop",
    TrackKind.DEMO: "Demo Track",
    TrackKind.POSTER: "Poster Track",
    TrackKind.BLOG_POST: "Blogpost Track",
    TrackKind.TUTORIAL: "Tutorials",
    TrackKind.INDUSTRY: "Industry Track",
    TrackKind.STUDENT: "Student Track",
    TrackKind.DATASETS: "Datasets and Benchmarks Track",
    TrackKind.SHORT: "Short Papers",
    TrackKind.LATE_BREAKING: "Late-Breaking Work",
    TrackKind.DOCTORAL: "Doctoral Consortium",
    TrackKind.COMPANION: "Companion",
}
_WORD = re.compile(r"\w+\.?")
_NOT_TELLING = frozenset(
    ("proceedings", "proc", "conference", "workshop", "symposium", "journal", "annual")
)


def is_preprint(record: Record) -> bool:
    """Whether it is a preprint: by its type, or because its venue is a preprint server."""
    if record.venue is not None and record.venue.kind is VenueKind.PREPRINT:
        return True
    return record.type == "article" and record.venue is None


def short_container(record: Record) -> str | None:
    """The short name that readers know, with the track; None where there is none.

    A journal's is its abbreviation (ISO 4), which is what styles print for it: acronyms such
    as *TPDS* are for those who know. A workshop that has a name is shown as
    ``Workshop on … @ NeurIPS``.

    >>> acl = Venue(name="Annual Meeting of the ACL", short="ACL")
    >>> short_container(Record(key="x", venue=acl))
    'ACL'
    >>> findings = acl.model_copy(update={"track": Track(kind=TrackKind.FINDINGS)})
    >>> short_container(Record(key="x", venue=findings))
    'Findings of ACL'
    """
    venue = record.venue
    if venue is None or venue.kind is VenueKind.JOURNAL:
        return record.container_short
    if venue.short:
        return _with_track(venue.short, venue.track)
    if venue.track.kind is not TrackKind.MAIN:
        return _with_track(venue.name, venue.track)
    if record.container_short:
        return record.container_short
    return venue.name if venue.name != record.container.plain else None


def long_container(record: Record) -> RichText:
    """The full name: in the source's own words where they are one, else the catalogue's."""
    venue = record.venue
    if venue is None or _is_full(record.container.plain, venue):
        return record.container
    # A workshop is found by its host's short name; so are Findings.
    hosted = venue.track.kind in (TrackKind.WORKSHOP, TrackKind.FINDINGS)
    name = venue.short if hosted and venue.short else venue.name
    return RichText.of(_with_track(name, venue.track))


def _is_full(wording: str, venue: Venue) -> bool:
    """Whether the words of the source name the venue in full.

    They do when they hold the full name, or at least three telling words that are not
    cut short with a full stop.
    """
    folded = wording.casefold()
    if venue.kind is VenueKind.JOURNAL and "(" in wording and "(" not in venue.name:
        return False  # "Journal of Machine Learning Research (JMLR)" repeats itself
    if venue.name.casefold() in folded:
        return bool(folded) and _names_track(folded, venue.track)
    short = (venue.short or "").casefold()
    words = {word for word in _WORD.findall(folded) if len(word) >= 4 and word.isalpha()}
    return len(words - _NOT_TELLING - {short}) >= 3


def _names_track(folded: str, track: Track) -> bool:
    if track.kind in (TrackKind.WORKSHOP, TrackKind.FINDINGS):
        return track.kind.value in folded
    return True


def _with_track(venue: str, track: Track) -> str:
    if track.kind is TrackKind.MAIN:
        return venue
    if track.kind is TrackKind.FINDINGS:
        return venue if "findings" in venue.casefold() else f"Findings of {venue}"
    if track.kind is TrackKind.WORKSHOP:
        return _workshop(venue, track)
    return f"{venue} {track.name or _TRACKS.get(track.kind, track.kind.value.title())}"


def _workshop(venue: str, track: Track) -> str:
    name = track.name or track.short
    if not name:
        return venue if "workshop" in venue.casefold() else f"{venue} Workshop"
    if venue.casefold() in name.casefold():  # FL-AAAI, of AAAI: it says itself where it was
        return name if "workshop" in name.casefold() else f"{name} Workshop"
    if "workshop" in name.casefold():
        return f"{name} @ {venue}"
    acronym = not track.name or (name.isupper() and " " not in name)
    titled = f"{name} Workshop" if acronym else f"Workshop on {name}"
    return f"{titled} @ {venue}"
