"""CSV: what spreadsheets and statistics make of a list."""

from __future__ import annotations

import csv
from io import StringIO

from publist.model import Author, Date, Entry, Group, Listing, Name, Record, Work
from publist.richtext import RichText
from publist.write.table import write


def listing(*titles: str) -> Listing:
    authors = (
        Author(name=Name(family="Bee", given="Ann"), person="bee"),
        Author(name=Name(literal="A; B Team")),
    )
    entries = tuple(
        Entry(
            work=Work.of(
                Record(
                    key=f"k{number}",
                    type="article",
                    title=RichText.of(title),
                    authors=authors,
                    date=Date.parse("2024-05"),
                    pages="-3",
                )
            ),
            text=RichText.of(f"A. Bee. {title}."),
        )
        for number, title in enumerate(titles)
    )
    part = Group(heading="Journals", entries=entries)
    return Listing(root=Group(groups=(Group(heading="2024", groups=(part,)),)))


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def test_a_row_for_each_entry() -> None:
    first, second = rows(write(listing('Mice, "Fine"\nMice', "Cats")))
    assert first["title"] == 'Mice, "Fine" Mice'
    assert second["reference"] == "A. Bee. Cats."
    told = {"heading": "2024 / Journals", "key": "k1", "year": "2024", "date": "2024-05"}
    told |= {"authors": "Ann Bee; A; B Team", "people": "bee", "number of authors": "2"}
    assert {name: second[name] for name in told} == told


def test_nothing_is_a_formula() -> None:
    titles = ('=HYPERLINK("https://a.example")', "+1", "-1", "@SUM(A1)", "\t=1")
    for row in rows(write(listing(*titles))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())
