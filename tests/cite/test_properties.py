"""What holds for every record, in every style, with both engines."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publist.cite import format_works
from publist.cite.opaque import FIRST, LAST
from publist.model import Record, Work
from publist.richtext import Element, Span, Tag

from ..crosswalk.csl_records import records

STYLES = ["homepage", "cv", "title-first", "apa", "ieee", "modern-language-association"]
_PRIVATE = re.compile(f"[{FIRST}-{LAST}\x00-\x08\x0b-\x1f\x80-\x9f]")
quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("engine", ["csl", "citeproc-py"])
@quick
@given(st.lists(records, max_size=2), st.sampled_from(STYLES), st.none() | st.integers(1, 3))
def test_any_record_formats(
    engine: str, given_records: list[Record], style: str, limit: int | None
) -> None:
    works = [Work.of(record) for record in given_records]
    formatted = format_works(works, style, engine=engine, max_authors=limit)
    assert [entry.work for entry in formatted.entries] == works
    assert sorted(formatted.style_order) == list(range(len(works)))
    for entry in formatted.entries:
        assert not _PRIVATE.search(entry.text.plain)
        for node in entry.text.walk():
            assert isinstance(node, str) or node.children
    again = format_works(works, style, engine=engine, max_authors=limit)
    assert again == formatted


@pytest.mark.parametrize("engine", ["csl", "citeproc-py"])
@quick
@given(records)
def test_every_author_is_printed(engine: str, record: Record) -> None:
    (entry,) = format_works([Work.of(record)], "homepage", engine=engine).entries
    folded = re.sub(r"\W", "", entry.text.plain).casefold()
    for author in record.authors:
        family = author.name.family or author.name.literal or ""
        assert re.sub(r"\W", "", family).casefold() in folded


@quick
@given(records)
def test_owner_and_marks_stand_at_shown_names(record: Record) -> None:
    formatted = format_works([Work.of(record)], "ieee")
    (entry,) = formatted.entries
    people = {"author": record.authors, "editor": record.editors, **record.contributors}
    shown = [
        people[node.value[0]][node.value[1]]
        for node in entry.text.walk()
        if isinstance(node, Span) and node.kind == "name" and isinstance(node.value, tuple)
    ]
    roles = {role for person in shown for role in person.roles}
    assert {item.role for item in formatted.legend.items} == roles
    owners = [node for node in entry.text.walk() if isinstance(node, Span) and node.kind == "owner"]
    assert bool(owners) == any(person.me for person in shown)


def test_elements_never_hold_a_mark_inside_a_name() -> None:
    """Marks stand behind names: a name's own text is what the style prints."""
    from publist.model import Author, Name, Role

    record = Record(
        key="x",
        type="book",
        authors=(Author(name=Name(family="Doe"), roles=(Role(kind="equal"),)),),
    )
    (entry,) = format_works([Work.of(record)]).entries
    first, second = entry.text.nodes[:2]
    assert isinstance(first, Span)
    assert first.kind == "name"
    assert isinstance(second, Element)
    assert second.tag is Tag.SUP
