"""Metadata for machines: schema.org, Highwire tags, COinS."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from lxml import html

from publist.model import Author, Date, Identifier, Link, Name, Record, Work
from publist.richtext import RichText
from publist.write.coins import coins
from publist.write.highwire import highwire, highwire_tags
from publist.write.jsonld import jsonld, jsonld_of, jsonld_text
from publist.write.options import Options
from publist.write.work_pages import work_pages

from .pages import OPTIONS, listing_of, page_listing, record
from .strategies import texts

NOTES = next(page_listing().root.walk()).work.record


def test_an_article_in_schema_org_terms() -> None:
    node = jsonld_of(NOTES)
    assert node["@type"] == "ScholarlyArticle"
    assert node["@id"] == node["url"] == "https://doi.org/10.1000/182"
    assert node["name"] == "Notes on the Analytical Engine"
    assert [person["name"] for person in node["author"]] == ["Ada Lovelace", "Charles Babbage"]
    assert node["author"][0] == {
        "@type": "Person",
        "@id": "https://orcid.org/0000-0002-1825-0097",
        "name": "Ada Lovelace",
        "givenName": "Ada",
        "familyName": "Lovelace",
        "sameAs": "https://orcid.org/0000-0002-1825-0097",
    }
    assert node["datePublished"] == "2024-05"
    assert (node["pageStart"], node["pageEnd"]) == ("1", "31")
    assert "pagination" not in node
    assert jsonld_of(record("odd", "Notes", "2024", pages="1–3, 7–9"))["pagination"] == "1–3, 7–9"
    assert node["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "3",
            "isPartOf": {
                "@type": "Periodical",
                "name": "Journal of Machine Learning Research",
                "issn": "1533-7928",
            },
        },
    }
    assert node["award"] == "Best Paper Award"
    assert node["encoding"]["contentUrl"] == "notes.pdf"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("paper-conference", "ScholarlyArticle"),
        ("book", "Book"),
        ("chapter", "Chapter"),
        ("thesis", "Thesis"),
        ("dataset", "Dataset"),
        ("software", "SoftwareSourceCode"),
        ("patent", "CreativeWork"),
    ],
)
def test_types(kind: str, expected: str) -> None:
    assert jsonld_of(Record(key="a", type=kind))["@type"] == expected


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024", "2024"),
        ("2024-09-25", "2024-09-25"),
        ("2024-21", "2024"),
        ("2024-05/2024-06", "2024-05"),
        ("in press", None),
        ("-0100", None),
    ],
)
def test_dates_are_iso_8601_or_left_out(date: str, said: str | None) -> None:
    assert jsonld_of(Record(key="a", date=Date.parse(date))).get("datePublished") == said


def test_what_is_shown_twice_is_told_once() -> None:
    work = Work.of(NOTES)
    assert len(jsonld([work, work])["@graph"]) == 1


@given(texts)
def test_json_ld_survives_any_text(text: str) -> None:
    made = jsonld_text([Work.of(Record(key="a", title=RichText.of("x", text)))])
    assert not set("<>&") & set(made)
    page = html.fromstring(f'<div><script type="application/ld+json">{made}</script></div>')
    (node,) = json.loads(page.xpath("string(//script)"))["@graph"]
    assert node["name"].startswith("x")


@given(texts)
def test_highwire_tags_survive_any_text(text: str) -> None:
    made = "".join(highwire_tags(Record(key="a", title=RichText.of("x", text))))
    (tag,) = html.fromstring(f"<head>{made}</head>").xpath("//meta")
    assert tag.get("content").startswith("x")


def test_highwire_tags_of_an_article() -> None:
    assert highwire(NOTES) == (
        ("citation_title", "Notes on the Analytical Engine"),
        ("citation_author", "Lovelace, Ada"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("citation_author", "Babbage, Charles"),
        ("citation_publication_date", "2024/05"),
        ("citation_journal_title", "Journal of Machine Learning Research"),
        ("citation_volume", "3"),
        ("citation_issue", "2"),
        ("citation_issn", "1533-7928"),
        ("citation_firstpage", "1"),
        ("citation_lastpage", "31"),
        ("citation_keywords", "engines"),
        ("citation_keywords", "Jacquard looms"),
        ("citation_doi", "10.1000/182"),
        ("citation_pdf_url", "notes.pdf"),
    )


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        ("paper-conference", "citation_conference_title"),
        ("chapter", "citation_inbook_title"),
        ("article-journal", "citation_journal_title"),
    ],
)
def test_each_sort_of_place_has_its_tag(kind: str, tag: str) -> None:
    place = Record(key="a", type=kind, container=RichText.of("ICML"))
    assert dict(highwire(place)) == {tag: "ICML"}


def test_universities_and_unsafe_links() -> None:
    thesis = Record(
        key="a",
        type="thesis",
        publisher="Cambridge",
        links=(Link(relation="pdf", url="javascript:alert(1)"),),
        authors=(Author(name=Name(literal="The Group")),),
    )
    assert highwire(thesis) == (
        ("citation_author", "The Group"),
        ("citation_dissertation_institution", "Cambridge"),
    )


def test_coins_of_an_article() -> None:
    assert parse_qs(coins(NOTES)) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.atitle": ["Notes on the Analytical Engine"],
        "rft.jtitle": ["Journal of Machine Learning Research"],
        "rft.volume": ["3"],
        "rft.issue": ["2"],
        "rft.issn": ["1533-7928"],
        "rft.genre": ["article"],
        "rft.date": ["2024-05"],
        "rft.spage": ["1"],
        "rft.epage": ["31"],
        "rft.aulast": ["Lovelace"],
        "rft.aufirst": ["Ada"],
        "rft.au": ["Ada Lovelace", "Charles Babbage"],
        "rft_id": ["info:doi/10.1000/182"],
    }


@pytest.mark.parametrize(
    ("kind", "matrix", "title"),
    [
        ("paper-conference", "book", "rft.atitle"),
        ("book", "book", "rft.btitle"),
        ("thesis", "dissertation", "rft.title"),
        ("patent", "patent", "rft.title"),
        ("software", "dc", "rft.title"),
    ],
)
def test_coins_of_other_kinds(kind: str, matrix: str, title: str) -> None:
    said = parse_qs(
        coins(Record(key="a", type=kind, title=RichText.of("T"), container=RichText.of("C")))
    )
    assert said["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{matrix}"]
    assert said[title] == ["T"]


def test_a_page_for_each_work() -> None:
    arxiv = Identifier.parse("arxiv", "2401.17644")
    second = record("a:b", "Second & <i>last</i>", "2023", identifiers=(arxiv,))
    pages = work_pages(listing_of(NOTES, second), OPTIONS, list_url="index.html")
    assert list(pages) == ["notes.html", "a-b.html"]
    first, other = (html.document_fromstring(page) for page in pages.values())
    assert other.xpath("string(//h1)") == other.findtext(".//title") == "Second & last"
    assert other.xpath("//nav/a/@href") == ["index.html"]
    assert other.xpath("//meta[@name='citation_arxiv_id']/@content") == ["2401.17644"]
    assert len(first.xpath("//meta[@name='citation_author']")) == 2
    legends = [tree.xpath("string(//p[@class='publist-legend'])") for tree in (first, other)]
    assert legends == ["* equal contribution", ""], "no page explains what it does not show"
    assert first.xpath("count(//p[contains(., 'algebraical')])") == 1, "the abstract is in sight"
    assert "citation_author" not in "".join(work_pages(listing_of(), Options()).values())
