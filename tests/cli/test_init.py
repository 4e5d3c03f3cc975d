"""``pubs init``: what it finds, what it writes, and that it works at once."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from publist.project import load_project

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_it_works_at_once(tmp_path: Path, bib: Path, pubs: Run) -> None:
    assert bib.exists()
    (tmp_path / "mkdocs.yml").write_text("site_name: x", encoding="utf-8")
    done = pubs("init", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "A site of MkDocs; the list goes into docs/publications.md." in done.stdout
    built = pubs("build", "--strict")
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout == "docs/publications.md: written (publications)\n"
    assert pubs("build", "--check").returncode == 0


def test_the_owner_the_people_the_cv_and_foreign_files_are_found(
    tmp_path: Path, bib: Path, pubs: Run
) -> None:
    mine = bib.read_text(encoding="utf-8").replace("{Charles Babbage}", "{C. Babbage and A. Bee}")
    bib.write_text(mine, encoding="utf-8")
    (tmp_path / "references.bib").write_text("@misc{x, title={Not mine}}", encoding="utf-8")
    (tmp_path / "people.yaml").write_text("bee: [Ann Bee, A. Bee]", encoding="utf-8")
    (tmp_path / "cv").mkdir()
    (tmp_path / "cv" / "cv.tex").write_text("\\documentclass{article}", encoding="utf-8")
    done = pubs("init")
    assert "Charles Babbage: the name is on 2 of 2 entries" in done.stdout
    project = load_project(tmp_path / "pubs.yaml")
    assert (project.sources, project.me) == (("papers.bib",), "Charles Babbage")
    assert project.people == tmp_path / "people.yaml"
    assert project.lists["cv"].file == "cv/publications.tex"
    assert "# - references.bib" in (tmp_path / "pubs.yaml").read_text(encoding="utf-8")
    assert pubs("build").returncode == 0
    assert "\\textbf" in (tmp_path / "cv" / "publications.tex").read_text(encoding="utf-8")


def test_answers_are_options(tmp_path: Path, bib: Path, pubs: Run) -> None:
    bib.rename(tmp_path / "odd: name.bib")
    done = pubs("init", "odd: name.bib", "--me", "A: B, no", "--style", "ieee", "--yes")
    assert done.returncode == 0
    project = load_project(tmp_path / "pubs.yaml")
    assert (project.sources, project.me) == (("odd: name.bib",), "A: B, no")
    assert project.defaults["style"] == "ieee"


def test_nothing_is_overwritten(tmp_path: Path, bib: Path, pubs: Run) -> None:
    assert bib.exists()
    (tmp_path / "mkdocs.yml").write_text("")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "publications.md").write_text("mine")
    assert pubs("init", "--yes").returncode == 0
    assert pubs("build").returncode == 0
    assert (tmp_path / "docs" / "publications.md").read_text() == "mine"
    assert (tmp_path / "docs" / "publications-2.md").exists()
    before = (tmp_path / "pubs.yaml").read_bytes()
    again = pubs("init", "--yes")
    assert again.returncode == 2
    assert "pubs.yaml: It is there already" in again.stderr
    assert (tmp_path / "pubs.yaml").read_bytes() == before


def test_a_page_with_a_region_is_used(tmp_path: Path, bib: Path, pubs: Run) -> None:
    assert bib.exists()
    (tmp_path / "_config.yml").write_text("")
    page = "Hi\n<!-- pubs:start publications -->\n<!-- pubs:end -->\n"
    (tmp_path / "publications.md").write_text(page)
    assert pubs("init", "--yes").returncode == 0
    assert pubs("build").returncode == 0
    assert (tmp_path / "publications.md").read_text(encoding="utf-8").startswith("Hi\n<!--")


def test_without_publications_nothing_is_written(tmp_path: Path, pubs: Run) -> None:
    done = pubs("init", "--yes")
    assert done.returncode == 2
    assert "pubs init papers.bib" in done.stderr
    assert list(tmp_path.iterdir()) == []
