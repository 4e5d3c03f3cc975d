"""Which part of a venue a text speaks of: findings, demonstrations, posters and the like."""

from __future__ import annotations

import re

from publist.model import Track, TrackKind

__all__ = ["track_in"]

# In this order: the first that is found counts. A text of a conference's main part that
# merely mentions one of these in its name (the name is cut out before) is not meant.
_TRACKS: tuple[tuple[TrackKind, str | None, re.Pattern[str]], ...] = tuple(
    (kind, name, re.compile(pattern, re.IGNORECASE))
    for kind, name, pattern in (
        (TrackKind.FINDINGS, None, r"\bfindings\b"),
        (TrackKind.BLOG_POST, None, r"\bblog[ -]?posts?\b|\bblog track\b"),
        (TrackKind.DATASETS, None, r"\bdatasets?\s*(?:and|&|/)\s*benchmarks?\b|\bD&B\b"),
        (
            TrackKind.TUTORIAL,
            None,
            r"\btutorials?\b|\btutoriels?\b|\btutorial (?:abstracts|notes)\b",
        ),
        (
            TrackKind.STUDENT,
            None,
            r"\bstudent (?:research|papers?|session|abstract|track)\b|\bSRW\b",
        ),
        (TrackKind.DOCTORAL, None, r"\bdoctoral\b|\bphd (?:forum|symposium|consortium)\b"),
        (
            TrackKind.DEMO,
            None,
            r"\bdemos?\b|\bdemonstrations?\b|\bdémonstrations\b|\bexhibits?\b",
        ),
        (TrackKind.INDUSTRY, None, r"\bindustr(?:y|ial) (?:track|papers?|program)\b|\bindustry\b"),
        (TrackKind.LATE_BREAKING, None, r"\blate[- ]breaking\b|\bLBW\b|\bLBR\b"),
        (TrackKind.EXTENDED_ABSTRACTS, None, r"\bextended abstracts?\b|\b(?:CHI|HI) EA\b"),
        (TrackKind.SHARED_TASK, None, r"\bshared tasks?\b|\bchallenge track\b"),
        (TrackKind.COMPANION, None, r"\bcompanion\b|\badjunct\b"),
        (TrackKind.POSTER, None, r"\bposters?\b"),
        (TrackKind.SHORT, None, r"\bshort papers?\b|\barticles courts\b|\bbrief presentations\b"),
    )
)


def track_in(rest: str) -> Track:
    """The track that the words around a venue's name tell.

    Args:
        rest: The printed venue without the name that was recognised.

    >>> track_in("Proceedings of the 58th  : System Demonstrations").kind
    <TrackKind.DEMO: 'demo'>
    """
    for kind, name, pattern in _TRACKS:
        if pattern.search(rest):
            return Track(kind=kind, name=name)
    return Track()
