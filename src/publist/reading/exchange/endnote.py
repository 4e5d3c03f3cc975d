"""EndNote's XML export."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.errors import SourceError
from publist.model import Document
from publist.reading.dialects.rebuilding import Rebuilt, text_at
from publist.reading.exchange.tagged import document_of
from publist.reading.values import Mapping, Place, Scalar, Sequence
from publist.richtext import Element, Inline, RichText, Tag, to_markup

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_endnote"]

_TYPES = {
    "journal article": "article-journal",
    "electronic article": "article-journal",
    "magazine article": "article-magazine",
    "newspaper article": "article-newspaper",
    "book": "book",
    "edited book": "book",
    "electronic book": "book",
    "book section": "chapter",
    "electronic book section": "chapter",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "thesis": "thesis",
    "report": "report",
    "government document": "report",
    "patent": "patent",
    "dataset": "dataset",
    "computer program": "software",
    "web page": "webpage",
    "blog": "post-weblog",
    "manuscript": "manuscript",
    "unpublished work": "manuscript",
    "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary",
    "standard": "standard",
    "case": "legal_case",
    "statute": "legislation",
}
_STYLES = {
    "italic": Tag.EMPH,
    "bold": Tag.STRONG,
    "underline": Tag.UNDERLINE,
    "superscript": Tag.SUP,
    "subscript": Tag.SUB,
}
_TEXTS = {
    "titles/title": "title",
    "titles/short-title": "short_title",
    "pages": "pages",
    "volume": "volume",
    "number": "issue",
    "edition": "edition",
    "publisher": "publisher",
    "pub-location": "place",
    "electronic-resource-num": "doi",
    "abstract": "abstract",
    "notes": "note",
    "language": "language",
    "label": "id",
    "periodical/abbr-1": "container_short",
}
_CONTAINERS = ("periodical/full-title", "titles/secondary-title", "titles/alt-title")
_BOOKS = ("book", "thesis", "report")
_LINKS = (("related-urls", "paper"), ("web-urls", "paper"), ("pdf-urls", "pdf"))
_KEPT = ("custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "custom7",
         "research-notes", "accession-num", "call-num", "section", "reprint-edition", "work-type",
         "remote-database-name", "remote-database-provider")  # fmt: skip


def read_endnote(text: str, file: str) -> Document:
    """Read EndNote's XML; entities are not resolved, nothing is fetched.

    Args:
        text: The text.
        file: Its name, for sources and messages.

    Raises:
        SourceError: It is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.lstrip().encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"This is not XML: {error.msg}."
        raise SourceError(message, file=file, line=error.lineno) from error
    etree.strip_tags(root, etree.Entity)  # what stands for them is nobody's business here
    return document_of([_entry(record) for record in root.iter("record")], (), file)


def _entry(record: _Element) -> Mapping:
    place = _place(record)
    new = Rebuilt(Mapping(place))
    named = record.find("ref-type")
    kind = _TYPES.get(named.get("name", "").lower() if named is not None else "", "document")
    new.say("type", kind)
    for path, key in _TEXTS.items():
        new.put(key, _text(record.find(path)))
    for path in _CONTAINERS:
        new.put("series" if kind in _BOOKS else "container", _text(record.find(path)))
    new.put("series", _text(record.find("titles/tertiary-title")))
    new.put("authors", _names(record, "authors"))
    new.put("editors", _names(record, "secondary-authors"))
    new.put("keywords", _list(record, "keywords/keyword"))
    _date(new, record)
    _number(new, record, kind)
    for group, relation in _LINKS:
        for each in record.iterfind(f"urls/{group}/url"):
            new.link(relation, _text(each))
    kept = {f"endnote-{name}": value for name in _KEPT if (value := _text(record.find(name)))}
    if kept:
        new.put("extra", Mapping(place, dict(kept)))
    return new.made


def _place(element: _Element) -> Place:
    return Place(element.sourceline or 1)


def _text(element: _Element | None) -> Scalar | None:
    """An element's text in publist's markup: italics and the like are styles in it."""
    if element is None:
        return None
    rich: list[Inline] = [element.text or ""]
    for child in element:
        node: Inline = "".join(str(piece) for piece in child.itertext())
        for face in (child.get("face") or "").split():
            node = Element(_STYLES[face], (node,)) if face in _STYLES else node
        rich += [node, child.tail or ""]
    text = " ".join(to_markup(RichText(tuple(rich))).split())
    return text_at(text, _place(element)) if text else None


def _list(record: _Element, path: str) -> Sequence | None:
    values = [value for each in record.iterfind(path) if (value := _plain(each))]
    return Sequence(values[0].place, list(values)) if values else None


def _plain(element: _Element) -> Scalar | None:
    text = " ".join("".join(str(piece) for piece in element.itertext()).split())
    return text_at(text, _place(element)) if text else None


def _names(record: _Element, group: str) -> Sequence | None:
    """Names; one that ends with a comma is a group's."""
    values: list[Mapping | Scalar] = []
    for each in record.iterfind(f"contributors/{group}/author"):
        name = _plain(each)
        if name is not None and name.text.endswith(","):
            literal = text_at(name.text.rstrip(", "), name.place)
            values.append(Mapping(name.place, {"literal": literal}))
        elif name is not None:
            values.append(name)
    return Sequence(values[0].place, list(values)) if values else None


def _date(new: Rebuilt, record: _Element) -> None:
    year = record.find("dates/year")
    day = record.find("dates/pub-dates/date")
    said = _plain(year) if year is not None else None
    more = _plain(day) if day is not None else None
    if said is None:
        new.put("date", more)
        return
    if more is not None and re.fullmatch(r"[A-Za-z]{3,9}\.?(?: \d{1,2})?", more.text):
        month, _, number = more.text.partition(" ")
        text = f"{number} {month} {said.text}" if number else f"{month} {said.text}"
        new.put("date", text_at(text, said.place))
    new.put("date", said)


def _number(new: Rebuilt, record: _Element, kind: str) -> None:
    """``isbn`` holds the ISSN of a journal too."""
    found = record.find("isbn")
    value = _plain(found) if found is not None else None
    for number in re.split(r"[;,\r\n]\s*|\s+(?=\d)", value.text if value else ""):
        digits = re.sub(r"[^0-9Xx]", "", number)
        if value is not None and digits:
            scheme = "issn" if len(digits) <= 8 or kind == "article-journal" else "isbn"
            new.put(scheme, text_at(number.split(" ")[0], value.place))
