"""The form for templates: against its schema, as JSON and as YAML."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html
from ruamel.yaml import YAML

from publist.model import Entry, Group, Listing, Record, Work
from publist.richtext import RichText
from publist.write.options import Options
from publist.write.site_form import schema, write

from .listings import LISTINGS
from .strategies import rich_texts

# Imported by name: it comes without types.
jsonschema: Any = import_module("jsonschema")
SCHEMA = Path(__file__).parents[2] / "data" / "schema" / "site.schema.json"


def test_schema_is_current(*, update: bool) -> None:
    written = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    if update:
        SCHEMA.write_text(written, "utf-8")
    assert written == SCHEMA.read_text("utf-8")


@pytest.mark.parametrize("name", LISTINGS)
def test_keeps_to_the_schema(name: str) -> None:
    data = json.loads(write(LISTINGS[name]))
    jsonschema.validate(data, schema())
    assert data["count"] == sum(1 for _ in LISTINGS[name].root.walk())
    anchors = [each["anchor"] for group in data["groups"] for each in (group, *group["entries"])]
    assert len(set(anchors)) == len(anchors)


def test_headings_keep_their_levels_and_their_order() -> None:
    groups = json.loads(write(LISTINGS["groups"]))["groups"]
    assert [(group["heading"], group["level"], len(group["entries"])) for group in groups] == [
        ("2024 #", 3, 0), ("Talks & <papers>", 4, 1), ("Rest", 4, 1),
    ]  # fmt: skip


def test_options_decide_what_is_shown() -> None:
    shown = json.loads(write(LISTINGS["plain"], Options(badges=True, links=("pdf",), legend=False)))
    entry = shown["groups"][0]["entries"][0]
    assert shown["legend"] == []
    page = html.fragment_fromstring(entry["html"], create_parent=True)
    assert page.find_class("publist-badge")
    assert [link.get("href") for link in page.iter("a")] == ["papers/my%20notes%20(1).pdf"]


@settings(max_examples=40)
@given(rich_texts)
def test_yaml_reads_the_same_as_json(text: RichText) -> None:
    entry = Entry(work=Work.of(Record(key="k", title=text)), text=text)
    written = write(Listing(root=Group(entries=(entry,))))
    assert YAML(typ="safe", pure=True).load(written) == json.loads(written)
