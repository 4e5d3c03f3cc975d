"""Items of other programs come out of the citing stage as if it had not been there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publist.cite.engine import Task
from publist.cite.engines import engine_named
from publist.cite.styles import find
from publist.crosswalk.csl import record_from_item
from publist.csl import Style
from publist.model import Source

STYLES = ["apa", "ieee", "nature", "chicago-author-date", "modern-language-association", "acm"]
STYLES += ["iso690-author-date-fr-no-abstract", "vancouver", "harvard", "bibtex", "din-1505-2"]


@pytest.mark.parametrize("style", STYLES)
def test_nothing_lost_on_the_way_through_a_record(style: str, shared: Path) -> None:
    items = json.loads((shared / "csl" / "oracle" / "items.json").read_text("utf-8"))
    for item in items:  # its one ISBN is not valid, and stays; a valid one loses its hyphens
        item.pop("ISBN", None)
    found = find(style)
    direct = Style(found.xml, found.locale).bibliography(items, "rich", year_suffix=False)
    records = [record_from_item(item, Source(file="items.json"))[0] for item in items]
    tasks = [Task(str(item["id"]), record) for item, record in zip(items, records, strict=True)]
    through = engine_named("csl")(tasks, found)
    assert through.order == tuple(entry.id for entry in direct)
    for entry in direct:
        expected = " ".join(entry.text.plain.split())
        assert " ".join(through.entries[entry.id].plain.split()) == expected
