"""Hostile input: time grows with its length, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from publist.reading import read_text

INPUTS: dict[str, Callable[[int], str]] = {
    "blanks in pages": lambda n: "@misc{a, pages={1" + "\u00a0" * n + "}}",
    "blanks in an arXiv note": lambda n: "@misc{a, publisher={arXiv" + "\u00a0" * n + "}}",
    "blanks in keywords": lambda n: "@misc{a, keywords={a" + "\u00a0" * n + "}}",
    "blanks in an ISBN": lambda n: "@misc{a, isbn={1" + "\u00a0" * n + "}}",
    "open macros in a URL": lambda n: "@misc{a, url={" + "\\url{" * n + "}" * n + "}}",
    "braces in keywords": lambda n: "@misc{a, keywords={" + "{" * n + "}" * n + "}}",
    "annotations": lambda n: "@misc{a, author={A. Bee}, author+an:orcid={" + '1="x";' * n + "}}",
    "comments before YAML": lambda n: "# " * n + "\n- {title: T}",
    "comment lines before YAML": lambda n: "#\n" * n + "- {title: T}",
    "unknown keys": lambda n: "- " + "\n  ".join(f"abstr{i}: x" for i in range(n // 10)),
    "broken items": lambda n: "- [a\n" * (n // 50) + "- {title: T}",
    "months": lambda n: "@misc{a, year=2020, month={" + "jan " * n + "}}",
    "links": lambda n: "@misc{a, url={" + "https://example.org/x " * (n // 20) + "}}",
}


@pytest.mark.parametrize("name", INPUTS)
def test_time_grows_with_length(name: str) -> None:
    small, large = (_seconds(INPUTS[name](size)) for size in (4_000, 32_000))
    # Eight times the length: quadratic growth would be 64 times the time.
    assert large < 30 * max(small, 0.005)


def _seconds(text: str) -> float:
    form = "bibtex" if text.startswith("@") else "yaml"
    best = float("inf")
    for _ in range(2):
        before = time.process_time()
        read_text(text, "x", form)
        best = min(best, time.process_time() - before)
    return best
