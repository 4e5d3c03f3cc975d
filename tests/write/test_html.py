"""HTML as a parser reads it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from publist.model import Entry, Group, Legend, LegendItem, Listing, Record, Role, Work
from publist.model import Link as RecordLink
from publist.richtext import RichText
from publist.write.html import inline, style_sheet, write
from publist.write.options import Options
from publist.write.settle import settle

from .listings import LISTINGS
from .strategies import rich_texts, texts

SAFE = {"section", "ol", "ul", "li", "div", "span", "strong", "em", "u", "a", "abbr", "p", "h2"} | {
    *("sup", "sub", "code", "pre", "details", "summary", "h3", "h4", "h5", "h6")
}


def parsed(page: str) -> html.HtmlElement:
    # An XML parser forgives nothing: what is not balanced or not escaped fails here.
    etree.fromstring(f"<x>{page}</x>")
    return html.fromstring(f"<div>{page}</div>")


@given(rich_texts)
def test_inline_is_balanced_and_shows_the_text(text: RichText) -> None:
    tree = parsed(inline(text))
    assert tree.text_content() == settle(text).plain
    assert {str(node.tag) for node in tree.iter()} <= SAFE
    assert all(
        href.startswith(("https://example.org/", "papers/")) for href in tree.xpath("//a/@href")
    )


@given(st.lists(rich_texts, max_size=3), texts, texts, texts)
def test_nothing_escapes_from_a_listing(
    shown: list[RichText], word: str, url: str, heading: str
) -> None:
    record = Record(
        key=word,
        abstract=RichText.of(word),
        links=(RecordLink(relation=word, url=url, label=word), RecordLink(relation="pdf", url=url)),
    )
    entries = tuple(Entry(work=Work.of(record), text=text) for text in shown)
    listing = Listing(
        root=Group(heading=heading, key=heading, entries=entries),
        legend=Legend(items=(LegendItem(mark=word, role=Role(kind=word), text=word),)),
        language=word,
    )
    options = Options(
        abstracts=True, badges=True, bibtex=lambda work: work.key, anchor_prefix=word, links=(word,)
    )
    tree = parsed(write(listing, options))
    assert {str(node.tag) for node in tree.iter()} <= SAFE
    assert len(tree.xpath("//li")) == len(shown)
    anchors = tree.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert not tree.xpath("//@onclick|//@style|//@src")


def test_marks_say_what_they_mean() -> None:
    tree = parsed(write(LISTINGS["plain"]))
    marks = tree.xpath("//li//abbr")
    assert [(mark.text, mark.get("aria-label")) for mark in marks] == [
        ("*", "equal contribution"),
        ("*", "equal contribution"),
        ("✉", "corresponding author"),
        ("💡", "project lead"),
    ]
    assert tree.xpath("string(//p[@class='publist-legend'])") == (
        "* equal contribution · ✉ corresponding author · 💡 project lead"
    )
    assert tree.xpath("string(//strong[@class='publist-me'])") == "A. Lovelace"


def test_numbers() -> None:
    tree = parsed(write(LISTINGS["reversed"]))
    lists = [(ol.get("start"), ol.get("reversed")) for ol in tree.xpath("//ol")]
    assert lists == [("11", ""), ("8", None), ("3", None)]
    assert tree.xpath("(//ol)[3]/li/@value") == ["3", "1"]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("de-CH", None)])
def test_language_and_direction(language: str, direction: str | None) -> None:
    page = html.document_fromstring(write(Listing(language=language), Options(standalone=True)))
    assert page.get("lang") == language
    assert page.get("dir") == direction
    assert page.findtext(".//title") == {"ar": "المنشورات", "de-CH": "Publikationen"}[language]


def test_style_sheet_is_small_and_keeps_to_its_own() -> None:
    sheet = style_sheet()
    assert len(sheet.encode()) < 5200
    rules = re.sub(r"/\*.*?\*/|@(?:media|supports)[^{]*\{", "", sheet, flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", rules):
        assert all(part.strip().startswith(".publist-list") for part in selectors.split(","))


def test_colours_are_those_of_the_theme_not_of_the_system() -> None:
    """A theme that is always light stays readable where the reader's system is dark."""
    sheet = style_sheet()
    assert "prefers-color-scheme" not in sheet
    mixed = re.findall(r"--publist-(\w+): color-mix\([^;]*currentColor", sheet)
    assert mixed == ["muted", "line", "soft", "accent", "award"]
