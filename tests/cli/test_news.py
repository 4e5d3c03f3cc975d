"""News and feeds from the command line, as docs/feeds.md tells it."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from .conftest import Run

DOC = Path(__file__).parents[2] / "docs" / "feeds.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}(?: \S+)?\n(.*?)```", DOC.read_text("utf-8"), re.DOTALL)


def test_the_page_shows_what_news_look_like(pubs: Run, tmp_path: Path) -> None:
    entry, *_ = blocks("bibtex")
    engines = (
        "@misc{a, title={On Engines}, eprint={2401.17644}, archiveprefix={arXiv}, date={2024-01}}"
    )
    (tmp_path / "papers.bib").write_text(entry + engines, "utf-8")
    command, *_ = blocks("sh")
    done = pubs(*command.split()[1:])
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "news.md").read_text("utf-8") == blocks("markdown")[0]


def test_the_page_s_feed(pubs: Run, bib: Path, tmp_path: Path) -> None:
    assert bib.name == "papers.bib"
    done = pubs(*blocks("sh")[1].split()[1:])
    assert done.returncode == 0, done.stderr
    feed = etree.parse(tmp_path / "feed.xml").getroot()
    ids = [each.text for each in feed.iter("{*}id")]
    assert ids[0] == "https://ada.example/feed.xml"
    assert len(set(ids)) == 3


def test_the_page_s_project(pubs: Run, bib: Path, tmp_path: Path) -> None:
    assert bib.name == "papers.bib"
    (tmp_path / "pubs.yaml").write_text(blocks("yaml")[0], "utf-8")
    page = tmp_path / "index.md"
    page.write_text("# Ada\n\n<!-- pubs:start news -->\n<!-- pubs:end -->\n\nBye\n", "utf-8")
    done = pubs("build")
    assert done.returncode == 0, done.stderr
    text = page.read_text("utf-8")
    assert "- [2022] *Notes on the Analytical Engine* is accepted at ICML 2022 as an oral\n" in text
    assert text.endswith("<!-- pubs:end -->\n\nBye\n")
    feed = etree.parse(tmp_path / "feed.xml").getroot()
    assert feed.findtext("{*}title") == "Ada’s papers"
    assert feed.findtext("{*}id") == "https://ada.example/feed.xml"
    assert pubs("build", "--check").returncode == 0
