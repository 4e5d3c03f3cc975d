"""``pubs build``: files and regions written, left alone, compared, refused, watched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

PROJECT = """\
sources: papers.bib
me: Ada Lovelace
lists:
  all: {file: out/all.md, group-by: year}
  new: {file: index.md, region: true, years: 2020-}
  cv: {file: cv.tex, region: papers, style: cv}
  loose: {to: text}
"""
INDEX = "# Me\r\n<!-- pubs:start new -->\r\n<!-- pubs:end -->\r\nno last line"
CV = "\\begin{document}\n% pubs:start papers\n% pubs:end\n\\end{document}\n"


@pytest.fixture
def site(tmp_path: Path, bib: Path) -> Path:
    assert bib.parent == tmp_path
    (tmp_path / "pubs.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "index.md").write_bytes(INDEX.encode())
    (tmp_path / "cv.tex").write_text(CV, encoding="utf-8")
    return tmp_path


def test_all_lists_are_written_and_then_left_alone(site: Path, pubs: Run) -> None:
    done = pubs("build", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "out/all.md: written (all)",
        "index.md: written (new)",
        "cv.tex: written (cv)",
    ]
    assert (site / "out" / "all.md").read_text(encoding="utf-8").count("\n## ") == 2
    index = (site / "index.md").read_bytes().decode()
    assert index.startswith("# Me\r\n<!-- pubs:start new -->\r\n\r\n")
    assert index.endswith("\r\n\r\n<!-- pubs:end -->\r\nno last line")
    assert "**A. Lovelace**" in index
    assert "Economy" not in index
    files = [site / name for name in ("out/all.md", "index.md", "cv.tex")]
    for file in files:
        os.utime(file, ns=(1, 1))
    again = pubs("build")
    assert [line.partition(": ")[2] for line in again.stdout.splitlines()] == ["up to date"] * 3
    assert {file.stat().st_mtime_ns for file in files} == {1}


def test_check_and_diff_write_nothing(site: Path, pubs: Run) -> None:
    done = pubs("build", "--check")
    assert done.returncode == 1
    assert "out/all.md: missing (all)" in done.stderr
    assert "index.md: out of date (new)" in done.stderr
    diff = pubs("build", "new", "--diff")
    assert diff.returncode == 0
    assert "+++ index.md" in diff.stdout
    assert (site / "index.md").read_bytes() == INDEX.encode()
    assert not (site / "out").exists()
    assert pubs("build").returncode == 0
    assert pubs("build", "--check", "--diff").returncode == 0


def test_some_lists_and_one_elsewhere(site: Path, pubs: Run) -> None:
    assert pubs("build", "cv").stdout == "cv.tex: written (cv)\n"
    assert (site / "index.md").read_bytes() == INDEX.encode()
    shown = pubs("build", "loose", "-o", "-")
    assert "Analytical Engine" in shown.stdout
    assert pubs("build", "new", "-o", site / "elsewhere.md").returncode == 0
    assert "Analytical Engine" in (site / "elsewhere.md").read_text(encoding="utf-8")
    wrong = pubs("build", "knew")
    assert wrong.returncode == 2
    assert "Did you mean 'new'?" in wrong.stderr


def test_from_another_folder_places_are_told_from_there(site: Path, pubs: Run) -> None:
    (site / "site").mkdir()
    for name in ("pubs.yaml", "papers.bib", "index.md", "cv.tex"):
        (site / name).rename(site / "site" / name)
    with (site / "site" / "papers.bib").open("a", encoding="utf-8") as file:
        file.write("@article{broken, title={x")
    done = pubs("build", "--project", "site/pubs.yaml")
    assert done.returncode == 0
    assert "site/papers.bib:15: warning" in done.stderr.replace(os.sep, "/")
    assert (site / "site" / "out" / "all.md").exists()
    assert pubs("build", "--project", "site/pubs.yaml", "--strict").returncode == 1


def test_what_cannot_be_done_writes_nothing(site: Path, pubs: Run) -> None:
    (site / "pubs.yaml").write_text(PROJECT.replace("style: cv", "style: cvv"), encoding="utf-8")
    done = pubs("build")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pubs.yaml:6:38: lists.cv.style: There is no style" in done.stderr
    assert (site / "index.md").read_bytes() == INDEX.encode()
    assert not (site / "out").exists()


def test_a_read_only_file_stays(site: Path, pubs: Run) -> None:
    (site / "index.md").chmod(0o444)
    done = pubs("build")
    assert done.returncode == 2
    assert "index.md: It is read-only" in done.stderr
    assert not (site / "out").exists()
    assert (site / "index.md").read_bytes() == INDEX.encode()


def test_a_list_is_not_made_of_itself(site: Path, pubs: Run) -> None:
    (site / "pubs.yaml").write_text(
        "sources: '*.bib'\nlists: {new: {file: new.bib}, all: {file: all.md}}\n", encoding="utf-8"
    )
    assert pubs("build").returncode == 0
    done = pubs("build", "all")
    assert done.returncode == 2
    assert "new.bib: Lists are made of this file, and 'new' is written into it" in done.stderr


def test_building_one_list_keeps_what_is_kept_of_the_others(
    site: Path, pubs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    for _ in range(2):
        assert pubs("build", PUBLIST_CACHE=str(folder)).returncode == 0
    (lists,) = folder.glob("*-lists.json")
    before = lists.read_bytes()
    assert site.is_dir()
    assert pubs("build", "cv", PUBLIST_CACHE=str(folder)).returncode == 0
    assert lists.read_bytes() == before


def test_without_a_project_file(tmp_path: Path, pubs: Run) -> None:
    (tmp_path / ".git").mkdir()
    done = pubs("build")
    assert done.returncode == 2
    assert "pubs init" in done.stderr


def test_watching_builds_after_changes_and_survives_errors(site: Path) -> None:
    program = "from publist.cli import main; main()"
    process = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", program, "build", "--watch"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PUBLIST_CACHE": str(site / "cache")},
        encoding="utf-8",
    )
    try:
        wait_for(lambda: "Analytical" in text(site / "out" / "all.md"), process)
        good = (site / "papers.bib").read_text(encoding="utf-8")
        (site / "papers.bib").unlink()
        time.sleep(1.2)
        (site / "papers.bib").write_text(good.replace("Analytical", "Difference"), encoding="utf-8")
        wait_for(lambda: "Difference" in text(site / "out" / "all.md"), process)
        (site / "pubs.yaml").write_text("lists: [", encoding="utf-8")
        time.sleep(1.2)
        (site / "pubs.yaml").write_text(PROJECT.replace("all.md", "every.md"), encoding="utf-8")
        wait_for(lambda: "Difference" in text(site / "out" / "every.md"), process)
    finally:
        process.terminate()
        told = process.communicate()[0]
    assert "papers.bib: There is no such file" in told
    assert "pubs.yaml:" in told


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def wait_for(met: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    for _ in range(300):
        if met():
            return
        assert process.poll() is None
        time.sleep(0.1)
    raise AssertionError("it did not happen within 30 seconds")


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_word_documents_are_built_and_known_to_be_up_to_date(site: Path, pubs: Run) -> None:
    (site / "pubs.yaml").write_text("sources: papers.bib\nlists: {cv: {file: cv.docx}}\n", "utf-8")
    assert pubs("build", "--diff").stdout == "cv.docx: it is no text, and would be written anew\n"
    assert pubs("build").stdout == "cv.docx: written (cv)\n"
    assert (site / "cv.docx").read_bytes().startswith(b"PK")
    assert pubs("build", "--check", "--no-cache").returncode == 0
    pubs("build", "cv", "-o", "other.docx")
    assert (site / "other.docx").read_bytes() == (site / "cv.docx").read_bytes()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_a_word_document_is_no_region(site: Path, pubs: Run) -> None:
    project = "sources: papers.bib\nlists: {new: {file: index.md, region: true, to: docx}}\n"
    (site / "pubs.yaml").write_text(project, "utf-8")
    done = pubs("build")
    assert done.returncode == 2
    assert "no text" in done.stderr
    assert (site / "index.md").read_bytes() == INDEX.encode()


@pytest.mark.parametrize(
    ("source", "said"),
    [("'pubs\\papers.bib'", "written with /"), ('"C:\\Users\\me.bib"', "write paths with /")],
)
def test_paths_with_backslashes_are_explained(
    source: str, said: str, tmp_path: Path, pubs: Run
) -> None:
    project = f"sources: [{source}]\nlists: {{all: {{file: all.md}}}}\n"
    (tmp_path / "pubs.yaml").write_text(project, "utf-8")
    done = pubs("build")
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
