"""Hugo itself builds the example and what the page of the docs tells."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from lxml import html

from .conftest import ROOT, Sh, commands, write_files

Copy = Callable[[str], Path]
EXAMPLE = ROOT / "examples" / "hugo"


def test_the_example_has_the_current_templates() -> None:
    for ours, theirs in (
        ("templates/hugo-partial.html", "layouts/partials/publications.html"),
        ("templates/hugo-shortcode.html", "layouts/shortcodes/publications.html"),
    ):
        assert (EXAMPLE / theirs).read_text("utf-8") == (ROOT / "data" / ours).read_text("utf-8")


def test_the_example(example: Copy, sh: Sh, hugo: Path) -> None:
    folder = example("hugo")
    done = sh(f"pubs build && {hugo}")
    assert "WARN" not in done.stdout + done.stderr
    page = html.parse(folder / "public/publications/index.html").getroot()
    entries = page.xpath("//ul[@class='publist']/li")
    assert [entry.get("id") for entry in entries] == ["lovelace2022notes", "lovelace2021tables"]
    assert [(h.text, h.get("id")) for h in page.iter("h2")] == [("2022", "2022"), ("2021", "2021")]
    assert "A. Lovelace*, C. Babbage*, M. Somerville. Notes" in entries[0].text_content()
    assert "site.title & More" in entries[1].text_content()
    assert page.find_class("publist-me")[0].text_content() == "A. Lovelace"
    assert page.find_class("publist-legend")[0].text_content() == "* equal contribution"
    home = html.parse(folder / "public/index.html").getroot()
    assert home.find_class("publist-badge")[0].text == "ICML 2022"


def test_numbers(example: Copy, sh: Sh, hugo: Path) -> None:
    folder = example("hugo")
    text = (folder / "pubs.yaml").read_text("utf-8")
    (folder / "pubs.yaml").write_text(text.replace("group-by: year", "number: reversed"), "utf-8")
    sh(f"pubs build && {hugo}")
    page = html.parse(folder / "public/publications/index.html").getroot()
    assert page.xpath("//ol[@class='publist']/li/@value") == ["2", "1"]


def test_the_page_of_the_docs(tmp_path: Path, sh: Sh, new_hugo: Path, programs: Path) -> None:
    (programs / "hugo").symlink_to(new_hugo)
    shutil.copy(EXAMPLE / "papers.bib", tmp_path)
    (tmp_path / "hugo.toml").write_text('disableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n')
    write_files("hugo.md", tmp_path)
    layouts = tmp_path / "layouts" / "_default"
    shutil.copy(layouts / "single.html", layouts / "list.html")
    # Read first what comes first: the layout is for the pages of works.
    layout = tmp_path / "layouts/publications/single.html"
    of_works = layout.read_text()
    layout.unlink()
    five_minutes, build, adapter, export = commands("hugo.md")
    sh(five_minutes)
    sh(build)
    page = html.parse(tmp_path / "public/publications/index.html").getroot()
    assert len(page.xpath("//ul[@class='publist']/li")) == 2
    # A page for each work, and the list as the page of their section.
    layout.write_text(of_works)
    sh(adapter)
    shutil.move(tmp_path / "content/publications.md", tmp_path / "content/publications/_index.md")
    sh(export)
    sh(build)
    page = html.parse(tmp_path / "public/publications/lovelace2022notes/index.html").getroot()
    assert page.findtext(".//h1") == "Notes on Engines That Learn"
    assert page.findtext(".//p") == "Engines learn if they are told how."
    assert len(page.find_class("publist-entry")) == 1
    page = html.parse(tmp_path / "public/publications/index.html").getroot()
    assert len(page.xpath("//ul[@class='publist']/li")) == 2


def test_dates_of_the_adapter_s_pages(example: Copy, sh: Sh, new_hugo: Path) -> None:
    folder = example("hugo")
    (folder / "content/publications.md").unlink()
    (folder / "layouts/index.html").write_text(
        "{{ range site.RegularPages.ByDate }}"
        '<p>{{ .Title }}|{{ .Date.Format "2006-01-02" }}</p>{{ end }}'
    )
    sh("pubs template hugo-adapter -o content/publications/_content.gotmpl && pubs build")
    sh(str(new_hugo))
    page = html.parse(folder / "public/index.html").getroot()
    lines = [line.text_content() for line in page.iter("p")]
    assert [line.rpartition("|")[2] for line in lines] == ["2021-03-01", "2022-01-01"]


def test_missing_data_stop_the_build(example: Copy, sh: Sh, hugo: Path) -> None:
    folder = example("hugo")
    sh("pubs build")
    (folder / "data" / "publications.json").unlink()
    done = sh(str(hugo), status=1)
    said = done.stdout + done.stderr
    assert "publist: there are no publications in data/publications.json" in said
    (folder / "data" / "publications.json").write_text('{"count": 0, "groups": []}')
    done = sh(str(hugo), status=1)
    assert "publist: there are no" in done.stdout + done.stderr


def test_hugoblox(example: Copy, sh: Sh, hugo: Path) -> None:
    folder = example("hugo")
    sh("pubs export papers.bib --to hugoblox -o content/publication --me 'Ada Lovelace'")
    (folder / "layouts/index.html").write_text(
        '{{ range where site.RegularPages "Section" "publication" }}<p>{{ .Title }}|'
        '{{ delimit .Params.authors ", " }}|'
        '{{ with .Params.author_notes }}{{ delimit . ", " }}{{ end }}|'
        '{{ .Date.Format "2006-01-02" }}|{{ delimit .Params.publication_types " " }}|'
        "{{ .Params.publication | markdownify }}|{{ .Params.publication_short }}|"
        "{{ .Params.url_pdf }}|"
        '{{ with .Resources.Get "cite.bib" }}{{ .Content }}{{ end }}</p>{{ end }}'
    )
    sh(f"pubs build && {hugo}")
    page = html.parse(folder / "public/index.html").getroot()
    first = page.xpath("//p")[0].text_content().split("|")
    assert first[:8] == [
        "Notes on Engines That Learn",
        "Ada Lovelace, Charles Babbage, Mary Somerville",
        "equal contribution, equal contribution, ",
        "2022-01-01",
        "paper-conference",
        "Proceedings of the 39th International Conference on Machine Learning",
        "ICML",
        "notes.pdf",
    ]
    assert first[8].startswith("@inproceedings{lovelace2022notes,")
