"""Linking its own result changes nothing: what was merged is not joined any further."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist import read
from publist.link import Decision
from publist.link.caution import doubt
from publist.link.works import group_records, join
from publist.model import Author, Date, Name, Record, Source, Work
from publist.richtext import EMPTY, RichText

from .strategies import record_lists


@st.composite
def overlapping_lists(draw: st.DrawFn) -> list[Record]:
    """What several lists say of a few works, each leaving out something else."""
    return [
        record.change(
            authors=record.authors[: draw(st.sampled_from((1, 2, 9)))],
            container=draw(st.sampled_from((record.container, EMPTY))),
            venue=draw(st.sampled_from((record.venue, None))),
            date=draw(st.sampled_from((record.date, None, Date.parse("2023")))),
            title=RichText.of(record.title.plain + draw(st.sampled_from(("", ": Extended", "s")))),
        )
        for record in draw(record_lists(9))
    ]


def linked_again(works: tuple[Work, ...]) -> list[list[str]]:
    again, _ = join([work.record for work in works])
    return [[str(record.source) for record in work.versions] for work in again]


def alone(works: tuple[Work, ...]) -> list[list[str]]:
    return [[str(work.record.source)] for work in works]


@given(records=record_lists(9) | overlapping_lists())
@settings(max_examples=120, deadline=None)
def test_merged_lists_are_joined_no_further(records: list[Record]) -> None:
    works, _ = join(records)
    assert linked_again(works) == alone(works)


@given(records=overlapping_lists(), seed=st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_the_order_of_overlapping_lists_does_not_matter(records: list[Record], seed: int) -> None:
    shuffled = random.Random(seed).sample(records, len(records))  # noqa: S311 (nothing secret)
    assert group_records(shuffled).linkage == group_records(records).linkage


PEOPLE = ("Adler", "Brandt", "Chen", "Duarte")


TITLE = "Ledgers of Sparse Tokens for Preemptible Accelerators"


def entry(
    file: str, line: int, container: str, *, title: str = TITLE, year: str = "2024"
) -> Record:
    return Record(
        key=f"{file}{line}",
        type="article-journal" if container != "arXiv" else "article",
        title=RichText.of(title),
        authors=tuple(Author(name=Name(family=name, given="I")) for name in PEOPLE),
        date=Date.parse(year),
        container=RichText.of(container),
        source=Source(file=file, line=line),
    )


def test_a_doubt_that_a_fuller_record_settles_is_none() -> None:
    preprint = entry("lab.bib", 1, "arXiv")
    misprinted = entry("lab.bib", 9, "Journal of Slow Machines", title=TITLE.replace("k", "ck"))
    right = entry("mine.bib", 5, "Journal of Slow Machines").change(volume="4", pages="1–9")
    assert doubt(preprint, misprinted) == "titles differ within one list"
    assert len(group_records([preprint, misprinted]).works) == 2
    grouped = group_records([preprint, misprinted, right])
    assert len(grouped.works) == 1
    assert {pair.decision for pair in grouped.linkage.pairs} == {Decision.JOIN}


def test_what_was_merged_is_still_in_the_list_that_has_both() -> None:
    deposit = entry("lab.bib", 1, "", year="2025")
    listed = entry("lab.bib", 9, "Journal of Slow Machines")
    fuller = entry("mine.bib", 5, "Journal of Slow Machines")
    works, _ = join([deposit, listed, fuller.change(pages="1–9", volume="4")])
    assert [len(work.versions) for work in works] == [1, 2]
    assert works[1].record.source == Source(file="mine.bib", line=5, also=("lab.bib",))
    assert linked_again(works) == alone(works)


def test_lists_of_one_owner_are_joined_no_further(shared: Path) -> None:
    by_owner: dict[str, list[Path]] = {}
    for file in sorted((shared / "corpus" / "bib").glob("*.bib")):
        by_owner.setdefault(file.name.partition("__")[0], []).append(file)
    several = [files for files in by_owner.values() if len(files) > 1]
    if not several:
        pytest.skip("no owner has several lists")
    for files in several:
        works, _ = join([record for file in files for record in read(file).records])
        assert linked_again(works) == alone(works), files
