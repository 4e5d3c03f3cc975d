"""The JSON Schemas: committed as generated, valid, and in agreement with the reader."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from publist.reading.form.document import read_yaml
from publist.reading.form.keys import ALIASES
from publist.reading.form.schema import people_schema, publications_schema
from publist.reading.values import plain
from publist.reading.yaml_values import parse_yaml
from publist.resources import data_folder

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
# Typed loosely: the package has no annotations of its own.
jsonschema: Any = import_module("jsonschema")


@pytest.mark.parametrize(
    ("name", "schema"),
    [("publications", publications_schema()), ("people", people_schema())],
    ids=["publications", "people"],
)
def test_the_committed_file_is_current(name: str, schema: dict[str, Any], update: bool) -> None:
    path = ROOT / "data" / "schema" / f"{name}.schema.json"
    text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    if update:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
    assert data_folder().joinpath("schema", path.name).is_file()
    jsonschema.Draft202012Validator.check_schema(schema)


def complaints(text: str, schema: dict[str, Any]) -> list[str]:
    values, _ = parse_yaml(text, "x.yaml")
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for value in values for error in validator.iter_errors(plain(value))]


def test_every_key_that_is_read_is_in_the_schema() -> None:
    properties = publications_schema()["$defs"]["entry"]["properties"]
    assert properties.keys() == ALIASES.keys()


def test_what_reads_without_a_problem_is_valid() -> None:
    text = (CASES / "list.yaml").read_text(encoding="utf-8")
    # `country` is unknown on purpose, and two titles lack what only a person would miss.
    text = text.replace("  country: no\n", "")
    assert not read_yaml(text, "list.yaml").problems
    assert complaints(text, publications_schema()) == []


@pytest.mark.parametrize(
    "text",
    [
        "- abstrct: Words",
        "- authors: [{nmae: A. Bee}]",
        "- links: {code: {label: no address}}",
        "- venue: {track: {kind: nonsense}}",
        "- selected: perhaps",
        "- doi: {value: x}",
    ],
)
def test_what_is_wrong_is_marked(text: str) -> None:
    assert complaints(text, publications_schema())
    assert read_yaml(text, "x.yaml").problems or "venue" in text


def test_the_example_of_people_is_valid() -> None:
    text = (ROOT / "examples" / "homepage" / "people.yaml").read_text(encoding="utf-8")
    assert complaints(text, people_schema()) == []
    assert complaints("a: {nmae: A. Bee}", people_schema())
