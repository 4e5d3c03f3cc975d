"""``pubs export`` and ``pubs template`` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from ruamel.yaml import YAML
from tests.write.strategies import rich_texts

from publist.cli.template import TEMPLATES
from publist.model import Author, Entry, Group, Listing, Name, Record, Work
from publist.resources import data_folder
from publist.richtext import RichText
from publist.write.options import DEFAULT
from publist.write.theme_files import THEMES

from .conftest import Run


def test_files_that_are_right_are_left_alone(pubs: Run, bib: Path, tmp_path: Path) -> None:
    command = ["export", bib.name, "--to", "hugoblox", "-o", "out"]
    assert pubs(*command).stdout == "out: 4 files, 4 written\n"
    index = tmp_path / "out/lovelace2022notes/index.md"
    index.write_text("changed", "utf-8")
    own = tmp_path / "out/lovelace2022notes/featured.jpg"
    own.write_bytes(b"picture")
    assert pubs(*command).stdout == "out: 4 files, 1 written\n"
    assert own.exists()


def test_which_works(pubs: Run, bib: Path, tmp_path: Path) -> None:
    done = pubs("export", bib.name, "--to", "academicpages", "-o", "out", "--year", "2022")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [
        "2022-01-01-lovelace2022notes.md"
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "papers.bib", "--to", "wordpress", "-o", "out"], "wordpress"),
        (["export", "none.bib", "--to", "hugoblox", "-o", "out"], "none.bib"),
        (["export", "papers.bib", "--to", "hugoblox", "-o", "papers.bib"], "papers.bib"),
        (["template", "wordpress"], "wordpress"),
    ],
)
def test_trouble(pubs: Run, bib: Path, arguments: list[str], said: str) -> None:
    done = pubs(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (bib.parent / "out").exists()


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=40)
@given(rich_texts)
def test_whatever_a_source_says_stays_in_its_value(theme: str, text: RichText) -> None:
    record = Record(
        key=text.plain or "k",
        title=text,
        authors=(Author(name=Name(literal=text.plain or "X")),),
        keywords=(text.plain or "k",),
        abstract=text,
    )
    entry = Entry(work=Work.of(record), text=text)
    files = THEMES[theme](Listing(root=Group(entries=(entry, entry))), DEFAULT)
    for path, written in files.items():
        assert ".." not in path
        assert not path.startswith("/")
        if path.endswith(".md"):
            front = written.removeprefix("---\n").partition("\n---\n")[0]
            values = YAML(typ="safe", pure=True).load(front)
            assert {"title"} <= set(values) <= KNOWN[theme]


KNOWN = {
    "hugoblox": {
        *("title", "authors", "author_notes", "date", "publication_types", "publication"),
        *("publication_short", "doi", "abstract", "tags", "featured", "links"),
    },
    "academicpages": {
        *("title", "collection", "category", "permalink", "date", "venue", "citation"),
    },
}


def test_templates_are_listed_and_shown(pubs: Run) -> None:
    listed = pubs("template").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [*TEMPLATES]
    for name, (place, _) in TEMPLATES.items():
        assert pubs("template", name).stdout == data_folder().joinpath(place).read_text("utf-8")


def test_a_template_is_put_where_it_belongs(pubs: Run, tmp_path: Path) -> None:
    assert pubs("template", "jekyll", "-o", "_includes/publications.html").returncode == 0
    assert "publist-list" in (tmp_path / "_includes/publications.html").read_text("utf-8")


def test_a_page_for_each_work(pubs: Run, bib: Path, tmp_path: Path) -> None:
    command = ["export", bib.name, "--to", "pages", "--bibtex", "--list-url", "../index.html"]
    assert pubs(*command, "-o", "works").stdout == "works: 2 files, 2 written\n"
    page = (tmp_path / "works/lovelace2022notes.html").read_text("utf-8")
    assert '<a href="../index.html">' in page
    assert '<meta name="citation_title"' in page
    assert "@inproceedings{lovelace2022notes" in page
