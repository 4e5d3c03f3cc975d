"""BibTeX to records: readable cases, order independence, nothing lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.crosswalk.bibtex_people import CONTRIBUTOR_FIELDS
from publist.crosswalk.bibtex_read import FIELDS
from publist.model import Document
from publist.reading.bib import read_bibtex
from publist.write.bibtex import write_bibtex

CASES = sorted((Path(__file__).parent / "cases" / "bibtex").glob("*.bib"))


def shown(document: Document) -> str:
    """Records and problems as a page a person can check, one entry a paragraph."""
    problems: dict[str | None, list[str]] = {}
    for problem in document.problems:
        problems.setdefault(problem.key, []).append(f"! {problem}")
    paragraphs = []
    for record in document.records:
        said = record.model_dump(mode="json", exclude_defaults=True)
        head = f"{record.source}: {said.pop('key')} ({said.pop('entry_type')})"
        said.pop("source")
        lines = [f"  {name}: {json.dumps(said[name], ensure_ascii=False)}" for name in said]
        paragraphs.append("\n".join([head, *lines, *problems.get(record.key, [])]))
    return "\n\n".join(paragraphs) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_cases(case: Path, update: bool) -> None:
    result = shown(read_bibtex(case.read_text(encoding="utf-8"), case.name))
    expected = case.with_suffix(".txt")
    if update:
        expected.write_text(result, encoding="utf-8")
    assert result == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_written_reads_as_the_same_records(case: Path) -> None:
    first = read_bibtex(case.read_text(encoding="utf-8"), case.name)
    again = read_bibtex(write_bibtex(first), case.name)
    for before, after in zip(first.records, again.records, strict=True):
        # Entry types that nobody knows are written as the nearest known one.
        known = {"entry_type": before.entry_type}
        if before.entry_type == "frobnication":
            known = {"entry_type": after.entry_type}
        assert after.change(source=None) == before.change(source=None, **known)


# Fields whose value is not free text, with values that they take.
_SPECIFIC = {
    **dict.fromkeys(("date", "year", "urldate", "eventdate", "origdate"), "2019"),
    "month": "7",
    "day": "21",
    "origyear": "1907",
    "doi": "10.1000/182",
    "isbn": "9783161484100",
    "issn": "0378-5955",
    "eissn": "2049-3630",
    "e-issn": "2049-3630",
    "pmid": "20975203",
    "pmcid": "PMC3531190",
    "eprint": "2401.17644",
    "archiveprefix": "arXiv",
    "eprinttype": "arxiv",
    "language": "german",
    "langid": "french",
    "selected": "true",
    "entrysubtype": "magazine",
    "editortype": "director",
}
# The value is in the record, if not under the same letters.
_IMPLIED = {"archiveprefix", "eprinttype", "language", "langid", "entrysubtype", "editortype"}
_IMPLIED |= {"origyear", "month", "day", "hal_version", "editoratype", "editorbtype", "editorctype"}


@pytest.mark.parametrize("entry_type", ["article", "inproceedings", "book", "techreport", "misc"])
def test_every_field_is_found_again_in_what_is_written(entry_type: str) -> None:
    """Each known field, alone beside a title, and a few that nobody knows."""
    lost = []
    for name in [*FIELDS, "funding", "user_a", "annotation", "author+an", "date-added"]:
        value = _SPECIFIC.get(name, f"Xq{sorted(FIELDS).index(name) if name in FIELDS else 9}z")
        if name in CONTRIBUTOR_FIELDS or name in ("author", "editor"):
            value = f"{value}, Q."
        other = "" if name == "title" else "title = {T}, "
        text = f"@{entry_type}{{k, {other}{name} = {{{value}}}}}"
        written = write_bibtex(read_bibtex(text, "x.bib"))
        if value not in written and name not in _IMPLIED:
            lost.append((name, value, written))
    assert not lost


_VALUES = st.dictionaries(
    st.sampled_from(sorted(FIELDS)),
    st.sampled_from(["Alpha", "2019", "12", "10.1000/182", "https://example.org/x", "Bee, A."]),
    min_size=2,
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(_VALUES, st.data())
def test_the_order_of_fields_does_not_matter(values: dict[str, str], data: st.DataObject) -> None:
    names = sorted(values)
    records = []
    for order in (names, data.draw(st.permutations(names))):
        fields = ", ".join(f"{name} = {{{values[name]}}}" for name in order)
        record = read_bibtex(f"@inproceedings{{k, {fields}}}", "x.bib").records[0]
        said = record.model_dump(exclude={"links", "keywords", "contributors", "editors"})
        # Two fields of names may be one list, in the order of the fields.
        said["people"] = {
            variable: sorted(str(each.name) for each in people)
            for variable, people in {**record.contributors, "editor": record.editors}.items()
        }
        said["links"] = {(link.relation, link.url) for link in record.links}
        records.append(said)
    assert records[0] == records[1]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(sorted(FIELDS)))
def test_no_value_of_a_field_raises_or_loses_the_entry(value: str, name: str) -> None:
    braced = re.sub(r"[{}]", "", value)
    document = read_bibtex(f"@misc{{k, {name} = {{{braced}}}}}", "x.bib")
    assert [record.key for record in document.records] == ["k"]


def test_entries_of_the_corpus_are_all_read_and_none_lost(shared: Path) -> None:
    """Entries counted independently: an @word{ or @word( at the beginning of a line."""
    entry = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.MULTILINE)
    others = {"string", "comment", "preamble"}
    for path in sorted((shared / "corpus" / "bib").glob("*.bib")):
        text = path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
        count = sum(1 for found in entry.finditer(text) if found[1].lower() not in others)
        assert len(read_bibtex(text, path.name).records) >= count, path.name


def test_the_corpus_survives_being_written(shared: Path) -> None:
    changed = total = 0
    for path in sorted((shared / "corpus" / "bib").glob("*.bib")):
        text = path.read_bytes().decode("utf-8", errors="replace")
        first = read_bibtex(text, path.name)
        again = read_bibtex(write_bibtex(first), path.name)
        total += len(first.records)
        for before, after in zip(first.records, again.records, strict=True):
            changed += after.change(source=None, entry_type=None) != before.change(
                source=None, entry_type=None
            )
    # Text that exporters encoded twice reads better the second time.
    assert changed <= total // 500
