"""The extension of Python-Markdown: blocks in pages, by themselves and inside other things."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from publist.embed.fences import Fenced, blocks_in, options_in
from publist.embed.markdown import makeExtension
from publist.errors import ProjectError, SourceError

LAB = Path(__file__).parents[2] / "examples" / "lab"
BLOCK = "::: publications\nsources: papers.bib\n:::"


def html(page: str, *more: str, **options: Any) -> str:
    extension = makeExtension(folder=str(LAB), **options)
    return Markdown(extensions=[*more, extension]).convert(page)


@pytest.mark.parametrize(
    "page",
    [
        BLOCK,
        BLOCK.replace(":::", "```"),
        BLOCK.replace(":::", "~~~~"),
        BLOCK.replace("::: publications", "::: {.publications}"),
        BLOCK.replace(":::", ":::::"),
    ],
)
def test_a_block_becomes_a_list(page: str) -> None:
    made = html(f"Before\n\n{page}\n\nAfter", "fenced_code", css=False)
    assert made.startswith('<p>Before</p>\n<div class="publist-list"')
    assert made.endswith("<p>After</p>")
    assert made.count("<li id=") == 4


def test_headings_are_in_the_table_of_contents() -> None:
    page = f"[TOC]\n\n# Me\n\n{BLOCK}".replace("papers.bib", "papers.bib\ngroup-by: year")
    made = html(page, "toc", css=False)
    assert '<a href="#2022">2022</a>' in made.partition("</div>")[0]
    assert '<h2 id="2022">' in made


def test_what_is_shown_in_a_fence_stays_text() -> None:
    made = html(f"````\n{BLOCK}\n````", "fenced_code")
    assert "publist-list" not in made
    assert "::: publications" in made


def test_a_block_inside_a_list_and_an_admonition() -> None:
    inside = BLOCK.replace("\n", "\n    ")
    assert "<li>" in html(f"- item\n\n    {inside}", css=False).partition("publist-list")[0]
    made = html(f'!!! note "Papers"\n\n    {inside}', "admonition", css=False)
    assert made.startswith('<div class="admonition note">')
    assert "publist-list" in made


def test_two_lists_on_a_page_share_no_id_and_one_style_sheet() -> None:
    made = html(f"{BLOCK}\n\n{BLOCK}")
    assert made.count('id="lovelace2022notes"') == 1
    assert made.count('id="lovelace2022notes-2"') == 1
    assert made.count("<style>") == 1


def test_nothing_is_escaped_twice(tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_text(
        "@misc{a, title={A < B \\& C_d_ *e* \\{f\\} `g`}, url={https://example.org/?a=1&b=2}}",
        encoding="utf-8",
    )
    page = f"::: publications\nsources: {tmp_path / 'x.bib'}\n:::"
    made = html(page, css=False)
    assert "A &lt; B &amp; C_d_ *e*" in made
    assert 'href="https://example.org/?a=1&amp;b=2"' in made


def test_a_bad_source_stops_where_nobody_counts_warnings() -> None:
    with pytest.raises(SourceError, match="no such file"):
        html(BLOCK.replace("papers.bib", "nowhere.bib"), on_error="raise")


def test_a_bad_source_is_a_warning_and_a_box(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = html(BLOCK.replace("papers.bib", "no<where.bib"), on_error="warn")
    assert 'role="alert"' in made
    assert "no&lt;where.bib" in made
    assert "There is no such file" in caplog.text


def test_an_empty_list_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        html(BLOCK.replace("papers.bib", "papers.bib\nyears: 1800"))
    assert "None of the 4 works fits" in caplog.text


@pytest.mark.parametrize(
    ("block", "line"),
    [("::: publications\nyears: [2020\n:::", 2), ("::: publications\nyears", 1),
     ("::: publications\njust words\n:::", 1)],
)  # fmt: skip
def test_options_that_are_none_are_told_with_their_line(block: str, line: int) -> None:
    (found,) = [each for each in blocks_in(block.split("\n")) if isinstance(each, Fenced)]
    with pytest.raises(ProjectError) as caught:
        options_in(found, "page.md")
    assert caught.value.line == line


def test_options_of_all_blocks_and_a_list_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_text((LAB / "papers.bib").read_text(), encoding="utf-8")
    (tmp_path / "pubs.yaml").write_text(
        "sources: papers.bib\nlists:\n  early: {select: {years: -2021}}\n", encoding="utf-8"
    )
    extension = makeExtension(folder=str(tmp_path), css=False, style="title-first")
    made = Markdown(extensions=[extension]).convert("::: publications early\n:::")
    assert made.count("<li id=") == 1
    assert made.index("Invariants") < made.index("Noether")


LINES = st.lists(
    st.sampled_from(
        ["text", "::: publications", "::: note", ":::", "```", "````", "~~~", "  x: 1"]
    ),
    max_size=10,
)


@given(LINES)
def test_lines_outside_of_blocks_stay_as_they_are(lines: list[str]) -> None:
    out: list[str] = []
    for each in blocks_in(lines):
        if isinstance(each, str):
            out.append(each)
            continue
        end = [":::"] if each.closed else []
        inside = each.options.split("\n") if each.options or not each.closed else []
        out += lines[each.line - 1 : each.line] + lines[each.line : each.line + len(inside)] + end
    assert len(out) >= len([line for line in lines if line == "text"])
    if not any("publications" in line for line in lines):
        assert out == lines
