"""Records made into works: what is joined, what is said of it, and what never changes it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.link.works import group_records, join, join_copies
from publist.model import Author, Date, Identifier, Name, Record, Source, Work
from publist.pipeline import gather
from publist.problems import Severity
from publist.richtext import RichText
from publist.setup import Setup

from .strategies import UNRELATED, record_lists

ROOT = Path(__file__).parents[2]
LATER = Path(__file__).parent / "cases" / "homepage-later.bib"


@pytest.fixture(scope="module")
def homepage() -> tuple[Record, ...]:
    """The example homepage and the same list a few months later."""
    sources = [ROOT / "examples" / "homepage" / "publications.bib", LATER]
    return gather(sources, Setup(me="Zhenheng Tang")).records


def versions_of(works: tuple[Work, ...]) -> list[list[str]]:
    return [[version.key for version in work.versions] for work in works]


def groups(works: tuple[Work, ...]) -> set[frozenset[str]]:
    return {frozenset(record.model_dump_json() for record in work.versions) for work in works}


def test_the_example_homepage_and_its_later_list_give_38_works(
    homepage: tuple[Record, ...],
) -> None:
    works, _ = join(homepage)
    assert len(homepage) == 30 + 30
    # 22 records of the later list are of works that the old one has: 20 unchanged, 1, 1.
    assert len(works) == 60 - 22
    shared = [work for work in works if len(work.versions) > 1]
    grown = [keys for keys in versions_of(works) if len(set(keys)) > 1]
    assert len(shared) == 22
    assert grown == [
        ["shen2025hotpluggable", "shen2024hot"],
        ["wang2025burstgpt", "wang2024towards"],
    ]
    assert all(len(work.versions) == 2 for work in shared)


def test_works_stand_where_their_first_record_stood(homepage: tuple[Record, ...]) -> None:
    works, _ = join(homepage)
    first = [min(homepage.index(version) for version in work.versions) for work in works]
    assert first == sorted(first)


def test_a_single_list_without_duplicates_stays_as_it_is(homepage: tuple[Record, ...]) -> None:
    works, problems = join(homepage[:30])
    assert works == tuple(Work.of(record) for record in homepage[:30])
    assert problems == ()


def test_publications_may_stay_apart(homepage: tuple[Record, ...]) -> None:
    works, _ = join_copies(homepage)
    assert len(works) == 40
    assert {"shen2024hot", "shen2025hotpluggable"} <= {work.key for work in works}


def test_what_was_joined_is_said_with_the_reasons(homepage: tuple[Record, ...]) -> None:
    _, problems = join(homepage)
    told = [problem for problem in problems if problem.code == "joined"]
    assert len(told) == 22
    assert {problem.severity for problem in told} == {Severity.INFO}
    (grown,) = (problem for problem in told if problem.key == "shen2024hot")
    assert "'shen2025hotpluggable'" in grown.message
    assert "another version: same authors; one without the other's subtitle" in grown.message


@settings(max_examples=40, deadline=None)
@given(record_lists())
def test_linking_its_own_result_changes_nothing(records: list[Record]) -> None:
    works, _ = join(records)
    again, problems = join([work.record for work in works])
    assert again == tuple(Work.of(work.record) for work in works)
    assert not problems
    regrouped, _ = join([version for work in works for version in work.versions])
    assert groups(regrouped) == groups(works)


@settings(max_examples=40, deadline=None)
@given(record_lists(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    records: list[Record],
    random: st.Random,  # type: ignore[name-defined]
) -> None:
    works, _ = join(records)
    shuffled = list(records)
    random.shuffle(shuffled)
    others, _ = join(shuffled)
    assert sorted(work.model_dump_json() for work in works) == sorted(
        work.model_dump_json() for work in others
    )


@settings(max_examples=40, deadline=None)
@given(record_lists(), st.integers(0, 7))
def test_an_unrelated_record_changes_no_work(records: list[Record], place: int) -> None:
    works, _ = join(records)
    more, _ = join([*records[:place], UNRELATED, *records[place:]])
    assert [work for work in more if work.key != "unrelated"] == list(works)
    assert Work.of(UNRELATED) in more


@settings(max_examples=40, deadline=None)
@given(record_lists())
def test_every_record_is_in_one_work(records: list[Record]) -> None:
    grouped = group_records(records)
    places = [at for work in grouped.works for publication in work for at in publication]
    assert sorted(places) == list(range(len(records)))


def record(key: str, file: str, line: int, **fields: object) -> Record:
    source = Source(file=file, line=line)
    return Record(key=key, source=source, title=RichText.of("Sparse Ledgers at Work")).change(
        **fields
    )


def test_records_of_one_key_are_called_the_same_in_any_order() -> None:
    records = [record("a", f"{file}.bib", 1) for file in ("mine", "theirs", "old")]
    called = []
    for order in permutations(records):
        ids = group_records(order).ids
        called.append({str(each.source): name for each, name in zip(order, ids, strict=True)})
    assert all(each == called[0] for each in called)


def test_the_same_record_read_twice_is_one_work() -> None:
    one = record("a", "a.bib", 1, date=Date.parse("2024"))
    works, _ = join([one, one])
    assert versions_of(works) == [["a", "a"]]


def test_one_identifier_joins_two_titles() -> None:
    arxiv = (Identifier(scheme="arxiv", value="2401.17644"),)
    people = (Author(name=Name(family="Adler", given="I.")),) * 2
    works, _ = join(
        [
            record("a", "a.bib", 1, identifiers=arxiv, authors=people),
            record(
                "b",
                "b.bib",
                1,
                identifiers=arxiv,
                authors=people,
                title=RichText.of("Another Title Altogether"),
            ),
        ]
    )
    assert len(works) == 1
