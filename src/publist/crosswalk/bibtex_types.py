"""Entry types of BibTeX and biblatex, and the CSL item types they stand for.

Sources: *BibTeXing* (Patashnik, 1988) section 3.1; the biblatex manual (3.20) section 2.1;
CSL 1.0.2, appendix III.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from publist.crosswalk.csl_variables import TYPES

__all__ = [
    "PREPRINT_SERVER",
    "csl_type",
    "entry_type",
    "genre_of",
    "known_entry_types",
    "says_talk",
    "subtype_of",
]

_TYPES = {
    # BibTeX
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
    # biblatex
    "artwork": "graphic",
    "audio": "song",
    "bibnote": "document",
    "bookinbook": "chapter",
    "collection": "book",
    "commentary": "book",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "figure",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "reference": "book",
    "report": "report",
    "review": "review",
    "set": "collection",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "thesis": "thesis",
    "video": "motion_picture",
    "www": "webpage",
    # Not in either manual, but common in exports and on homepages
    "bachelorsthesis": "thesis",
    "bachelorthesis": "thesis",
    "blog": "post-weblog",
    "blogpost": "post-weblog",
    "chapter": "chapter",
    "code": "software",
    "data": "dataset",
    "doctoralthesis": "thesis",
    "inconference": "paper-conference",
    "internet": "webpage",
    "journal": "article-journal",
    "magazine": "article-magazine",
    "map": "map",
    "masterthesis": "thesis",
    "newspaper": "article-newspaper",
    "podcast": "broadcast",
    "poster": "speech",
    "preprint": "article",
    "presentation": "speech",
    "softmisc": "software",
    "softwareversion": "software",
    "speech": "speech",
    "talk": "speech",
    "webpage": "webpage",
    "website": "webpage",
    "workingpaper": "report",
    "workshop": "paper-conference",
}
_GENRES = {
    "phdthesis": "PhD thesis",
    "doctoralthesis": "PhD thesis",
    "mastersthesis": "Master’s thesis",
    "masterthesis": "Master’s thesis",
    "bachelorsthesis": "Bachelor’s thesis",
    "bachelorthesis": "Bachelor’s thesis",
    "techreport": "Technical report",
    "poster": "Poster",
    "preprint": "Preprint",
    "workingpaper": "Working paper",
}
# What biblatex's entrysubtype says (manual 2.2.3, and CSL's own words for what it leaves open).
_SUBTYPES = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "preprint": "article",
    **{name: name for name in TYPES},
}
# Which entry types can be a preprint when their fields say so.
_MAYBE_PREPRINT = frozenset(
    {"article", "misc", "online", "electronic", "www", "unpublished", "techreport", "report"}
)

# What the words begin with that tell where a talk was given: "Invited talk at …".
_TALK = re.compile(
    r"(?:(?:invited|contributed|keynote|plenary|conference|oral|poster|guest|public|research)\s+)*"
    r"(?:talk|lecture|keynote|presentation|poster|seminar|colloquium|vortrag|gastvortrag)\b"
    r"(?!\s+(?:notes?|papers?|slides?|series))",
    re.IGNORECASE,
)

PREPRINT_SERVER = re.compile(
    r"(?:the )?(?:computing research repository|[a-z]{1,8}xiv\b|corr\b|e-?prints?\b|preprints?\b"
    r"|ssrn\b|research ?square|openreview\b|hal\b|osf preprints|essoar|authorea"
    r"|(?:iacr )?cryptology eprint archive)",
    re.IGNORECASE,
)
"""What the name of a preprint server begins with, where a journal's name would stand."""

_ARXIV_NUMBER = re.compile(
    r"(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[a-z]{2})?/\d{7})", re.IGNORECASE
)

_WRITTEN = {
    "article": "misc",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "collection": "book",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "figure": "image",
    "graphic": "artwork",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "techreport",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "music",
    "standard": "standard",
    "thesis": "phdthesis",
    "treaty": "legal",
    "webpage": "online",
}


def csl_type(entry_type: str, fields: Mapping[str, str]) -> tuple[str, bool]:
    """The CSL item type of an entry, and whether its entry type is a known one.

    Args:
        entry_type: In lower case, without the ``@``.
        fields: The entry's fields: they tell preprints, magazines and talks, and stand in for
            a type that nobody knows.

    >>> csl_type("article", {"journal": "CoRR"}), csl_type("inproceedings", {})
    (('article', True), ('paper-conference', True))
    >>> csl_type("misc", {"howpublished": "Invited talk, Example Days"})
    ('speech', True)
    >>> csl_type("unpublished", {"note": "Invited talk, Example Days"})
    ('speech', True)
    >>> csl_type("articlebold", {"journal": "Nature"})
    ('article-journal', False)
    """
    known = _TYPES.get(entry_type)
    subtype = fields.get("entrysubtype")
    if subtype is not None and (said := _SUBTYPES.get(subtype.strip().lower())):
        return said, known is not None
    if entry_type in _MAYBE_PREPRINT and _is_preprint(entry_type, fields):
        return "article", True
    if known is None:
        return _guess(fields), False
    if entry_type == "unpublished" and "eventtitle" in fields:
        return "speech", True
    if entry_type in ("misc", "unpublished") and any(
        says_talk(fields.get(name, "")) for name in ("howpublished", "type", "note")
    ):
        return "speech", True
    return known, True


def says_talk(words: str) -> bool:
    """Whether words tell of a talk or a poster.

    >>> says_talk("Invited talk, Example University"), says_talk("Lecture notes, 3rd edition")
    (True, False)
    """
    return _TALK.match(words.lstrip("{( ")) is not None


def _is_preprint(entry_type: str, fields: Mapping[str, str]) -> bool:
    journal = fields.get("journaltitle") or fields.get("journal") or ""
    if journal:
        return PREPRINT_SERVER.match(journal.strip("{} ")) is not None
    if entry_type in ("techreport", "report"):
        return False
    if fields.get("doi", "").lower().find("10.48550/arxiv.") >= 0:
        return True
    if "eprint" in fields and "booktitle" not in fields:
        return _in_archive(fields)
    named = fields.get("howpublished") or fields.get("publisher") or ""
    return bool(named) and PREPRINT_SERVER.match(named.strip("{} ")) is not None


def _in_archive(fields: Mapping[str, str]) -> bool:
    """Whether the eprint is on a preprint server; archives like PubMed hold what is published."""
    archive = fields.get("eprinttype") or fields.get("archiveprefix")
    if archive is not None:
        return PREPRINT_SERVER.match(archive.strip("{} ")) is not None
    return _ARXIV_NUMBER.match(fields["eprint"].strip("{} ")) is not None


def _guess(fields: Mapping[str, str]) -> str:
    if "journal" in fields or "journaltitle" in fields:
        journal = fields.get("journaltitle") or fields.get("journal") or ""
        return "article" if PREPRINT_SERVER.match(journal.strip("{} ")) else "article-journal"
    if "booktitle" in fields:
        return "paper-conference"
    if "school" in fields:
        return "thesis"
    if "institution" in fields:
        return "report"
    if "isbn" in fields:
        return "book"
    return "article" if "eprint" in fields else "document"


def known_entry_types() -> tuple[str, ...]:
    """All entry types that are read without a guess."""
    return tuple(_TYPES)


def genre_of(entry_type: str) -> str | None:
    """The genre that an entry type states by itself.

    >>> genre_of("phdthesis")
    'PhD thesis'
    """
    return _GENRES.get(entry_type)


def entry_type(csl: str, genre: str | None = None) -> str:
    """The entry type to write for a CSL item type where the source had none.

    BibTeX's own types where one fits, since every tool reads those, else biblatex's.

    >>> entry_type("paper-conference"), entry_type("thesis", "Master’s thesis")
    ('inproceedings', 'mastersthesis')
    """
    if csl == "thesis" and genre != _GENRES["phdthesis"]:
        return "mastersthesis" if genre == _GENRES["mastersthesis"] else "thesis"
    if csl == "report" and genre != _GENRES["techreport"]:
        return "report"
    return _WRITTEN.get(csl, "misc")


def subtype_of(csl: str) -> str:
    """The ``entrysubtype`` that tells a CSL item type which the entry type does not tell.

    >>> subtype_of("article-newspaper"), subtype_of("map")
    ('newspaper', 'map')
    """
    return next(subtype for subtype, said in _SUBTYPES.items() if said == csl)
