"""First project files: for every site builder one that works at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.project import load_project
from publist.project.build import build, chosen
from publist.project.outputs import save
from publist.project.starter import plan_start, project_text
from publist.project.survey import BUILDERS, survey

BIB = "@misc{a, author={Ann Bee}, title={Fine Mice}, year=2024}"
SITES = [
    ("", "", "publications.html"),
    ("mkdocs.yml", "site_name: x", "docs/publications.md"),
    ("zensical.toml", "", "docs/publications.md"),
    ("_quarto.yml", "", "publications.qmd"),
    ("hugo.toml", "", "content/publications.md"),
    ("config.toml", "baseURL = 'x'", "content/publications.md"),
    ("_config.yml", "", "publications.md"),
    ("pelicanconf.py", "", "content/pages/publications.md"),
    ("conf.py", "BLOG_TITLE = 'x'", "pages/publications.md"),
    ("docs/conf.py", "extensions = []", "docs/publications.html"),
    ("package.json", '{"devDependencies": {"@11ty/eleventy": "3"}}', "publications.md"),
    ("package.json", '{"dependencies": {"astro": "5"}}', "src/pages/publications.md"),
]


@pytest.mark.parametrize(("sign", "says", "page"), SITES, ids=[f"{s[0]}-{s[2]}" for s in SITES])
def test_a_site_of_every_builder(sign: str, says: str, page: str, tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    if sign:
        (tmp_path / sign).parent.mkdir(exist_ok=True)
        (tmp_path / sign).write_text(says, encoding="utf-8")
    found = survey(tmp_path)
    start = plan_start(tmp_path, found, found.sources, ["Ann Bee"], "homepage")
    (tmp_path / "pubs.yaml").write_text(project_text(start), encoding="utf-8")
    if start.new_page is not None:
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text(start.new_page, encoding="utf-8")
    project = load_project(tmp_path / "pubs.yaml")
    save(build(project, chosen(project)).outputs)
    text = (tmp_path / page).read_text(encoding="utf-8")
    assert "Fine Mice" in text
    assert text.startswith(start.new_page.partition("<!-- pubs")[0] if start.new_page else "<")


def test_every_builder_is_tried() -> None:
    assert {sign for sign, *_ in SITES} >= {builder.signs[0][0] for builder in BUILDERS}


def test_what_is_made_and_hidden_is_passed_over(tmp_path: Path) -> None:
    for folder in ("_site", ".venv", "node_modules/x", "a/b/c/d"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "papers.bib").write_text(BIB, encoding="utf-8")
    assert survey(tmp_path).sources == ()
    (tmp_path / "_data").mkdir()
    (tmp_path / "_data" / "publications.yml").write_text("- title: T", encoding="utf-8")
    assert survey(tmp_path).sources == ("_data/publications.yml",)


def test_odd_names_stay_what_they_are(tmp_path: Path) -> None:
    for name in ("papers: all.bib", "own\nlists: [x].bib", "#cited.bib"):
        (tmp_path / name).write_text(BIB, encoding="utf-8")
    found = survey(tmp_path)
    start = plan_start(tmp_path, found, found.sources, ["A: # Bee", "B"], "homepage")
    (tmp_path / "pubs.yaml").write_text(project_text(start), encoding="utf-8")
    assert set(load_project(tmp_path / "pubs.yaml").sources) == set(found.sources)


def test_a_folder_of_bibliographies_is_a_pattern(tmp_path: Path) -> None:
    for name in ("members/brown", "members/bee", "members/ceh", "members/dee", "lab"):
        file = tmp_path / f"{name}.bib"
        file.parent.mkdir(exist_ok=True)
        file.write_text("")
    assert survey(tmp_path).sources == ("lab.bib", "members/*.bib")
