"""Building: what cannot be done is told where it stands, before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from publist.errors import PublistError
from publist.model import Document
from publist.project import load_project
from publist.project.build import build, chosen, make_text
from publist.project.cache import Cache
from publist.project.outputs import difference, save

PROJECT = """\
sources: papers.bib
lists:
  all: {file: out/all.md, group-by: year}
  new: {file: index.md, region: true, years: 2020-}
  cv: {file: cv.tex, region: papers, style: cv}
"""
BIB = "@misc{mice, author={Ann Bee}, title={Fine Mice}, year=2024}"
PAGE = "Hi\n<!-- pubs:start new -->\n<!-- pubs:end -->\n"


LAB = """\
sources: papers.bib
people:
  ann: {names: [Ann Bee, A. Bee], groups: [Hives]}
  bo: {names: [Bo Ceh], groups: [Wax]}
lists:
  ann: {file: ann.md, me: ann, authors: me}
  bo: {file: bo.md, me: bo, authors: me}
  hives: {file: hives.md, groups: Hives, highlight: members}
  cv: {file: cv.md, authors: bo, highlight: authors}
"""
LAB_BIB = """\
@misc{a, author={Ann Bee and Bo Ceh}, title={Fine Mice}, year=2024}
@misc{b, author={Cem Ceh and B. Ceh}, title={Old Cats}, year=2020}
"""


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "index.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "cv.tex").write_text("% pubs:start papers\n% pubs:end\n", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path_factory.mktemp("outside"))
    (tmp_path / "inner").symlink_to(tmp_path)
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "broken.bib").write_text("\0\1", encoding="utf-8")
    return tmp_path


def build_all(file: Path) -> None:
    loaded = load_project(file)
    save(build(loaded, chosen(loaded)).outputs)


def project(site: Path, text: str = PROJECT) -> Path:
    (site / "pubs.yaml").write_text(text, encoding="utf-8")
    return site / "pubs.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("style: cv", "style: cvv", "pubs.yaml:5:38: lists.cv.style: There is no style"),
        ("style: cv", "marks: cvv", "pubs.yaml:5:38: lists.cv.marks: There is no mark scheme"),
        ("style: cv", "style: own.csl", "pubs.yaml:5:38: lists.cv.style: There is no style"),
        ("region: papers", "region: paper", "cv.tex: It has no region 'paper'"),
        ("papers.bib", "paper.bib", "paper.bib: There is no such file. Did you mean"),
        ("papers.bib", "broken.bib", "broken.bib: No publication was found"),
        ("papers.bib", "papers.bib\npeople: who.yaml", "who.yaml: It cannot be read"),
        ("papers.bib", "papers.bib\ndecisions: no.yaml", "no.yaml: It cannot be read"),
        ("papers.bib", "papers.bib\nvenues: no.yaml", "no.yaml: This file of venues"),
        ("papers.bib", "[]", "No source was named"),
        ("out/all.md", "link/all.md", "link/all.md: It lies outside"),
        ("out/all.md", ".git/config.md", ".git/config.md: Nothing is written into"),
        ("out/all.md", "inner/.GIT/x.md", "inner/.GIT/x.md: Nothing is written into"),
        ("out/all.md", "papers.bib", "papers.bib: Lists are made of this file, and 'all'"),
        ("out/all.md", "inner/papers.bib", "inner/papers.bib: Lists are made of this file"),
        ("out/all.md", "pubs.yaml", "pubs.yaml: It is the project file"),
        ("out/all.md", "folder.md", "folder.md: It cannot be read"),
        ("out/all.md", "no.tex, region: x", "no.tex: There is no such file with a region 'x'"),
    ],
)
def test_what_cannot_be_done(site: Path, old: str, new: str, said: str) -> None:
    file = project(site, PROJECT.replace(old, new, 1))
    with pytest.raises(PublistError) as caught:
        build_all(file)
    assert said in str(caught.value)
    assert not (site / "out").exists()


def test_a_folder_where_a_file_is(site: Path) -> None:
    loaded = load_project(project(site, PROJECT.replace("out/", "papers.bib/")))
    with pytest.raises(PublistError, match=r"papers\.bib/all\.md"):
        save(build(loaded, chosen(loaded)).outputs)
    assert (site / "index.md").read_text(encoding="utf-8") == PAGE


def test_two_lists_in_one_file_and_their_difference(site: Path) -> None:
    (site / "index.md").write_text(PAGE + PAGE.replace("new", "old"), encoding="utf-8")
    more = PROJECT + "  old: {file: index.md, region: true, to: text, heading-level: 3}\n"
    loaded = load_project(project(site, more))
    (output,) = build(loaded, chosen(loaded, ["new", "old"])).outputs
    assert output.lists == ("new", "old")
    assert difference(output).count("\n+- A. Bee. Fine Mice. 2024.\n") == 2
    save([output])
    assert (site / "index.md").read_text(encoding="utf-8").count("Fine Mice") == 2
    only = build(loaded, chosen(loaded, ["old"])).outputs[0]
    assert only.is_current
    assert difference(only) == ""


def test_data_may_be_written_too(site: Path) -> None:
    text = "sources: papers.bib\nlists: {a: {file: a.json}, b: {file: b.yaml}, c: {file: c.bib}}\n"
    loaded = load_project(project(site, text))
    for output in build(loaded, chosen(loaded)).outputs:
        assert b"Fine Mice" in output.new


def test_another_owner_in_the_project_changes_what_was_kept(site: Path, tmp_path: Path) -> None:
    (site / "papers.bib").write_text("@misc{a, author={A. Bee}, title={Mice}, year=2024}", "utf-8")
    people = "people: {ann: Ann Bee, al: Al Bee}\n"
    one = f"sources: papers.bib\n{people}lists:\n  ann: {{file: ann.md, me: ann}}\n"
    cache = Cache(tmp_path / "cache", "project")
    for text, shown in ((one, "**A. Bee**"), (f"{one}  al: {{file: al.md, me: al}}\n", "A. Bee")):
        loaded = load_project(project(site, text))
        made = make_text(loaded, loaded.lists["ann"], cache)
        assert made.text == f"- {shown}. Mice. 2024.\n"


def test_lists_of_several_owners_are_made_of_one_set_of_works(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from publist import pipeline

    joined: list[int] = []
    join = pipeline.join

    def counted(document: Document, **options: Any) -> Any:
        joined.append(len(document.records))
        return join(document, **options)

    monkeypatch.setattr("publist.project.works.join", counted)
    (site / "papers.bib").write_text(LAB_BIB, encoding="utf-8")
    build_all(project(site, LAB))
    assert joined == [2]
    mice, cats = "{}, {}. Fine Mice. 2024.", "C. Ceh, {}. Old Cats. 2020."
    expected = {
        "ann": [mice.format("**A. Bee**", "B. Ceh")],
        "bo": [mice.format("A. Bee", "**B. Ceh**"), cats.format("**B. Ceh**")],
        "hives": [mice.format("**A. Bee**", "B. Ceh")],
        "cv": [mice.format("A. Bee", "**B. Ceh**"), cats.format("**B. Ceh**")],
    }
    found = {name: (site / f"{name}.md").read_text(encoding="utf-8") for name in expected}
    assert found == {
        name: "".join(f"- {line}\n" for line in lines) for name, lines in expected.items()
    }
