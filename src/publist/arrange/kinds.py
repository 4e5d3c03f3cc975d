"""Kinds: the friendly word for what sort of publication a work is."""

from __future__ import annotations

from publist.errors import ProjectError
from publist.model import Record, TrackKind, VenueKind

__all__ = ["KINDS", "kind_of", "kinds_meant"]

KINDS = (
    "journal",
    "conference",
    "workshop",
    "preprint",
    "book",
    "chapter",
    "thesis",
    "report",
    "patent",
    "software",
    "dataset",
    "talk",
    "web",
    "press",
    "other",
)
"""The kinds, in the order in which lists show them."""

# The item types of CSL 1.0.2 (specification, appendix III).
_OF_TYPE = {
    "article": "preprint",
    "article-journal": "journal",
    "article-magazine": "press",
    "article-newspaper": "press",
    "bill": "other",
    "book": "book",
    "broadcast": "other",
    "chapter": "chapter",
    "classic": "book",
    "collection": "other",
    "dataset": "dataset",
    "document": "other",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "event": "talk",
    "figure": "other",
    "graphic": "other",
    "hearing": "other",
    "interview": "press",
    "legal_case": "other",
    "legislation": "other",
    "manuscript": "other",
    "map": "other",
    "motion_picture": "other",
    "musical_score": "other",
    "pamphlet": "other",
    "paper-conference": "conference",
    "patent": "patent",
    "performance": "other",
    "periodical": "other",
    "personal_communication": "other",
    "post": "web",
    "post-weblog": "web",
    "regulation": "other",
    "report": "report",
    "review": "journal",
    "review-book": "journal",
    "software": "software",
    "song": "other",
    "speech": "talk",
    "standard": "report",
    "thesis": "thesis",
    "treaty": "other",
    "webpage": "web",
}
_OF_VENUE = {
    VenueKind.CONFERENCE: "conference",
    VenueKind.WORKSHOP: "workshop",
    VenueKind.JOURNAL: "journal",
    VenueKind.PREPRINT: "preprint",
}
# Types whose venue says more than the type: an @article in "arXiv" is a preprint, an
# @incollection in a volume of a conference's proceedings a conference paper.
_VENUE_DECIDES = frozenset(
    ("article", "article-journal", "paper-conference", "chapter", "document")
)
_OTHER_WORDS = {
    "article": "journal",
    "articles": "journal",
    "blog": "web",
    "data": "dataset",
    "data set": "dataset",
    "data sets": "dataset",
    "inproceedings": "conference",
    "proceedings": "conference",
    "magazine": "press",
    "newspaper": "press",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "dissertation": "thesis",
    "tech report": "report",
    "techreport": "report",
    "misc": "other",
    "theses": "thesis",
    "speech": "talk",
    "presentation": "talk",
}


def kind_of(record: Record) -> str:
    """What kind a record is, one of :data:`KINDS`; its venue decides where that is known.

    >>> kind_of(Record(key="a", type="article-journal"))
    'journal'
    >>> from publist.model import Venue
    >>> kind_of(Record(key="a", type="article-journal",
    ...                venue=Venue(name="arXiv", kind=VenueKind.PREPRINT)))
    'preprint'
    """
    venue = record.venue
    if venue is not None and record.type in _VENUE_DECIDES:
        if venue.track.kind is TrackKind.WORKSHOP:
            return "workshop"
        if venue.kind in _OF_VENUE:
            return _OF_VENUE[venue.kind]
    return _OF_TYPE.get(record.type, "other")


def kinds_meant(word: str) -> tuple[str | None, str | None]:
    """What a word of a selection means.

    Args:
        word: A kind in singular or plural, a CSL item type, or a BibTeX entry type.

    Returns:
        The kind, or the CSL item type, whichever is meant; the other is None. ``article``,
        which BibTeX and CSL use for different things, is BibTeX's.

    Raises:
        ProjectError: It is none of them.

    >>> kinds_meant("Workshops"), kinds_meant("article-magazine")
    (('workshop', None), (None, 'article-magazine'))
    """
    plain = " ".join(word.replace("_", " ").split()).lower()
    for form in (plain, plain.removesuffix("s"), plain.removesuffix(" papers").removesuffix("s")):
        if form in KINDS:
            return form, None
        if form in _OTHER_WORDS:
            return _OTHER_WORDS[form], None
    if word.lower() in _OF_TYPE:
        return None, word.lower()
    known = ", ".join(KINDS)
    raise ProjectError(
        f"There is no kind of publication {word!r}; known: {known}, and CSL item types.",
        key="kind",
        value=word,
    )
