"""RIS: what most databases and reference managers export.

Tags and types as in the format's specification of 2011 (Research Information Systems) and as
publishers use them beside it, e.g. ``T2`` for the journal and ``A1`` for the authors.
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

__all__ = ["read_ris"]

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])[ ]{1,2}-(?:[ ](?P<text>.*)|(?=\s*$))")
_TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "PREPRINT": "preprint",
    "RPRT": "report",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
_PARTS = frozenset({"CHAP", "ECHAP", "CONF", "CPAPER", "ENCYC", "DICT"})
_TEXTS = {
    "VL": "volume",
    "IS": "issue",
    "ET": "edition",
    "PB": "publisher",
    "CY": "place",
    "PP": "place",
    "AB": "abstract",
    "N2": "abstract",
    "LA": "language",
    "ST": "short_title",
    "DO": "doi",
    "N1": "note",
    "ID": "id",
}
_READ = frozenset(
    {*_TEXTS, "TY", "ER", "AU", "A1", "A2", "A3", "A4", "ED", "TI", "T1", "CT", "BT", "T2", "T3",
     "JO", "JF", "JA", "J1", "J2", "C3", "PY", "Y1", "DA", "SP", "EP", "SN", "UR", "KW",
     "L1", "L2", "L3", "LK", "M3", "M1"}
)  # fmt: skip
_DAY = re.compile(r"(\d{4})(?:/(\d{0,2})(?:/(\d{0,2}))?)?(?:/(.*))?")


def read_ris(text: str, file: str) -> Document:
    r"""Read RIS.

    Args:
        text: The text.
        file: Its name, for sources and messages.

    Returns:
        A record for every ``TY``; fields without a place in a record are kept as ``ris-…``.

    >>> ris = "TY  - JOUR\nAU  - Li, Ann\nTI  - Of Mice\nT2  - Nature\nPY  - 2020\nSP  - 1\n"
    >>> record = read_ris(ris + "EP  - 9\nER  - \n", "x.ris").records[0]
    >>> str(record.authors[0].name), record.container.plain, record.pages, record.year
    ('Ann Li', 'Nature', '1–9', 2020)
    """
    return read_tagged(records_in(text, _LINE, "TY", "ER"), _entry, file)


def _entry(record: TaggedRecord) -> Mapping:
    new = Rebuilt(Mapping(Place(record.line)))
    kind = record.text("TY").upper()
    new.say("type", _TYPES.get(kind, "document"))
    _titles(new, record, kind)
    new.put("authors", listed(record.of("AU", "A1")))
    new.put("editors", listed(record.of("ED", *(["A2"] if kind in _PARTS else []))))
    if kind == "THES":
        new.say("genre", record.text("M3"))
    _date(new, record)
    for tag, key in _TEXTS.items():
        new.put(key, _joined(record, tag))
    _pages(new, record)
    _numbers(new, record)
    new.put("keywords", listed(record.of("KW")))
    for text, line in record.of("UR", "LK"):
        for address in re.split(r"\s*;\s*(?=https?:)|\s+(?=https?:)", text):
            new.link("paper", _one(address, line))
    for text, line in record.of("L1", "L2"):
        new.link("pdf", _one(text, line))
    put_rest(new, record, "ris", _READ)
    return new.made


def _one(text: str, line: int) -> Scalar:
    return text_at(text, Place(line))


def _joined(record: TaggedRecord, tag: str) -> Scalar | None:
    found = record.of(tag)
    return _one("; ".join(dict.fromkeys(text for text, _ in found)), found[0][1]) if found else None


def _titles(new: Rebuilt, record: TaggedRecord, kind: str) -> None:
    _say_first(new, "title", record, _TITLES if kind in _PARTS else (*_TITLES, "BT"))
    if kind in _WHOLE:
        _say_first(new, "series", record, ("T2", "T3"))
        return
    _say_first(new, "container", record, ("C3", "JF", "T2", "BT", "JO", "JA", "J1", "J2"))
    _say_first(new, "container_short", record, ("JA", "J2", "J1"))
    _say_first(new, "series", record, ("T3",))


_TITLES = ("TI", "T1", "CT")
_WHOLE = frozenset({"BOOK", "EBOOK", "EDBOOK", "RPRT", "THES"})


def _say_first(new: Rebuilt, key: str, record: TaggedRecord, tags: tuple[str, ...]) -> None:
    found = record.first(*tags)
    if found:
        new.put(key, _one(*found))


def _date(new: Rebuilt, record: TaggedRecord) -> None:
    """``PY`` has the year, ``DA`` perhaps the day; both may be ``2020/05/01/rest``."""
    best: tuple[int, str, int] | None = None
    for text, line in record.of("DA", "PY", "Y1"):
        found = _DAY.fullmatch(text)
        parts = [part for part in (found.groups()[:3] if found else ()) if part]
        value = "-".join(f"{part:0>2}" for part in parts) if found else text
        if best is None or len(parts) > best[0]:
            best = (len(parts), value, line)
    if best is not None:
        new.put("date", _one(best[1], best[2]))


def _pages(new: Rebuilt, record: TaggedRecord) -> None:
    first, last = record.first("SP"), record.text("EP")
    if first is None:
        return
    whole = first[0] if not last or last == first[0] or "-" in first[0] else f"{first[0]}-{last}"
    new.put("pages", _one(whole, first[1]))


def _numbers(new: Rebuilt, record: TaggedRecord) -> None:
    for text, line in record.of("SN"):
        for number in re.split(r"[;,]\s*|\s+(?=\d)", text):
            digits = re.sub(r"[^0-9Xx]", "", number)
            if digits:
                new.put("isbn" if len(digits) > 8 else "issn", _one(number.split(" ")[0], line))
    found = record.first("M1")
    if found:
        new.put("number", _one(*found))
