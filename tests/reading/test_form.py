"""The YAML and JSON form: readable cases, bounds, and what is broken."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.shown import shown

from publist.errors import SourceError
from publist.model import Document
from publist.reading.form import read_json, read_yaml

CASES = sorted(
    path
    for path in (Path(__file__).parent / "cases").iterdir()
    if path.suffix in (".yaml", ".json")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Path, update: bool) -> None:
    read = read_json if case.suffix == ".json" else read_yaml
    result = shown(read(case.read_text(encoding="utf-8"), case.name))
    expected = case.with_name(case.name + ".txt")
    if update:
        expected.write_text(result, encoding="utf-8")
    assert result == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("title: [A: B\n", 2, 1), ("{title: [", 1, 10), ("\ttitle: {T", 1, 1), ("- 'open", 1, 8)],
)
def test_text_that_is_no_yaml_is_an_error_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(SourceError, match="This is not YAML") as caught:
        read_yaml(text, "p.yaml")
    assert caught.value.line == line
    assert str(caught.value).startswith(f"p.yaml:{line}: ")
    assert column > 0


def test_text_that_is_no_json_is_an_error_with_its_place() -> None:
    with pytest.raises(SourceError, match="This is not JSON"):
        read_json('{"title": }', "p.json")


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "[]", "publications: []\n", "null"])
def test_nothing_is_an_empty_document(text: str) -> None:
    assert read_yaml(text, "p.yaml") == Document()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * 100_000,
        "&a [" * 10_000,
        "{a: " * 50_000,
        "a: &a0 [x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 12)}]\n" for n in range(1, 12)),
    ],
    ids=["flow", "block", "anchors", "mappings", "aliases"],
)
def test_hostile_yaml_is_refused_soon(text: str) -> None:
    """Without bounds each of these takes for ever, or all memory."""
    with pytest.raises(SourceError):
        read_yaml(text, "p.yaml")


def test_hostile_json_is_refused() -> None:
    for text in ("[" * 100_000, '{"a":' * 100_000, "1" * 100_000):
        with pytest.raises(SourceError):
            read_json(text, "p.json")


@pytest.mark.parametrize(
    "entry",
    [
        "{author: A. Bee and B. Ceh, DOI: 10.1000/182, year: 2020}",
        "{author: [{family: Bee, given: A.}, {family: Ceh}], DOI: 10.1000/182, issued: 2020}",
    ],
)
def test_our_entries_and_csl_items_are_told_apart_by_their_keys(entry: str) -> None:
    record = read_yaml(f"- {entry}", "p.yaml").records[0]
    assert [author.name.family for author in record.authors] == ["Bee", "Ceh"]
    assert (record.identifier("doi"), record.year) == ("10.1000/182", 2020)


def test_tags_construct_nothing() -> None:
    text = "- title: !!python/object/apply:os.system [echo]\n- title: T\n"
    document = read_yaml(text, "p.yaml")
    assert [record.title.plain for record in document.records] == ["", "T"]
    assert document.problems[0].code == "value-unexpected"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_no_text_raises_anything_but_a_source_error(text: str) -> None:
    for read in (read_yaml, read_json):
        with suppress(SourceError):
            assert read(text, "p").remarks == ()


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "id",
                "type",
                "title",
                "authors",
                "equal",
                "roles",
                "editors",
                "date",
                "venue",
                "pages",
                "doi",
                "identifiers",
                "links",
                "awards",
                "selected",
                "keywords",
                "extra",
                "language",
                "abstract",
                "contributors",
            ]
        ),
        ANYTHING,
    )
)
def test_an_entry_of_any_shape_is_a_record(entry: dict[str, object]) -> None:
    document = read_json(json.dumps([entry, {"id": "sound", "title": "T"}]), "p.json")
    assert len(document.records) == 2
    assert document.records[1].key == "sound"
