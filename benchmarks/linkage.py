"""Quality of linking on labelled sets: precision, recall, F1, seconds, memory.

    python benchmarks/linkage.py dblp-acm cora          # folders of ../shared/linkage
    python benchmarks/linkage.py versions               # the pairs labelled by relation
    python benchmarks/linkage.py --records R.csv --pairs P.csv --clean A

A set is a table of records (idx, src, title, authors, venue, year; pages, volume, number, type
where known) and one of true pairs (a, b). Of a set with two sources only pairs across count.
``sure`` is what is joined without asking, ``best guess`` what is more likely than not.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from publist.link import ASK, JOIN, Relation, Row, link, relate, row_from_strings

SHARED = Path(os.environ.get("PUBLIST_SHARED", Path(__file__).parents[2] / "shared")) / "linkage"
CLEAN = {"dblp-acm": ("A", "B"), "dblp-scholar": ("A",)}
"""Which sources of the known sets are clean: all that is configured by set."""

TYPES = {"article": "article-journal", "inproceedings": "paper-conference"}

IdPair = tuple[str, str]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"{self.precision:.4f} {self.recall:.4f} {self.f1:.4f}"


def read_rows(path: Path) -> list[Row]:
    """The rows of a labelled set."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(line) for line in csv.DictReader(file)]


def _row(line: dict[str, str]) -> Row:
    fields = {key: value or "" for key, value in line.items()}
    fields["id"] = fields["idx"]
    fields["source"] = fields.get("src", "")
    fields["issue"] = fields.get("number", "")
    fields["type"] = TYPES.get(fields.get("type", ""), "")
    return row_from_strings(fields)


def read_pairs(path: Path) -> set[IdPair]:
    """The true pairs of a labelled set."""
    with path.open(encoding="utf-8", newline="") as file:
        return {_ordered(line["a"], line["b"]) for line in csv.DictReader(file)}


def _ordered(one: str, other: str) -> IdPair:
    return (one, other) if one < other else (other, one)


def pairs_within(groups: Iterable[Sequence[str]]) -> set[IdPair]:
    """All pairs of records that are in one group."""
    return {_ordered(*pair) for group in groups for pair in combinations(group, 2)}


def across(pairs: set[IdPair], rows: Sequence[Row]) -> set[IdPair]:
    """The pairs whose records are of different sources, where there are several sources."""
    source = {row.id: row.source for row in rows}
    if len(set(source.values())) == 1:
        return pairs
    return {pair for pair in pairs if source[pair[0]] != source[pair[1]]}


def score_pairs(found: set[IdPair], true: set[IdPair]) -> Score:
    """Compare pairs found with the true ones."""
    hits = len(found & true)
    return Score(hits / len(found) if found else 1.0, hits / len(true) if true else 1.0)


def score_clusters(found: set[IdPair], true: set[IdPair], rows: Sequence[Row]) -> Score:
    """Compare groups of two records and more as wholes: right when no record is amiss."""
    found_groups = _closed(found, rows)
    true_groups = _closed(true, rows)
    hits = len(found_groups & true_groups)
    return Score(hits / max(1, len(found_groups)), hits / max(1, len(true_groups)))


def _closed(pairs: set[IdPair], rows: Sequence[Row]) -> set[frozenset[str]]:
    group_of = {row.id: {row.id} for row in rows}
    for one, other in pairs:
        if group_of[one] is not group_of[other]:
            small, large = sorted((group_of[one], group_of[other]), key=len)
            large |= small
            for member in small:
                group_of[member] = large
    return {frozenset(group) for group in group_of.values() if len(group) > 1}


def measure(name: str, rows: Sequence[Row], true: set[IdPair], clean: Sequence[str]) -> None:
    """Link a set twice, boldly and surely, and print how right it was."""
    print(f"{name}: {len(rows)} records, {len(true)} true pairs", flush=True)
    for label, least in (("best guess", ASK), ("sure", JOIN)):
        start = time.perf_counter()
        linkage = link(rows, clean_sources=clean, least=least)
        seconds = time.perf_counter() - start
        found = across(pairs_within(linkage.copies), rows)
        print(
            f"  {label:10}  pairs {score_pairs(found, true)}"
            f"  clusters {score_clusters(found, true, rows)}"
            f"  {seconds:6.1f} s  {peak_megabytes():5.0f} MB",
            flush=True,
        )


def measure_versions(path: Path) -> None:
    """Print how well *version or same* is told from the rest of the labelled pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["label"] != "unsure"]
    print(f"versions: {len(lines)} pairs")
    right = [line["label"] in ("same", "version") for line in lines]
    pairs = [relate(_side(line, "a"), _side(line, "b")) for line in lines]
    for label, chosen in (
        ("best guess", [pair.relation in (Relation.SAME, Relation.VERSION) for pair in pairs]),
        ("sure", [pair.score >= JOIN for pair in pairs]),
    ):
        hits = sum(want and got for want, got in zip(right, chosen, strict=True))
        print(f"  {label:10}  pairs {Score(hits / max(1, sum(chosen)), hits / sum(right))}")


def _side(line: dict[str, str], side: str) -> Row:
    names = ("title", "authors", "year", "venue")
    return row_from_strings({"id": side, **{name: line[f"{name}_{side}"] for name in names}})


def peak_megabytes() -> float:
    """The most memory this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str]) -> None:
    """Measure the sets named, or the one given by its files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("sets", nargs="*", help="folders of the shared linkage sets, or 'versions'")
    parser.add_argument("--records", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--clean", action="append", default=[], help="a source that is clean")
    options = parser.parse_args(arguments)
    print("set, then precision recall F1")
    if options.records and options.pairs:
        rows, true = read_rows(options.records), read_pairs(options.pairs)
        measure(options.records.stem, rows, true, options.clean)
    for name in options.sets:
        if Path(name).stem == "versions":
            measure_versions((SHARED / name).with_suffix(".csv"))
            continue
        rows, true = (
            read_rows(SHARED / name / "records.csv"),
            read_pairs(SHARED / name / "pairs.csv"),
        )
        measure(name, rows, true, CLEAN.get(Path(name).name, ()))


if __name__ == "__main__":
    main(sys.argv[1:])
