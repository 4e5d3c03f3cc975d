"""The documentation is a site that builds without a warning, with a list of publist's own."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    made = subprocess.run(  # noqa: S603
        [*command, str(DOCS), str(out)], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return out


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a" and said.get("href"):
            self.links.add(str(said["href"]))
        if said.get("id"):
            self.ids.add(str(said["id"]))


def test_every_page_is_there_and_shows_a_list(site: Path) -> None:
    pages = {path.stem for path in DOCS.glob("*.md")}
    assert {path.stem for path in site.glob("*.html")} >= pages
    index = (site / "index.html").read_text(encoding="utf-8")
    assert index.count('class="publist-me"') == 3
    for name in pages - {"index"}:
        assert f'href="{name}.html"' in index


def test_links_inside_lead_somewhere(site: Path) -> None:
    read = {}
    for page in site.glob("*.html"):
        parser = _Links()
        parser.feed(page.read_text(encoding="utf-8"))
        read[page.name] = parser
    broken = [
        (page, link)
        for page, parser in read.items()
        for link in parser.links
        if not re.match(r"[a-z]+:", link) and not _leads(link, page, site, read)
    ]
    assert broken == []


def _leads(link: str, page: str, site: Path, read: dict[str, _Links]) -> bool:
    path, _, anchor = link.partition("#")
    name = unquote(path) or page
    if name not in read:
        return (site / name).exists()
    return not anchor or unquote(anchor) in read[name].ids


@pytest.mark.parametrize("file", ["../README.md", "../CONTRIBUTING.md", "../ARCHITECTURE.md"])
def test_links_from_the_repository_s_pages_lead_to_files(file: str) -> None:
    text = (DOCS / file).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
        assert (DOCS.parent / link).exists(), link


def test_the_guide_s_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / "start.md").read_text(encoding="utf-8")
    (papers,) = re.findall(r"```bibtex papers\.bib\n(.*?)```", text, re.DOTALL)
    (tmp_path / "papers.bib").write_text(papers, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBLIST_CACHE", str(tmp_path / "cache"))
    said = []
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for command in block.strip().split("\n"):
            words = re.findall(r"\"[^\"]*\"|'[^']*'|\S+", command)
            arguments = [word.strip("\"'") for word in words[1:]]
            assert words[0] == "pubs"
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-c", "from publist.cli import main; main()", *arguments],
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, (command, done.stderr)
            said.append((done.stdout, done.stderr))
    shown = re.findall(r"^> ?(.*)$", text, re.MULTILINE)
    assert said[0][0].strip() == "\n".join(shown).strip()
    assert "role-guessed" in said[0][1]
    assert said[1][1] == ""
    assert (tmp_path / "publications.html").exists()
    assert (tmp_path / "pubs.yaml").exists()
