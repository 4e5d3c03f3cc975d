"""Venues: where a version appeared."""

from __future__ import annotations

from enum import StrEnum

from publist.model.base import Model

__all__ = ["Track", "TrackKind", "Venue", "VenueKind"]


class VenueKind(StrEnum):
    """What sort of place it is."""

    CONFERENCE = "conference"
    WORKSHOP = "workshop"
    JOURNAL = "journal"
    PREPRINT = "preprint"
    BOOK = "book"
    OTHER = "other"


class TrackKind(StrEnum):
    """Which part of a venue."""

    MAIN = "main"
    WORKSHOP = "workshop"
    FINDINGS = "findings"
    DEMO = "demo"
    POSTER = "poster"
    BLOG_POST = "blog post"
    TUTORIAL = "tutorial"
    INDUSTRY = "industry"
    STUDENT = "student"
    DATASETS = "datasets and benchmarks"
    SHORT = "short papers"
    LATE_BREAKING = "late-breaking"
    DOCTORAL = "doctoral consortium"
    EXTENDED_ABSTRACTS = "extended abstracts"
    COMPANION = "companion"
    SHARED_TASK = "shared task"


class Track(Model):
    """A part of a venue that readers tell apart from its main one.

    Args:
        kind: Which sort of part.
        name: Its own name without the venue's, e.g. ``Federated Foundation Models``.
        short: Its own short name, e.g. ``FL@FM``.
    """

    kind: TrackKind = TrackKind.MAIN
    name: str | None = None
    short: str | None = None


class Venue(Model):
    """Where a version appeared, told apart from the edition, publisher and place.

    Args:
        name: Full name without ordinal, year, publisher and place.
        short: The short name readers know, e.g. ``ICML``.
        kind: What sort of place it is.
        id: The catalogue's id; None for a venue the catalogue does not know.
        track: Which part of it.
        year: The edition's year as found in the printed text.
        printed: The text it was recognised in, as the source prints it.
    """

    name: str
    short: str | None = None
    kind: VenueKind = VenueKind.OTHER
    id: str | None = None
    track: Track = Track()
    year: int | None = None
    printed: str | None = None
