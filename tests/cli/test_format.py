"""``pubs format`` as its users run it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
HOMEPAGE = ROOT / "examples" / "homepage"


def test_a_file_alone_gives_a_sensible_list(pubs: Run, bib: Path) -> None:
    done = pubs("format", bib)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "\\* equal contribution\n\n"
        "- A. Lovelace<sup>\\*</sup>, C. Babbage<sup>\\*</sup>, M. Somerville. "
        "Notes on the Analytical Engine. In ICML 2022 (Oral).\n"
        "- C. Babbage. On the Economy of Machinery. "
        "Journal of Machine Learning Research, 1999.\n"
    )


def test_the_owner_is_highlighted(pubs: Run, bib: Path) -> None:
    done = pubs("format", bib, "--me", "Ada Lovelace", "--year", "2022")
    assert "**A. Lovelace**" in done.stdout
    assert "**C." not in done.stdout
    assert "Economy" not in done.stdout


@pytest.mark.parametrize("to", ["markdown", "html", "latex", "text", "json"])
@pytest.mark.parametrize("style", ["homepage", "ieee", "apa"])
def test_the_homepage_shows_its_owner_in_all_thirty(pubs: Run, to: str, style: str) -> None:
    done = pubs(
        *("format", HOMEPAGE / "publications.bib", "--people", HOMEPAGE / "people.yaml"),
        *("--me", "zhenheng-tang", "--style", style, "--to", to),
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    owner = {
        "markdown": "**",
        "html": '<strong class="publist-me">',
        "latex": "\\textbf{",
        "text": "Tang",
        "json": '"me": true',
    }[to]
    lines = [line for line in done.stdout.splitlines() if owner in line]
    assert len(lines) == 30


def test_the_right_one_of_two_namesakes_is_the_owner(pubs: Run) -> None:
    done = pubs("format", HOMEPAGE / "publications.bib", "--me", "Zhenheng Tang", "--to", "json")
    works = {work["id"]: work for work in json.loads(done.stdout)}
    authors = works["tang2024bandwidth"]["authors"]
    assert [author["me"] for author in authors] == [False] * 4 + [True] + [False] * 3
    assert set(authors[4]["roles"]) == {"lead", "corresponding"}


def test_standard_input_and_output_file(pubs: Run, bib: Path, tmp_path: Path) -> None:
    done = pubs(
        "format", "-", "--from", "bibtex", "-o", "list.html", "-t", "html", stdin=bib.read_text()
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "Analytical Engine" in (tmp_path / "list.html").read_text(encoding="utf-8")


def test_grouping_and_numbers(pubs: Run, bib: Path) -> None:
    done = pubs("format", bib, "--group-by", "year", "--number", "reversed", "--to", "text")
    assert "2022\n====" in done.stdout
    assert done.stdout.index("2.") < done.stdout.index("1.")


def test_strict_turns_problems_into_status_one(pubs: Run, tmp_path: Path) -> None:
    file = tmp_path / "damaged.bib"
    file.write_text("@article{a, title = {Kept}, year = 2020}\n@article{b, title = {Open\n")
    relaxed = pubs("format", file)
    assert relaxed.returncode == 0
    assert "Kept" in relaxed.stdout
    assert "Open" in relaxed.stdout
    assert "damaged.bib:2" in relaxed.stderr
    assert pubs("format", file, "--strict").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nothing.bib",), "There is no such file"),
        (("papers.bib", "--style", "homepag"), "homepage"),
        (("papers.bib", "--to", "pdf"), "There is no output form"),
        (("papers.bib", "--sort", "colour"), "colour"),
        (("papers.bib", "--group-by", "colour"), "colour"),
        (("papers.bib", "--number", "roman"), "roman"),
        (("papers.bib", "--engine", "biber"), "biber"),
        (("papers.bib", "--marks", "runes"), "runes"),
        (("papers.bib", "--mark-means", "*"), "MARK=ROLE"),
        (("papers.bib", "--links", "pdfs"), "pdfs"),
        (("papers.bib", "-o", "nowhere/list.md"), "nowhere"),
        (("papers.bib", "--people", "nobody.yaml"), "nobody.yaml"),
    ],
)
@pytest.mark.usefixtures("bib")
def test_what_cannot_be_done_is_told_with_status_two(
    pubs: Run, arguments: tuple[str, ...], told: str
) -> None:
    done = pubs("format", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_no_colour_reaches_a_pipe(pubs: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.bib").write_text("@article{a, title = {Open\n")
    assert "\x1b" not in pubs("format", "bad.bib").stderr


def test_help_shows_an_example(pubs: Run) -> None:
    for command in ("format", "convert", "styles"):
        assert f"pubs {command}" in pubs(command, "--help").stdout


def test_a_whole_page_has_everything_to_search_filter_and_copy(pubs: Run, bib: Path) -> None:
    done = pubs(*("format", bib, "--to", "html", "--standalone", "--title", "Mine & yours"))
    assert done.returncode == 0, done.stderr
    for part in ("<h1>Mine &amp; yours</h1>", 'name="award"', "publist-bibtex", "ld+json"):
        assert part in done.stdout
    bare = pubs(
        *("format", bib, "--to", "html", "--standalone"),
        *("--no-bibtex", "--metadata", "none", "--thumbnails", "none"),
    )
    for part in ('class="publist-bibtex"', "ld+json", "<img"):
        assert part not in bare.stdout


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--metadata", "rdf"), "There is no form of metadata 'rdf'; known: jsonld, coins"),
        (("--metadata", "highwire"), "this is a part of a page"),
    ],
)
def test_metadata_that_cannot_be(pubs: Run, bib: Path, option: tuple[str, str], said: str) -> None:
    done = pubs("format", bib, "--to", "html", *option)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


def test_a_word_document_is_a_file(pubs: Run, bib: Path, tmp_path: Path) -> None:
    done = pubs("format", bib, "--to", "docx", "-o", "list.docx", PATH="")
    assert done.returncode == 2
    assert "pandoc, which is not installed" in done.stderr
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    done = pubs("format", bib, "--to", "docx", "-o", "list.docx")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "list.docx").read_bytes().startswith(b"PK")


def test_an_empty_list_is_told(pubs: Run, bib: Path) -> None:
    done = pubs("format", bib, "--group", "Nobody")
    assert (done.returncode, done.stdout.strip()) == (0, "")
    said = " ".join(done.stderr.split())
    assert "None of the 2 works fits: the list is empty." in said
    assert "Nobody belongs to 'Nobody'; groups: none." in said
