"""Items in every order, as a table of text and what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.model import Author, Record
from publist.reading.pages import read_markdown

CASES = Path(__file__).parent / "cases" / "items.md"


def cases() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for part in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, rest = part.partition("\n")
        source, _, expected = rest.partition("\n---\n")
        pairs = [line.partition(": ") for line in expected.strip().split("\n")]
        found.append((name, source, {key: value for key, _, value in pairs}))
    return found


def printed(author: Author) -> str:
    marks = "".join(f" {mark}" for mark in author.marks)
    return ("!" if author.emphasised else "") + str(author.name) + marks


def said(record: Record) -> dict[str, str]:
    authors = [printed(author) for author in record.authors]
    plain = {
        "authors": " | ".join(authors + ["others"] * record.authors_truncated),
        "title": record.title.plain,
        "venue": record.container.plain,
        "year": str(record.year),
        "volume": record.volume or "",
        "issue": record.issue or "",
        "pages": record.pages or "",
        "awards": ", ".join(award.kind for award in record.awards),
        "links": ", ".join(link.relation for link in record.links),
    }
    return plain | {found.scheme: found.value for found in record.identifiers}


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in cases()], ids=[c[0] for c in cases()]
)
def test_an_item(source: str, expected: dict[str, str]) -> None:
    records = read_markdown(f"# Publications\n\n{source}\n", "page.md").records
    assert len(records) == 1
    found = said(records[0])
    assert {key: found.get(key) for key in expected} == expected
