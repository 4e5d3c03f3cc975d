"""Other people's forms: themes' data files, front matter, RIS, NBIB and EndNote."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.shown import shown

from publist.errors import PublistError
from publist.reading import read_text
from publist.reading.dialects import translated
from publist.reading.sources import form_of
from publist.reading.yaml_mending import mended
from publist.reading.yaml_values import parse_yaml

HERE = Path(__file__).parent
CASES = sorted(
    path
    for folder in ("dialects", "exchange")
    for path in (HERE / folder / "cases").rglob("*.*")
    if path.suffix != ".txt" and path.name != "_index.md"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Path, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    # An author's page is looked for beside the publication's folder.
    name = str(Path("..") / case.parent.name / case.name) if case.stem == "index" else case.name
    result = shown(read_text(case.read_text(encoding="utf-8"), name))
    expected = case.with_name(case.name + ".txt")
    if update:
        expected.write_text(result, encoding="utf-8")
    assert result == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("TY  - JOUR\nER  - \n", "ris"),
        ("\n\nPMID- 12\n", "nbib"),
        ('<?xml version="1.0"?>\n<xml><records><record>', "endnote"),
        ("Type: a page\n", "yaml"),
    ],
)
def test_the_form_is_told_by_the_first_lines(text: str, form: str) -> None:
    assert form_of("export.data", text) == form


def test_a_record_without_its_end_is_read_and_reported() -> None:
    document = read_text("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n", "x.ris")
    assert [record.title.plain for record in document.records] == ["One", "Two"]
    assert [(each.code, each.line) for each in document.problems] == [
        ("record-open", 1),
        ("record-open", 3),
    ]


def test_keys_made_for_records_without_one_are_unique() -> None:
    record = "TY  - JOUR\nAU  - Li, A.\nTI  - Mice\nPY  - 2020\nER  -\n"
    keys = [each.key for each in read_text(record * 3, "x.ris").records]
    assert keys == ["li2020mice", "li2020mice-2", "li2020mice-3"]


def test_no_author_page_outside_the_site_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "_index.md").write_text("title: Secret", encoding="utf-8")
    page = tmp_path / "content" / "publication" / "mice" / "index.md"
    text = "---\ntitle: T\nauthors: ['../../secret']\npublication_types: ['1']\n---\n"
    (record,) = read_text(text, str(page)).records
    assert "Secret" not in str(record.authors[0].name)


TAGS = st.sampled_from(["TY", "ER", "AU", "TI", "PY", "SP", "SN", "UR", "PMID", "FAU", "DP", "LID"])
LINES = st.lists(
    st.tuples(TAGS, st.sampled_from(["  - ", "- ", " -", "  -"]), st.text(max_size=20)).map(
        "".join
    ),
    max_size=12,
).map("\n".join)


@given(LINES, st.sampled_from(["ris", "nbib"]))
def test_tagged_lines_never_raise(text: str, form: str) -> None:
    for record in read_text(text, "x", form).records:
        assert record.key


@given(st.text(max_size=60), st.sampled_from(["<record>{}</record>", "<title>{}</title>", "{}"]))
def test_xml_raises_only_its_own_error(text: str, inside: str) -> None:
    with suppress(PublistError):
        read_text(f"<xml><records>{inside.format(text)}</records></xml>", "x", "endnote")


VALUES = st.recursive(
    st.sampled_from(["Ann Li", "2020", "true", "https://example.org/x", "ICML 2020", "", "5:1-9"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(map(str, items))}]")
        | st.dictionaries(st.sampled_from(["url", "display", "text", "name", "title"]), inner).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        )
    ),
    max_leaves=6,
)
KEYS = ["title", "authors", "link", "link1", "conf", "abbr", "venue", "publisher", "pubdate",
        "vip", "tags", "id", "type", "parent", "pub-type", "month", "year", "cv", "message",
        "DOI", "issued", "serial-number"]  # fmt: skip


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6))
def test_any_entry_is_translated_and_read(entry: dict[str, str]) -> None:
    text = "".join(f"  {key}: {value}\n" for key, value in entry.items())
    listed = "-\n" + text
    with suppress(PublistError):
        document = read_text(listed, "x.yaml")
        assert len(document.records) <= 1
    with suppress(PublistError):
        read_text(text.replace("  ", ""), "x.yaml")


@given(st.dictionaries(st.sampled_from(["title", "authors", "venue", "year"]), VALUES, min_size=1))
def test_the_own_form_stays_as_it_is(entry: dict[str, str]) -> None:
    text = "- " + "\n  ".join(f"{key}: {value!r}" for key, value in entry.items())
    (root,), _ = parse_yaml(text + "\n  date: 2020", "x")
    before = repr(root)
    assert repr(translated(root)) == before


@given(st.text(alphabet="ab:-#'\"[]{} \n\t", max_size=60))
def test_mending_keeps_lines_and_what_is_mended_already(text: str) -> None:
    once = mended(text)
    assert once.count("\n") == text.count("\n")
    assert mended(once) == once
