"""What reads the values of the YAML form, one function a kind of value."""

from __future__ import annotations

import re
from collections.abc import Callable

from publist.crosswalk.bibtex_dates import read_date_and_status
from publist.crosswalk.bibtex_titles import page_range
from publist.crosswalk.bibtex_types import PREPRINT_SERVER
from publist.crosswalk.bibtex_urls import arxiv_in, identifier_in_url
from publist.crosswalk.identifiers import add_identifier
from publist.crosswalk.languages import language_code
from publist.model import RELATIONS, SCHEMES, Award, Link, Track, TrackKind, Venue, VenueKind
from publist.reading.form.draft import Draft
from publist.reading.form.people import give_roles, people_of
from publist.reading.values import Mapping, Scalar, Sequence, Value, as_text
from publist.richtext import RichText, parse_markup

__all__ = [
    "Reader",
    "authors",
    "awards",
    "contributors",
    "date",
    "extra",
    "identifier",
    "identifiers",
    "keywords",
    "language",
    "learn_identifiers",
    "link",
    "links",
    "pages",
    "people",
    "rich",
    "role",
    "roles",
    "text",
    "truth",
    "venue",
]

Reader = Callable[[Draft, str, Value], None]
"""Reads one value into a draft: ``(draft, the key's own name, value)``."""


def text(field: str) -> Reader:
    """A single value, kept as text."""

    def read(draft: Draft, name: str, value: Value) -> None:
        if (found := draft.line(name, value)) is not None:
            draft.values[field] = found

    return read


def rich(field: str) -> Reader:
    """A text with inline markup."""

    def read(draft: Draft, name: str, value: Value) -> None:
        found = draft.line(name, value)
        if isinstance(value, Scalar):
            draft.values[field] = parse_markup(found or "")

    return read


def date(field: str) -> Reader:
    """A date, in ISO 8601 or in words."""

    def read(draft: Draft, name: str, value: Value) -> None:
        found = draft.text(name, value)
        if found is None:
            return
        day, status = read_date_and_status(found)
        if day.start is None and any(char.isdigit() for char in found):
            what = "Expected a date like 2024, 2024-05, 2024-05-12 or words like forthcoming"
            draft.report("date-not-understood", f"{what}, not {found!r}.", value.place, found)
        draft.values[field] = day
        if status:
            draft.values.setdefault("status", status)

    return read


def people(field: str) -> Reader:
    """Names in the ``contributors``, by CSL name variable, or the editors."""

    def read(draft: Draft, name: str, value: Value) -> None:
        found, truncated = people_of(draft, name, value)
        if field == "editors":
            draft.values["editors"] = found
        elif found:
            draft.contributors[field] = found
        if truncated:
            draft.extra[f"{'editor' if field == 'editors' else field}_truncated"] = "true"

    return read


def authors(draft: Draft, name: str, value: Value) -> None:
    """The authors, and whether the list is cut off."""
    draft.values["authors"], truncated = people_of(draft, name, value)
    if truncated:
        draft.values["authors_truncated"] = True


def contributors(draft: Draft, name: str, value: Value) -> None:
    """A mapping from CSL name variables to names."""
    if not isinstance(value, Mapping):
        draft.expected(name, "a mapping like {translator: [A. Name]}", value)
        return
    for variable, item in value.items.items():
        people(variable)(draft, variable, item)


def role(kind: str) -> Reader:
    """A role of this kind, for the authors named."""

    def read(draft: Draft, _name: str, value: Value) -> None:
        give_roles(draft, kind, value)

    return read


def roles(draft: Draft, name: str, value: Value) -> None:
    """A mapping from roles to those who have them."""
    if not isinstance(value, Mapping):
        draft.expected(name, "a mapping like {equal: [1, 2]}", value)
        return
    for kind, item in value.items.items():
        give_roles(draft, kind, item)


def pages(draft: Draft, name: str, value: Value) -> None:
    """Pages, ranges with any dash."""
    if (found := draft.text(name, value)) is not None:
        draft.values["pages"] = page_range(found)


def language(draft: Draft, name: str, value: Value) -> None:
    """A language's code or name."""
    found = draft.text(name, value)
    if found is not None:
        if (code := language_code(found)) is None:
            draft.expected(name, "a language code like en or de-CH", value)
        else:
            draft.values["language"] = code


def truth(field: str) -> Reader:
    """Yes or no."""

    def read(draft: Draft, name: str, value: Value) -> None:
        word = value.text.strip().lower() if isinstance(value, Scalar) else ""
        if word in ("true", "yes", "1", "on", "y"):
            draft.values[field] = True
        elif word in ("false", "no", "0", "off", "n"):
            draft.values[field] = False
        else:
            draft.expected(name, "true or false", value)

    return read


def keywords(draft: Draft, name: str, value: Value) -> None:
    """A list of words, or one text with commas or semicolons between them."""
    if isinstance(value, Scalar):
        found = [part.strip() for part in re.split(r"[,;]", value.text)]
    elif isinstance(value, Sequence):
        found = [as_text(item).strip() for item in value.items]
    else:
        draft.expected(name, "a list of words", value)
        return
    draft.values["keywords"] = tuple(dict.fromkeys(word for word in found if word))


def awards(draft: Draft, name: str, value: Value) -> None:
    """A list of names of awards, or of mappings with name, kind and note."""
    items = value.items if isinstance(value, Sequence) else [value]
    found = []
    for item in items:
        if isinstance(item, Scalar) and item.text.strip():
            found.append(Award(name=item.text.strip()))
        elif isinstance(item, Mapping) and isinstance(item.items.get("name"), Scalar):
            said = {key: as_text(part) for key, part in item.items.items()}
            known = {key: said[key] for key in ("name", "kind", "note") if said.get(key)}
            found.append(Award(**known))
        else:
            draft.expected(name, "the name of an award, or {name, kind, note}", item)
    draft.values["awards"] = tuple(found)


def identifier(scheme: str) -> Reader:
    """One identifier, or a list of them for ISBN and ISSN."""

    def read(draft: Draft, _name: str, value: Value) -> None:
        items = value.items if isinstance(value, Sequence) else [value]
        for item in items:
            draft.identify(scheme, item)

    return read


def identifiers(draft: Draft, name: str, value: Value) -> None:
    """A mapping from schemes to identifiers, or a list of {scheme, value}."""
    if isinstance(value, Mapping):
        pairs = list(value.items.items())
    elif isinstance(value, Sequence):
        listed = [item.items for item in value.items if isinstance(item, Mapping)]
        pairs = [
            (as_text(it["scheme"]), it["value"])
            for it in listed
            if {"scheme", "value"} <= it.keys()
        ]
    else:
        pairs = []
    if not pairs:
        draft.expected(name, "a mapping like {doi: 10.1000/182}", value)
    for scheme, item in pairs:
        if scheme.lower() in SCHEMES:
            identifier(scheme.lower())(draft, scheme.lower(), item)
        else:
            draft.expected(scheme, f"one of the schemes {', '.join(SCHEMES)}", item)


def link(relation: str) -> Reader:
    """A link: an address, a mapping with url and label, or a list of either."""

    def read(draft: Draft, name: str, value: Value) -> None:
        items = value.items if isinstance(value, Sequence) else [value]
        for item in items:
            if isinstance(item, Scalar) and not item.text.strip():
                continue  # a theme's form with this field left open
            _link(draft, name, relation, item)

    return read


def _link(draft: Draft, name: str, relation: str, item: Value) -> None:
    label: str | None = None
    address: Value | None = item
    if isinstance(item, Mapping):
        address = item.items.get("url")
        said = item.items.get("label")
        label = (as_text(said).strip() or None) if said is not None else None
    if not isinstance(address, Scalar) or not address.text.strip():
        draft.expected(name, "an address, or {url, label}", item)
        return
    url = address.text.strip()
    draft.links.append(Link(relation=relation, url=url, label=label))


def links(draft: Draft, name: str, value: Value) -> None:
    """A mapping from relations to addresses, or a list of {relation, url, label}."""
    if isinstance(value, Sequence):
        for item in value.items:
            said = item.items.get("relation") if isinstance(item, Mapping) else None
            _related(draft, as_text(said) if said is not None else "other", item)
    elif isinstance(value, Mapping):
        for relation, item in value.items.items():
            _related(draft, relation, item)
    else:
        link("paper")(draft, name, value)


_RELATION_WORDS = {
    "url": "paper",
    "website": "project",
    "project page": "project",
    "homepage": "project",
    "github": "code",
    "software": "code",
    "dataset": "data",
    "talk": "video",
    "presentation": "slides",
    "supp": "supplement",
    "supplementary": "supplement",
    "preprint": "arxiv",
}


def _related(draft: Draft, word: str, item: Value) -> None:
    """A link whose relation is a word: publist's own, a synonym, or a label of the user's."""
    relation = word.strip().lower().replace("_", " ")
    relation = _RELATION_WORDS.get(relation, relation)
    if relation in RELATIONS:
        link(relation)(draft, word, item)
        return
    before = len(draft.links)
    link("other")(draft, word, item)
    draft.links[before:] = [
        each if each.label else each.model_copy(update={"label": word.strip()})
        for each in draft.links[before:]
    ]


def venue(draft: Draft, name: str, value: Value) -> None:
    """Where it appeared: a text, or a mapping with name, short, type and track."""
    if isinstance(value, Scalar):
        if (found := draft.line(name, value)) is not None:
            draft.values["container"] = parse_markup(found)
        return
    said = value.items if isinstance(value, Mapping) else {}
    texts = {key: as_text(item).strip() for key, item in said.items() if isinstance(item, Scalar)}
    full = texts.get("name") or texts.get("short")
    if not full:
        draft.expected(name, "a text, or {name, short, type, track}", value)
        return
    draft.values["container"] = parse_markup(texts.get("printed") or full)
    draft.values["venue"] = Venue(
        name=full,
        short=texts.get("short") or None,
        kind=_venue_kind(draft, said),
        id=texts.get("id") or None,
        track=_track(said.get("track")),
        year=int(texts["year"]) if texts.get("year", "").isdecimal() else None,
        printed=texts.get("printed") or None,
    )


def _venue_kind(draft: Draft, said: dict[str, Value]) -> VenueKind:
    value = said.get("type") or said.get("kind")
    if value is None:
        return VenueKind.OTHER
    try:
        return VenueKind(as_text(value).strip().lower())
    except ValueError:
        draft.expected("type", f"one of {', '.join(VenueKind)}", value)
        return VenueKind.OTHER


def _track(value: Value | None) -> Track:
    if value is None or (isinstance(value, Scalar) and not value.text.strip()):
        return Track()
    parts = value.items if isinstance(value, Mapping) else {"kind": value}
    said = {key: as_text(item).strip() for key, item in parts.items()}
    word = said.get("kind") or said.get("type") or "main"
    kind = next((known for known in TrackKind if known.replace("-", " ") == _spaced(word)), None)
    if kind is None:
        # A track with a name of its own is, as a rule, a workshop.
        return Track(kind=TrackKind.WORKSHOP, name=word)
    return Track(kind=kind, name=said.get("name") or None, short=said.get("short") or None)


def _spaced(word: str) -> str:
    return word.lower().replace("-", " ").replace("_", " ")


def extra(draft: Draft, name: str, value: Value) -> None:
    """Fields without a place in a record, as another source had them."""
    if not isinstance(value, Mapping):
        draft.expected(name, "a mapping", value)
        return
    draft.extra |= {key: as_text(item) for key, item in value.items.items()}


def learn_identifiers(draft: Draft) -> None:
    """Identifiers that links and a preprint's container say in passing."""
    found = [identifier_in_url(each.url) for each in draft.links]
    container: RichText | None = draft.values.get("container")
    if container and PREPRINT_SERVER.match(container.plain):
        found.append(arxiv_in(container.plain))
    for each in found:
        if each is not None and each.scheme not in draft.extra:
            add_identifier(draft.identifiers, each)
