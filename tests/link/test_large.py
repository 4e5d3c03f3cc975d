"""The large way of linking gives what the plain one gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publist.link import ASK, Row, link, row_from_strings

pytest.importorskip("duckdb", reason="linking large collections needs the extra publist[scale]")
pytest.importorskip("numpy", reason="linking large collections needs the extra publist[scale]")

from publist.link.large import link_large

WORDS = "adaptive bounds caching data streams neural parsing graph queries of the".split()  # noqa: SIM905


def rows_of(size: int) -> list[Row]:
    """Titles of five of eleven words: many near-duplicates, and blocks beyond the cap."""
    rows = []
    for number in range(size):
        state, words = number * 2654435761 % 2**32, []
        for _ in range(5):
            state, place = divmod(state, len(WORDS))
            words.append(WORDS[place])
        fields = {
            "title": " ".join(words),
            "year": str(2000 + number % 3),
            "pages": str(number % 7),
        }
        rows.append(row_from_strings({"id": str(number), "authors": "A Byron, E Post", **fields}))
    return rows


def test_the_same_result_either_way() -> None:
    rows = rows_of(300)
    told: list[tuple[str, int, int]] = []
    large = link_large(rows, least=ASK, processes=1, progress=lambda *step: told.append(step))
    assert large == link(rows, least=ASK)
    assert {stage for stage, _, _ in told} == {"read", "compare"}


def test_records_that_say_the_same_either_way() -> None:
    rows = [replace(row, id=f"{row.id}-{at}") for row in rows_of(40) for at in range(12)]
    large = link_large(rows, processes=1)
    assert large == link(rows)
    assert any(len(group) >= 12 for group in large.copies)


def test_nothing() -> None:
    assert link_large([], processes=1).clusters == ()
