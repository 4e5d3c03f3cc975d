"""What biblatex and biber make of the annotations."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from publist.model import CORRESPONDING, EQUAL, Author, Date, Name, Record, Role
from publist.reading import read_text
from publist.richtext import RichText
from publist.write.biblatex import latex_package, write_biblatex
from publist.write.bibtex import citation_bibtex

from .pages import record


def person(family: str, *roles: Role, me: bool = False) -> Author:
    return Author(name=Name(family=family, given="Xx"), roles=roles, me=me)


SECOND_PAIR = Role(kind="equal", group=2)
RECORDS = [
    Record(
        key="one",
        type="article-journal",
        title=RichText.of("On Looms & Cards"),
        container=RichText.of("Journal"),
        date=Date.parse("2024-05"),
        authors=(
            person("Adams", EQUAL, me=True),
            person("Brown", EQUAL, CORRESPONDING),
            person("Clark", SECOND_PAIR),
            person("Davis", SECOND_PAIR),
        ),
    ),
    Record(key="two", type="book", title=RichText.of("Alone"), authors=(person("Evans"),)),
]

DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage[giveninits,maxbibnames=99]{biblatex}
\usepackage{publist-biblatex}
\renewcommand{\publistowner}[1]{<#1>}
\publistrole{corresponding}{\#}{to write to}
\addbibresource{papers.bib}
\begin{document}
\publistroles
\nocite{*}
\printbibliography
\end{document}
"""


def test_the_owner_and_roles_are_annotations() -> None:
    assert "author+an = {1=equal,me; 2=equal,corresponding; 3=equal:2; 4=equal:2}" in (
        " ".join(write_biblatex(RECORDS).split())
    )


def test_it_reads_back_as_the_same_roles() -> None:
    (one, two) = read_text(write_biblatex(RECORDS), "papers.bib").records
    assert [author.name for author in one.authors] == [a.name for a in RECORDS[0].authors]
    assert "+an" not in write_biblatex([two])


def test_a_citation_is_for_others() -> None:
    full = record("a", "Why?", "2024", EQUAL, keywords=("x",), preview="a.png", selected=True)
    assert citation_bibtex(full).split("\n")[1:4] == [
        "  author = {Lovelace, Ada and Babbage, Charles},",
        "  title  = {Why?},",
        "  year   = {2024},",
    ]


def test_biblatex_shows_owner_marks_and_legend(tmp_path: Path) -> None:
    for program in ("pdflatex", "biber", "pdftotext"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    (tmp_path / "papers.bib").write_text(write_biblatex(RECORDS), "utf-8")
    (tmp_path / "publist-biblatex.sty").write_text(latex_package(), "utf-8")
    (tmp_path / "cv.tex").write_text(DOCUMENT, "utf-8")
    latex = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "cv"]
    biber = ["biber", "--validate-datamodel", "cv"]
    for command in (latex, biber, latex, latex):
        done = subprocess.run(  # noqa: S603  # programs found on the path
            command, cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=120,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-2000:]
    assert "Rerun" not in (tmp_path / "cv.log").read_text("utf-8", errors="replace")
    text = subprocess.run(  # noqa: S603
        ["pdftotext", "-layout", str(tmp_path / "cv.pdf"), "-"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    plain = " ".join(text.split())
    assert (
        "* equal contribution · † equal contribution (group 2) · # to write to References" in plain
    )
    assert "<X. Adams>* , X. Brown*# , X. Clark† , and X. Davis†" in plain
    assert "project lead" not in plain, "what no name shows is not explained"
