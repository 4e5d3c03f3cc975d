"""What is special about the second engine: its crashes and its strings."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from publist.cite import format_works
from publist.cite.ranges import Ranges
from publist.errors import StyleError
from publist.model import Author, Date, Name, Record, Source, Work
from publist.richtext import Element, RichText, Span, Tag, parse_markup

CRASHES = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info/>
  <citation><layout/></citation><bibliography><layout>
  <names variable="author"><name><name-part name="family" text-case="capitalize-first"/></name>
  </names></layout></bibliography></style>"""
RECORD = Record(
    key="Doe20",
    type="book",
    title=parse_markup("Why?"),
    authors=(Author(name=Name(family="Doe", given="Jane"), me=True),),
    publisher="ACM",
    date=Date.parse("2020"),
    source=Source(file="my.bib", line=7),
)


def test_a_crash_loses_no_entry(tmp_path: Path) -> None:
    file = tmp_path / "crashes.csl"
    file.write_text(CRASHES, "utf-8")
    formatted = format_works([Work.of(RECORD)], file, engine="citeproc-py")
    assert formatted.entries[0].text.plain == "Jane Doe. Why? ACM. 2020."
    (problem,) = formatted.problems
    assert (problem.code, problem.file, problem.line, problem.key) == (
        "not-in-style",
        "my.bib",
        7,
        "Doe20",
    )
    owner = next(node for node in formatted.entries[0].text.walk() if isinstance(node, Span))
    assert owner.kind == "owner"


def test_no_warnings_and_no_style_without_bibliography() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        format_works([Work.of(RECORD)], "ieee", engine="citeproc-py")
    with pytest.raises(StyleError, match="no bibliography"):
        format_works([Work.of(RECORD)], "bluebook-law-review", engine="citeproc-py")


@pytest.mark.parametrize(
    "date", ["2020/2021", "2020-05/2020-06", "2020/..", "2020-21", "1900/1901-22", "in press"]
)
def test_dates(date: str) -> None:
    record = RECORD.change(date=Date.parse(date))
    formatted = format_works([Work.of(record)], "homepage", engine="citeproc-py")
    assert not formatted.problems
    assert date[:4] in formatted.entries[0].text.plain


def strong(nodes: tuple[str | Element, ...]) -> Element:
    return Element(Tag.STRONG, nodes)


def test_ranges_widen_over_tags_around_a_part() -> None:
    ranges = Ranges()
    number = ranges.begin(strong)
    family = ranges.marked("Doe", number, "family")
    given = ranges.marked("J.", number, "given")
    read = ranges.read(f"<i>{family}</i>, {given}: x &amp; y")
    assert read.nodes == (
        Element(Tag.STRONG, (Element(Tag.EMPH, ("Doe",)), ", J.")),
        ": x & y",
    )


def test_ranges_that_overlap_tags_are_split() -> None:
    ranges = Ranges()
    text = ranges.marked("b</i>c", ranges.begin(strong))
    assert ranges.read(f"<i>a{text}d").nodes == (
        Element(Tag.EMPH, ("a", Element(Tag.STRONG, ("b",)))),
        Element(Tag.STRONG, ("c",)),
        "d",
    )


def test_a_name_printed_twice_is_two_names() -> None:
    ranges = Ranges()
    name = ranges.marked("Doe", ranges.begin(strong), "family")
    read = ranges.read(f"{name}. By {name}.")
    assert read.nodes == (
        Element(Tag.STRONG, ("Doe",)),
        ". By ",
        Element(Tag.STRONG, ("Doe",)),
        ".",
    )


def test_late_beginning_leaves_the_first_letter_to_the_engine() -> None:
    ranges = Ranges()
    text = ranges.marked_inside("deep", ranges.begin(strong))
    assert ranges.read(f"a {text[0].upper()}{text[1:]}").nodes == (
        "a ",
        Element(Tag.STRONG, ("Deep",)),
    )


def test_stray_marks_and_tags_vanish() -> None:
    ranges = Ranges()
    opens = ranges.marked("x", ranges.begin(strong))[0]
    assert ranges.read(f"a{opens}b</i>c<b>d").plain == "abcd"
    assert ranges.field(RichText.of(f"a{opens}b")) == "ab"
