"""Hayagriva's YAML, which Typst reads: ids to entries, the container as a nested ``parent``.

The fields and types are those of Hayagriva's file format documentation
(https://github.com/typst/hayagriva/blob/main/docs/file-format.md).
"""

from __future__ import annotations

from publist.model import SCHEMES
from publist.reading.dialects.rebuilding import Rebuilt, items_of, said
from publist.reading.values import Mapping, Scalar, Sequence, Value

__all__ = ["is_hayagriva", "rebuilt"]

_SIGNS = frozenset({"parent", "serial-number", "page-range", "page-total", "affiliated"})
_TYPES = {
    "article": "article-journal",
    "chapter": "chapter",
    "entry": "entry",
    "anthos": "chapter",
    "report": "report",
    "thesis": "thesis",
    "web": "webpage",
    "scene": "motion_picture",
    "artwork": "graphic",
    "patent": "patent",
    "case": "legal_case",
    "newspaper": "article-newspaper",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "original": "document",
    "post": "post",
    "misc": "document",
    "performance": "performance",
    "periodical": "periodical",
    "proceedings": "book",
    "book": "book",
    "blog": "webpage",
    "reference": "book",
    "conference": "event",
    "anthology": "book",
    "repository": "software",
    "thread": "post",
    "video": "motion_picture",
    "audio": "song",
    "exhibition": "event",
}
# What an article is, by what it is part of.
_PARTS = {
    "proceedings": "paper-conference",
    "conference": "paper-conference",
    "newspaper": "article-newspaper",
    "blog": "post-weblog",
    "web": "post-weblog",
    "anthology": "chapter",
    "book": "chapter",
    "reference": "entry-encyclopedia",
}


def is_hayagriva(root: Value) -> bool:
    """Whether a text's root is a Hayagriva library: ids, each with an entry of a known type."""
    if not isinstance(root, Mapping) or not root.items:
        return False
    entries = [item for item in root.items.values() if isinstance(item, Mapping)]
    if len(entries) < len(root.items):
        return False
    typed = all(said(entry.items.get("type")).lower() in _TYPES for entry in entries)
    signs = any(not _SIGNS.isdisjoint(entry.items) for entry in entries)
    return typed and (signs or all(said(e.items["type"])[:1].isupper() for e in entries))


def rebuilt(entry: Mapping) -> Mapping:
    """A Hayagriva entry in publist's own form.

    Args:
        entry: The entry, its id under ``id``.
    """
    new = Rebuilt(entry)
    new.move("id", "id")
    kind = new.text("type").lower()
    parents = [item for item in items_of(new.take("parent")) if isinstance(item, Mapping)]
    place = entry.places.get("type", entry.place)
    new.say("type", _type_of(kind, parents), place)
    new.put("title", _formattable(new.take("title")))
    for role in ("author", "editor"):
        new.put(f"{role}s", _people(new.take(role)))
    new.put("url", _address(new))
    _serial_numbers(new)
    new.move("pages", "page_range")
    new.move("number_of_pages", "page_total")
    _publisher(new)
    new.move("issue", "issue")
    for parent in parents:
        _from_parent(new, parent)
    if kind == "thesis":
        new.move("genre", "genre")
    return new.rest()


def _type_of(kind: str, parents: list[Mapping]) -> str:
    if kind in ("article", "anthos", "entry", "post", "chapter") and parents:
        return _PARTS.get(said(parents[0].items.get("type")).lower(), _TYPES[kind])
    return _TYPES.get(kind, "document")


def _formattable(value: Value | None) -> Value | None:
    """A text, or the text of ``{value: …, verbatim: …}``."""
    return value.items.get("value") if isinstance(value, Mapping) else value


def _people(value: Value | None) -> Value | None:
    people = items_of(value)
    if not people or value is None:
        return None
    return Sequence(value.place, [_person(each) for each in people])


_NAME_PARTS = {"name": "family", "given-name": "given", "prefix": "particle", "suffix": "suffix"}


def _person(value: Value) -> Value:
    if not isinstance(value, Mapping):
        return value
    made = Mapping(value.place)
    for theirs, ours in _NAME_PARTS.items():
        if said(value.items.get(theirs)):
            made.items[ours] = value.items[theirs]
    return made


def _address(new: Rebuilt) -> Value | None:
    url = new.take("url")
    if isinstance(url, Mapping):
        new.put("accessed", url.items.get("date"))
        return url.items.get("value")
    return url


def _serial_numbers(new: Rebuilt) -> None:
    """``serial-number``: by scheme; a bare one is a number, or an ISBN in a book."""
    found = new.take("serial_number")
    if isinstance(found, Mapping):
        for scheme, value in found.items.items():
            if scheme.lower() in SCHEMES:
                new.put(scheme.lower(), value)
            else:
                new.put("number", value)
    elif isinstance(found, Scalar):
        new.put("number", found)


def _publisher(new: Rebuilt) -> None:
    publisher = new.take("publisher")
    if isinstance(publisher, Mapping):
        new.put("place", publisher.items.get("location"))
        publisher = publisher.items.get("name")
    new.put("publisher", _formattable(publisher))
    new.move("publisher", "organization")


def _from_parent(new: Rebuilt, parent: Mapping) -> None:
    """What the container says of the part: its name, numbers, publisher, date."""
    _container(new, parent)
    outer = Rebuilt(parent)
    _publisher(outer)
    for key in ("publisher", "place"):
        new.put(key, outer.made.items.get(key))
    for key in ("volume", "issue", "date", "edition"):
        if key not in new.left:
            new.put(key, parent.items.get(key))
    new.put("editors", _people(parent.items.get("editor")))
    numbers = parent.items.get("serial-number")
    if isinstance(numbers, Mapping):
        for scheme in ("issn", "isbn"):
            new.put(scheme, numbers.items.get(scheme))
    for grand in items_of(parent.items.get("parent")):
        if isinstance(grand, Mapping):
            _from_parent(new, grand)


def _container(new: Rebuilt, parent: Mapping) -> None:
    title = _formattable(parent.items.get("title"))
    if said(parent.items.get("type")).lower() == "conference":
        new.put("event", title)
        new.put("event_place", parent.items.get("location"))
    new.put("series" if "container" in new.made.items else "container", title)
