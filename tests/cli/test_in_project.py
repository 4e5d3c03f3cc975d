"""Commands in a folder with a project file: what they take from it, and that options win."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

PROJECT = """\
sources: papers.bib
me: Ada Lovelace
people: people.yaml
check: {off: [pages-backwards]}
defaults: {style: cv, group-by: kind, marks: "symbols,equal=#", years: 2000-}
"""


@pytest.fixture
def site(tmp_path: Path, bib: Path) -> Path:
    text = bib.read_text(encoding="utf-8").replace("year = 1999", "year = 1999, pages={9--1}")
    bib.write_text(text, encoding="utf-8")
    (tmp_path / "pubs.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "people.yaml").write_text("ada: [Ada Lovelace]", encoding="utf-8")
    return tmp_path


def test_format_takes_sources_owner_and_defaults(site: Path, pubs: Run) -> None:
    assert site.is_dir()
    done = pubs("format")
    assert done.returncode == 0
    assert "**" in done.stdout
    assert "## Conference" in done.stdout
    assert "#</sup>" in done.stdout.replace("\\", "")
    assert "Economy" not in done.stdout


def test_options_win(site: Path, pubs: Run) -> None:
    (site / "other.bib").write_text("@misc{o, author={A. Lovelace}, title={Other}, year=2001}")
    done = pubs("format", "other.bib", "--group-by", "", "--me", "Nobody Else", "--year", "2001")
    assert "Other" in done.stdout
    assert "Analytical" not in done.stdout
    assert "## " not in done.stdout
    assert "**" not in done.stdout
    both = pubs("format", "--year", "-2010", "--style", "homepage")
    assert "Economy" in both.stdout
    assert "Analytical" not in both.stdout


def test_without_the_project(site: Path, pubs: Run) -> None:
    assert site.is_dir()
    done = pubs("format", "papers.bib", "--no-project")
    assert "Economy" in done.stdout
    assert "## " not in done.stdout
    none = pubs("format", "--no-project")
    assert none.returncode == 2
    assert "No source was named" in none.stderr


def test_verbose_tells_what_is_used(site: Path, pubs: Run) -> None:
    assert site.is_dir()
    said = pubs("format", "-v").stderr
    assert "Project file: pubs.yaml; it has sources, me, people, defaults" in said
    assert "Project file" not in pubs("format").stderr


def test_check_leaves_out_what_is_off(site: Path, pubs: Run) -> None:
    assert site.is_dir()
    assert "pages-backwards" not in pubs("check").stdout
    with_it = pubs("check", "--no-project", "papers.bib")
    assert "papers.bib:12: warning: babbage1999economy: The pages run backwards" in with_it.stdout


def test_from_another_folder(site: Path, pubs: Run) -> None:
    (site / "sub").mkdir()
    for name in ("pubs.yaml", "people.yaml", "papers.bib"):
        (site / name).rename(site / "sub" / name)
    done = pubs("check", "--project", "sub/pubs.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    (site / "sub" / "pubs.yaml").write_text(PROJECT.replace("check:", "# check:"))
    found = pubs("check", "--project", "sub/pubs.yaml")
    assert "sub/papers.bib:12: warning" in found.stdout


def test_convert_and_dedupe_take_the_sources(site: Path, pubs: Run) -> None:
    converted = pubs("convert", "--to", "yaml")
    assert converted.returncode == 0
    assert "Analytical Engine" in converted.stdout
    (site / "twin.bib").write_text((site / "papers.bib").read_text(encoding="utf-8"))
    (site / "pubs.yaml").write_text("sources: '*.bib'\ndecisions: decided.yaml\n")
    (site / "decided.yaml").write_text("[]")
    done = pubs("dedupe")
    assert done.returncode == 0
    assert "twin.bib" in done.stdout


def test_a_wrong_project_file_is_told(site: Path, pubs: Run) -> None:
    (site / "pubs.yaml").write_text("sorces: papers.bib\n")
    done = pubs("format", "papers.bib")
    assert done.returncode == 2
    assert done.stderr.startswith("error: pubs.yaml:1:1: ")
    assert pubs("format", "papers.bib", "--no-project").returncode == 0


def test_people_and_import_take_the_project(site: Path, pubs: Run) -> None:
    proposed = pubs("people")
    assert proposed.returncode == 0, proposed.stderr
    assert proposed.stdout.count("- id: ada\n") == 1
    assert "Mary Somerville" in proposed.stdout
    (site / "about.md").write_text(
        "## Publications\n\n- A. Lovelace, C. Babbage. *On Looms and Wheels*. Nature, 2001.\n",
        encoding="utf-8",
    )
    assert "person: ada" in pubs("import", "about.md").stdout
    assert "person: ada" not in pubs("import", "about.md", "--no-project").stdout


def test_a_proposal_does_not_replace_the_people_of_the_project(site: Path, pubs: Run) -> None:
    before = (site / "people.yaml").read_bytes()
    done = pubs("people", "-o", "people.yaml")
    assert done.returncode == 2
    assert "another file" in done.stderr
    assert (site / "people.yaml").read_bytes() == before


def test_importing_nothing_is_told(tmp_path: Path, pubs: Run) -> None:
    (tmp_path / "empty.bib").write_text("", encoding="utf-8")
    done = pubs("import", "empty.bib")
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert "[no-entries]" in done.stderr
