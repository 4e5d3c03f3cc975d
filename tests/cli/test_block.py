"""``pubs block``: options by name, trouble by status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_options(pubs: Run, bib: Path) -> None:
    done = pubs("block", f"sources={bib.name}", "years=2020-", "group_by=year", "--to", "markdown")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("\\* equal contribution\n\n## 2022\n")
    assert "Machinery" not in done.stdout


def test_a_list_of_the_project(pubs: Run, bib: Path, tmp_path: Path) -> None:
    text = f"sources: {bib.name}\nlists: {{old: {{years: -2000}}}}\n"
    (tmp_path / "pubs.yaml").write_text(text, "utf-8")
    done = pubs("block", "list=old", "--to", "site", "-o", "old.json")
    assert done.returncode == 0, done.stderr
    data = json.loads((tmp_path / "old.json").read_text("utf-8"))
    assert [entry["anchor"] for entry in data["groups"][0]["entries"]] == ["babbage1999economy"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["sources=none.bib"], "none.bib"),
        (["list=none"], "none"),
        ([], "sources"),
        (["sources=papers.bib", "stile=apa"], "stile"),
        (["sources=papers.bib", "style=no-such-style"], "no style of this name"),
        (["papers.bib"], "NAME=VALUE"),
        (["sources=papers.bib; touch owned"], "touch owned"),
        (["sources=$(touch owned)"], "touch owned"),
    ],
)
def test_trouble(pubs: Run, bib: Path, options: list[str], said: str) -> None:
    done = pubs("block", *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert not done.stdout
    assert not (bib.parent / "owned").exists()
