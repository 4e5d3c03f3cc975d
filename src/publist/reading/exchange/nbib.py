"""NBIB: PubMed's MEDLINE display, as its website saves it.

Tags as in NLM's "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

from __future__ import annotations

import re

from publist.model import Document
from publist.reading.dialects.rebuilding import Rebuilt, text_at
from publist.reading.exchange.tagged import (
    TaggedRecord,
    listed,
    put_rest,
    read_tagged,
    records_in,
)
from publist.reading.values import Mapping, Place, Scalar
from publist.reading.values import Sequence as Listed

__all__ = ["read_nbib"]

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]{1,3})[ ]{0,2}-(?:[ ](?P<text>.*)|(?=\s*$))")
_TEXTS = {
    "PMID": "pmid",
    "TI": "title",
    "JT": "container",
    "TA": "container_short",
    "VI": "volume",
    "IP": "issue",
    "PG": "pages",
    "AB": "abstract",
    "PB": "publisher",
    "PL": "place",
    "EN": "edition",
    "GN": "note",
}
# What PubMed keeps for itself: no fact of the publication.
_BOOKKEEPING = frozenset(
    {"OWN", "STAT", "DCOM", "LR", "CRDT", "PHST", "EDAT", "MHDA", "SO", "JID", "SB", "AU", "AUID",
     "AD", "RN", "DA", "PST", "CTDT", "PMCR", "OTO", "JRID", "RF", "OID"}
)  # fmt: skip
_READ = _BOOKKEEPING | {
    *_TEXTS, "FAU", "CN", "FED", "ED", "BTI", "CTI", "DP", "DEP", "LID", "AID", "PMC", "MID", "IS",
    "ISBN", "LA", "PT", "MH", "OT", "TT",
}  # fmt: skip
_KINDS = (
    ("preprint", "article"),
    ("book chapter", "chapter"),
    ("book", "book"),
    ("dataset", "dataset"),
    ("newspaper article", "article-newspaper"),
)
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def read_nbib(text: str, file: str) -> Document:
    r"""Read PubMed's MEDLINE form.

    Args:
        text: The text.
        file: Its name, for sources and messages.

    >>> nbib = "PMID- 1234567\nTI  - Of Mice.\nFAU - Li, Ann\nJT  - Nature\nDP  - 2020 May 3\n"
    >>> record = read_nbib(nbib, "x.nbib").records[0]
    >>> record.key, record.title.plain, str(record.date), record.identifier("pmid")
    ('pmid1234567', 'Of Mice', '2020-05-03', '1234567')
    """
    return read_tagged(records_in(text, _LINE, "PMID", ""), _entry, file)


def _entry(record: TaggedRecord) -> Mapping:
    new = Rebuilt(Mapping(Place(record.line)))
    number = record.text("PMID")
    new.say("id", f"pmid{number}" if number else "")
    new.say("type", _kind(record))
    for tag, key in _TEXTS.items():
        found = record.first(tag)
        if found:
            text = found[0].removesuffix(".") if key == "title" else found[0]
            new.put(key, text_at(text, Place(found[1])))
    if "title" not in new.made.items:
        new.put("title", _first(record, "CTI", "BTI", "TT"))
    new.put("container", _first(record, "BTI"))
    _people(new, record)
    new.put("date", _first(record, "DP", "DEP"))
    _identifiers(new, record)
    if record.text("LA"):
        new.say("language", record.text("LA").split(",")[0])
    new.put("keywords", listed(record.of("OT") or record.of("MH")))
    put_rest(new, record, "nbib", _READ)
    return new.made


def _first(record: TaggedRecord, *tags: str) -> Scalar | None:
    found = record.first(*tags)
    return text_at(found[0].removesuffix("."), Place(found[1])) if found else None


def _kind(record: TaggedRecord) -> str:
    said = [text.lower() for text, _ in record.of("PT")]
    return next((kind for word, kind in _KINDS if word in said), "article-journal")


def _people(new: Rebuilt, record: TaggedRecord) -> None:
    """Full names with their ORCID, which stands in a line below; groups by their name."""
    authors: list[Mapping] = []
    for tag, text, line in record.fields:
        place = Place(line)
        if tag in ("FAU", "CN"):
            key = "name" if tag == "FAU" else "literal"
            authors.append(Mapping(place, {key: text_at(text, place)}))
        elif tag == "AUID" and authors and (found := _ORCID.search(text)):
            authors[-1].items.setdefault("orcid", text_at(found[0], place))
    if authors:
        new.put("authors", Listed(authors[0].place, list(authors)))
    else:
        new.put("authors", listed(record.of("AU")))
    new.put("editors", listed(record.of("FED") or record.of("ED")))


def _identifiers(new: Rebuilt, record: TaggedRecord) -> None:
    for text, line in record.of("LID", "AID"):
        value, _, scheme = text.partition(" [")
        if scheme.startswith("doi"):
            new.put("doi", text_at(value, Place(line)))
    new.put("pmcid", _first(record, "PMC"))
    new.put("isbn", _first(record, "ISBN"))
    found = record.first("IS")
    if found:
        new.put("issn", text_at(found[0].split(" ")[0], Place(found[1])))
