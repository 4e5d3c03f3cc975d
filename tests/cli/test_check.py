"""``pubs check``: report, status, mending."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

CLEAN = "@misc{a, title = {Notes}, author = {Ada Lovelace}, year = 1843}\n"
DIRTY = "% mine\n@misc{a, title = {On BERT}, author = {Ada Lovelace}, year = 1843}  % end\n"


@pytest.fixture
def dirty(tmp_path: Path) -> Path:
    file = tmp_path / "dirty.bib"
    file.write_text(DIRTY, encoding="utf-8")
    return file


def test_a_clean_file(pubs: Run, tmp_path: Path) -> None:
    (tmp_path / "clean.bib").write_text(CLEAN, encoding="utf-8")
    done = pubs("check", "clean.bib", "--fix")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing found.\n")
    assert (tmp_path / "clean.bib").read_text(encoding="utf-8") == CLEAN


def test_findings_give_status_1(pubs: Run, dirty: Path) -> None:
    done = pubs("check", dirty.name)
    assert done.returncode == 1
    assert done.stdout.startswith("dirty.bib:2: warning: a: ")
    assert "[title-unprotected]" in done.stdout
    assert "--fix" in done.stderr


def test_ignored_codes_are_left_out(pubs: Run, dirty: Path) -> None:
    done = pubs("check", dirty.name, "--ignore", "title-unprotected")
    assert (done.returncode, done.stdout) == (0, "")
    wrong = pubs("check", dirty.name, "--ignore", "title-unprotect")
    assert wrong.returncode == 2
    assert "Did you mean 'title-unprotected'?" in wrong.stderr


def test_diff_shows_and_changes_nothing(pubs: Run, dirty: Path) -> None:
    done = pubs("check", dirty.name, "--diff")
    assert "-@misc{a, title = {On BERT}" in done.stdout
    assert "+@misc{a, title = {On {BERT}}" in done.stdout
    assert dirty.read_text(encoding="utf-8") == DIRTY
    assert done.returncode == 1


def test_fix_changes_that_and_no_more(pubs: Run, dirty: Path) -> None:
    done = pubs("check", dirty.name, "--fix")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Mended 1 finding" in done.stderr
    fixed = DIRTY.replace("BERT", "{BERT}")
    assert dirty.read_text(encoding="utf-8") == fixed
    pubs("check", dirty.name, "--fix")
    assert dirty.read_text(encoding="utf-8") == fixed


def test_formats(pubs: Run, dirty: Path) -> None:
    listed = json.loads(pubs("check", dirty.name, "--format", "json").stdout)
    assert [each["code"] for each in listed] == ["title-unprotected"]
    log = json.loads(pubs("check", dirty.name, "--format", "sarif").stdout)
    assert log["runs"][0]["results"][0]["ruleId"] == "title-unprotected"
    assert pubs("check", dirty.name, "--format", "github").stdout.startswith("::warning ")


@pytest.mark.parametrize(
    "arguments",
    [("missing.bib",), ("dirty.bib", "--format", "xml"), ("-", "--from", "bibtex", "--fix")],
    ids=["missing", "format", "stdin"],
)
def test_what_cannot_be_done_gives_status_2(
    pubs: Run, dirty: Path, arguments: tuple[str, ...]
) -> None:
    done = pubs("check", *arguments, stdin=dirty.read_text(encoding="utf-8"))
    assert done.returncode == 2
    assert "error" in done.stderr


def test_standard_input_is_checked(pubs: Run) -> None:
    done = pubs("check", "-", "--from", "bibtex", stdin=DIRTY)
    assert done.stdout.startswith("-:2: warning: a: ")
