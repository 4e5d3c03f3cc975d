"""pandoc itself, 2.17 and 3, with the Lua filter."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from .conftest import ROOT, Sh, commands, write_files

Copy = Callable[[str], Path]


def test_the_example_has_the_current_filter() -> None:
    example = ROOT / "examples" / "pandoc" / "publications.lua"
    assert example.read_text("utf-8") == (ROOT / "data/templates/pandoc.lua").read_text("utf-8")


def test_the_page_of_the_docs(tmp_path: Path, sh: Sh, pandoc: Path, programs: Path) -> None:
    (programs / "pandoc").symlink_to(pandoc)
    shutil.copy(ROOT / "examples" / "pandoc" / "papers.bib", tmp_path)
    write_files("pandoc.md", tmp_path)
    assert (tmp_path / "cv.md").read_text() == (ROOT / "examples/pandoc/cv.md").read_text()
    for command in commands("pandoc.md"):
        sh(command)
    page = html.parse(tmp_path / "cv.html").getroot()
    entries = page.xpath("//ol[@class='publist']/li")
    assert [entry.get("id") for entry in entries] == ["lovelace2022notes", "lovelace2021tables"]
    assert page.find_class("publist-me")[0].text_content() == "A. Lovelace"
    tex = (tmp_path / "cv.tex").read_text("utf-8")
    assert r"\textbf{A. Lovelace}\textsuperscript{*}, C." in " ".join(tex.split())
    assert "\n2. \\textbf" in tex
    assert "\n1. \\textbf" in tex
    assert r"\& \textbf{More}" in " ".join(tex.split())
    word = sh("pandoc cv.docx -t markdown --wrap none").stdout
    assert "2\\. **A. Lovelace**^\\*^, C. Babbage^\\*^, and M. Somerville" in word


@pytest.mark.parametrize("to", ["html", "latex"])
def test_two_lists_and_a_formula(example: Copy, sh: Sh, pandoc: Path, to: str) -> None:
    folder = example("pandoc")
    (folder / "math.bib").write_text("@book{m, title={On $\\frac{a_i}{b}$}, year=2020}")
    (folder / "two.md").write_text(
        "::: {.publications sources=papers.bib years=2022}\n:::\n\nBetween.\n\n"
        "::: {#maths .publications sources=math.bib}\n:::\n"
    )
    text = sh(f"{pandoc} two.md --lua-filter publications.lua -t {to} --mathjax").stdout
    assert text.index("Notes on Engines") < text.index("Between") < text.index(r"\frac")
    assert "Bernoulli" not in text
    if to == "latex":
        assert r"\(\frac{a_i}{b}\)" in text
    else:
        tree = html.fragment_fromstring(text, create_parent=True)
        assert tree.get_element_by_id("maths").find_class("publist-entry")


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ("sources=none.bib", "none.bib"),
        ("sources=papers.bib years=1700", "empty"),
        ("sources=papers.bib stile=apa", "stile"),
        ('sources="papers.bib; touch owned"', "touch owned"),
        ('sources="$(touch owned)"', "touch owned"),
        ('sources=papers.bib style="`touch owned`"', "style"),
    ],
)
def test_trouble_stops_pandoc(example: Copy, sh: Sh, attributes: str, said: str) -> None:
    folder = example("pandoc")
    (folder / "bad.md").write_text(f"::: {{.publications {attributes}}}\n:::\n")
    done = sh("pandoc bad.md --lua-filter publications.lua -t html -o out", status=1)
    assert said in done.stderr
    assert not (folder / "out").exists()
    assert not (folder / "owned").exists()


def test_other_divs_are_left_alone(example: Copy, sh: Sh, pandoc: Path) -> None:
    folder = example("pandoc")
    (folder / "other.md").write_text("::: {.note sources=none.bib}\nText\n:::\n")
    assert "Text" in sh(f"{pandoc} other.md --lua-filter publications.lua -t html").stdout


def test_an_empty_list_stops_pandoc_in_every_form(example: Copy, sh: Sh) -> None:
    folder = example("pandoc")
    (folder / "bad.md").write_text("::: {.publications sources=papers.bib years=1700}\n:::\n")
    done = sh("pandoc bad.md --lua-filter publications.lua -t latex", status=1)
    assert "empty" in done.stderr
