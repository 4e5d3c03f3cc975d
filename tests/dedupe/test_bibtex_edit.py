"""Entries found to the letter, completed in place, and taken out: text before and after."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.dedupe.bibtex_edit import complete, cut
from publist.dedupe.bibtex_places import find_entries, find_fields
from publist.model import Award, Identifier, Record
from publist.reading import read_text
from publist.reading.bibtex import parse_bibtex


def read(entry: str) -> Record:
    [record] = read_text(entry, "x.bib").records
    return record


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{k, title={A}}",
        "@misc(k, title={A) b}, year=2001)",
        "@MISC {k,\r\n  title = {A {B} \\} },\r\n}",
        '@misc{k, title = "A {"} b" # jan # " c", month = jan}',
        "@misc{k,\n  year = 2001, % a comment, with {one brace}\n  note = {N}\n}",
        "@misc{k}",
    ],
)
def test_an_entry_is_found_among_others(entry: str) -> None:
    text = f"% @misc{{k, hidden}}\n@misc{{other, title={{@misc{{k,}}}}}}\n{entry} @misc{{last}}\n"
    wanted = [("other", 2), ("k", 3)]
    other, place = find_entries(text, wanted)
    assert other is not None
    assert text[other.start : other.end] == "@misc{other, title={@misc{k,}}}"
    assert place is not None
    assert text[place.start : place.end] == entry


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@misc{k, title={A}", "k"),
        ("@misc{, title={A}}", "entry-1"),
        ("no entry here", "k"),
        ("@misc{longer, title={A}}", "long"),
    ],
)
def test_what_is_damaged_is_not_found(text: str, key: str) -> None:
    assert find_entries(text, [(key, 1), (key, 99), (key, 0)]) == [None, None, None]


def test_finding_grows_with_the_text_not_its_square() -> None:
    steps = []
    for size in (200, 400):
        text = "@misc{k, title={\n" * size
        places = find_entries(text, [("k", line + 1) for line in range(size)])
        steps.append(len(places))
        assert set(places) == {None}
    assert steps == [200, 400]


@pytest.mark.parametrize(
    ("entry", "changes", "expected"),
    [
        pytest.param(
            "@article{k,\n  title   = {A},\n  journal = {J},\n}",
            {"volume": "3"},
            "@article{k,\n  title   = {A},\n  journal = {J},\n  volume  = {3},\n}",
            id="a field is added in the layout of the last",
        ),
        pytest.param(
            "@article{k, title={A}, journal={J}}",
            {"pages": "1–9"},
            "@article{k, title={A}, journal={J}, pages={1--9}}",
            id="in one line",
        ),
        pytest.param(
            "@article{k,\r\n\ttitle={A},\r\n\tjournal={J}\r\n}",
            {"volume": "3"},
            "@article{k,\r\n\ttitle={A},\r\n\tjournal={J},\r\n\tvolume={3}\r\n}",
            id="line ends and tabs",
        ),
        pytest.param(
            "@article{k, title={A}, volume = 2 # {}, journal=jmlr, % mine\n}",
            {"volume": "3"},
            "@article{k, title={A}, volume = {3}, journal=jmlr, % mine\n}",
            id="a value takes the place of another",
        ),
        pytest.param(
            "@article{k, title={A}, journaltitle={J}, date={2020}}",
            {"issue": "4"},
            "@article{k, title={A}, journaltitle={J}, date={2020}, number={4}}",
            id="biblatex names stay",
        ),
        pytest.param("@misc{k,title={A}}", {}, "@misc{k,title={A}}", id="nothing to do"),
    ],
)
def test_completing(entry: str, changes: dict[str, str], expected: str) -> None:
    record = read(entry)
    assert complete(entry, record, record.change(**changes)) == expected


def test_what_a_replaced_value_said_besides_is_kept() -> None:
    entry = "@misc{k, author={A. Lovelace* and C. Babbage*}, title={Engines (Oral)}}"
    before = read(entry)
    author = before.authors[0]
    fuller = author.model_copy(
        update={"name": author.name.model_copy(update={"given": "Ada"}), "marks": ()}
    )
    settled = before.change(awards=(Award(name="Oral", kind="oral"),))
    after = settled.change(authors=(fuller, *before.authors[1:]))
    changed = complete(entry, settled, after)
    assert "Lovelace, Ada" in changed
    assert "award={Oral}" in changed


def test_what_stands_under_another_name_is_written_anew() -> None:
    entry = "@article{k, title={A}, journaltitle={J}, date={2020-01}}"
    before = read(entry)
    other = read("@article{k, title={A}, journal={J}, year=2021}")
    changed = complete(entry, before, before.change(date=other.date))
    assert str(read(changed).date) == "2021"
    assert read(changed).container.plain == "J"


_VALUES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(_VALUES, _VALUES)
def test_what_is_written_reads_back(note: str, publisher: str) -> None:
    entry = "@article{k,\n  title = {A {B}},\n  journal = {J}\n}"
    before = read(entry)
    doi = Identifier.parse("doi", "10.1000/1")
    changed = complete(
        entry, before, before.change(volume=note, publisher=publisher, identifiers=(doi,))
    )
    [raw] = parse_bibtex(changed, "x.bib").entries
    assert (raw.key, raw.fields["title"], raw.fields["doi"]) == ("k", "A {B}", "10.1000/1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("% a\n@misc{k}\n% b\n", "% a\n% b\n"),
        ("% a\n\n@misc{k}\n\n% b\n", "% a\n\n% b\n"),
        ("@misc{k}\n\n% b\n", "% b\n"),
        ("% a\n@misc{k}\n\n% b\n", "% a\n\n% b\n"),
        ("\r\n\r\n@misc{k}\r\n\r\n% b", "\r\n\r\n% b"),
        ("% a @misc{k} % b\n", "% a  % b\n"),
        ("@misc{k}", ""),
    ],
)
def test_an_entry_leaves_no_hole(text: str, expected: str) -> None:
    line = text[: text.index("@")].count("\n") + 1
    [place] = find_entries(text, [("k", line)])
    assert place is not None
    [(begin, end)] = cut(text, [place])
    assert text[:begin] + text[end:] == expected


def test_fields_in_disorder_are_not_guessed() -> None:
    assert find_fields("@misc{k, title={A} year=2001}") is not None
    assert find_fields("@misc{k, title}") is None
    assert find_fields('@misc{k, title="A}') is None
