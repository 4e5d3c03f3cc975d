"""JSON Schemas of the YAML form and of people files, for editors that complete and check.

Made of the table of keys that the reader works by, so that both always agree; the files in
``data/schema`` are this module's output.
"""

from __future__ import annotations

from typing import Any

from publist.crosswalk.bibtex_types import known_entry_types
from publist.crosswalk.csl_variables import NAMES, TYPES
from publist.model import RELATIONS, SCHEMES, TrackKind, VenueKind
from publist.reading.form.keys import KEYS, Key
from publist.reading.form.people import NAME_PARTS
from publist.reading.form.types import TYPE_WORDS
from publist.reading.people import PERSON_KEYS

__all__ = ["people_schema", "publications_schema"]

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number"]}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def publications_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a publication list in YAML or JSON.

    >>> sorted(publications_schema()["$defs"]["entry"]["properties"])[:3]
    ['abstract', 'accepted', 'accessed']
    """
    entries = {"type": "array", "items": {"$ref": "#/$defs/entry"}}
    return {
        "$schema": _DRAFT,
        "title": "A publication list, as publist reads it",
        "anyOf": [
            entries,
            {
                "type": "object",
                "required": ["publications"],
                "properties": {"publications": entries},
            },
        ],
        "$defs": {"entry": _entry(), **_shapes()},
    }


def people_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a file of people."""
    properties = {name: {**_TEXTS, "description": about} for name, about in PERSON_KEYS.items()}
    person: Schema = {
        "anyOf": [
            _TEXTS,
            {"type": "object", "properties": properties, "additionalProperties": False},
        ]
    }
    people = [
        {"type": "array", "items": {"$ref": "#/$defs/person"}},
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/person"}},
    ]
    return {
        "$schema": _DRAFT,
        "title": "Who is who, as publist reads it",
        "anyOf": people,
        "$defs": {"person": person},
    }


def _entry() -> Schema:
    return {
        "type": "object",
        "properties": {name: schema for key in KEYS for name, schema in _properties(key).items()},
        # Other keys are kept, and reported with the near name; an editor marks them too.
        "additionalProperties": False,
    }


def _properties(key: Key) -> dict[str, Schema]:
    """The key, and its other spellings as deprecated ones."""
    shape = {"$ref": f"#/$defs/{key.shape}"}
    main = {key.name: {**shape, "description": key.about}}
    about = f"Better: {key.name}."
    return main | {
        alias: {**shape, "description": about, "deprecated": True} for alias in key.aliases
    }


def _listed(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _mapping(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return {**schema, "required": list(required)} if required else schema


def _shapes() -> dict[str, Schema]:
    """The shapes of values that the table of keys names."""
    link = {"anyOf": [_TEXT, _mapping({"url": _TEXT, "label": _TEXT}, ("url",))]}
    related = _mapping({"relation": _TEXT, "url": _TEXT, "label": _TEXT}, ("url",))
    who = _listed(_listed({"type": ["string", "integer", "boolean"]}))
    award = _mapping({"name": _TEXT, "kind": _TEXT, "note": _TEXT}, ("name",))
    identifiers = _mapping(dict.fromkeys(SCHEMES, _TEXTS))
    people = {"$ref": "#/$defs/people"}
    return {
        "text": _TEXT,
        "rich": {**_TEXT, "description": "Text with <i>, <b>, <sup>, <sub>, <sc>, $math$."},
        "type": {"type": "string", "examples": _type_words()},
        "date": {**_TEXT, "examples": ["2024", "2024-05", "2024-05-12", "forthcoming"]},
        "truth": {"enum": [True, False, "true", "false", "yes", "no", "on", "off", 0, 1]},
        "words": _TEXTS,
        "identifier": _TEXTS,
        "identifiers": {"anyOf": [identifiers, {"type": "array"}]},
        "people": _people(),
        "contributors": _mapping(dict.fromkeys(NAMES, people)),
        "who": who,
        "roles": {"type": "object", "additionalProperties": who},
        "venue": _venue(),
        "link": _listed(link),
        "links": {
            "anyOf": [
                _TEXT,
                {
                    "type": "object",
                    "properties": dict.fromkeys(RELATIONS, _listed(link)),
                    "additionalProperties": _listed(link),
                },
                {"type": "array", "items": related},
            ]
        },
        "awards": _listed({"anyOf": [_TEXT, award]}),
        "extra": {"type": "object"},
    }


def _people() -> Schema:
    parts = dict.fromkeys(NAME_PARTS, _TEXT)
    described = {
        "name": {"anyOf": [_TEXT, _mapping(parts)]},
        **parts,
        "roles": {**_TEXTS, "description": "equal, corresponding, lead, or a role of your own."},
        "orcid": _TEXT,
        "person": {**_TEXT, "description": "The person's id in people.yaml."},
        "url": _TEXT,
        "affiliation": _TEXT,
        "me": {"type": "boolean"},
        "emphasised": {"type": "boolean"},
        "marks": _TEXTS,
    }
    return _listed({"anyOf": [_TEXT, _mapping(described)]})


def _venue() -> Schema:
    kinds = [kind.value for kind in TrackKind]
    track = {"anyOf": [_TEXT, _mapping({"kind": {"enum": kinds}, "name": _TEXT, "short": _TEXT})]}
    described = {
        "name": _TEXT,
        "short": _TEXT,
        "type": {"enum": [kind.value for kind in VenueKind]},
        "track": track,
        "id": _TEXT,
        "year": _TEXT,
        "printed": _TEXT,
    }
    return {"anyOf": [_TEXT, _mapping(described)]}


def _type_words() -> list[str]:
    return list(dict.fromkeys([*TYPE_WORDS, *sorted(TYPES), *known_entry_types()]))
