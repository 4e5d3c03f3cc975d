"""One member's broken file does not stop the others', and nobody can miss it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run

BROKEN = "- title: [Old Cats\n  year: 2020\n"
SAID = "broken.yaml:2: error: The whole file was left out: This is not YAML"
PROJECT = "sources: ['*.bib', broken.yaml]\nlists: {all: {file: all.md}}\n"


@pytest.fixture
def folder(tmp_path: Path, bib: Path) -> Path:
    (tmp_path / "broken.yaml").write_text(BROKEN)
    assert bib.parent == tmp_path
    return tmp_path


@pytest.mark.parametrize("command", ["format", "convert --to json"])
def test_the_others_are_read_and_the_status_tells(pubs: Run, folder: Path, command: str) -> None:
    done = pubs(*command.split(), folder / "papers.bib", "broken.yaml")
    assert done.returncode == 1
    assert SAID in done.stderr
    assert "Notes on the Analytical Engine" in done.stdout


def test_lists_are_built_and_each_build_tells(pubs: Run, folder: Path) -> None:
    (folder / "pubs.yaml").write_text(PROJECT)
    for _ in ("the first", "and one from what it has kept"):
        done = pubs("build")
        assert done.returncode == 1
        assert SAID in done.stderr
    assert "Notes on the Analytical Engine" in (folder / "all.md").read_text("utf-8")


def test_it_is_checked_with_the_rest(pubs: Run, folder: Path) -> None:
    assert SAID in pubs("check", folder / "papers.bib", "broken.yaml").stdout


@pytest.mark.parametrize("files", [["broken.yaml"], ["broken.yaml", "other.yaml"]])
def test_where_nothing_can_be_read_nothing_is_made(
    pubs: Run, folder: Path, files: list[str]
) -> None:
    (folder / "other.yaml").write_text(BROKEN)
    done = pubs("format", *files)
    assert (done.returncode, done.stdout) == (2, "")
    assert "broken.yaml:2: This is not YAML" in done.stderr
