"""Findings that are switched off in the source."""

from __future__ import annotations

import pytest

from publist.check import check

A = "@book{a, title={T}, author={A}}\n"
B = "@book{b, title={U}, author={A}}"
ENTRY = "@misc{%s, title = {T}, author = {A}}\n"


def left(source: str, name: str = "x.bib") -> list[tuple[str, str | None]]:
    return [(found.problem.code, found.problem.key) for found in check({name: source.encode()})]


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        (A + B, ["a", "b"]),
        (
            f"% pubs: ignore year-missing\n{A}{B}",
            ["b"],
        ),
        (
            f"{A}\n% pubs: ignore year-missing\n% more\n\n{B}",
            ["a"],
        ),
        (
            f"@book{{a, title={{T}}, % pubs: ignore title-missing, year-missing\n}}\n{B}",
            ["b"],
        ),
        ("@book{a, title={T}, author={A}} % pubs: ignore year-missing", []),
    ],
    ids=["none", "above", "above the second", "inside", "behind"],
)
def test_a_request_counts_for_its_entry(source: str, keys: list[str]) -> None:
    assert [key for code, key in left(source) if code == "year-missing"] == keys


def test_yaml() -> None:
    source = (
        "# pubs: ignore year-missing\n- title: A\n  type: book\n  authors: [B C]\n"
        "- title: D\n  type: book # pubs: ignore year-missing\n  authors: [B C]\n"
        "- title: E\n  type: book\n  authors: [B C]\n"
    )
    found = check({"x.yaml": source.encode()})
    assert [each.problem.line for each in found if each.problem.code == "year-missing"] == [8]


def test_a_code_that_does_not_exist_is_told() -> None:
    assert ("ignore-unknown", None) in left("% pubs: ignore yaer-missing\n" + ENTRY % "a")
