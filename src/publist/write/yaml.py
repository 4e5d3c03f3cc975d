"""Records in publist's own YAML form (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from publist.crosswalk.csl_variables import NAMES
from publist.model import (
    RELATIONS,
    Author,
    Award,
    Document,
    Identifier,
    Link,
    Name,
    Record,
    TrackKind,
    Venue,
    VenueKind,
)
from publist.names import read_author
from publist.richtext import parse_markup, to_markup
from publist.write.yaml_text import Data, yaml_items

__all__ = ["entry_data", "write_yaml"]

_TEXTS = {
    "container_short": "container_short",
    "series": "collection",
    "series_number": "collection_number",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "pages": "pages",
    "number_of_pages": "number_of_pages",
    "chapter": "chapter",
    "edition": "edition",
    "version": "version",
    "publisher": "publisher",
    "place": "publisher_place",
    "event": "event",
    "event_place": "event_place",
    "genre": "genre",
    "status": "status",
    "language": "language",
    "note": "note",
    "annotation": "annotation",
    "abstract": "abstract",
}
"""The keys of the form whose value is text, rich or plain, with the record's field."""


def write_yaml(source: Document | Iterable[Record]) -> str:
    """Write records as a YAML list that reads as the same records.

    Args:
        source: A document, or records.

    >>> from publist.reading import read_text
    >>> source = "@article{a, title={T}, author={B, A and C, D}, year=2020}"
    >>> print(write_yaml(read_text(source, "x.bib")))
    - id: a
      type: article-journal
      entry_type: article
      title: T
      authors: [A B, D C]
      date: 2020
    <BLANKLINE>
    """
    records = source.records if isinstance(source, Document) else source
    return yaml_items([entry_data(record) for record in records])


def entry_data(record: Record) -> dict[str, Data]:
    """One record as the plain data of the form, keys in the documented order."""
    said: dict[str, Data] = {"id": record.key, "type": record.type}
    if record.entry_type:
        said["entry_type"] = record.entry_type
    said |= _texts(record, {"title": "title", "short_title": "short_title"})
    said |= _people(record)
    said |= {name: str(date) for name in _DATES if (date := getattr(record, name)) is not None}
    said |= _where(record)
    said |= _texts(record, _TEXTS)
    said |= _identifiers(record.identifiers)
    said |= _owners(record)
    return said


_DATES = ("date", "event_date", "accessed", "original_date", "accepted")


def _texts(record: Record, fields: Mapping[str, str]) -> Iterator[tuple[str, Data]]:
    for key, name in fields.items():
        if value := getattr(record, name):
            yield key, value if isinstance(value, str) else to_markup(value)


def _owners(record: Record) -> Iterator[tuple[str, Data]]:
    """What lists of one's own works say besides."""
    if record.keywords:
        yield "keywords", record.keywords
    if record.links:
        yield "links", _links(record.links)
    if record.awards:
        yield "awards", [_award(award) for award in record.awards]
    if record.selected is not None:
        yield "selected", record.selected
    if record.preview:
        yield "preview", record.preview
    if record.extra:
        yield "extra", record.extra


def _people(record: Record) -> Iterator[tuple[str, Data]]:
    if record.authors or record.authors_truncated:
        others = ["others"] if record.authors_truncated else []
        yield "authors", [*map(_author, record.authors), *others]
    if record.editors:
        yield "editors", [_author(editor) for editor in record.editors]
    foreign: dict[str, Data] = {}
    for variable, people in record.contributors.items():
        if variable in NAMES:
            yield variable.replace("-", "_"), [_author(each) for each in people]
        else:
            foreign[variable] = [_author(each) for each in people]
    if foreign:
        yield "contributors", foreign


def _author(author: Author) -> Data:
    name = _name(author.name)
    said: dict[str, Data] = {"name": name} if isinstance(name, str) else dict(name)
    if author.roles:
        said["roles"] = [str(role) for role in author.roles]
    for key in ("person", "orcid", "url", "affiliation"):
        if value := getattr(author, key):
            said[key] = value
    if author.marks:
        said["marks"] = author.marks
    for key in ("me", "emphasised"):
        if getattr(author, key):
            said[key] = True
    return name if said == {"name": name} else said


@lru_cache(maxsize=8192)
def _name(name: Name) -> str | dict[str, str]:
    """The name as a person would type it, where that reads as this name; else in parts."""
    family = " ".join(part for part in (name.particle, name.family) if part)
    for text in (str(name), f"{family}, {name.given}"):
        if read_author(text, "human") == Author(name=name) and text.lower() != "others":
            return text
    return name.model_dump(exclude_none=True)


def _where(record: Record) -> Iterator[tuple[str, Data]]:
    """The venue with the container, which is the text it was recognised in."""
    container = to_markup(record.container)
    venue = record.venue
    if venue is None:
        if container:
            yield "venue", container
        return
    yield "venue", _venue(venue)
    if parse_markup(venue.printed or venue.name) != record.container:
        yield "container", container


def _venue(venue: Venue) -> dict[str, Data]:
    said: dict[str, Data] = {"name": venue.name}
    if venue.short:
        said["short"] = venue.short
    if venue.kind is not VenueKind.OTHER:
        said["type"] = venue.kind.value
    track = venue.track
    if track.name or track.short:
        parts = {"kind": track.kind.value, "name": track.name, "short": track.short}
        said["track"] = {key: text for key, text in parts.items() if text}
    elif track.kind is not TrackKind.MAIN:
        said["track"] = track.kind.value
    if venue.id:
        said["id"] = venue.id
    if venue.year is not None:
        said["year"] = str(venue.year)
    if venue.printed:
        said["printed"] = venue.printed
    return said


def _identifiers(identifiers: Sequence[Identifier]) -> dict[str, Data]:
    said: dict[str, list[str]] = {}
    for found in identifiers:
        version = f"v{found.version}" if found.version is not None else ""
        said.setdefault(found.scheme, []).append(found.value + version)
    return {scheme: values[0] if len(values) == 1 else values for scheme, values in said.items()}


def _links(links: Sequence[Link]) -> Data:
    relations = [link.relation for link in links]
    simple = len(set(relations)) == len(relations) and set(relations) <= set(RELATIONS)
    if simple and not any(link.label for link in links):
        return {link.relation: link.url for link in links}
    return [link.model_dump(exclude_none=True) for link in links]


def _award(award: Award) -> Data:
    """The name alone where reading it gives the same award again."""
    from publist.awards import award_in

    said = award.model_dump(exclude_defaults=True)
    known = award_in(award.name, strict=False)
    if known is not None and award.note is None and known.kind == award.kind:
        return award.name
    return award.name if said == {"name": award.name} else said
