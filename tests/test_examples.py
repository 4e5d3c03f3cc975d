"""Every example builds, and its two homepage lists say the same."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import publist
from publist.write.latex import preamble

EXAMPLES = Path(__file__).parents[1] / "examples"
HOMEPAGE = EXAMPLES / "homepage"


@pytest.mark.parametrize("style", ["homepage", "homepage-full", "compact"])
def test_bibtex_and_yaml_give_the_same_list(style: str) -> None:
    lists = [
        publist.read(HOMEPAGE / name, people=HOMEPAGE / "people.yaml", me="zhenheng-tang")
        .sort("-date")
        .format("text", style=style)
        for name in ("publications.bib", "publications.yaml")
    ]
    assert lists[0] == lists[1]


def test_no_problem_is_found_in_the_homepage_example() -> None:
    for name in ("publications.bib", "publications.yaml"):
        pubs = publist.read(HOMEPAGE / name, people=HOMEPAGE / "people.yaml", me="zhenheng-tang")
        assert pubs.problems == ()


def test_the_library_example_runs() -> None:
    done = subprocess.run(  # noqa: S603  # our own example
        [sys.executable, str(EXAMPLES / "library" / "selected.py")],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.count("**Z. Tang**") == 5
    assert "4 × NeurIPS" in done.stdout


def test_the_preamble_of_the_cv_is_the_one_that_lists_need() -> None:
    assert (EXAMPLES / "cv" / "preamble.tex").read_text(encoding="utf-8") == preamble()


@pytest.mark.parametrize("engine", ["pdflatex", "lualatex", "xelatex"])
def test_the_cv_compiles(engine: str, tmp_path: Path) -> None:
    if shutil.which(engine) is None:
        pytest.skip(f"{engine} is not installed here")
    for name in ("cv.tex", "preamble.tex"):
        shutil.copy(EXAMPLES / "cv" / name, tmp_path)
    pubs = publist.read(HOMEPAGE / "publications.bib", me="Zhenheng Tang")
    shown = pubs.sort("-date").group("kind").number("reversed").format("latex", style="ieee")
    (tmp_path / "publications.tex").write_text(shown, encoding="utf-8")
    done = subprocess.run(  # noqa: S603  # a program found on the path
        [engine, "-interaction=nonstopmode", "-halt-on-error", "cv.tex"],
        check=False,
        capture_output=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    assert (tmp_path / "cv.pdf").stat().st_size > 10_000
    assert "Missing character" not in (tmp_path / "cv.log").read_text(
        encoding="utf-8", errors="replace"
    )
