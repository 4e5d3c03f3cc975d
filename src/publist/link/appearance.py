"""Appearances: as what a work came out in one of its versions, and what that is called."""

from __future__ import annotations

from enum import StrEnum

from publist.link.venues import read_venue
from publist.model import Record, TrackKind, VenueKind

__all__ = ["Appearance", "appearance_of", "version_label"]


class Appearance(StrEnum):
    """What a version is, as readers weigh versions."""

    JOURNAL = "journal"
    CONFERENCE = "conference"
    BOOK = "book"
    WORKSHOP = "workshop"
    REPORT = "report"
    PREPRINT = "preprint"
    OTHER = "other"


_KINDS = {
    VenueKind.JOURNAL: Appearance.JOURNAL,
    VenueKind.CONFERENCE: Appearance.CONFERENCE,
    VenueKind.WORKSHOP: Appearance.WORKSHOP,
    VenueKind.PREPRINT: Appearance.PREPRINT,
    VenueKind.BOOK: Appearance.BOOK,
}
_FULL_TRACKS = frozenset(
    (
        TrackKind.MAIN,
        TrackKind.FINDINGS,
        TrackKind.DATASETS,
        TrackKind.INDUSTRY,
        TrackKind.SHORT,
    )
)
_TYPES = {
    "article": Appearance.PREPRINT,
    "article-journal": Appearance.JOURNAL,
    "article-magazine": Appearance.JOURNAL,
    "paper-conference": Appearance.CONFERENCE,
    "book": Appearance.BOOK,
    "chapter": Appearance.BOOK,
    "thesis": Appearance.BOOK,
    "report": Appearance.REPORT,
}


_PREPRINT_DOIS = (
    "10.1101/",  # bioRxiv, medRxiv
    "10.2139/ssrn",
    "10.7287/peerj.preprints",
    "10.20944/preprints",
    "10.21203/rs.",  # Research Square
    "10.26434/",  # ChemRxiv
    "10.31219/osf.io",
    "10.31223/",  # EarthArXiv
    "10.31234/osf.io",  # PsyArXiv
    "10.31235/osf.io",  # SocArXiv
    "10.36227/techrxiv",
    "10.48550/arxiv",
)
"""How the DOIs of preprint servers begin (Crossref and DataCite prefixes)."""


def appearance_of(record: Record) -> Appearance:
    """Tell what a version is by its venue, else by its printed container, else by its type.

    Whatever is held beside a conference's main track (workshops, demos, posters, tutorials …)
    counts as a workshop; its findings, short, industry and data set papers do not.

    >>> from publist.richtext import RichText
    >>> appearance_of(Record(key="a", type="article", container=RichText.of("arXiv preprint")))
    <Appearance.PREPRINT: 'preprint'>
    """
    venue = record.venue
    if venue is not None and venue.track.kind not in _FULL_TRACKS:
        return Appearance.WORKSHOP
    if venue is not None and venue.kind in _KINDS:
        return _KINDS[venue.kind]
    printed = read_venue(record.container.plain or record.genre or "", record.type).kind
    if printed in ("preprint", "workshop"):
        return Appearance(printed)
    if not record.container and (record.identifier("doi") or "").startswith(_PREPRINT_DOIS):
        return Appearance.PREPRINT
    return _TYPES.get(record.type, Appearance.OTHER)


def version_label(record: Record) -> str:
    """What a list calls a version beside the one it shows.

    >>> version_label(Record(key="a", type="article-journal"))
    'journal version'
    """
    found = appearance_of(record)
    if found is Appearance.PREPRINT:
        if record.identifier("arxiv"):
            return "arXiv"
        return record.venue.short or record.venue.name if record.venue else "preprint"
    return found.value if found is Appearance.REPORT else f"{found} version"
