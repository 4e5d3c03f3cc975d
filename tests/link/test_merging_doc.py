"""The examples of ``docs/merging.md`` do what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import publist
from publist.link.merge_policy import TAKES, Reach
from publist.reading.decisions import decisions_from_text

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "merging.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOC, re.DOTALL)


def test_the_decisions_read_without_complaint() -> None:
    (text,) = blocks("yaml")
    rulings, problems = decisions_from_text(text, "docs/merging.md")
    assert [ruling.says.value for ruling in rulings] == ["versions", "different"]
    assert problems == ()


def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = "@{}{{{},\n title = {{Ledgers of Sparse Tokens at Work}},\n author = {{Adler, Ida and \
Chen, Mei}},\n {} = {{{}}},\n year = 2024,\n}}\n"
    for name, filled in (
        ("mine.bib", ("article", "pre", "journal", "arXiv preprint arXiv:2501.00001")),
        ("lab.bib", ("inproceedings", "conf", "booktitle", "Conference on Sparse Ledgers")),
    ):
        (tmp_path / name).write_text(entry.format(*filled), "utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"publist": publist}
    for block in blocks("python"):
        exec(block, names)  # noqa: S102  # our own documentation
    assert [record.key for record in names["works"]["conf"].versions] == ["conf", "pre"]
    assert names["pubs"].join(policy=names["policy"])["conf"].provenance


def test_the_table_has_every_rule_of_its_own() -> None:
    for name, take in TAKES.items():
        row = next((line for line in DOC.splitlines() if line.startswith("|") and name in line), "")
        if take.reach is Reach.WORK and name != "identifiers":
            assert "every version" in row, name
