from __future__ import annotations

import pytest

from publist.arrange import KINDS, Numbering, Section, group, lay_out, number, sort
from publist.errors import ProjectError
from publist.model import Group
from publist.richtext import RichText
from publist.words import words

from .bibliography import WORKS, work


def outline(sections: tuple[Section, ...]) -> list[object]:
    """Keys of sections and works, as nested lists."""
    return [
        (part.key, outline(part.sections) if part.sections else [w.key for w in part.works])
        for part in sections
    ]


@pytest.mark.parametrize(
    ("by", "parts"),
    [
        ("year", "forthcoming=notes 2024=shop 2023=engine,compilers 2019=automata undated=lost"),
        ("+year", "2019=automata 2023=engine,compilers 2024=shop forthcoming=notes undated=lost"),
        ("decade", "forthcoming=notes 2020s=engine,compilers,shop 2010s=automata undated=lost"),
        (
            "kind",
            (
                "journal=compilers conference=engine workshop=shop preprint=automata "
                "chapter=notes talk=lost"
            ),
        ),
        ("venue", "arxiv=automata neurips=engine,shop toplas=compilers no-venue=notes,lost"),
        ("-venue", "toplas=compilers neurips=engine,shop arxiv=automata no-venue=notes,lost"),
        (
            "keyword",
            "c=engine c-2=compilers engines=engine,compilers no-keyword=automata,notes,lost,shop",
        ),
        ("preprints", "published=engine,compilers,notes,lost,shop preprints=automata"),
        ("selected", "selected=engine further=compilers,automata,notes,lost,shop"),
        (
            "role",
            "as-first=engine,lost as-lead=compilers as-coauthor=notes,shop not-an-author=automata",
        ),
    ],
)
def test_parts(by: str, parts: str) -> None:
    made = group(WORKS, [by])
    shown = " ".join(f"{part.key}={','.join(w.key for w in part.works)}" for part in made)
    assert shown == parts


def test_nested() -> None:
    assert outline(group(WORKS[:2], ["year", "kind"])) == [
        ("2023", [("2023-journal", ["compilers"]), ("2023-conference", ["engine"])])
    ]


def test_without_criteria_there_is_one_part_without_a_heading() -> None:
    assert group(WORKS, []) == (Section(works=WORKS),)


def test_headings_speak_the_lists_language() -> None:
    headings = [part.heading for part in group(WORKS, ["preprints"], language="de-AT")]
    assert headings == ["Publikationen", "Preprints"]
    assert [p.heading for p in group(WORKS[3:5], ["year"], language="zh")] == ["待发表", "日期不详"]


def test_keywords_that_differ_in_case_are_one() -> None:
    works = [work("a", "A", keywords=("Engines", "engines")), work("b", "B", keywords=("ENGINES",))]
    assert outline(group(works, ["keyword"])) == [("engines", ["a", "b"])]


def test_names_the_criteria_there_are() -> None:
    with pytest.raises(ProjectError, match="known: year"):
        group(WORKS, ["month"])


def test_every_kind_has_a_heading() -> None:
    for language in ("en", "de", "zh"):
        assert tuple(words("kinds", language)) == KINDS


def laid_out(by: list[str]) -> Group:
    return lay_out(group(sort(WORKS, ["-date"]), by), lambda work: RichText.of(work.key))


@pytest.mark.parametrize(
    ("by", "numbering", "numbers"),
    [
        ("", Numbering.UP, [1, 2, 3, 4, 5, 6]),
        ("", Numbering.NONE, [None] * 6),
        ("year", Numbering.REVERSED, [6, 5, 4, 3, 2, 1]),
        ("year", Numbering.UP_IN_GROUPS, [1, 1, 1, 2, 1, 1]),
        ("year", Numbering.REVERSED_IN_GROUPS, [1, 1, 2, 1, 1, 1]),
        ("keyword", Numbering.UP, [1, 2, 1, 2, 3, 4, 5, 6]),
        ("keyword", Numbering.REVERSED, [6, 5, 6, 5, 4, 3, 2, 1]),
    ],
)
def test_numbers(by: str, numbering: Numbering, numbers: list[int | None]) -> None:
    root = number(laid_out(by.split()), numbering)
    assert [entry.number for entry in root.walk()] == numbers


def test_layout_keeps_headings_and_texts() -> None:
    root = laid_out(["year", "kind"])
    assert [part.heading for part in root.groups][:2] == ["Forthcoming", "2024"]
    assert root.groups[1].groups[0].heading == "Workshop papers"
    assert [entry.text.plain for entry in root.walk()] == [e.work.key for e in root.walk()]
