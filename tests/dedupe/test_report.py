"""The report: its parts, its forms, and the comparison side by side."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.dedupe.compare import side_by_side
from publist.dedupe.html import write_page
from publist.dedupe.json_form import write_json
from publist.dedupe.report import Report, make_report, record_ids
from publist.dedupe.text import write_text
from publist.link.decisions import rule
from publist.link.works import group_records
from publist.model import Date, Record, Ruling, Saying, Source
from publist.names import read_authors
from publist.richtext import RichText

_AUTHORS = read_authors("Ann Lee, Bo Li and Cy Ng", "human").authors


def paper(key: str, title: str = "Sparse Training of Graphs", **fields: object) -> Record:
    record = Record(
        key=key,
        type="paper-conference",
        title=RichText.of(title),
        authors=_AUTHORS,
        container=RichText.of("KDD"),
        date=Date.parse("2020"),
        source=Source(file="x.bib", line=1),
    )
    return record.change(**fields)


def report_of(*records: Record, rulings: tuple[Ruling, ...] = ()) -> Report:
    return make_report(group_records(records, rulings))


def test_equal_records_are_one_work_in_one_publication() -> None:
    report = report_of(paper("a"), paper("a"), paper("b", "Quite Another Matter"))
    assert [[entry.id for entry in work.entries] for work in report.works] == [
        ["x.bib:a", "x.bib:a#2"],
        ["b"],
    ]
    assert len(report.joined[0].publications) == 1
    assert report.count == 3


def test_two_works_are_asked_about_once_and_not_against_a_decision() -> None:
    one = [paper("a"), paper("b")]
    other = [
        paper(key, container=RichText.of("WWW"), date=Date.parse("2021")) for key in ("c", "d")
    ]
    report = report_of(*one, *other)
    assert len(report.unsure) == 1
    different = rule(one[0], other[0], Saying.DIFFERENT)
    assert report_of(*one, *other, rulings=(different,)).unsure == ()


def test_ids_are_unique_whatever_the_keys() -> None:
    source = Source(file="x")
    records = [Record(key=key, source=source) for key in ("k", "k", "x:k", "x:k#2", "l")]
    ids = record_ids(records)
    assert len(set(ids)) == len(ids)
    assert ids[2:] == ("x:k", "x:k#2", "l")


@given(st.lists(st.sampled_from(["a", "b", "a#2", "f:a"]), max_size=8))
def test_ids_are_unique(keys: list[str]) -> None:
    ids = record_ids([Record(key=key, source=Source(file="f")) for key in keys])
    assert len(set(ids)) == len(keys)


class _Seen(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") for name, _ in attrs)
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "section", "article", "mark"}
_TAGS |= {"h1", "h2", "h3", "p", "code", "span", "details", "summary", "div"}
_TAGS |= {"table", "tr", "th", "td"}


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_nothing_of_a_source_becomes_markup(text: str) -> None:
    hostile = f"<script>x</script><img src=x onerror=y>&amp;{text}"
    report = report_of(
        paper(hostile, hostile),
        paper(hostile, hostile, volume=hostile),
        paper("c", f"{hostile} again", pages=hostile),
    )
    page = _Seen()
    page.feed(write_page(report))
    assert page.tags <= _TAGS
    assert "<script>x</script>" in page.text
    shown = write_text(report)
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert json.loads(write_json(report))["clusters"]


def test_nothing_to_report_is_said() -> None:
    assert (
        write_text(report_of(paper("a"))) == "1 record, 1 work; nothing looks like a duplicate.\n"
    )


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        ("Sparse Training", "Sparse training", ()),
        ("Sparse Training of Graphs", "Sparse Training for Graphs", ("of", "for")),
        ("Graphs", "", ("Graphs",)),
        ("word " * 700, "word " * 699 + "end", ("word " * 700, "word " * 699 + "end")),
    ],
)
def test_differences_are_marked(left: str, right: str, marked: tuple[str, ...]) -> None:
    beside = side_by_side(Record(key="a", volume=left), Record(key="b", volume=right))
    field = next(each for each in beside if each.name == "volume")
    assert tuple(part.text for part in (*field.left, *field.right) if part.differs) == marked
    assert field.differs is bool(marked)


@given(st.text(), st.text())
def test_nothing_of_a_text_is_lost_between_its_parts(left: str, right: str) -> None:
    beside = side_by_side(Record(key="a", note=RichText.of(left)), Record(key="b", volume=right))
    for name, side, text in (("note", "left", left), ("volume", "right", right)):
        fields = [getattr(each, side) for each in beside if each.name == name]
        assert "".join(part.text for parts in fields for part in parts) == text


def test_an_abstract_leaves_the_rest_in_sight() -> None:
    long = Record(key="a", abstract=RichText.of("of engines " * 400))
    (beside,) = [each for each in side_by_side(long, long) if each.name == "abstract"]
    assert len("".join(part.text for part in beside.left)) <= 300
