"""A whole page without a browser: what is in it, what can get out of its data, its size."""

from __future__ import annotations

import base64
import doctest
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from publist.errors import ProjectError
from publist.model import Award, Entry, Group, Link, Listing, Venue, Work
from publist.richtext import Element, RichText, Tag
from publist.words import words
from publist.write.html import write
from publist.write.html_page import script, style_sheet
from publist.write.options import Options

from .listings import LISTINGS
from .pages import OPTIONS, listing_of, page_listing, record
from .strategies import rich_texts, texts

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "zh", "ja", "ko", "ar", "he", "fa")


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


PAGE = write(page_listing(), OPTIONS)
TREE = parsed(PAGE)


def test_nothing_but_data_weighs_more_than_thirty_kilobytes() -> None:
    empty = write(Listing(), Options(standalone=True))
    assert len(empty.encode()) < 30_000
    assert script() in empty
    assert style_sheet() in empty


def test_it_asks_nobody_for_anything() -> None:
    assert (
        TREE.xpath("//script/@src | //link | //iframe | //object | //img[contains(@src, ':')]")
        == []
    )
    assert TREE.xpath("//img/@src") == ["pictures/engine.svg"], (
        "a picture elsewhere is not asked for"
    )
    assert not re.search(r"@import|url\(", "".join(TREE.xpath("//style/text()")))


def test_its_policy_lets_run_what_is_in_it_and_nothing_else() -> None:
    for tree in (TREE, parsed(write(page_listing(), replace(OPTIONS, metadata=())))):
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        for directive, element in (("style-src", "style"), ("script-src", "script")):
            inside = tree.xpath(f"//{element}/text()")
            assert inside
            digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()) for text in inside]
            allowed = sorted(f"'sha256-{digest.decode()}'" for digest in digests)
            assert sorted(rules[directive].split()) == allowed
    assert rules["default-src"] == "'none'"
    assert not TREE.xpath("//@style | //@*[starts-with(name(), 'on')]")


def test_without_scripts_everything_shows_and_no_filter_does() -> None:
    (form,) = TREE.xpath("//form")
    assert form.get("hidden") is not None
    assert not TREE.xpath("//main//*[@hidden][not(ancestor-or-self::form)]")
    assert len(TREE.xpath("//li")) == 5


def test_filters_with_counts() -> None:
    found = {
        select.get("name"): [option.text for option in select.xpath("option")[1:]]
        for select in TREE.xpath("//select")
    }
    assert found == {
        "year": ["Forthcoming (1)", "2024 (2)", "2023 (2)"],
        "kind": ["Journal articles (1)", "Conference papers (2)", "Preprints (1)", "Books (1)"],
        "venue": ["ICML (2)", "JMLR (1)"],
        "role": ["Equal contribution (1)"],
        "award": ["Any award (2)", "Best Paper Award (1)", "Oral (1)"],
    }
    (notes,) = TREE.xpath("//li[@id='notes']")
    data = {name: value for name, value in notes.attrib.items() if name != "data-text"}
    assert data == {
        "id": "notes",
        "value": "5",
        "data-year": "2024",
        "data-kind": "journal",
        "data-venue": "jmlr",
        "data-role": "first equal",
        "data-award": "best-paper-award any",
    }
    assert "Jacquard looms" in notes.get("data-text", "")


def test_a_filter_that_tells_nothing_apart_is_not_there() -> None:
    one = listing_of(record("a", "Why?", "2024", type="book"))
    assert parsed(write(one, OPTIONS)).xpath("//select") == []


@pytest.mark.parametrize("name", LISTINGS)
def test_data_cannot_get_out_of_the_page(name: str) -> None:
    tree = parsed(write(LISTINGS[name], OPTIONS))
    assert len(tree.xpath("//script")) == (2 if tree.xpath("//li") else 1)
    for anchor in tree.xpath("//a[starts-with(@href, '#')]"):
        assert anchor.get("href") != "#"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_metadata_survive_what_the_data_hold() -> None:
    end = "</script><!-- x"
    tree = parsed(
        write(listing_of(record(end, "Why?", "2024", abstract=RichText.of(end))), OPTIONS)
    )
    (text,) = tree.xpath("//script[@type='application/ld+json']/text()")
    assert [node["abstract"] for node in json.loads(text)["@graph"]] == [end]
    assert len(tree.xpath("//script")) == 2


def test_formulas_are_readable_where_nothing_sets_them() -> None:
    formula = Element(Tag.MATH, (r"O(n^2)",))
    entries = [
        entry.model_copy(update={"text": RichText.of("In ", formula)})
        for entry in page_listing().root.walk()
    ]
    tree = parsed(write(Listing(root=Group(entries=tuple(entries[:1]))), OPTIONS))
    assert tree.xpath("string(//*[@class='publist-entry'])").endswith("In O(n²)")


def test_names_and_titles_of_both_directions_keep_their_own() -> None:
    (entry,) = TREE.xpath("//li[@id='hebrew']/div[1]")
    assert entry.get("dir") == "ltr", "it begins with a name in Latin letters"
    assert entry.xpath(".//*[@class='publist-title']/@dir") == ["auto"]
    assert not TREE.xpath("//li[@id='icml24']//*[@dir]")
    right = parsed(write(page_listing("ar"), OPTIONS))
    assert right.get("dir") == "rtl"
    assert right.xpath("//li/div[contains(@class, 'publist-entry')]/@dir") == ["ltr"] * 5
    arabic = listing_of(record("a", "شبكات", "2024"))
    arabic = arabic.model_copy(update={"root": Group(entries=(_of_title(arabic),))})
    assert parsed(write(arabic, OPTIONS)).xpath("//li/div[1]/@dir") == ["rtl"]


def _of_title(listing: Listing) -> Entry:
    (entry,) = listing.root.walk()
    return entry.model_copy(update={"text": entry.work.record.title})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_is_translated(language: str) -> None:
    page, english = words("page", language), words("page", "en")
    same = {key for key in page if page[key] == english[key]}
    assert language == "en" or same <= {"kind"}, same
    assert {"{shown}", "{total}"} <= set(re.findall(r"\{\w+\}", page["showing"]))
    tree = parsed(write(page_listing(language), OPTIONS))
    assert tree.xpath("//select[@name='year']/@aria-label") == [page["year"]]


def test_highwire_is_for_the_page_of_one_work() -> None:
    alone = Options(standalone=True, metadata=("highwire",))
    tree = parsed(write(listing_of(record("a", "Why?", "2024")), alone))
    authors = tree.xpath("//meta[@name='citation_author']/@content")
    assert authors == ["Lovelace, Ada", "Babbage, Charles"]
    for listing, options in (
        (page_listing(), alone),
        (listing_of(record("a", "Why?", "2024")), Options(metadata=("highwire",))),
    ):
        with pytest.raises(ProjectError, match="page of one work"):
            write(listing, options)


def test_metadata_beside_an_embedded_list_on_demand() -> None:
    listing = page_listing()
    assert "<script" not in write(listing)
    assert write(listing, Options(metadata=("jsonld",))).count("ld+json") == 1
    assert write(listing, Options(metadata=("coins",))).count("Z3988") == 5


@pytest.mark.parametrize(
    ("folder", "preview", "source"),
    [
        ("", "a.png", "a.png"),
        (".", "a b.png", "a%20b.png"),
        ("assets/img/", "a.png", "assets/img/a.png"),
        ("/static", "a.png", "/static/a.png"),
        ("", "https://example.org/a.png", None),
        ("", "//example.org/a.png", None),
        ("", "javascript:alert(1)", None),
        (None, "a.png", None),
    ],
)
def test_thumbnails_lie_beside_the_page(
    folder: str | None, preview: str, source: str | None
) -> None:
    listing = listing_of(record("a", "Why?", "2024", preview=preview))
    tree = parsed(write(listing, Options(thumbnails=folder)))
    assert tree.xpath("//img/@src") == ([source] if source else [])


def test_a_link_to_an_entry_leads_to_it() -> None:
    odd = listing_of(record("a:b c", "Why?", "2024", links=(Link(relation="pdf", url="x.pdf"),)))
    tree = parsed(write(odd, OPTIONS))
    (anchor,) = tree.xpath("//li/@id")
    assert tree.xpath("//a[contains(@class, 'publist-permalink')]/@href") == [f"#{anchor}"]


@given(st.lists(rich_texts, max_size=2), texts)
def test_nothing_of_any_text_becomes_an_element(shown: list[RichText], word: str) -> None:
    made = record(
        word or "a", "x", "2024", preview=word, keywords=(word,), abstract=RichText.of(word)
    )
    made = made.change(
        title=RichText.of(word),
        venue=Venue(name=word, short=word),
        awards=(Award(name=word), Award(name="x")),
        links=(Link(relation="pdf", url=word, label=word),),
    )
    entries = tuple(Entry(work=Work.of(made), text=text) for text in (*shown, RichText.of(word)))
    options = replace(OPTIONS, title=word, thumbnails=word)
    tree = parsed(write(Listing(root=Group(heading=word, key=word, entries=entries)), options))
    assert len(tree.xpath("//script")) == 2
    assert len(tree.xpath("//li")) == len(entries)
    assert {str(node.tag) for node in tree.xpath("//li//*")} <= IN_ENTRIES
    assert not tree.xpath("//@style | //@onclick | //@onerror")


IN_ENTRIES = {
    *("div", "span", "strong", "em", "u", "a", "abbr", "p", "sup", "sub", "code", "pre", "img"),
    *("details", "summary"),
}


def test_the_page_of_docs_says_what_is_so(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    text = (root / "docs" / "page.md").read_text("utf-8")
    (said,) = re.findall(r"(\d+) KB beside the data", text)
    empty = len(write(Listing(), Options(standalone=True)).encode())
    assert empty <= int(said) * 1000
    for name in re.findall(r"`(--[a-z-]+)`", text):
        known = (root / "data" / "publist-page.css").read_text("utf-8")
        known += (root / "src/publist/cli/list_options.py").read_text("utf-8")
        assert name in known, name
    monkeypatch.chdir(root)
    failed, tried = doctest.testfile(str(root / "docs" / "page.md"), module_relative=False)
    assert tried
    assert not failed
