"""The JSON Schema of the project file: committed as generated, and of one mind with the reader."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from publist.errors import ProjectError
from publist.project import load_project
from publist.project.schema import project_schema
from publist.reading.values import plain
from publist.reading.yaml_values import parse_yaml

ROOT = Path(__file__).parents[2]
# Typed loosely: the package has no annotations of its own.
jsonschema: Any = import_module("jsonschema")


def test_the_committed_file_is_current(update: bool) -> None:
    path = ROOT / "data" / "schema" / "project.schema.json"
    text = json.dumps(project_schema(), indent=1, ensure_ascii=False) + "\n"
    if update:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
    jsonschema.Draft202012Validator.check_schema(project_schema())


def is_valid(text: str) -> bool:
    values, _ = parse_yaml(text, "pubs.yaml")
    validator = jsonschema.Draft202012Validator(project_schema())
    return all(validator.is_valid(plain(value)) for value in values)


def is_read(text: str, folder: Path) -> bool:
    (folder / "pubs.yaml").write_text(text, encoding="utf-8")
    try:
        load_project(folder / "pubs.yaml")
    except ProjectError:
        return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sources: papers.bib",
        "sources: [a.bib, '*.yaml']\nme: A. Bee\npeople: people.yaml\nlanguage: de",
        "people: {bee: [Ann Bee, A. Bee]}",
        "meanings: {'#': corresponding}\ncheck: {off: [pages-backwards]}",
        "defaults: {style: ieee, marks: {equal: '#'}, role-words: {equal: joint first}}",
        "lists: {cv: {to: latex, file: cv/papers.tex, number: reversed, sort: [-year, title]}}",
        "lists: {all: , new: {select: {years: 2020-, selected: true}, limit: 3}}",
        "lists: {home: {file: index.md, region: true}, top: {file: index.md, region: top}}",
        "versions: all\nlink: false\ndecisions: decided.yaml\nvenues: ours.yaml",
    ],
)
def test_both_take_what_is_right(text: str, tmp_path: Path) -> None:
    assert is_valid(text)
    assert is_read(text, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "[papers.bib]",
        "source: papers.bib",
        "lists: {cv: {stlye: ieee}}",
        "defaults: {max-authors: 0}",
        "defaults: {heading-level: 9}",
        "defaults: {abstracts: perhaps}",
        "defaults: {number: upwards}",
        "defaults: {file: a.md}",
        "versions: some",
        "check: [pages-backwards]",
        "lists: [cv]",
        "lists: {cv: {select: {style: ieee}}}",
    ],
)
def test_both_refuse_what_is_wrong(text: str, tmp_path: Path) -> None:
    assert not is_valid(text)
    assert not is_read(text, tmp_path)
