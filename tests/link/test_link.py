"""What linking promises of any collection: order, idempotence, indifference to strangers."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import cycle, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.link import ASK, JOIN, Decision, Row, link, row_from_strings, rows_from_records
from publist.link.clusters import LARGEST
from publist.model import Author, Date, Identifier, Name, Record
from publist.richtext import RichText

WORDS = ("adaptive", "bounds", "caching", "streams", "neural", "parsing", "graph", "queries")
PEOPLE = ("Ada Byron", "Emil Post", "Kurt Gödel", "A. Church")


def make(number: int, title: str, authors: str, year: int, venue: str, source: str) -> Row:
    fields = {"id": f"r{number}", "title": title, "authors": authors, "venue": venue}
    return row_from_strings(fields | {"year": str(year), "source": source})


@st.composite
def collections(draw: st.DrawFn) -> list[Row]:
    """Small collections with many near-duplicates: few words, few people, few years."""
    size = draw(st.integers(2, 12))
    return [
        make(
            number,
            " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6))),
            ", ".join(draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))),
            draw(st.integers(2019, 2021)),
            draw(st.sampled_from(("", "VLDB", "Journal of Parsing", "arXiv"))),
            draw(st.sampled_from(("one.bib", "two.bib"))),
        )
        for number in range(size)
    ]


@given(rows=collections(), seed=st.integers(0, 99), least=st.sampled_from((ASK, JOIN)))
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(rows: list[Row], seed: int, least: float) -> None:
    shuffled = random.Random(seed).sample(rows, len(rows))  # noqa: S311 (nothing secret)
    assert link(shuffled, least=least) == link(rows, least=least)


@given(rows=collections(), least=st.sampled_from((ASK, JOIN)))
@settings(max_examples=60, deadline=None)
def test_a_stranger_changes_nothing(rows: list[Row], least: float) -> None:
    stranger = make(99, "Zygomorphic orchids of Yunnan", "Xu Quo", 1877, "Flora", "three.bib")
    before, after = link(rows, least=least), link([*rows, stranger], least=least)
    assert set(after.clusters) == {*before.clusters, ("r99",)}
    assert after.pairs == before.pairs


@given(rows=collections())
@settings(max_examples=40, deadline=None)
def test_every_record_is_in_one_cluster_and_copies_lie_within(rows: list[Row]) -> None:
    result = link(rows, least=ASK)
    for groups in (result.clusters, result.copies):
        assert sorted(at for group in groups for at in group) == sorted(row.id for row in rows)
    work_of = {at: group for group in result.clusters for at in group}
    assert all(len({work_of[at] for at in group}) == 1 for group in result.copies)


@given(rows=collections())
@settings(max_examples=40, deadline=None)
def test_a_clean_source_is_never_joined_with_itself(rows: list[Row]) -> None:
    source = {row.id: row.source for row in rows}
    for group in link(rows, clean_sources=("one.bib",), least=ASK).copies:
        assert sum(source[at] == "one.bib" for at in group) <= 1


@given(rows=collections())
@settings(max_examples=40, deadline=None)
def test_linking_what_was_linked_joins_nothing_more(rows: list[Row]) -> None:
    by_id = {row.id: row for row in rows}
    kept = [by_id[group[0]] for group in link(rows).clusters]
    again = link(kept)
    # One record stands for each work; a record may have held a group together with its
    # average, so what is left may only be joined where the two were a pair to ask about.
    joined = [group for group in again.clusters if len(group) > 1]
    asked = {(pair.a, pair.b) for pair in link(rows).pairs if pair.decision is not Decision.APART}
    assert all((group[0], group[1]) in asked for group in joined)


def test_ids_have_to_differ() -> None:
    row = make(1, "Bounds on caching", "Ada Byron", 2020, "VLDB", "one.bib")
    with pytest.raises(ValueError, match="ids"):
        link([row, replace(row, title="Another")])


def test_nothing_to_link() -> None:
    assert link([]).clusters == ()


def test_a_shared_arxiv_number_outweighs_another_title() -> None:
    old = make(1, "Towards Reliable Serving: A Workload Study", "Y Wang, Y Chen", 2023, "", "a.bib")
    new = make(2, "BurstBench: Traces of Serving", "Y. Wang, Y. Chen, Z. Li", 2024, "", "b.bib")
    same_number = (("arxiv", "2401.17644"),)
    result = link([replace(old, identifiers=same_number), replace(new, identifiers=same_number)])
    assert result.clusters == (("r1", "r2"),)
    assert result.pairs[0].reasons[0] == "same arXiv number"


def test_a_chain_of_near_titles_does_not_join_its_ends() -> None:
    titles = (
        "Parsing queries over adaptive streams: Part I",
        "Parsing queries over adaptive streams",
        "Parsing queries over adaptive streams: Part II",
    )
    rows = [make(at, title, "Emil Post", 2020, "VLDB", "x") for at, title in enumerate(titles)]
    work_of = {at: group for group in link(rows, least=ASK).clusters for at in group}
    assert work_of["r0"] != work_of["r2"]


def test_a_tie_is_not_decided_by_the_order() -> None:
    titles = ("Part I", "Part II", "")
    rows = [
        make(at, f"Parsing queries over adaptive streams: {title}", "Emil Post", 2020, "VLDB", "x")
        for at, title in enumerate(titles)
    ]
    results = [link(order, least=ASK) for order in permutations(rows)]
    assert any(len(group) > 1 for group in results[0].clusters)
    assert all(result == results[0] for result in results)


def test_candidates_do_not_grow_with_the_square() -> None:
    from publist.link.blocking import candidates
    from publist.link.forms import read_form

    def count(size: int) -> int:
        rows = [make(at, "Editorial notes", "Ada Byron", 2020, "VLDB", "x") for at in range(size)]
        return len(candidates([read_form(row) for row in rows], {}))

    assert count(800) < 2.5 * count(400)


def test_papers_are_not_compared_for_the_number_of_their_proceedings() -> None:
    from publist.link.blocking import candidates
    from publist.link.forms import read_form

    isbn = (("isbn", "9781450392686"),)
    titles = [" ".join((one, two)) for one in WORDS for two in ("owls", "tides")]
    papers = [
        replace(make(at, title, f"A. Person{at}", 2020, "CHI", "x"), identifiers=isbn, type=kind)
        for kind in ("paper-conference", "chapter")
        for at, title in enumerate(titles)
    ]
    assert len(candidates([read_form(row) for row in papers[:16]], {})) < 16
    books = [replace(row, type="book") for row in papers[:2]]
    assert candidates([read_form(row) for row in books], {}) == {(0, 1)}


def test_rows_of_records() -> None:
    preprint = Record(
        key="a",
        type="article",
        title=RichText.of("Caching of Adaptive Streams"),
        authors=(Author(name=Name(family="Maaten", particle="van der", given="L.")),),
        date=Date.parse("2023-05"),
        identifiers=(Identifier.parse("arxiv", "2305.00001"),),
    )
    paper = preprint.change(key="b", type="paper-conference", identifiers=(), event="ICML")
    rows = rows_from_records([preprint, paper])
    assert rows[0].byline.names == (("van der Maaten", "L."),)
    assert (rows[0].year, rows[0].venue, rows[1].venue) == (2023, "arXiv", "ICML")
    (pair,) = link(rows).pairs
    assert (pair.relation, pair.decision) == ("version", "join"), pair
    assert "one is a preprint" in pair.reasons


@pytest.mark.parametrize("numbers", [("Part I", "Part II"), ("2019", "2021")])
def test_a_crowd_of_nearly_equal_records_does_not_join_two_works(numbers: tuple[str, str]) -> None:
    size = LARGEST + 100
    pages = [f"{10 * at + 1}-{10 * at + 9}" for at in range(size)]
    rows = [
        replace(
            make(2 * at + which, f"Parsing adaptive streams: {number}", people, 2020, "VLDB", "x"),
            pages=pages[at] if at % 2 else "",
            volume=str(at),
        )
        for at, people in zip(range(size), cycle(("Emil Post", "E. Post")), strict=False)
        for which, number in enumerate(numbers)
    ]
    bridges = [
        make(2 * size + at, "Parsing adaptive streams", "Emil Post", 2020, venue, "x")
        for at, venue in enumerate(("VLDB", "Proceedings of VLDB", ""))
    ]
    title = {row.id: row.title for row in (*rows, *bridges)}
    for least in (ASK, JOIN):
        result = link([*rows, *bridges], least=least)
        found = [{title[at] for at in group} - {bridges[0].title} for group in result.clusters]
        assert all(len(titles) < 2 for titles in found)
        assert any(len(group) > 1 for group in result.clusters)
