"""HugoBlox (formerly Wowchemy, Academic): one folder a publication, all of it front matter.

Keys and the numbers of the old ``publication_types`` are those of the theme's documentation
(https://docs.hugoblox.com/reference/content-types/).
"""

from __future__ import annotations

import re
from pathlib import Path

from publist.model import SCHEMES
from publist.reading.dialects.imprints import say_imprint
from publist.reading.dialects.rebuilding import Rebuilt, items_of, said, text_at
from publist.reading.values import Mapping, Sequence, Value, as_text

__all__ = ["is_hugo_publication", "rebuilt"]

_NUMBERED = {
    "1": "paper-conference",
    "2": "article-journal",
    "3": "preprint",
    "4": "report",
    "5": "book",
    "6": "chapter",
    "7": "thesis",
    "8": "patent",
}
_LINKS = {
    "pdf": "pdf",
    "code": "code",
    "dataset": "data",
    "poster": "poster",
    "project": "project",
    "slides": "slides",
    "source": "paper",
    "video": "video",
    "preprint": "arxiv",
}
_AUTHOR = re.compile(r"[\w.-]{1,80}")
_TITLE = re.compile(r"^title:[ \t]*['\"]?(.{1,120}?)['\"]?[ \t]*$", re.MULTILINE)


def is_hugo_publication(front: Mapping) -> bool:
    """Whether a page's front matter is a HugoBlox publication's."""
    keys = front.items.keys()
    return "title" in keys and ("publication_types" in keys or {"authors", "publication"} <= keys)


def rebuilt(front: Mapping, file: str) -> Mapping:
    """A publication's front matter in publist's own form.

    Args:
        front: The front matter.
        file: The page; its folder's name is the entry's id, and an author's id is looked up
            in the site's ``authors`` folder beside.
    """
    new = Rebuilt(front)
    page = Path(file)
    new.say("id", page.parent.name if page.stem in ("index", "_index") else page.stem)
    _type(new)
    _authors(new, page)
    where = new.take("publication")
    if where is not None:
        say_imprint(new, said(where), where.place)
    new.move("container_short", "publication_short")
    new.move("date", "date", "publishdate")
    new.move("selected", "featured")
    new.move("keywords", "tags")
    _identifiers(new)
    _links(new)
    for key in ("title", "abstract", "doi"):
        new.move(key, key)
    return new.made


def _type(new: Rebuilt) -> None:
    kinds = items_of(new.take("publication_types"))
    if kinds:
        word = said(kinds[0])
        new.say("type", _NUMBERED.get(word, "" if word == "0" else word), kinds[0].place)


def _authors(new: Rebuilt, page: Path) -> None:
    authors = new.take("authors", "author")
    if authors is None:
        return
    names = [_named(each, page) for each in items_of(authors)]
    new.put("authors", Sequence(authors.place, names))
    notes = new.take("author_notes")
    if notes is not None:
        extra = Mapping(notes.place, {"author_notes": text_at(as_text(notes), notes.place)})
        new.put("extra", extra)


def _named(author: Value, page: Path) -> Value:
    """An author by name; an id such as ``admin`` by the name on the author's own page."""
    identity = said(author)
    if " " in identity or not _AUTHOR.fullmatch(identity) or identity.startswith("."):
        return author
    for folder in list(page.resolve().parents)[:4]:
        profile = folder / "authors" / identity / "_index.md"
        try:
            found = _TITLE.search(profile.read_text(encoding="utf-8", errors="replace")[:4000])
        except OSError:
            continue
        if found:
            return text_at(found[1], author.place)
    return author


def _identifiers(new: Rebuilt) -> None:
    theme = new.take("hugoblox")
    ids = theme.items.get("ids") if isinstance(theme, Mapping) else None
    if isinstance(ids, Mapping):
        for scheme, value in ids.items.items():
            if scheme.lower() in SCHEMES:
                new.put(scheme.lower(), value)


def _links(new: Rebuilt) -> None:
    for word, relation in _LINKS.items():
        new.link(relation, new.take(f"url_{word}"))
    for each in items_of(new.take("links")):
        if isinstance(each, Mapping):
            label = said(each.items.get("type")) or said(each.items.get("name"))
            new.link(_LINKS.get(label.lower(), label or "other"), each.items.get("url"))
