"""The JSON form, against its schema and the promises made for it."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from publist.model import Listing, Work
from publist.richtext import RichText
from publist.write.json_form import works_to_json, write
from publist.write.json_types import schema
from publist.write.options import Options

from .listings import FIRST, LISTINGS, SECOND

# Imported by name: it comes without types.
jsonschema: Any = import_module("jsonschema")

SCHEMA = Path(__file__).parents[2] / "data" / "schema" / "works.schema.json"
PROMISED = [
    *("id", "type", "title", "authors", "venue", "date", "awards", "identifiers", "links"),
    *("selected", "source", "formatted"),
]


def test_schema_is_current(*, update: bool) -> None:
    written = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if update:
        SCHEMA.write_text(written, "utf-8")
    assert written == SCHEMA.read_text("utf-8")


@pytest.mark.parametrize("listing", LISTINGS.values(), ids=list(LISTINGS))
def test_keeps_to_the_schema(listing: Listing) -> None:
    jsonschema.validate(json.loads(write(listing)), schema())


def test_promised_keys_come_first() -> None:
    for work in json.loads(write(LISTINGS["plain"])):
        assert list(work)[: len(PROMISED)] == PROMISED
        for author in work["authors"]:
            assert list(author)[:8] == [
                *("family", "given", "particle", "suffix", "literal", "roles", "person", "me")
            ]


def test_values() -> None:
    work = json.loads(works_to_json([FIRST.work]))[0]
    assert work["title"] == "Notes on the Analytical Engine: CO₂"
    assert work["title_html"] == "Notes on the <em>Analytical Engine</em>: CO<sub>2</sub>"
    assert work["authors"][1]["roles"] == ["equal", "corresponding"]
    assert work["venue"]["track"] == "workshop"
    assert work["date"] == "1843-09"
    assert work["year"] == 1843
    assert work["identifiers"] == {
        "doi": "10.1000/182",
        "arxiv": "2401.17644v2",
        "isbn": ["9783161484100"],
    }
    assert [link["relation"] for link in work["links"]] == ["code", "pdf", "other"]
    assert work["source"] == {"file": "papers.bib", "line": 3}
    assert work["formatted"] is None


def test_works_without_references_and_with() -> None:
    works = [FIRST.work, FIRST.work]
    formatted = json.loads(works_to_json(works, [RichText.of("a & b"), None]))
    assert formatted[0]["formatted"] == {
        "markdown": "a & b",
        "html": "a &amp; b",
        "latex": "a \\& b",
        "text": "a & b",
    }
    assert formatted[1]["formatted"] is None
    with pytest.raises(ValueError, match="zip"):
        works_to_json(works, [None])


def test_a_work_in_two_groups_comes_once() -> None:
    twice = LISTINGS["plain"].root.model_copy(update={"entries": (FIRST, SECOND, FIRST)})
    written = json.loads(write(Listing(root=twice), Options(links=())))
    assert [work["id"] for work in written] == ["lovelace1843notes", "noether1918"]
    assert written[0]["links"] == []


def test_versions() -> None:
    record = FIRST.work.record
    joined = Work(record=record, versions=(record, record.change(key="preprint", type="article")))
    versions = json.loads(works_to_json([joined]))[0]["versions"]
    assert [(version["id"], version["type"]) for version in versions] == [("preprint", "article")]
