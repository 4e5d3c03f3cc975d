"""The documentation is a site that builds without a warning, with a list of publist's own."""

from __future__ import annotations

import doctest
import re
import shlex
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


def console(page: str) -> list[tuple[str, str]]:
    """The commands of a page's consoles, each with the output that the page shows."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = []
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.mark.parametrize(("command", "output"), console("deduplicating.md"))
def test_consoles_show_what_is_so(
    command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (DOCS / "deduplicating.md").read_text(encoding="utf-8")
    for name, content in re.findall(
        r"^```bibtex (\S+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = _pubs(command.split()[1:])
    assert done.stdout + done.stderr == output


@pytest.mark.parametrize(("command", "output"), console("importing.md"))
def test_the_page_on_importing(
    command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "# Publications\n\n* **A. Lovelace**, C. Babbage. Notes on Engines. In ICML 2022.\n"
    (tmp_path / "about.md").write_text(page, encoding="utf-8")
    (tmp_path / "index.html").write_text(
        "<h1>Papers</h1><ul><li>A. Lovelace, C. Babbage. <i>Notes</i>. ICML, 2022</ul>", "utf-8"
    )
    bib = "@misc{a, title={Notes on Engines}, author={Ada Lovelace and Charles Babbage}}"
    (tmp_path / "papers.bib").write_text(bib, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert _pubs(command.split()[1:]).returncode == 0
    assert output == ""


@pytest.mark.parametrize(("command", "output"), console("styles.md"))
def test_a_style_of_ones_own(
    command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for page in ("start.md", "styles.md"):
        text = (DOCS / page).read_text(encoding="utf-8")
        for name, content in re.findall(
            r"^```(?:bibtex|xml) (\S+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
        ):
            (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = _pubs(shlex.split(command)[1:])
    assert done.stdout + done.stderr == output


def _pubs(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    code = "from publist.cli import main; main()"
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


PYTHON = re.compile(r"^```python([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILES = {
    "mine.bib": "@inproceedings{conf, author={Ada Lovelace}, title={Notes on Engines That Learn}, "
    "booktitle={ICML}, year=2022}",
    "lab.bib": "@misc{pre, author={Ada Lovelace}, title={Notes on Engines That Learn}, "
    "eprint={2101.17644}, archiveprefix={arXiv}, year=2021}",
    "venues.yaml": "glassbeads:\n  name: Symposium on Glass Beads\n  short: GlassBeads\n"
    "  kind: conference\n  former:\n    - Workshop on Glass Beads\n",
}


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_python_in_the_docs_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "examples").symlink_to(DOCS.parent / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for info, text in PYTHON.findall((DOCS / page).read_text(encoding="utf-8")):
        # Blocks with a file's name are written and used by the tests of the builders.
        if info.strip().endswith(".py") or "not-run" in info:
            continue
        if ">>>" in text:
            test = doctest.DocTestParser().get_doctest(text, names, page, page, 0)
            assert test.examples
            assert doctest.DocTestRunner().run(test, clear_globs=False).failed == 0
            names.update(test.globs)  # one block goes on where the last one ended
        else:
            exec(compile(text, page, "exec"), names)  # noqa: S102  # our own docs


# Where the commands of a page are run; a page with commands that is not here fails below.
SHELL = {
    **dict.fromkeys(
        ("deduplicating", "formats", "importing", "start", "styles"), "test_docs_site.py"
    ),
    **dict.fromkeys(
        ("jinja2", "jupyter-book", "mkdocs", "nikola", "pelican", "sphinx", "zensical"),
        "builders/test_python_docs.py",
    ),
    "cv": "cli/test_cv_doc.py",
    "feeds": "cli/test_news.py",
    "hugo": "builders/test_hugo.py",
    "javascript": "builders/test_javascript.py",
    "jekyll": "builders/test_jekyll.py",
    "labs": "lab/test_pages.py",
    "page": "write/test_page.py",
    "pandoc": "builders/test_pandoc.py",
    "project": "project/test_project_doc.py",
}


def test_every_page_with_commands_has_a_test_that_runs_them() -> None:
    shell = re.compile(r"^```(?:sh|console)\b", re.MULTILINE)
    pages = {path.stem for path in DOCS.glob("*.md") if shell.search(path.read_text("utf-8"))}
    assert pages == set(SHELL)
    for page, test in SHELL.items():
        assert page in (DOCS.parent / "tests" / test).read_text("utf-8")


def test_the_command_of_the_page_on_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)\n```$", text, re.DOTALL | re.MULTILINE)
    front = "---\ntitle: Of Mice\nauthors: [Ann Li]\npublication_types: ['1']\nvenue: ICML\n---\n"
    for file in ("content/publication/mice/index.md", "_publications/2020-mice.md"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(front, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command in block.split("\n"):
        assert _pubs([word.strip("'") for word in command.split()[1:]]).returncode == 0
        assert "Of Mice" in (tmp_path / "publications.bib").read_text(encoding="utf-8")
