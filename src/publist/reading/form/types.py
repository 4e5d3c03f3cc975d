"""The words for types that people may use in the YAML form, and guessing where there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from publist.crosswalk.bibtex_types import PREPRINT_SERVER, csl_type, genre_of
from publist.crosswalk.csl_variables import TYPE_ALIASES, TYPES

__all__ = ["TYPE_WORDS", "guessed_type", "type_of"]

TYPE_WORDS = {
    "conference": "paper-conference",
    "conference paper": "paper-conference",
    "workshop": "paper-conference",
    "workshop paper": "paper-conference",
    "proceedings paper": "paper-conference",
    "demo": "paper-conference",
    "journal": "article-journal",
    "journal article": "article-journal",
    "journal paper": "article-journal",
    "preprint": "article",
    "arxiv": "article",
    "book chapter": "chapter",
    "technical report": "report",
    "tech report": "report",
    "phd thesis": "thesis",
    "dissertation": "thesis",
    "master thesis": "thesis",
    "master's thesis": "thesis",
    "code": "software",
    "data": "dataset",
    "blog": "post-weblog",
    "blog post": "post-weblog",
    "talk": "speech",
    "poster": "speech",
    "tutorial": "speech",
    "website": "webpage",
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "manuscript": "manuscript",
    "video": "motion_picture",
    "conferencepaper": "paper-conference",
    "journalarticle": "article-journal",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper",
    "booksection": "chapter",
    "computerprogram": "software",
    "blogpost": "post-weblog",
}
"""Words for types besides CSL's own and the entry types of BibTeX."""

_GENRES = {
    "phd thesis": "PhD thesis",
    "dissertation": "PhD thesis",
    "master thesis": "Master’s thesis",
    "master's thesis": "Master’s thesis",
    "technical report": "Technical report",
    "tech report": "Technical report",
    "poster": "Poster",
    "tutorial": "Tutorial",
}
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|letters|magazine|annals|archives?|bulletin|review|reviews|"
    r"nature|science|cell|plos|elife|proceedings of the national academy|zeitschrift|revue|"
    r"revista)\b",
    re.IGNORECASE,
)


def type_of(word: str) -> tuple[str, str | None] | None:
    """The CSL item type that a word means, and the genre it states; None for another word.

    >>> type_of("conference"), type_of("PhD thesis"), type_of("inproceedings"), type_of("poem")
    (('paper-conference', None), ('thesis', 'PhD thesis'), ('paper-conference', None), None)
    """
    plain = " ".join(word.strip().lower().replace("_", " ").split())
    if plain in TYPE_WORDS:
        return TYPE_WORDS[plain], _GENRES.get(plain)
    for name in (word.strip(), plain.replace(" ", "-"), plain.replace(" ", "_")):
        if name in TYPES:
            return name, None
        if name in TYPE_ALIASES:
            return TYPE_ALIASES[name], None
    known, certain = csl_type(plain.replace(" ", ""), {})
    return (known, genre_of(plain.replace(" ", ""))) if certain else None


def guessed_type(said: Mapping[str, str]) -> str:
    """The type of an entry that states none.

    Args:
        said: The texts of the entry's keys; what is not a text as an empty one.

    >>> guessed_type({"journal": "Nature"}), guessed_type({"venue": "NeurIPS 2024"})
    ('article-journal', 'paper-conference')
    """
    where = said.get("journal") or said.get("venue") or said.get("container") or ""
    if where and PREPRINT_SERVER.match(where):
        return "article"
    if "journal" in said or (where and _JOURNAL.search(where)):
        return "article-journal"
    if {"venue", "conference", "booktitle", "container"} & said.keys():
        return "paper-conference"
    for keys, known in _SIGNS:
        if keys & said.keys():
            return known
    return "document"


_SIGNS: tuple[tuple[set[str], str], ...] = (
    ({"school"}, "thesis"),
    ({"institution"}, "report"),
    ({"arxiv"}, "article"),
    ({"issn", "volume", "issue"}, "article-journal"),
    ({"isbn"}, "book"),
    ({"version"}, "software"),
)
