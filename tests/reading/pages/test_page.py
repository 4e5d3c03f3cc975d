"""Whole pages, invented, in the orders and the markup that people use."""

from __future__ import annotations

from publist.reading.pages import read_html, read_markdown

PAGE = """---
title: Me
---
# News
* [2024.09] Our paper "Of Mice" by A. Li, B. He is accepted at ICML 2024!

# Publications
The \\* represents the equal contribution, 📧 corresponding author.

* A. Li\\*, **B. He**\\*, C. Wu📧. Of Mice. In ICML 2024 (<strong>spotlight</strong>).
* **B. He**, and C.📧 Wu. Should We Feed Mice? On Cheese." In NeurIPS 2023.

# Teaching
* Teaching Assistant, Mouse Care, 2020
"""


def test_a_page_gives_its_publications_and_nothing_else() -> None:
    document = read_markdown(PAGE, "about.md")
    assert [record.title.plain for record in document.records] == [
        "Of Mice",
        "Should We Feed Mice? On Cheese",
    ]
    first, second = document.records
    assert [str(a.name) for a in first.authors] == ["A. Li", "B. He", "C. Wu"]
    assert [a.marks for a in first.authors] == [("*",), ("*",), ("✉",)]
    assert [a.emphasised for a in first.authors] == [False, True, False]
    assert [a.marks for a in second.authors] == [(), ("✉",)]
    assert first.awards[0].kind == "spotlight"
    assert (first.year, second.year) == (2024, 2023)
    assert any("equal contribution" in remark for remark in document.remarks)
    assert "page-left-out" in {problem.code for problem in document.problems}
    assert [p.line for p in document.problems if p.code == "page-quote"] == [11]


def test_title_first_in_html() -> None:
    page = """<h3>Publications</h3><ul>
    <li><p><b>Of Mice: A Study</b> <br> A. Li*, B. He*<br>
    <i>International Conference on Machine Learning (ICML)</i>, 2022.
    <a href="https://arxiv.org/pdf/2203.07322.pdf">[pdf]</a></li></ul>"""
    (record,) = read_html(page, "index.html").records
    assert record.title.plain == "Of Mice: A Study"
    assert record.container.plain.startswith("International Conference on Machine Learning")
    assert record.year == 2022
    assert record.identifier("arxiv") == "2203.07322"
    assert [link.relation for link in record.links] == ["pdf"]


def test_a_line_in_which_no_authors_are_found_is_told() -> None:
    page = (
        "# Publications\n\n* A. Li, B. He. Of Mice. In ICML 2022.\n\n"
        "The annual report of the working group on mice, volume three, printed in Bern, 2019.\n"
    )
    document = read_markdown(page, "about.md")
    (problem,) = [each for each in document.problems if each.code == "page-unread"]
    assert problem.line == 5
    assert "working group" in (problem.value or "")
    assert len(document.records) == 1


def test_an_introduction_is_no_publication() -> None:
    page = (
        "<table><tr><td><p>Ann Li</p><p>I am a scientist in <a>Bern</a>, where I work on mice. "
        "I received the Cheese Prize, 2019.</p></td></tr></table><h2>Papers</h2>"
        "<ul><li><a>Of Mice and Models</a><br><b>A. Li</b>, B. He<br><i>ICML</i>, 2022</li></ul>"
    )
    assert [each.title.plain for each in read_html(page, "x.html").records] == [
        "Of Mice and Models"
    ]


def test_a_journal_and_a_month_are_no_authors() -> None:
    page = (
        "<h2>Papers</h2><ol><li><div>Cheese at scale</div><div>B. He, <em>A. Li</em>, and 3 more "
        "authors</div><div><em>Nature</em>, Aug 2021</div></li></ol>"
    )
    (record,) = read_html(page, "x.html").records
    assert (record.container.plain, str(record.date)) == ("Nature", "2021-08")
    assert record.authors_truncated
