"""Answers of Crossref's REST API: CSL-JSON inside an envelope, with lists for single texts.

Field names and types as in https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md.
"""

from __future__ import annotations

from publist.reading.dialects.rebuilding import said, text_at
from publist.reading.values import Mapping, Scalar, Sequence, Value

__all__ = ["items_in_answer", "settled"]

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "edited-book": "book",
    "monograph": "book",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "proceedings": "book",
    "dissertation": "thesis",
    "peer-review": "review",
    "report-component": "report",
}
_SINGLE = ("title", "subtitle", "short-title", "container-title", "container-title-short",
           "short-container-title", "ISSN", "ISBN", "original-title")  # fmt: skip


def items_in_answer(root: Value) -> list[Value] | None:
    """The items of an answer: one ``message``, or the ``items`` in it; None for another text."""
    message = root.items.get("message") if isinstance(root, Mapping) else None
    if not isinstance(message, Mapping):
        return None
    items = message.items.get("items")
    listed = items.items if isinstance(items, Sequence) else [message]
    return [settled(item) if isinstance(item, Mapping) else item for item in listed]


def settled(item: Mapping) -> Mapping:
    """An item with one text where Crossref has a list, and CSL's name for its type.

    Args:
        item: As Crossref gives it; CSL-JSON of others comes back as it is.
    """
    listed = [key for key in _SINGLE if isinstance(item.items.get(key), Sequence)]
    kind = said(item.items.get("type"))
    if not {"DOI", "issued"} & item.items.keys() or not (listed or kind in _TYPES):
        return item
    made = Mapping(item.place, dict(item.items), item.places)
    for key in listed:
        texts = made.items.pop(key)
        assert isinstance(texts, Sequence)
        if texts.items:
            made.items[_NAMES.get(key, key)] = texts.items[0]
    _join_subtitle(made)
    if kind in _TYPES:
        made.items["type"] = Scalar(_TYPES[kind], "str", item.place)
    return made


_NAMES = {"short-container-title": "container-title-short"}


def _join_subtitle(made: Mapping) -> None:
    subtitle = made.items.pop("subtitle", None)
    title = said(made.items.get("title"))
    if subtitle is not None and said(subtitle) and title and said(subtitle) not in title:
        made.items["title"] = text_at(f"{title}: {said(subtitle)}", subtitle.place)
