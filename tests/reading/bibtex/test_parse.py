"""BibTeX syntax: readable cases, the measuring material, and properties."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.reading.bibtex import RawBibliography, parse_bibtex
from publist.reading.bibtex.macros import Macros

CASES = sorted((Path(__file__).parent / "cases").glob("*.bib"))


def shown(found: RawBibliography) -> str:
    """A bibliography as a page a person can check."""
    lines = []
    for entry in found.entries:
        lines.append(f"{entry.entry_type} {entry.key} (line {entry.line})")
        lines += [f"  {name} = {value}" for name, value in entry.fields.items()]
    lines += [""] + [str(problem) for problem in found.problems]
    lines += [""] + [f"remark: {remark!r}" for remark in found.remarks]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_cases(case: Path, update: bool) -> None:
    result = shown(parse_bibtex(case.read_text(encoding="utf-8"), case.name))
    expected = case.with_suffix(".txt")
    if update:
        expected.write_text(result, encoding="utf-8")
    assert result == expected.read_text(encoding="utf-8")


def fields(text: str) -> dict[str, str]:
    (entry,) = parse_bibtex(text, "x.bib").entries
    return entry.fields


def test_line_ends_and_byte_order_mark_make_no_difference() -> None:
    source = "\n@misc{a,\n\ttitle = {T\n  U},\n year = 2001\n}\n@misc{b, title = {V}}\n"
    plain = parse_bibtex(source, "x.bib")
    assert [entry.line for entry in plain.entries] == [2, 7]
    assert parse_bibtex("\ufeff" + source.replace("\n", "\r\n"), "x.bib") == plain
    assert parse_bibtex(source.replace("\n", "\r"), "x.bib") == plain


def test_lines_are_right_behind_front_matter_and_damage() -> None:
    found = parse_bibtex("---\n---\n\n@misc{a, title = {x {y}\n\n\n@misc{b, title = {V}}", "x.bib")
    assert [(entry.key, entry.line) for entry in found.entries] == [("a", 4), ("b", 7)]
    assert found.remarks == ()


def test_macros_cannot_grow_without_bound() -> None:
    lines = ["@string{s0 = {aaaaaaaaaa}}"]
    lines += [f"@string{{s{i} = s{i - 1} # s{i - 1}}}" for i in range(1, 60)]
    found = parse_bibtex("\n".join([*lines, "@misc{a, note = s59}"]), "x.bib")
    assert len(found.entries[0].fields["note"]) < 10_000_000
    assert any(problem.code == "unknown-string" for problem in found.problems)


def test_months_can_be_defined_anew() -> None:
    assert Macros().evaluate("jan").text == "January"
    assert fields('@string{jan = "Jan."} @misc{a, month = jan}') == {"month": "Jan."}


def test_nothing_of_the_splitter_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert parse_bibtex("@misc{a, title = {x {y}\n@misc{b, title = {V}}", "x.bib").problems
    assert capfd.readouterr() == ("", "")


KEYS = st.from_regex(r"[A-Za-z][A-Za-z0-9:_/.+-]{0,12}", fullmatch=True)
VALUES = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters='{}\\@"%')).map(
    str.strip
)


@given(st.text(st.sampled_from('@{}()"=,#%\\ \n\tab1') | st.characters(), max_size=80))
def test_never_raises(source: str) -> None:
    found = parse_bibtex(source, "x.bib")
    assert all(entry.line <= source.count("\n") + source.count("\r") + 1 for entry in found.entries)


MARKS = ["{", "}", '"', ",", "\n", "#", "=", "%", "\\", "(", ")", " ", "@", "x"]
STARTS = ["@misc{k,", "@article{", "@string{s = ", "@comment{", "\n@book{b,\n"]
PIECES = st.sampled_from([*MARKS, *STARTS, "title = ", "year = 2001", "{T}"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_entry_at_the_start_of_a_line_is_lost(source: str) -> None:
    found = parse_bibtex(source + "\n@misc{zz9, title = {T}}\n", "x.bib")
    hidden = "@comment{" in source or "= {\n@" in source.replace(" \n", "\n")
    assert hidden or "zz9" in [entry.key for entry in found.entries]


@given(st.lists(st.tuples(KEYS, st.dictionaries(KEYS.map(str.lower), VALUES, max_size=4))))
def test_what_is_written_comes_back(entries: list[tuple[str, dict[str, str]]]) -> None:
    source = "\n".join(
        f"@article{{{key},\n"
        + "".join(f"  {name} = {{{value}}},\n" for name, value in values.items())
        + "}"
        for key, values in entries
    )
    found = parse_bibtex(source, "x.bib")
    given_keys = {"crossref", "xdata", "ids"}
    if not any(given_keys & values.keys() for _, values in entries):
        assert [(entry.key, entry.fields) for entry in found.entries] == entries


def test_edge_cases_of_other_readers(shared: Path) -> None:
    cases = json.loads((shared / "bibtex" / "edge-cases.json").read_text(encoding="utf-8"))
    assert len(cases) == 36
    assert [case["name"] for case in cases if not _agrees(case)] == []


def _agrees(case: dict[str, Any]) -> bool:
    entries = {entry.key: entry.fields for entry in parse_bibtex(case["input"], "x").entries}
    for key, expected in case["expected"].items():
        if key.startswith("!"):
            if key[1:] in entries:
                return False
            continue
        for name, accepted in expected.items():
            values = accepted if isinstance(accepted, list) else [accepted]
            if entries.get(key, {}).get(name) not in values:
                return False
    return True


ENTRY = re.compile(r"^\s*@\s*(?!comment|string|preamble)\w+\s*[{(]", re.IGNORECASE)


def test_no_entry_of_real_bibliographies_is_lost(shared: Path) -> None:
    files = sorted((shared / "corpus" / "bib").glob("*.bib"))
    assert len(files) == 51
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        lines = [number for number, line in enumerate(text.split("\n"), 1) if ENTRY.match(line)]
        assert [entry.line for entry in parse_bibtex(text, file.name).entries] == lines, file.name


@pytest.mark.parametrize("piece", ["@", "@a{", "@a{\n", "@misc{a,\n", '@misc{a,t="\n', "% @a{b,\n"])
def test_work_grows_with_the_length_only(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from publist.reading.bibtex import fields as module

    skipped = 0
    skip = module.FieldReader._skip  # noqa: SLF001 - counts the steps of the reader

    def counted(self: Any, blank: Any, at: int, end: int | None = None) -> int:
        nonlocal skipped
        skipped += 1
        return skip(self, blank, at, end)

    monkeypatch.setattr(module.FieldReader, "_skip", counted)
    parse_bibtex(piece * 1000, "x.bib")
    assert skipped < 20 * 1000
