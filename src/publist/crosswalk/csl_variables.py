"""Which CSL variable is which field of a Record (CSL 1.0.2, appendices III and IV)."""

from __future__ import annotations

__all__ = [
    "ALIASES",
    "DATES",
    "IDENTIFIERS",
    "NAMES",
    "OTHER_DATES",
    "OTHER_TEXTS",
    "RICH",
    "TEXTS",
    "TYPES",
    "TYPE_ALIASES",
    "canonical",
]

RICH = {
    "title": "title",
    "title-short": "short_title",
    "container-title": "container",
    "collection-title": "collection",
    "note": "note",
    "annote": "annotation",
    "abstract": "abstract",
}
"""Variables whose field is rich text."""

TEXTS = {
    "container-title-short": "container_short",
    "collection-number": "collection_number",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "page": "pages",
    "number-of-pages": "number_of_pages",
    "chapter-number": "chapter",
    "edition": "edition",
    "version": "version",
    "publisher": "publisher",
    "publisher-place": "publisher_place",
    "event-title": "event",
    "event-place": "event_place",
    "genre": "genre",
    "status": "status",
    "language": "language",
}
"""Variables whose field is plain text."""

DATES = {
    "issued": "date",
    "event-date": "event_date",
    "accessed": "accessed",
    "original-date": "original_date",
}

OTHER_DATES = frozenset({"available-date", "submitted"})
"""Date variables without a field of their own; they stand in ``extra``."""

NAMES = (
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor-translator",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
)
"""Name variables besides ``author`` and ``editor``; they stand in ``contributors``."""

IDENTIFIERS = {"DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid"}
"""Variables that are identifiers, with their scheme."""

_OTHER_TEXTS = (
    "archive archive_collection archive_location archive-place authority call-number "
    "citation-label dimensions division jurisdiction license medium number-of-volumes "
    "original-publisher original-publisher-place original-title page-first part-number "
    "part-title printing-number references reviewed-genre reviewed-title scale section source "
    "supplement-number volume-title year-suffix"
)
OTHER_TEXTS = frozenset(_OTHER_TEXTS.split())
"""Text variables without a field of their own; they stand in ``extra``."""

_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage"
)
TYPES = frozenset(_TYPES.split())

TYPE_ALIASES = {
    # Crossref's REST interface
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "proceedings": "book",
    "posted-content": "article",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "reference-entry": "entry",
    "dissertation": "thesis",
    "report-component": "report",
    "peer-review": "review",
    # Zotero's own item types
    "journalArticle": "article-journal",
    "conferencePaper": "paper-conference",
    "bookSection": "chapter",
    "preprint": "article",
    "presentation": "speech",
    "computerProgram": "software",
    "computer_program": "software",
    "blogPost": "post-weblog",
    "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper",
    # what people type
    "paper": "paper-conference",
    "talk": "speech",
    "article_journal": "article-journal",
    "legal-case": "legal_case",
    "motion-picture": "motion_picture",
    "musical-score": "musical_score",
    "personal-communication": "personal_communication",
}

ALIASES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
    "short-container-title": "container-title-short",
    "article-number": "number",
    "subject": "keyword",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "pages": "page",
    "archive_place": "archive-place",
    "archive-location": "archive_location",
}
"""Other spellings of variables, by those who write CSL-JSON."""

_BY_FOLDED = {
    name.casefold().replace("_", "-"): name
    for name in (
        *RICH,
        *TEXTS,
        *DATES,
        *OTHER_DATES,
        "author",
        "editor",
        *NAMES,
        *IDENTIFIERS,
        *OTHER_TEXTS,
        "URL",
        "keyword",
        "type",
        "citation-key",
    )
}
_BY_FOLDED |= {name.casefold().replace("_", "-"): target for name, target in ALIASES.items()}


def canonical(name: str) -> str | None:
    """The CSL variable that a name means, however it is spelt; None for any other name.

    >>> canonical("Container Title"), canonical("journalAbbreviation"), canonical("mood")
    ('container-title', 'container-title-short', None)
    """
    return _BY_FOLDED.get(name.strip().casefold().replace("_", "-").replace(" ", "-"))
