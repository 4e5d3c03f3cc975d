"""Project files: what they may say, and how wrong ones are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.errors import ProjectError
from publist.project import find_project, load_project

CASES = sorted((Path(__file__).parent / "cases" / "wrong").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_wrong_files(case: Path, monkeypatch: pytest.MonkeyPatch, update: bool) -> None:
    monkeypatch.chdir(case)
    (name,) = [path.name for path in case.iterdir() if path.name != "expected.txt"]
    with pytest.raises(ProjectError) as caught:
        load_project(name)
    if update:
        (case / "expected.txt").write_text(f"{caught.value}\n", encoding="utf-8")
    assert f"{caught.value}\n" == (case / "expected.txt").read_text(encoding="utf-8")


def write(folder: Path, text: str, name: str = "pubs.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_lists_have_the_defaults_and_change_them(tmp_path: Path) -> None:
    project = load_project(
        write(
            tmp_path,
            """
sources: [papers.bib, more/*.yaml]
me: Ann Bee
language: de-DE
defaults: {style: cv, limit: 9}
lists:
  all:
  home: {style: homepage, select: {years: [2020-, forthcoming]}, file: index.md, region: true}
""",
        )
    )
    assert project.sources == ("papers.bib", "more/*.yaml")
    assert project.lists["all"].options == {
        "sources": ["papers.bib", "more/*.yaml"],
        "me": "Ann Bee",
        "locale": "de-DE",
        "style": "cv",
        "limit": 9,
    }
    home = project.lists["home"]
    assert home.options["style"] == "homepage"
    assert home.options["years"] == ["2020-", "forthcoming"]
    assert (home.to, home.file, home.region) == ("markdown", "index.md", "home")
    assert (project.lists["all"].file, project.lists["all"].to) == (None, "markdown")


def test_toml_says_the_same(tmp_path: Path) -> None:
    yaml = load_project(
        write(
            tmp_path,
            """
sources: papers.bib
meanings: {"#": corresponding}
lists: {cv: {to: latex, file: cv.tex, years: 2020-, number: reversed}}
""",
        )
    )
    toml = load_project(
        write(
            tmp_path,
            """
[project]
name = "site"
[tool.publist]
sources = "papers.bib"
meanings = {"#" = "corresponding"}
[tool.publist.lists.cv]
to = "latex"
file = "cv.tex"
select = {years = "2020-"}
number = "reversed"
""",
            "pyproject.toml",
        )
    )
    assert toml.defaults == yaml.defaults
    assert toml.meanings == yaml.meanings
    assert toml.lists["cv"].options == yaml.lists["cv"].options
    assert toml.places["lists.cv.number"].line == 11


def test_a_number_keeps_its_zeros(tmp_path: Path) -> None:
    project = load_project(write(tmp_path, "defaults: {title: 2024.10, years: 0999}"))
    assert project.defaults == {"title": "2024.10", "years": "0999"}


def test_people_may_stand_in_it(tmp_path: Path) -> None:
    project = load_project(write(tmp_path, "people: {bee: {names: [Ann Bee, A. Bee]}}"))
    assert isinstance(project.people, tuple)
    assert [person.id for person in project.people] == ["bee"]


def test_the_search_goes_up_and_ends_at_a_repository(tmp_path: Path) -> None:
    inner = tmp_path / "site" / "content"
    inner.mkdir(parents=True)
    assert write(tmp_path, "") == find_project(inner)
    (tmp_path / "site" / ".git").mkdir()
    assert find_project(inner) is None
    write(tmp_path / "site", "[project]\nname = 'x'", "pyproject.toml")
    assert find_project(inner) is None
    toml = write(tmp_path / "site", "[tool.publist]", "pyproject.toml")
    assert find_project(inner) == toml


def test_the_search_does_not_reach_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "site").mkdir()
    file = write(tmp_path, "")
    assert find_project(tmp_path / "site") is None
    assert find_project(tmp_path) == file


def test_hostile_files_end_quickly(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    for text in (bomb, "a: &a [*a]", "x: " + "[" * 5000, "x" * 100_000, "\0"):
        with pytest.raises(ProjectError):
            load_project(write(tmp_path, text))
    with pytest.raises(ProjectError):
        load_project(write(tmp_path, "tool.publist.x = " + "[" * 5000, "pyproject.toml"))
