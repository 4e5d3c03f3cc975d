"""Blocks: lists from the options of a page, with and without a project file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publist.embed.block import make_block
from publist.errors import ProjectError, SourceError, StyleError
from publist.problems import Severity
from publist.project import works

BIB = """\
@article{mice, author={Ann Bee* and Cy Dee*}, title={Fine Mice}, journal={Cheese}, year=2024}
@article{rats, author={Cy Dee}, title={Old Rats}, journal={Cheese}, year=2019}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "pubs.yaml").write_text(
        "sources: papers.bib\nme: Ann Bee\nlists: {new: {years: 2020-, style: homepage}}\n",
        encoding="utf-8",
    )
    return tmp_path


def keys(block: object) -> list[str]:
    return [entry.work.key for entry in block.listing.root.walk()]  # type: ignore[attr-defined]


def test_without_options_it_is_the_whole_project(site: Path) -> None:
    block = make_block({}, folder=site / "pages", to="markdown")
    assert keys(block) == ["mice", "rats"]
    assert "**A. Bee**" in block.text
    assert {file.name for file in block.files} == {
        "papers.bib",
        "pubs.yaml",
        "pubs.decisions.yaml",
    }


def test_a_list_by_name_and_what_is_changed_of_it(site: Path) -> None:
    assert keys(make_block({"list": "new"}, folder=site, to="html")) == ["mice"]
    changed = make_block({"list": "new", "years": "-2019", "me": "Cy Dee"}, folder=site, to="html")
    assert keys(changed) == ["rats"]
    assert "<strong" in changed.text


@pytest.mark.parametrize(
    "options",
    [
        {"select": {"years": 2024}, "heading-level": 3, "legend": False, "max-authors": 1},
        {"years": "2024", "heading_level": "3", "legend": "no", "max_authors": "1"},
        {"years": ["2024"], "heading-level": "3", "legend": "false", "max-authors": "1"},
    ],
)
def test_values_as_yaml_sphinx_and_templates_have_them(
    options: dict[str, object], site: Path
) -> None:
    block = make_block(options, folder=site, to="markdown")
    assert (keys(block), block.listing.heading_level, block.options.legend) == (["mice"], 3, False)
    assert "C. Dee" not in block.text


def test_sources_of_its_own_are_found_from_the_page(site: Path) -> None:
    more = "@misc{own, author={Bee, Ann}, title={Own}, year=2001}"
    (site / "pages" / "own.bib").write_text(more, encoding="utf-8")
    block = make_block({"sources": "*.bib"}, folder=site / "pages", to="text")
    assert keys(block) == ["own"]
    assert next(block.listing.root.walk()).work.record.source.file == "pages/own.bib"  # type: ignore[union-attr]


def test_without_a_project_file(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "with [brackets]"
    folder.mkdir()
    (folder / "a.bib").write_text(BIB, encoding="utf-8")
    block = make_block({"sources": "[a-c].bib", "link": ""}, folder=folder, to="text")
    assert keys(block) == ["mice", "rats"]
    assert [file.name for file in block.files] == ["a.bib", "pubs.decisions.yaml"]


def test_a_source_is_read_once_until_it_changes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(name: str) -> bytes:
        read.append(name)
        return Path(name).read_bytes()

    monkeypatch.setattr(works, "bytes_of", counted)
    for limit in range(10):
        make_block({"limit": limit}, folder=site, to="html")
    assert len(read) == 1
    (site / "papers.bib").write_text(BIB.replace("Fine", "Finer"), encoding="utf-8")
    assert "Finer" in make_block({}, folder=site, to="html").text
    assert len(read) == 2
    # The same size, and another time: a change as well.
    (site / "papers.bib").write_text(BIB.replace("Fine", "Cold") + " ", encoding="utf-8")
    os.utime(site / "papers.bib", ns=(1, 1))
    assert "Cold" in make_block({}, folder=site, to="html").text


def test_problems_travel_along(site: Path) -> None:
    (site / "papers.bib").write_text(BIB + "\n@article{broken, title={x", encoding="utf-8")
    block = make_block({}, folder=site, to="html")
    told = [each for each in block.problems if each.severity is not Severity.INFO]
    assert next((each.file, each.line) for each in told) == ("papers.bib", 4)


def test_what_cannot_be_done_is_loud(site: Path) -> None:
    for options, error, said in (
        ({"sources": "none.bib"}, SourceError, "none.bib: There is no such file"),
        ({"style": "no-such-style"}, StyleError, "There is no style"),
        ({"stlye": "ieee"}, ProjectError, "Did you mean 'style'"),
        ({"list": "knew"}, ProjectError, "Did you mean 'new'"),
        ({"people": "people.yaml"}, ProjectError, "people.yaml: It cannot be read"),
    ):
        with pytest.raises(error, match=said):
            make_block(options, folder=site, to="html")
    (site / "pubs.yaml").write_text("sorces: x", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"pubs\.yaml:1:1"):
        make_block({}, folder=site, to="html")
    (site / "pubs.yaml").unlink()
    with pytest.raises(SourceError, match="No source was named"):
        make_block({}, folder=site, to="html")
