"""Which part of a venue a text speaks of: findings, demonstrations, posters and the like."""

from __future__ import annotations

import re

from publist.model import Track, TrackKind

__all__ = ["track_in"]

# In this order: the first that is found counts. A text of a conference's main part that
# merely mentions one of these in its name (the name is cut out before) is not meant.
_TRACKS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (TrackKind.FINDINGS, r"\bfindings\b"),
        (TrackKind.BLOG_POST, r"\bblog[ -]?posts?\b|\bblog track\b"),
        (TrackKind.DATASETS, r"\bdatasets?\s*(?:and|&|/)\s*benchmarks?\b|\bD&B\b"),
        (TrackKind.TUTORIAL, r"\btutorials?\b|\btutoriels?\b"),
        (TrackKind.STUDENT, r"\bstudent (?:research|papers?|session|abstract|track)\b|\bSRW\b"),
        (TrackKind.DOCTORAL, r"\bdoctoral\b|\bphd (?:forum|symposium|consortium)\b"),
        (TrackKind.DEMO, r"\bdemos?\b|\bdemonstrations?\b|\bdémonstrations\b|\bexhibits?\b"),
        (TrackKind.INDUSTRY, r"\bindustry\b|\bindustrial (?:track|papers?|program)\b"),
        (TrackKind.LATE_BREAKING, r"\blate[- ]breaking\b|\bLBW\b|\bLBR\b"),
        (TrackKind.EXTENDED_ABSTRACTS, r"\bextended abstracts?\b|\b(?:CHI|HI) EA\b"),
        (TrackKind.SHARED_TASK, r"\bshared tasks?\b|\bchallenge track\b"),
        (TrackKind.COMPANION, r"\bcompanion\b|\badjunct\b"),
        (TrackKind.POSTER, r"\bposters?\b"),
        (
            TrackKind.SHORT,
            r"(?<!long and )\bshort papers?\b|\barticles courts\b|\bbrief presentations\b",
        ),
    )
)
# Most texts speak of none: one search for all of them is enough to know.
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _TRACKS), re.IGNORECASE)


def track_in(rest: str) -> Track:
    """The track that the words around a venue's name tell.

    Args:
        rest: The printed venue without the name that was recognised.

    >>> track_in("Proceedings of the 58th  : System Demonstrations").kind
    <TrackKind.DEMO: 'demo'>
    """
    for kind, pattern in _TRACKS if _ANY.search(rest) else ():
        if pattern.search(rest):
            return Track(kind=kind)
    return Track()
