"""The Sphinx extension, with the real Sphinx: every builder, warnings, rebuilding."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "sphinx", tmp_path / "site")
    shutil.copytree(EXAMPLES / "lab", tmp_path / "lab")
    return tmp_path / "site"


def build(site: Path, builder: str = "html", *options: str) -> subprocess.CompletedProcess[str]:
    out = site.parent / builder
    # Newer versions show the types of warnings by themselves.
    typed = ("-D", "show_warning_types=1")
    command = [sys.executable, "-m", "sphinx", "-b", builder, *typed, *options, str(site), str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def test_html_latex_text_and_man(site: Path) -> None:
    for builder in ("html", "latex", "text", "man"):
        made = build(site, builder, "-W")
        assert made.returncode == 0, made.stderr
    page = (site.parent / "html" / "index.html").read_text(encoding="utf-8")
    assert page.count('class="publist-me"') == 3
    assert '<section id="publications-2022">' in page
    assert 'href="#lovelace2022notes"' in page
    assert "Lovelace et al. 2022" in page
    assert "equal contribution" in page
    assert (site.parent / "html" / "_static" / "publist.css").exists()
    (tex,) = (site.parent / "latex").glob("*.tex")
    assert r"\sphinxstylestrong{\DUrole{publist-author}{A. Lovelace}}" in tex.read_text("utf-8")
    text = (site.parent / "text" / "index.txt").read_text(encoding="utf-8")
    assert "**A. Lovelace**" in text


def test_the_style_sheet_finds_the_list_and_what_stands_in_it(site: Path) -> None:
    page = site / "index.rst"
    more = "   :badges:\n   :bibtex:\n   :number: reversed\n"
    text = page.read_text().replace("   :group-by: year\n", more)
    page.write_text(text, encoding="utf-8")
    assert build(site, "html", "-W").returncode == 0
    from lxml import html

    tree = html.parse(site.parent / "html" / "index.html").getroot()
    # The number stands where the bullet would.
    inside = "//div[contains(@class, 'publist-list')]"
    lists = tree.xpath(f"{inside}/ul[contains(@class, 'publist-numbered')]")
    assert lists
    for each in lists:
        for entry in each:
            assert len(entry.find_class("publist-number")) == 1
            assert len(entry.find_class("publist-badge")) >= 1
            assert entry.xpath("div[@class='publist-links']/details")
    assert len(tree.xpath(f"{inside}/p[contains(@class, 'publist-legend')]")) == 1


def test_a_changed_source_builds_its_page_again(site: Path) -> None:
    assert build(site, "html", "-W").returncode == 0
    assert "updating environment: 0 added, 0 changed" in build(site).stdout
    papers = site.parent / "lab" / "papers.bib"
    papers.write_text(papers.read_text().replace("Notes on", "Remarks on"), encoding="utf-8")
    os.utime(papers, (papers.stat().st_mtime + 5,) * 2)
    assert "0 added, 1 changed" in build(site).stdout
    assert "Remarks on" in (site.parent / "html" / "index.html").read_text(encoding="utf-8")


def test_a_missing_source_is_a_warning_that_fails_a_strict_build(site: Path) -> None:
    page = site / "index.rst"
    page.write_text(page.read_text().replace("papers.bib", "nowhere.bib"), encoding="utf-8")
    loose = build(site)
    assert loose.returncode == 0
    assert "There is no such file" in loose.stderr
    assert "[publist.source]" in loose.stderr
    assert "There is no such file" in (site.parent / "html" / "index.html").read_text("utf-8")
    assert build(site, "html", "-W", "-E").returncode != 0


def test_a_problem_has_its_code_as_type_and_can_be_suppressed(site: Path) -> None:
    papers = site.parent / "lab" / "papers.bib"
    papers.write_text(papers.read_text() + "\n@misc{x, author={A. Bee*}, title={T}, year=2020}\n")
    said = build(site, "html", "-E").stderr
    assert "[publist.role-guessed]" in said
    assert "papers.bib:" in said
    with (site / "conf.py").open("a") as settings:
        settings.write('suppress_warnings = ["publist.role-guessed"]\n')
    assert build(site, "html", "-E", "-W").returncode == 0


def test_an_unknown_key_is_a_warning(site: Path) -> None:
    page = site / "index.rst"
    page.write_text(page.read_text() + "\n:pub:`nobody2020`\n", encoding="utf-8")
    assert "[publist.reference]" in build(site).stderr


def test_lists_on_pages_that_several_processes_read(site: Path) -> None:
    for number in range(8):
        name = f"page{number}"
        (site / f"{name}.rst").write_text(
            f":orphan:\n\nPage {number}\n======\n\n.. publications:: ../lab/papers.bib\n"
            f"   :years: {2021 + number % 4}\n\nSee :pub:`the note <lovelace2022notes>`.\n",
            encoding="utf-8",
        )
    made = build(site, "html", "-j", "2", "-W")
    assert made.returncode == 0, made.stderr
    page = (site.parent / "html" / "page3.html").read_text(encoding="utf-8")
    assert "the note" in page
    assert "#lovelace2022notes" in page


def test_a_book_in_myst(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "jupyter-book", tmp_path / "site")
    shutil.copytree(EXAMPLES / "lab", tmp_path / "lab")
    made = build(tmp_path / "site", "html", "-W")
    assert made.returncode == 0, made.stderr
    page = (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    assert page.count('class="publist-me"') == 3
    assert "Lovelace et al. 2022" in page
