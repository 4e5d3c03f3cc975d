"""Jekyll itself builds the example and what the page of the docs tells."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from ruamel.yaml import YAML

from .conftest import ROOT, Sh, commands, docs_blocks, write_files

Copy = Callable[[str], Path]
BIB = ROOT / "examples" / "jekyll" / "_bibliography" / "papers.bib"


def test_the_example_has_the_current_templates() -> None:
    example = ROOT / "examples" / "jekyll" / "_includes" / "publications.html"
    assert example.read_text("utf-8") == (ROOT / "data/templates/jekyll.html").read_text("utf-8")


def test_the_example(example: Copy, sh: Sh, jekyll: Path) -> None:
    folder = example("jekyll")
    sh(f"pubs build && {jekyll} build -q -d out")
    page = html.parse(folder / "out" / "publications.html").getroot()
    entries = page.xpath("//ul[@class='publist']/li")
    assert [entry.get("id") for entry in entries] == ["lovelace2022notes", "lovelace2021tables"]
    assert [h.text for h in page.iter("h2")] == ["2022", "2021"]
    shown = entries[0].text_content()
    assert "A. Lovelace*, C. Babbage*, M. Somerville. Notes on Engines That Learn." in shown
    assert "ICML 2022 (Oral)" in shown
    assert page.find_class("publist-me")[0].text_content() == "A. Lovelace"
    assert page.find_class("publist-legend")[0].text_content() == "* equal contribution"
    # What looks like a template or like HTML in a title is neither.
    assert "site.title & More" in entries[1].text_content()
    home = html.parse(folder / "out" / "index.html").getroot()
    assert len(home.xpath("//ul[@class='publist']/li")) == 1
    assert home.find_class("publist-badge")[0].text == "ICML 2022"


@pytest.mark.usefixtures("jekyll")
def test_the_page_of_the_docs(tmp_path: Path, sh: Sh) -> None:
    shutil.copy(BIB, tmp_path)
    write_files("jekyll.md", tmp_path)
    for command in commands("jekyll.md"):
        sh(command)
    page = html.parse(tmp_path / "_site" / "publications.html").getroot()
    assert len(page.xpath("//ul[@class='publist']/li")) == 2
    assert (tmp_path / "_publications" / "2022-01-01-lovelace2022notes.md").is_file()


def test_a_template_of_ones_own(example: Copy, sh: Sh, jekyll: Path) -> None:
    folder = example("jekyll")
    own = next(text for language, _, text in docs_blocks("jekyll.md") if language == "html")
    (folder / "own.html").write_text(f"---\n---\n<ul>{own}</ul>", "utf-8")
    sh(f"pubs build && {jekyll} build -q -d out")
    page = html.parse(folder / "out" / "own.html").getroot()
    assert [" ".join(item.text_content().split()) for item in page.iter("li")] == [
        "Notes on Engines That Learn, ICML 2022",
        "Tables of Bernoulli Numbers, site.title & More, JMLR 2021",
    ]


def test_al_folio_s_settings_of_the_docs(example: Copy, sh: Sh, jekyll: Path) -> None:
    folder = example("jekyll")
    own = next(text for language, file, text in docs_blocks("jekyll.md")
               if language == "yaml" and not file)  # fmt: skip
    (folder / "pubs.yaml").write_text(own, "utf-8")
    sh(f"pubs build && {jekyll} build -q -d out")
    page = html.parse(folder / "out" / "publications.html").getroot()
    assert "Engines learn if they are told how." in page.text_content()
    assert page.xpath("//a[text()='PDF']/@href") == ["/assets/pdf/notes.pdf"]
    assert "@inproceedings{lovelace2022notes," in page.xpath("//pre")[0].text_content()


def test_missing_data_stop_the_build(example: Copy, sh: Sh, jekyll: Path) -> None:
    folder = example("jekyll")
    sh("pubs build")
    (folder / "_data" / "publications.yml").unlink()
    done = sh(f"{jekyll} build -q -d out", status=1)
    assert "ERROR-no-publications-in-_data-publications.yml-run-pubs-build" in done.stderr
    (folder / "_data" / "publications.yml").write_text('{"count": 0, "groups": []}')
    sh(f"{jekyll} build -q -d out", status=1)


def test_a_missing_source_stops_pubs(example: Copy, sh: Sh) -> None:
    folder = example("jekyll")
    (folder / "_bibliography" / "papers.bib").unlink()
    assert "papers.bib" in sh("pubs build", status=2).stderr
    assert not (folder / "_data").exists()


def test_academicpages(tmp_path: Path, sh: Sh, jekyll: Path) -> None:
    shutil.copy(BIB, tmp_path)
    sh("pubs export papers.bib --to academicpages -o _publications --me 'Ada Lovelace'")
    (tmp_path / "_config.yml").write_text("collections: {publications: {output: true}}\n")
    # As the theme's list shows them.
    (tmp_path / "index.html").write_text(
        "---\n---\n{% for post in site.publications %}<p>{{ post.title | escape }}|"
        "{{ post.date | date: '%Y-%m' }}|{{ post.venue }}|{{ post.paperurl }}|{{ post.citation }}"
        "</p>{% endfor %}"
    )
    sh(f"{jekyll} build -q -d out")
    page = html.parse(tmp_path / "out" / "index.html").getroot()
    told = [item.text_content().split("|") for item in page.iter("p")]
    assert [line[:4] for line in told] == [
        ["Tables of Bernoulli Numbers, site.title & More", "2021-03",
         "Journal of Machine Learning Research", "https://arxiv.org/abs/2401.17644"],
        ["Notes on Engines That Learn", "2022-01",
         "Proceedings of the 39th International Conference on Machine Learning", "notes.pdf"],
    ]  # fmt: skip
    assert told[1][4].startswith("A. Lovelace*, C. Babbage*")
    assert (tmp_path / "out/publication/2022-01-01-lovelace2022notes.html").is_file()


def test_data_are_yaml_and_json(example: Copy, sh: Sh) -> None:
    folder = example("jekyll")
    sh("pubs build")
    text = (folder / "_data" / "publications.yml").read_text("utf-8")
    assert YAML(typ="safe", pure=True).load(text) == json.loads(text)
    sh("pubs build --check")
