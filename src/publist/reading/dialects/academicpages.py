"""academicpages: a Markdown file a publication, its authors only in the printed citation."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

from publist.model import Author, Record
from publist.reading.dialects.rebuilding import Rebuilt, said, text_at
from publist.reading.values import Mapping, Place, Sequence, Value

__all__ = ["is_academic_page", "rebuilt"]

_CATEGORIES = {
    "manuscripts": "journal",
    "journals": "journal",
    "conferences": "conference",
    "books": "book",
    "preprints": "preprint",
    "theses": "thesis",
}
_CITED = re.compile(
    r"(?:recommended citation|citation|cite as)\W{0,4}\s*(.{20,2000})", re.IGNORECASE
)
_SIGNS = frozenset({"citation", "paperurl", "slidesurl", "bibtexurl", "excerpt"})


def is_academic_page(front: Mapping) -> bool:
    """Whether a page's front matter is an academicpages publication's."""
    keys = front.items.keys()
    if "title" not in keys:
        return False
    collection = said(front.items.get("collection")).lower() == "publications"
    return collection or ("venue" in keys and not _SIGNS.isdisjoint(keys))


def rebuilt(front: Mapping, body: str, file: str) -> Mapping:
    """A publication's front matter in publist's own form.

    Args:
        front: The front matter.
        body: The page below it, where the citation may stand instead.
        file: The page's name.
    """
    new = Rebuilt(front)
    place = front.places.get("citation", front.place)
    for relation, key in (("paper", "paperurl"), ("slides", "slidesurl"), ("bibtex", "bibtexurl")):
        new.link(relation, new.take(key))
    address = new.text("permalink").rstrip("/").rpartition("/")[2]
    new.say("id", address or Path(file).stem)
    category = new.take("category")
    new.say("type", _CATEGORIES.get(said(category).lower(), ""))
    for key in ("title", "venue", "date", "authors", "doi", "abstract"):
        new.move(key, key)
    new.move("annotation", "excerpt")
    citation = new.text("citation") or _citation_in(body)
    if citation:
        _from_citation(new, citation, place, file)
    return new.made


def _citation_in(body: str) -> str:
    found = _CITED.search(body)
    return found[1] if found else ""


def _from_citation(new: Rebuilt, citation: str, place: Place, file: str) -> None:
    """What only the citation says: the authors, volume, issue and pages."""
    from publist.reading.pages import read_page

    item = f"<h2>Publications</h2><ul><li>{escape(unescape(citation), quote=False)}</li></ul>"
    item = re.sub(r"&lt;(/?(?:i|b|em|strong|u|a)\b[^&]*)&gt;", r"<\1>", item)
    records = read_page(item, file, "html").document.records
    if not records:
        return
    record = records[0]
    if record.authors:
        new.put("authors", Sequence(place, [_person(each, place) for each in record.authors]))
    _numbers(new, record, place)


def _numbers(new: Rebuilt, record: Record, place: Place) -> None:
    for key in ("volume", "issue", "pages"):
        new.say(key, getattr(record, key) or "", place)
    for each in record.identifiers:
        new.say(each.scheme, each.value, place)


def _person(author: Author, place: Place) -> Value:
    made = Mapping(place)
    for key in ("family", "given", "particle", "dropping_particle", "suffix", "literal"):
        text = getattr(author.name, key)
        if text:
            made.items[key] = text_at(text, place)
    if author.marks:
        made.items["marks"] = Sequence(place, [text_at(mark, place) for mark in author.marks])
    if author.emphasised:
        made.items["emphasised"] = text_at("true", place)
    return made
