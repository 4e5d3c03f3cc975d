"""What the pages of the docs tell about builders written in Python is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from .conftest import ROOT, Sh, commands, needs, write_files

PAGES = {
    "mkdocs": ("material", "site/index.html"),
    "zensical": ("zensical", "site/index.html"),
    "pelican": ("pelican", "output/pages/publications.html"),
    "nikola": ("nikola", "output/pages/publications/index.html"),
    "sphinx": ("sphinx", "_build/index.html"),
    "jupyter-book": ("myst_parser", "_build/index.html"),
    "jinja2": ("jinja2", "page.html"),
}
"""What must be installed, and where the page is, by the page of the docs."""


@pytest.mark.usefixtures("python_builders")
@pytest.mark.parametrize("name", list(PAGES))
def test_the_page_of_the_docs(name: str, tmp_path: Path, sh: Sh) -> None:
    module, file = PAGES[name]
    needs(module)
    text = (ROOT / "examples" / "jekyll" / "_bibliography" / "papers.bib").read_text("utf-8")
    # MkDocs looks for what relative links lead to.
    (tmp_path / "papers.bib").write_text(text.replace("notes.pdf", "https://a.example/"), "utf-8")
    write_files(f"{name}.md", tmp_path)
    to_run = [each for each in commands(f"{name}.md") if not each.startswith("pip install")]
    assert to_run
    for command in to_run:
        sh(f"export NO_MKDOCS_2_WARNING=1; {command}")
    page = html.document_fromstring((tmp_path / file).read_bytes().decode("utf-8"))
    shown = " ".join(page.text_content().split())
    assert "A. Lovelace*, C. Babbage*, M. Somerville. Notes on Engines That Learn." in shown
    assert {owner.text_content() for owner in page.find_class("publist-me")} == {"A. Lovelace"}
    assert "* equal contribution" in shown
    assert "&amp;" not in shown
    headings = [heading.text_content().strip("¶#") for heading in page.iter("h2", "h3")]
    assert [heading for heading in headings if heading.isdigit()] == ["2022", "2021"]
