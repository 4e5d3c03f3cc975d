"""The JSON Schema of the project file, for editors that complete and check.

Made of the tables that the reader works by, so that both always agree; the file in
``data/schema`` is this module's output.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.project.keys import LIST_KEYS, PROJECT_KEYS, Key
from publist.project.options import OPTIONS, Option
from publist.project.shapes import SHAPES

__all__ = ["project_schema"]

Schema = dict[str, Any]


def project_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of ``pubs.yaml``.

    >>> sorted(project_schema()["properties"])[:3]
    ['check', 'decisions', 'defaults']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A project file, as publist reads it",
        **_object({key.name: _top(key) for key in PROJECT_KEYS.values()}),
        "type": ["object", "null"],
        "$defs": {
            "options": _object(_options()),
            "list": {
                **_object(
                    {key.name: _key(key.shape, key.about) for key in LIST_KEYS.values()}
                    | _options()
                ),
                "type": ["object", "null"],
            },
        },
    }


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
    }


def _key(shape: str, about: str) -> Schema:
    return {**_shape(shape), "description": about}


def _top(key: Key) -> Schema:
    """A key of the file; some of them are options of every list."""
    return _option(OPTIONS[key.name]) if key.name in OPTIONS else _key(key.shape, key.about)


def _shape(shape: str) -> Schema:
    texts = dict(SHAPES["texts"].schema)
    own: dict[str, Schema] = {
        "people": {"type": ["string", "object", "array"]},
        "check": {"type": "object", "properties": {"off": texts}, "additionalProperties": False},
        "options": {"$ref": "#/$defs/options"},
        "lists": {"type": "object", "additionalProperties": {"$ref": "#/$defs/list"}},
        "region": {"type": ["string", "boolean"]},
    }
    return own[shape] if shape in own else dict(SHAPES[shape].schema)


def _options() -> dict[str, Schema]:
    options = {option.name: _option(option) for option in OPTIONS.values()}
    selecting = {name: schema for name, schema in options.items() if OPTIONS[name].part == "select"}
    return {"select": _object(selecting), **options}


def _option(option: Option) -> Schema:
    schema = {**SHAPES[option.shape].schema, "description": option.about}
    return {**schema, "enum": list(option.known)} if option.known else schema
