"""Checking files of every form, together."""

from __future__ import annotations

import json

import pytest

from publist.check import Request, check
from publist.errors import SourceError
from publist.model import Role
from publist.setup import Setup

ARTICLE = {"id": "a", "type": "article-journal", "title": "Notes", "page": "20-10"}


Told = list[tuple[str, str, int | None]]


def codes(files: dict[str, str], request: Request | None = None) -> Told:
    found = check({name: text.encode() for name, text in files.items()}, request)
    return [(each.problem.code, each.problem.file or "", each.problem.line) for each in found]


def test_csl_json_is_checked_without_its_text() -> None:
    found = {code for code, *_ in codes({"x.json": json.dumps([ARTICLE])})}
    assert {"pages-backwards", "year-missing", "authors-missing"} <= found


def test_a_work_in_two_files() -> None:
    entry = "@misc{%s, title={Notes on the Engine}, author={Ada Lovelace}, year=1843}"
    found = codes({"x.bib": entry % "a", "y.bib": "\n" + entry % "b"})
    assert found == [("duplicate-work", "y.bib", 2)]


def test_twice_in_one_file_is_a_slip_and_in_two_files_a_note() -> None:
    entry = "@misc{%s, title={Notes on the Engine}, author={Ada Lovelace}, year=1843}\n"
    files = {"x.bib": (entry % "a").encode(), "y.bib": (entry % "b" + entry % "c").encode()}
    found = {(each.problem.line, each.problem.severity.value) for each in check(files)}
    assert found == {(1, "info"), (2, "info"), (2, "warning")}


def test_versions_of_a_work_are_no_duplicates() -> None:
    entry = "@%s{%s, title={Notes on the Engine}, author={Ada Lovelace}, year=%s, %s={%s}}\n"
    source = entry % ("article", "a", "2021", "journal", "Journal of Machine Learning Research")
    source += entry % ("inproceedings", "b", "2020", "booktitle", "ICML 2020")
    assert codes({"x.bib": source}) == []


def test_the_line_is_that_of_the_field() -> None:
    source = "@misc{a,\n  title={T},\n  author={A},\n  year=2020,\n  pages={9--1}\n}"
    assert codes({"x.bib": source}) == [("pages-backwards", "x.bib", 5)]
    source = "- title: T\n  authors: [A B]\n  year: 2020\n  pages: 9-1\n"
    assert codes({"x.yaml": source}) == [("pages-backwards", "x.yaml", 4)]


def test_marks_are_what_the_setup_says() -> None:
    source = {"x.bib": "@misc{a, title={T}, author={Ada Lovelace* and Mary S.}, year=2020}"}
    alone = Request(setup=Setup(meanings={"*": Role(kind="equal")}))
    assert [code for code, *_ in codes(source, alone)] == ["equal-alone"]
    corresponding = Request(setup=Setup(meanings={"*": Role(kind="corresponding")}))
    assert codes(source, corresponding) == []


def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(SourceError):
        check({"x.yaml": b"\t- {"})
