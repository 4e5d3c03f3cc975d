"""The library as an embedder uses it: values in, values out, one family of errors."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from typing import Any

import pytest

import publist
from publist.arrange import Selection
from publist.cite.engine import Formatted, Task
from publist.cite.styles import StyleFile
from publist.fields import ListFields, LookFields, SelectionFields
from publist.problems import Problem, Severity
from publist.richtext import RichText
from publist.setup import Look
from publist.write.options import Options

SOURCE = """
@article{notes, author={Ada Lovelace* and Charles Babbage*}, title={Notes}, year=2024}
@book{looms, author={Ada Lovelace}, title={Looms}, year=2022}
@misc{odd, author={Ada Lovelace}, title={Odd}, year={20xx}}
"""


def made() -> publist.Publications:
    return publist.parse(SOURCE, me="Ada Lovelace", file="ada.bib")


def test_keyword_arguments_are_the_fields_that_there_are() -> None:
    assert set(SelectionFields.__annotations__) == set(Selection.model_fields)
    assert set(LookFields.__annotations__) == {each.name for each in fields(Look)}
    options = {each.name for each in fields(Options)}
    assert set(ListFields.__annotations__) == {*LookFields.__annotations__, *options}


MISUSES: dict[str, Callable[[Any], object]] = {
    "styel": lambda pubs: pubs.format(styel="apa"),
    "legend": lambda pubs: pubs.listing(legend=False),
    "yeers": lambda pubs: pubs.select(yeers="2020"),
    "years": lambda pubs: pubs.select(years="soon"),
    "selected": lambda pubs: pubs.select(selected="perhaps"),
    "number": lambda pubs: pubs.number("sideways"),
    "sort": lambda pubs: pubs.sort("colour"),
    "group-by": lambda pubs: pubs.group("colour").format(),
    "to": lambda pubs: pubs.format("bibtex"),
    "style": lambda pubs: pubs.format(style="no-such-style"),
}


@pytest.mark.parametrize("key", MISUSES)
def test_misuse_is_an_error_of_publists_that_names_it(key: str) -> None:
    with pytest.raises(publist.PublistError) as raised:
        MISUSES[key](made())
    assert raised.value.key == key


def test_text_and_bytes_are_read_and_told_under_their_name() -> None:
    assert made().problems[0].file == "ada.bib"
    latin = publist.parse("@misc{a, title={Größe}}".encode("latin-1"))
    assert latin["a"].record.title.plain == "Größe"
    assert [problem.code for problem in publist.parse("").problems] == ["no-entries"]


def test_what_an_engine_could_not_do_is_on_the_listing() -> None:
    told = Problem(severity=Severity.WARNING, code="entry-not-formatted", message="Left plain.")

    def plain(tasks: Sequence[Task], style: StyleFile) -> Formatted:
        assert style.locale is None
        texts = {task.id: RichText.of(task.record.key) for task in tasks}
        return Formatted(texts, tuple(texts), (told,))

    listing = made().listing(engine=plain)
    assert listing.problems == (told,)
    assert [entry.text.plain for entry in listing.root.walk()] == ["notes", "looms", "odd"]


def test_collections_are_values_for_threads_and_caches() -> None:
    pubs = made()
    assert pickle.loads(pickle.dumps(pubs)) == pubs  # noqa: S301  # our own
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: pubs.format("html", style="cv"), range(8)))) == 1


@pytest.mark.parametrize(
    ("to", "shown"),
    [
        ("markdown", ["J2. A", "J1. C", "B1. B"]),
        ("text", ["J2. A", "J1. C", "B1. B"]),
        ("latex", ["[J2.] A", "[J1.] C", "[B1.] B"]),
        ("html", [">J2.</span>", ">J1.</span>", ">B1.</span>"]),
    ],
)
def test_each_kind_is_counted_by_itself(to: str, shown: list[str]) -> None:
    journal = "@article{{{0}, author={{{0}}}, title={{T}}, journal={{J}}, year=2020}}"
    source = journal.format("A") + "@book{B, author={B}, title={U}}" + journal.format("C")
    text = publist.parse(source).group("kind").number("reversed-by-kind").format(to)
    places = [text.index(each) for each in shown]
    assert places == sorted(places)
    assert "<ol" not in text


def test_the_first_works() -> None:
    assert [work.key for work in made().sort("key").limit(2)] == ["looms", "notes"]
    assert len(made().limit(-1)) == 0
