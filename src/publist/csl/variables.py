"""The variables and types of CSL 1.0.2 (specification, appendices III and IV)."""

from __future__ import annotations

__all__ = [
    "ALIASES",
    "DATE_VARIABLES",
    "NAME_NUMBERS",
    "NAME_VARIABLES",
    "NUMBER_VARIABLES",
    "TEXT_VARIABLES",
    "TYPE_ALIASES",
    "VARIABLES",
]

_NAMES = """
    author chair collection-editor compiler composer container-author contributor curator
    director editor editor-translator editorial-director executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator
"""
_DATES = "accessed available-date event-date issued original-date submitted container"
_NUMBERS = """
    chapter-number citation-number collection-number edition first-reference-note-number
    issue locator number number-of-pages number-of-volumes page page-first part-number
    printing-number section supplement-number version volume
"""
_TEXTS = """
    abstract annote archive archive_collection archive_location archive-collection
    archive-location archive-place authority call-number citation-key citation-label
    collection-title collection-title-short container-title container-title-short dimensions
    division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword language
    license medium note original-publisher original-publisher-place original-title part-title
    PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale source
    status title title-short URL volume-title
"""

NAME_VARIABLES = frozenset(_NAMES.split())
DATE_VARIABLES = frozenset(_DATES.split())
NUMBER_VARIABLES = frozenset(_NUMBERS.split())
TEXT_VARIABLES = frozenset(_TEXTS.split())
VARIABLES = NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | TEXT_VARIABLES

ALIASES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}
"""Old and new spellings, in both directions, of variables that writers still mix."""

TYPE_ALIASES = {"speech": "speech", "computer_program": "software"}

NAME_NUMBERS = {name: index for index, name in enumerate(sorted(NAME_VARIABLES))}
"""The number by which a name mark tells its variable."""
