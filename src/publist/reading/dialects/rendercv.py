"""RenderCV's YAML: a CV whose sections hold publications among other things."""

from __future__ import annotations

import re

from publist.reading.dialects.rebuilding import Rebuilt, items_of, said, text_at
from publist.reading.values import Mapping, Sequence, Value

__all__ = ["is_rendercv", "publications"]

# RenderCV prints *Name* in italics, the usual way there to show whose CV it is.
_ITALIC = re.compile(r"\*([^*]+)\*")


def is_rendercv(root: Value) -> bool:
    """Whether a text's root is a CV: ``cv`` with ``sections``."""
    cv = root.items.get("cv") if isinstance(root, Mapping) else None
    return isinstance(cv, Mapping) and isinstance(cv.items.get("sections"), Mapping)


def publications(root: Value) -> list[Value]:
    """The entries of a CV's sections that have a title and authors, in publist's own form."""
    assert isinstance(root, Mapping)
    cv = root.items["cv"]
    assert isinstance(cv, Mapping)
    sections = cv.items["sections"]
    assert isinstance(sections, Mapping)
    return [
        _rebuilt(entry)
        for section in sections.items.values()
        for entry in items_of(section)
        if isinstance(entry, Mapping) and {"title", "authors"} <= entry.items.keys()
    ]


def _rebuilt(entry: Mapping) -> Mapping:
    new = Rebuilt(entry)
    authors = new.take("authors")
    if authors is not None:
        names = [_name(each) for each in items_of(authors)]
        new.put("authors", Sequence(authors.place, names))
    new.move("venue", "journal")
    new.move("annotation", "summary")
    return new.rest()


def _name(value: Value) -> Value:
    italic = _ITALIC.fullmatch(said(value))
    return text_at(f"**{italic[1]}**", value.place) if italic else value
