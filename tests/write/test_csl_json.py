"""CSL-JSON: valid JSON in the order of the records, read again as the same records."""

from __future__ import annotations

import json

from publist.model import Author, Date, Document, Identifier, Name, Record, Role
from publist.reading.form import read_json
from publist.richtext import parse_markup
from publist.write.csl_json import write_csl_json

RECORDS = (
    Record(
        key="tang2024",
        type="paper-conference",
        title=parse_markup("FuseFL in <i>CO<sub>2</sub></i>"),
        authors=(
            Author(name=Name(family="Tang", given="Zhenheng"), roles=(Role(kind="equal"),)),
            Author(name=Name(literal="The Group")),
        ),
        date=Date.parse("2024-12"),
        container=parse_markup("Proceedings of Examples"),
        identifiers=(Identifier(scheme="doi", value="10.1000/182"),),
        extra={"abbr": "{ICE}"},
    ),
    Record(key="b", type="book", title=parse_markup("Zweites – “Buch”")),
)


def test_items_in_order() -> None:
    items = json.loads(write_csl_json(Document(records=RECORDS)))
    assert [item["id"] for item in items] == ["tang2024", "b"]
    assert items[0]["issued"] == {"date-parts": [[2024, 12]]}
    assert items[0]["author"][0] == {"family": "Tang", "given": "Zhenheng"}


def test_it_reads_as_the_same_records() -> None:
    document = read_json(write_csl_json(RECORDS), "x.json")
    assert tuple(record.change(source=None) for record in document.records) == RECORDS


def test_letters_are_written_as_they_are() -> None:
    assert "Zweites – “Buch”" in write_csl_json(RECORDS)
