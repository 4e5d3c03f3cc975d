"""Records as CSL-JSON items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from publist.crosswalk.csl_container import is_preprint, long_container, short_container
from publist.crosswalk.csl_dates import csl_date
from publist.crosswalk.csl_names import csl_name
from publist.crosswalk.csl_note import split_note
from publist.crosswalk.csl_variables import (
    DATES,
    IDENTIFIERS,
    OTHER_DATES,
    OTHER_TEXTS,
    RICH,
    TEXTS,
)
from publist.model import Author, Date, Model, Record
from publist.richtext import Element, Inline, RichText, Tag, parse_markup, to_markup

__all__ = ["Field", "field_markup", "item_from_record", "item_to_format"]

Field = Callable[[RichText], str]
"""How rich text becomes the value of a CSL-JSON field."""

Item = dict[str, Any]

_KEPT = (
    *("entry_type", "authors_truncated", "venue", "awards", "selected", "preview"),
    "accepted",
)
_DERIVED = {
    "type": "type",
    "container-title": "container",
    "container-title-short": "container_short",
    "publisher": "publisher",
    "number": "number",
    "volume": "volume",
    "event-date": "event_date",
    "URL": "links",
}
_LATEX = set("\\{}")
_LINK_ORDER = ("paper", "html", "project", "arxiv", "pdf")


def field_markup(text: RichText) -> str:
    """Rich text as CSL-JSON's inline markup, escaped only where it would be misread.

    >>> field_markup(RichText.of("a $ sign, a < b")), field_markup(RichText.of("not <i>this</i>"))
    ('a $ sign, a < b', 'not &lt;i>this&lt;/i>')
    >>> field_markup(parse_markup("<q>Why</q> <code>main</code>?"))
    '“Why” main?'
    """
    known = text.map(_known)
    written = to_markup(known)
    if "&" not in written:
        return written
    bare = written.replace("&#36;", "$").replace("&lt;", "<").replace("&amp;", "&")
    return bare if parse_markup(bare) == known else written


def _known(node: Inline) -> Iterable[Inline]:
    """A node as other programs know it: CSL-JSON has no markup for quotations and code."""
    if isinstance(node, Element) and node.tag is Tag.QUOTE:
        return ("“", *node.children, "”")
    if isinstance(node, Element) and node.tag in (Tag.CODE, Tag.UNDERLINE):
        return node.children
    return (node,)


def item_from_record(record: Record, field: Field = field_markup) -> Item:
    """A record as a CSL-JSON item (schema 1.0.2).

    What CSL has no variable for stands under ``custom.publist``, so that
    :func:`~publist.crosswalk.csl.record_from_item` gives the record back.

    Args:
        record: The record. Its names keep their index in the name variables.
        field: How rich text becomes a field value; CSL-JSON's own markup by default.

    >>> item = item_from_record(Record(key="t24", type="book", volume="2"))
    >>> item
    {'id': 't24', 'type': 'book', 'volume': '2'}
    """
    stated = _stated(record, field)
    item = dict(stated)
    _derive(record, item, field)
    changed = {name for name in item.keys() | stated.keys() if item.get(name) != stated.get(name)}
    if kept := _kept(record, changed):
        item["custom"] = {"publist": kept}
    return item


def item_to_format(record: Record, field: Field) -> Item:
    """A record as an item that a style is to print: without what CSL has no variable for.

    Arguments are those of :func:`item_from_record`.
    """
    item = _stated(record, field)
    _derive(record, item, field)
    return item


def _stated(record: Record, field: Field) -> Item:
    """The variables that the record states itself."""
    item: Item = {"id": record.key, "type": record.type}
    for variable, name in RICH.items():
        if text := getattr(record, name):
            item[variable] = field(text)
    for variable, name in TEXTS.items():
        if getattr(record, name) is not None:
            item[variable] = field(RichText.of(getattr(record, name)))
    for variable, name in DATES.items():
        if getattr(record, name) is not None:
            item[variable] = csl_date(getattr(record, name))
    _write_names(record, item, field)
    _write_identifiers(record, item)
    _write_extra(record.extra, item, field)
    if record.keywords:
        item["keyword"] = field(RichText.of(", ".join(record.keywords)))
    return item


def _write_names(record: Record, item: Item, field: Field) -> None:
    lists = {"author": record.authors, "editor": record.editors, **record.contributors}
    for variable, authors in lists.items():
        if authors:
            item[variable] = [
                csl_name(author.name, lambda text: field(RichText.of(text))) for author in authors
            ]


def _write_identifiers(record: Record, item: Item) -> None:
    for variable, scheme in IDENTIFIERS.items():
        values = [found.value for found in record.identifiers if found.scheme == scheme]
        if values:
            item[variable] = " ".join(values) if scheme in ("isbn", "issn") else values[0]
    doi = str(item.get("DOI", ""))
    if doi.startswith("10.48550/arxiv."):  # DOIs have no case, but this is how arXiv writes its own
        item["DOI"] = doi.replace("arxiv", "arXiv", 1)
    for relation in _LINK_ORDER:
        for link in record.links:
            if link.relation == relation and "URL" not in item:
                item["URL"] = link.url


def _write_extra(extra: Mapping[str, str], item: Item, field: Field) -> None:
    for name, value in extra.items():
        if name in item or set(value) & _LATEX:
            continue  # what is LaTeX still is not for a CSL engine
        if name in OTHER_TEXTS or name in IDENTIFIERS:  # one that is not valid is shown as it is
            item[name] = field(RichText.of(value))
        elif name in OTHER_DATES:
            item[name] = csl_date(Date.parse(value))


def _kept(record: Record, changed: set[str]) -> Item:
    """The fields that the item does not tell: CSL has no variable for them, or it is taken."""
    fields = {*_KEPT, *(field for name, field in _DERIVED.items() if name in changed)}
    dumped = record.model_dump(mode="json", exclude_defaults=True, include=fields)
    stated = {"type", "container", "links"} & fields
    dumped |= record.model_dump(mode="json", include=stated)
    dumped |= {name: None for name in fields - set(_KEPT) if name not in dumped}
    dumped |= _lossy(record)
    lists = {"author": record.authors, "editor": record.editors, **record.contributors}
    people = {variable: _said_of(authors) for variable, authors in lists.items()}
    if any(people.values()):
        dumped["names"] = {variable: said for variable, said in people.items() if said}
    return dumped


def _lossy(record: Record) -> Item:
    """Fields whose variable holds only a part of them."""
    kept: Item = {}
    if record.note and split_note(field_markup(record.note))[0]:
        kept["note"] = record.model_dump(mode="json", include={"note"})["note"]
    for name in RICH.values():
        text = getattr(record, name)
        if text and text.map(_known) != text:
            kept[name] = to_markup(text)
    own = IDENTIFIERS.values()
    told = [found for scheme in own for found in record.identifiers if found.scheme == scheme]
    if told != list(record.identifiers):
        kept["identifiers"] = _dumped(record.identifiers)
    if record.links:
        kept["links"] = _dumped(record.links)
    if any("," in keyword or ";" in keyword for keyword in record.keywords):
        kept["keywords"] = list(record.keywords)
    written = OTHER_TEXTS | OTHER_DATES | set(IDENTIFIERS)
    if any(name not in written or set(value) & _LATEX for name, value in record.extra.items()):
        kept["extra"] = dict(record.extra)
    return kept


def _dumped(models: Sequence[Model]) -> list[Item]:
    return [model.model_dump(mode="json", exclude_defaults=True) for model in models]


def _said_of(authors: tuple[Author, ...]) -> dict[str, Item]:
    """What is known of names besides the names, by their index."""
    said = (author.model_dump(mode="json", exclude_defaults=True) for author in authors)
    return {
        str(index): rest
        for index, dumped in enumerate(said)
        if (rest := {key: dumped[key] for key in dumped if key not in ("name", "by_name")})
    }


def _derive(record: Record, item: Item, field: Field) -> None:
    """Set the variables that follow from the venue and the identifiers."""
    short = short_container(record)
    if short is not None:
        item["container-title-short"] = field(RichText.of(short))
    if long := long_container(record):
        item["container-title"] = field(long)
    edition = record.venue.year if record.venue is not None else None
    # Styles that print both years would print one of them twice.
    if edition and edition != record.year and record.event_date is None:
        item["event-date"] = {"date-parts": [[edition]]}
    if is_preprint(record):
        _derive_preprint(record, item, field)


def _derive_preprint(record: Record, item: Item, field: Field) -> None:
    """A preprint as Zotero has it: the server is the publisher, its number the number."""
    item["type"] = "article"
    found = next((each for each in record.identifiers if each.scheme == "arxiv"), None)
    server = record.venue.name if record.venue else ("arXiv" if found else None)
    if record.venue is not None:
        for name in ("container-title", "container-title-short", "volume", "event-date"):
            item.pop(name, None)
    if server is not None:
        item.setdefault("publisher", field(RichText.of(server)))
    if found is not None:
        item.setdefault("number", f"arXiv:{found.value}")
        if found.url:
            item.setdefault("URL", found.url)
