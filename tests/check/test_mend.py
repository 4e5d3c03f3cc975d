"""Mending: in place, whole, once; and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.check import Request, mend
from publist.check.findings import Edit
from publist.check.fixing import apply_edits, difference

REQUEST = Request(this_year=2026)

BIB = """\ufeff% my papers, typed by hand
@string{jmlr = "Journal of Machine Learning Research"}

@article{a,   % the first
    Title={Learning with BERT and {GPUs}},
  author = "Ada Lovelace and Charles Babbage", year = 2020,
  journal = jmlr, pages={11-19},doi = "https://doi.org/10.1000/182"
}
  free text between entries
@Article{ b ,
  title = {Religion, Brain &amp; M\\"uller's {\\em Eﬃcient} World},
  author = {Lovelace, Ada}, journal = "Memoirs" # " of Nowhere",
  year = {1999}, pages = {1--2}, % pages = {1-2}
}
"""
MENDED = (
    BIB.replace("with BERT", "with {BERT}")
    .replace("{11-19}", "{11--19}")
    .replace("https://doi.org/", "")
    .replace("&amp;", "\\&")
    .replace("Eﬃcient", "Efficient")
)
YAML = """# my papers
- title: "Engines &amp; looms"   # with a note
  authors:
    - Ada Lovelace   # not to be touched
  doi: https://doi.org/10.1000/182
  year: 2020

- title: Ana\u00adlytical engines
  authors: [Ada Lovelace]
  abstract: |
    doi: https://doi.org/10.1000/182
    Eﬃcient
  year: 2021
"""
YAML_MENDED = (
    YAML.replace("&amp;", "&")
    .replace("  doi: https://doi.org/", "  doi: ", 1)
    .replace("\u00ad", "")
)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("x.bib", BIB, MENDED), ("x.yaml", YAML, YAML_MENDED)],
    ids=["bibtex", "yaml"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_edits_are_made_in_place(name: str, before: str, after: str, end: str) -> None:
    source = before.replace("\n", end).encode()
    mended = mend({name: source}, REQUEST)
    assert mended.mended[name] == after.replace("\n", end)
    assert all(not found.edits for found in mended.findings)
    assert not mend({name: mended.mended[name].encode()}, REQUEST).mended


def test_what_is_switched_off_is_not_mended() -> None:
    source = b"% pubs: ignore title-unprotected\n@misc{a, title={On BERT}, year=2020, author={A}}"
    assert not mend({"x.bib": source}, REQUEST).mended
    assert not mend(
        {"x.bib": b"@misc{a, title={On BERT}, year=2020, author={A}}"},
        Request(ignore=frozenset({"title-unprotected"})),
    ).mended


def test_a_broken_encoding_is_mended_in_the_file() -> None:
    source = "@misc{a, title={Ã‰tudes}, author={MÃ¼ller, A.}, year=2020}\n"
    mended = mend({"x.bib": source.encode()}, REQUEST)
    assert mended.mended["x.bib"] == "@misc{a, title={Études}, author={Müller, A.}, year=2020}\n"


def test_a_file_that_is_not_utf8_is_left_alone() -> None:
    source = "@misc{a, title={On BERT by Müller}, author={A}, year=2020, pages={1-2}}"
    assert not mend({"x.bib": source.encode("latin-1")}, REQUEST).mended


def test_damaged_entries_are_left_alone() -> None:
    source = b"@article{a, title={On BERT, year=2020, pages={1-2}\n@misc{b, title={T}, year=2020}"
    assert not mend({"x.bib": source}, REQUEST).mended


def test_edits_and_their_difference() -> None:
    assert apply_edits("abcd", [Edit(0, 1, "A"), Edit(2, 2, "-")]) == "Ab-cd"
    assert difference("x", "a\n", "a\n") == ""
    assert "-a\n+b\n" in difference("x", "a", "b")


PARTS = (
    "@misc{a, |title = {|On BERT|}|},\n|\"|{|\\|&amp;|$|%|\n|year = 2020|pages = {1-2}|#|ﬁ|'|: |  |"
    "doi={https://doi.org/10.1000/1}|@string{x=|Ã¼|" + "\u00ad" + "|pubs: ignore |- title: "
).split("|")
PIECES = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


@given(PIECES, st.sampled_from(["x.bib", "x.yaml"]))
def test_mending_twice_changes_nothing_more(source: str, name: str) -> None:
    from publist.errors import SourceError

    try:
        mended = mend({name: source.encode()}, REQUEST)
    except SourceError:
        return
    once = mended.mended.get(name, source)
    assert not mend({name: once.encode()}, REQUEST).mended
