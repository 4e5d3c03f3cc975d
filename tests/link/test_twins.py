"""Records that say the same are one publication however many there are, and cost no more for it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import pytest

from publist.link import ASK, Row, link, linkage, regroup, row_from_strings
from publist.link.forms import Form
from publist.link.verdict import Verdict, judge
from publist.link.works import group_records
from publist.model import Author, Date, Name, Record, Ruling, Saying, Side, Source
from publist.richtext import RichText

TITLE = "Ledgers of Sparse Tokens for Preemptible Accelerators"
MANY = ", ".join(f"A. Family{chr(97 + at % 26)}{chr(97 + at // 26)}ius" for at in range(500))

CROWDS: dict[str, Callable[[int], dict[str, str]]] = {
    "copies": lambda _: {"title": TITLE, "authors": "Ida Adler, Mei Chen", "year": "2024"},
    "copies of a long list": lambda _: {"title": TITLE, "authors": MANY, "year": "2024"},
    "retyped": lambda at: {
        "title": (TITLE.upper(), TITLE + ".", TITLE)[at % 3],
        "authors": ("Ida Adler, Mei Chen", "I. Adler, M. Chen")[at % 2],
        "year": "2024",
    },
    "other people": lambda at: {"title": TITLE, "authors": f"Ida {person(at)}", "year": "2024"},
    "editorials": lambda _: {"title": "Editorial", "year": "2024", "venue": "Ledger Letters"},
    "editorials of other pages": lambda at: {"title": "Editorial", "pages": str(at)},
    "no title": lambda _: {"authors": "Ida Adler", "year": "2024"},
    "nothing": lambda _: {},
}
ONE_WORK = {"copies": 1, "copies of a long list": 1, "retyped": 1}


def person(number: int) -> str:
    """Family names that nobody takes for one another."""
    digest = blake2b(str(number).encode(), digest_size=9).digest()
    return "".join(chr(97 + byte % 26) for byte in digest).capitalize()


def crowd(name: str, size: int) -> list[Row]:
    fields = [{"id": f"r{at}", "source": "one.bib"} | CROWDS[name](at) for at in range(size)]
    return [row_from_strings(each) for each in fields]


@pytest.mark.parametrize("name", CROWDS)
def test_a_crowd_is_compared_in_proportion(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(left: Form, right: Form) -> Verdict:
        nonlocal compared
        compared += 1
        return judge(left, right)

    monkeypatch.setattr(linkage, "judge", counted)
    counts, told = [], []
    for size in (300, 600):
        compared = 0
        result = link(crowd(name, size))
        assert len(result.clusters) == ONE_WORK.get(name, size)
        counts.append(compared)
        told.append(len(result.pairs))
    assert counts[1] <= max(50, 2.2 * counts[0])
    assert told[1] <= 2.2 * told[0]


def test_a_thousand_copies_are_told_with_their_reasons() -> None:
    result = link(crowd("copies", 1000))
    assert len(result.clusters) == len(result.copies) == 1
    assert len(result.pairs) == 999
    assert {pair.reasons for pair in result.pairs} == {("same title", "same authors", "same year")}


def test_few_copies_are_told_pair_by_pair() -> None:
    assert len(link(crowd("copies", 4)).pairs) == 6


def test_copies_go_where_the_first_of_them_goes() -> None:
    longer = {"id": "x", "title": TITLE, "authors": "I. Adler, M. Chen", "venue": "VLDB"}
    (work,) = link([*crowd("copies", 3), row_from_strings(longer)]).clusters
    assert work == ("r0", "r1", "r2", "x")


def test_a_clean_source_has_no_copies() -> None:
    rows = crowd("copies", 70)
    assert len(link(rows, clean_sources=["one.bib"], least=ASK).copies) == 70


def test_what_says_little_is_not_joined_for_saying_it_twice() -> None:
    assert len(link(crowd("editorials", 70)).copies) == 70


def listed(size: int, note: Callable[[int], str] = lambda _: "") -> list[Record]:
    return [
        Record(
            key=f"k{at}",
            type="paper-conference",
            title=RichText.of(TITLE),
            authors=(Author(name=Name(family="Adler", given="Ida")),),
            date=Date.parse("2024"),
            note=RichText.of(note(at)),
            source=Source(file="one.bib", line=at + 1),
        )
        for at in range(size)
    ]


def test_a_decision_on_two_of_many_copies_parts_these_only() -> None:
    copies = listed(regroup.LARGE + 20)
    assert len(group_records(copies).works) == 1
    sides = [Side(key=f"k{at}", title=TITLE, file="one.bib") for at in (3, 9)]
    works = group_records(copies, [Ruling(says=Saying.DIFFERENT, a=sides[0], b=sides[1])]).works
    assert len(works) == 2


def test_many_that_differ_in_a_note_are_asked_about_in_proportion(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = 0

    class Counted(regroup.Agreement):
        def mean(self, one: str, other: str) -> float:
            nonlocal looked
            looked += 1
            return super().mean(one, other)

    monkeypatch.setattr(regroup, "Agreement", Counted)
    for size in (100, 200):
        looked = 0
        assert len(group_records(listed(size, note=str)).works) == size
        assert looked <= 4 * size
