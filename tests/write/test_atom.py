"""The Atom feed, against the rules of RFC 4287."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree, html

from publist.model import Author, Date, Entry, Group, Listing, Name, Record, Work
from publist.richtext import EMPTY, RichText
from publist.write.atom import ATOM, write
from publist.write.options import Options

from .listings import FIRST, LISTINGS, SECOND
from .strategies import rich_texts

IN = {"a": ATOM}
# RFC 3339 with the capital letters that RFC 4287, section 3.3, asks for.
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE = {
    "feed": {"id", "title", "updated", "generator", "icon", "logo", "rights", "subtitle"},
    "entry": {"id", "title", "updated", "content", "published", "rights", "source", "summary"},
}
MANY = {"author", "category", "contributor", "link"}


def parsed(text: str) -> Any:
    return etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))


def name_of(element: Any) -> str:
    return etree.QName(element).localname


def expect_valid(feed: Any) -> None:
    """What sections 4.1.1, 4.1.2 and those of the elements ask for."""
    assert feed.tag == f"{{{ATOM}}}feed"
    expect_parts(feed, "feed", {"entry"})
    ids = [each.text for each in feed.iterfind("a:entry/a:id", IN)]
    assert len(ids) == len(set(ids)), "ids are unique"
    for entry in feed.iterfind("a:entry", IN):
        expect_parts(entry, "entry", set())
        alternates = entry.findall("a:link[@rel='alternate']", IN)
        assert len(alternates) <= 1, "one alternate of a type and language"
        assert alternates or entry.find("a:content", IN) is not None
        assert entry.find("a:author", IN) is not None or feed.find("a:author", IN) is not None
        # Its content is HTML that stands by itself.
        html.fragment_fromstring(entry.findtext("a:content", None, IN), create_parent=True)


def expect_parts(element: Any, kind: str, further: set[str]) -> None:
    names = [name_of(child) for child in element]
    assert set(names) <= ONCE[kind] | MANY | further
    for name in ONCE[kind]:
        assert names.count(name) <= 1, name
    for name in ("id", "title", "updated"):
        assert names.count(name) == 1, name
        assert element.findtext(f"a:{name}", None, IN), f"{name} says something"
    assert re.match(r"[a-z][a-z0-9+.-]*:\S+$", element.findtext("a:id", None, IN))
    for name in ("updated", "published"):
        for stamp in element.iterfind(f"a:{name}", IN):
            assert STAMP.fullmatch(stamp.text)
    for person in element.iterfind("a:author", IN):
        assert [name_of(part) for part in person] in (["name"], ["name", "uri"])
        assert person.findtext("a:name", None, IN)
    for link in element.iterfind("a:link", IN):
        assert link.get("href")
    for category in element.iterfind("a:category", IN):
        assert category.get("term")


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize(
    "options",
    [Options(), Options(title="Ada’s <papers>", url="https://ada.example/pubs/feed.xml",
                        abstracts=True)],
    ids=["plain", "told"],
)  # fmt: skip
def test_keeps_to_the_rfc(name: str, options: Options) -> None:
    expect_valid(parsed(write(LISTINGS[name], options)))


@settings(max_examples=40)
@given(rich_texts, rich_texts)
def test_whatever_a_source_says(title: RichText, reference: RichText) -> None:
    record = Record(
        key=title.plain or "k",
        title=title,
        authors=(Author(name=Name(literal=reference.plain)),),
        keywords=(title.plain or "x",),
        date=Date.parse("-0300"),
    )
    entry = Entry(work=Work.of(record), text=reference)
    expect_valid(parsed(write(Listing(root=Group(entries=(entry, entry))))))


def entry_of(key: str, **fields: object) -> Entry:
    fields.setdefault("authors", (Author(name=Name(family="Lovelace", given="Ada")),))
    return Entry(work=Work.of(Record.model_validate({"key": key, **fields})), text=EMPTY)


def feed_of(*entries: Entry, **options: Any) -> Any:
    return parsed(write(Listing(root=Group(entries=entries)), Options(**options)))


def texts(feed: Any, path: str) -> list[str]:
    return [each.text for each in feed.iterfind(path, IN)]


def test_ids_stay_the_same_whatever_else_changes() -> None:
    before = feed_of(entry_of("a", title="Notes"), entry_of("b"))
    after = feed_of(
        entry_of("new", date=Date.parse("2025")),
        entry_of("b", title="More", venue={"name": "ICML"}),
        entry_of("a", title="Notes, revised"),
        url="https://ada.example/feed.xml",
    )
    ids = texts(before, "a:entry/a:id")
    assert texts(after, "a:entry/a:id")[1:] == ids[::-1]


def test_two_people_may_use_one_key() -> None:
    other = (Author(name=Name(family="Noether", given="Emmy")),)
    feed = feed_of(entry_of("a"), entry_of("a", authors=other), entry_of("a"))
    assert len(set(texts(feed, "a:entry/a:id"))) == 3


def test_dates() -> None:
    feed = feed_of(
        entry_of("both", date=Date.parse("2024-12-10"), accepted=Date.parse("2024-09")),
        entry_of("year", date=Date.parse("2023")),
        entry_of("soon", date=Date.parse("in press")),
        entry_of("none"),
    )
    assert texts(feed, "a:entry/a:updated") == [
        "2024-12-10T00:00:00Z",
        "2023-01-01T00:00:00Z",
        "2024-12-10T00:00:00Z",
        "1970-01-01T00:00:00Z",
    ]
    assert texts(feed, "a:entry/a:published") == ["2024-09-01T00:00:00Z", "2023-01-01T00:00:00Z"]
    assert texts(feed, "a:updated") == ["2024-12-10T00:00:00Z"]


def test_what_it_says() -> None:
    listing = Listing(root=Group(entries=(FIRST, SECOND)), language="de")
    feed = parsed(write(listing, Options(url="https://ada.example/pubs/feed.xml", abstracts=True)))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert feed.find("a:link[@rel='self']", IN).get("href") == "https://ada.example/pubs/feed.xml"
    assert feed.find("a:link[@rel='alternate']", IN).get("href") == "https://ada.example/pubs/"
    assert texts(feed, "a:author/a:name") == ["A. Lovelace"]
    first = feed.find("a:entry", IN)
    assert texts(first, "a:title") == ["Notes on the Analytical Engine: CO₂"]
    assert texts(first, "a:author/a:name") == ["A. Lovelace", "C. Babbage"]
    assert texts(first, "a:summary") == ["We compute B₇ < 1."]
    links = {link.get("href") for link in first.iterfind("a:link", IN)}
    assert "https://ada.example/pubs/papers/my%20notes%20(1).pdf" in links
    assert not [href for href in links if href.startswith("javascript")]
    content = html.fragment_fromstring(texts(first, "a:content")[0], create_parent=True)
    assert "Best Paper Award" in content.text_content()
