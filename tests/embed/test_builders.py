"""Tiny sites built by the builders that work with Python-Markdown, and by a Jinja2 program."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
MISSING = "# Bad\n\n::: publications\nsources: nowhere.bib\n:::\n"


@dataclass(frozen=True)
class Builder:
    """How a builder is called, and where the page with the list is."""

    name: str
    command: tuple[str, ...]
    strict: tuple[str, ...]
    page: str
    bad: str
    header: str = ""


BUILDERS = (
    Builder("mkdocs", ("mkdocs", "build", "-d", "out"), ("--strict",), "out/index.html",
            "docs/bad.md"),
    Builder("material", ("mkdocs", "build", "-d", "out"), ("--strict",), "out/index.html",
            "docs/bad.md"),
    Builder("zensical", ("zensical", "build"), ("--strict",), "site/index.html", "docs/bad.md"),
    Builder("pelican", ("pelican", "content", "-s", "pelicanconf.py", "-o", "out"),
            ("--fatal=warnings",), "out/pages/publications.html", "content/pages/bad.md",
            "Title: Bad\n\n"),
    Builder("nikola", ("nikola", "build"), (), "output/publications/index.html", "pages/bad.md",
            "<!--\n.. title: Bad\n.. slug: bad\n-->\n\n"),
)  # fmt: skip


@pytest.fixture(params=BUILDERS, ids=lambda builder: builder.name)
def builder(request: pytest.FixtureRequest) -> Builder:
    found: Builder = request.param
    return found


@pytest.fixture
def site(builder: Builder, tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / builder.name, tmp_path / "site")
    shutil.copytree(EXAMPLES / "lab", tmp_path / "lab")
    return tmp_path / "site"


def run(builder: Builder, site: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *builder.command, *builder.strict]
    return subprocess.run(  # noqa: S603
        command, cwd=site, capture_output=True, text=True, check=False
    )


def test_the_page_shows_the_list(builder: Builder, site: Path) -> None:
    made = run(builder, site)
    assert made.returncode == 0, made.stderr + made.stdout
    page = (site / builder.page).read_text(encoding="utf-8")
    assert len(re.findall(r'class="?publist-me', page)) == 3
    assert "Notes on Engines That Learn" in page
    assert "equal contribution" in page
    assert re.search(r'<h[34] id="?2022', page)
    assert "&lt;span" not in page
    assert "&amp;lt;" not in page


def test_a_missing_source_fails_the_build(builder: Builder, site: Path) -> None:
    (site / builder.bad).write_text(builder.header + MISSING, encoding="utf-8")
    made = run(builder, site)
    assert made.returncode != 0
    # Pelican breaks lines; Nikola says which page failed, and keeps to itself why.
    said = " ".join((made.stderr + made.stdout).split())
    assert ("bad" if builder.name == "nikola" else "There is no such") in said


def test_a_page_from_a_template(tmp_path: Path) -> None:
    out = tmp_path / "index.html"
    command = [sys.executable, str(EXAMPLES / "jinja2" / "build.py"), str(out)]
    subprocess.run(command, check=True)  # noqa: S603
    page = out.read_text(encoding="utf-8")
    assert page.count('class="publist-me"') == 3
    assert "<li>A Late Note (2024)</li>" in page
