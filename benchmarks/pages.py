"""Precision and recall of reading hand-typed pages, by field.

Usage::

    python benchmarks/pages.py ROOT TRUTH.json... [--verbose]

A truth file names its page, relative to ROOT, and what a person read there::

    {"page": "md/about.md", "items": [
        {"title": "…", "authors": ["A. Li", "He"], "venue": "ICML 2022", "year": 2022}]}

Authors compare by family names in order, venues by what the catalogue takes them for or else
by their words, titles by their letters. A venue or year of ``null`` must not be found.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from publist.model import Record
from publist.pipeline import normalise
from publist.reading import read_sources
from publist.setup import Setup
from publist.venues import Catalogue, recognise

FIELDS = ("authors", "title", "venue", "year")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("root", type=Path)
    arguments.add_argument("truths", type=Path, nargs="+")
    arguments.add_argument("--verbose", action="store_true")
    given = arguments.parse_args()
    totals = dict.fromkeys((*FIELDS, "all", "truth", "found", "matched"), 0)
    print(
        f"{'page':14}{'truth':>6}{'found':>6}{'match':>6}", *(f"{f:>8}" for f in FIELDS), "    all"
    )
    for file in given.truths:
        truth = json.loads(file.read_text(encoding="utf-8"))
        counts = score(given.root / truth["page"], truth["items"], verbose=given.verbose)
        show(file.stem, counts)
        for name, count in counts.items():
            totals[name] += count
    show("together", totals)


def show(name: str, counts: dict[str, int]) -> None:
    matched = max(counts["matched"], 1)
    shares = [f"{counts[field] / matched:8.1%}" for field in FIELDS]
    whole = counts["all"] / max(counts["truth"], 1)
    numbers = f"{counts['truth']:6}{counts['found']:6}{counts['matched']:6}"
    print(f"{name:14}{numbers}", *shares, f"{whole:7.1%}")


def score(page: Path, items: Sequence[dict[str, Any]], *, verbose: bool) -> dict[str, int]:
    records = list(normalise([read_sources([page])], Setup()).records)
    counts = dict.fromkeys((*FIELDS, "all", "truth", "found", "matched"), 0)
    counts |= {"truth": len(items), "found": len(records)}
    for item in items:
        record = best_match(item, records)
        if record is None:
            if verbose:
                print("  missed:", item["title"][:100])
            continue
        records.remove(record)
        counts["matched"] += 1
        right = compare(item, record)
        for field in FIELDS:
            counts[field] += right[field]
            if verbose and not right[field]:
                print(f"  {field}: {item[field]!r}\n   found {found_value(record, field)!r}")
        counts["all"] += all(right.values())
    if verbose:
        for record in records:
            print("  too many:", record.title.plain[:100])
    return counts


def best_match(item: dict[str, Any], records: Sequence[Record]) -> Record | None:
    from rapidfuzz import fuzz

    wanted = letters(item["title"])
    rated = [(fuzz.ratio(wanted, letters(record.title.plain)), record) for record in records]
    inside = [r for r in records if len(wanted) > 12 and wanted in letters(whole(r))]
    rating, record = max(rated, key=lambda pair: pair[0], default=(0, None))
    return record if rating > 80 else next(iter(inside), None)


def whole(record: Record) -> str:
    names = " ".join(str(author.name) for author in record.authors)
    return f"{names} {record.title.plain} {record.container.plain} {record.note.plain}"


def compare(item: dict[str, Any], record: Record) -> dict[str, bool]:
    return {
        "authors": [family(n) for n in item["authors"]]
        == [family(str(a.name.family or a.name)) for a in record.authors],
        "title": letters(item["title"]) == letters(record.title.plain),
        "venue": same_venue(item["venue"], record),
        "year": item["year"] == record.year,
    }


def found_value(record: Record, field: str) -> object:
    values = {
        "authors": [str(author.name) for author in record.authors],
        "title": record.title.plain,
        "venue": record.container.plain,
        "year": record.year,
    }
    return values[field]


def letters(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in apart if char.isalnum())


def family(name: str) -> str:
    words = name.split()
    return letters(words[-1]) if words else ""


def same_venue(wanted: str | None, record: Record) -> bool:
    printed = record.container.plain
    if not wanted:
        return not printed
    catalogue = Catalogue.load()
    expected, found = recognise(wanted, catalogue), record.venue
    if expected.id or (found and found.id):
        return bool(found) and found is not None and expected.id == found.id
    return without_year(wanted) == without_year(printed)


def without_year(text: str) -> str:
    return letters(re.sub(r"(?:19|20)\d\d", "", text))


if __name__ == "__main__":
    main()
