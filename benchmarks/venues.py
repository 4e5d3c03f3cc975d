"""Measures how well printed venues are recognised, and how fast.

    python benchmarks/venues.py ../shared/venues            # scores
    python benchmarks/venues.py ../shared/venues --misses   # and what is missed (seen half only)
    python benchmarks/venues.py --speed                     # load and recognise 30 strings

Every second row was looked at while the rules were written; the others were only scored.
A row of DBLP counts as right when its stream's rows come out as one venue, no other stream
does as the same, the year is the edition's, and the short name is the one that ccf-deadlines
has for the stream. A row of the ACL Anthology is right when the venue is one that its volume
belongs to; volumes that the Anthology files under no venue (``ws``) are left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publist.latex import to_unicode
from publist.model import Venue
from publist.venues import Catalogue, recognise

ONE_FAMILY = {"conf/iccvw": "conf/iccv", "journals/corr": "conf/iclr"}
"""Streams that are a part of another: workshops of a conference, and its years before a stream."""


@dataclass
class Row:
    text: str
    wanted: str
    weight: int
    year: int | None
    found: Venue
    seen: bool


@dataclass
class Score:
    """Weighted shares of one half of the rows."""

    total: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def add(self, weight: int, **checks: bool) -> None:
        self.total += weight
        for name, passed in checks.items():
            self.right[name] += weight * passed

    def __str__(self) -> str:
        shares = (f"{name} {count / self.total:.2%}" for name, count in self.right.items())
        return f"{self.total:6d}  " + "  ".join(shares)


def letters(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))


def dblp_rows(path: Path, catalogue: Catalogue) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            text = to_unicode(row["string"])
            years = re.findall(r"\b((?:19|20)\d\d)\b", text)
            yield Row(
                text=text,
                wanted=ONE_FAMILY.get(row["stream"], row["stream"]),
                weight=int(row["entries"]),
                year=int(years[-1]) if years else None,
                found=recognise(text, catalogue, "paper-conference"),
                seen=number % 2 == 0,
            )


def key_of(venue: Venue) -> str:
    return venue.id or letters(venue.name)


def commonest(rows: Iterable[Row]) -> dict[str, str]:
    """The venue that most entries of each stream come out as; each venue once."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        votes[row.wanted][key_of(row.found)] += row.weight
    taken: dict[str, tuple[int, str]] = {}
    for stream, counts in votes.items():
        key, weight = counts.most_common(1)[0]
        taken[key] = max(taken.get(key, (0, "")), (weight, stream))
    return {stream: key for key, (_, stream) in taken.items()}


def score_dblp(folder: Path, catalogue: Catalogue, *, misses: bool) -> None:
    rows = list(dblp_rows(folder / "dblp-strings.csv", catalogue))
    facts = json.loads((folder / "conferences-ccfddl.json").read_text(encoding="utf-8"))
    shorts = {f"conf/{fact['dblp']}": fact["acronym"] for fact in facts}
    wanted = commonest(rows)
    scores = {True: Score(), False: Score()}
    for row in rows:
        venue = key_of(row.found) == wanted.get(row.wanted)
        year = row.found.year == row.year
        short = row.wanted not in shorts or known_as(row.found, shorts[row.wanted], catalogue)
        scores[row.seen].add(row.weight, venue=venue, year=year, short=short)
        if misses and row.seen and not (venue and year and short):
            missed(row.wanted, row.found, row.text)
    print("DBLP strings, looked at:", scores[True])
    print("DBLP strings, kept apart:", scores[False])


def missed(wanted: str, found: Venue, text: str) -> None:
    print(f"    {wanted}: {found.id} {found.year} {found.name}\n        {text}")


def known_as(venue: Venue, short: str, catalogue: Catalogue) -> bool:
    own = {letters(venue.short)}
    if venue.id:
        own |= {letters(name) for name in catalogue[venue.id].all_acronyms}
    return letters(short) in own


def score_anthology(folder: Path, catalogue: Catalogue, *, misses: bool) -> None:
    scores = {True: Score(), False: Score()}
    with (folder / "acl-booktitles.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            wanted = set(row["venues"].split(";")) - {"ws", ""}
            if not wanted:
                continue
            seen = number % 2 == 0
            found = recognise(row["booktitle"], catalogue, "paper-conference")
            venue = bool(wanted & {found.id, letters(found.short)})
            unknown = found.id is None
            printed = re.findall(r"\b((?:19|20)\d\d)\b", row["booktitle"])
            year = str(found.year) in printed if printed else True
            scores[seen].add(1, venue=venue, unknown=unknown, year=year)
            if misses and seen and not (venue and year):
                missed(row["venues"], found, row["booktitle"])
    print("ACL booktitles, looked at:", scores[True])
    print("ACL booktitles, kept apart:", scores[False])


def measure_speed() -> None:
    texts = [
        "In Proceedings of the 39th International Conference on Machine Learning",
        "Advances in Neural Information Processing Systems 35, NeurIPS 2022, New Orleans, LA, USA",
        "IEEE Trans. Pattern Anal. Mach. Intell.",
        "Nature Communications",
        "arXiv preprint arXiv:2401.17644",
        "Proceedings of the 3rd Workshop on Things Nobody Knows, Rome, May 3, 2021",
    ]
    start = time.process_time()
    catalogue = Catalogue.load()
    loaded = time.process_time()
    for number in range(5):
        for text in texts:
            recognise(f"{text} " * (number % 2) or text, catalogue)
    done = time.process_time()
    print(f"load {len(catalogue)} venues: {(loaded - start) * 1e3:.1f} ms")
    print(f"first 30 strings, indexes included: {(done - loaded) * 1e3:.1f} ms")
    rounds = 200
    start = time.process_time()
    for number in range(rounds):
        for text in texts:
            recognise(f"{text} {1990 + number % 40} {number}", catalogue)
    new = (time.process_time() - start) / (rounds * len(texts))
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            recognise(text, catalogue)
    known = (time.process_time() - start) / (rounds * len(texts))
    print(f"a new string: {new * 1e6:.0f} us, one seen before: {known * 1e6:.1f} us")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="folder with the labelled strings")
    parser.add_argument("--misses", action="store_true", help="print what is missed")
    parser.add_argument("--speed", action="store_true", help="measure speed instead")
    given = parser.parse_args()
    if given.speed or not given.folder:
        measure_speed()
        return
    catalogue = Catalogue.load()
    score_dblp(given.folder, catalogue, misses=given.misses)
    score_anthology(given.folder, catalogue, misses=given.misses)


if __name__ == "__main__":
    main()
