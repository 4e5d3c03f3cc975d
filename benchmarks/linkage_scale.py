"""Linking at scale: invented collections of any size whose truth is known.

    python benchmarks/linkage_scale.py 10000 100000
    python benchmarks/linkage_scale.py --engine duckdb 1000000

A quarter of the records are retyped copies of others: slips, initials for names, abbreviated
venues, missing fields, years one off, subtitles dropped. Words are made of syllables and used as
often as words are (Zipf). Prints seconds, memory, and precision and recall of the copies found.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from publist.link import ASK, Linkage, Row, link
from publist.link.bylines import Byline
from publist.link.large import link_large

SYLLABLES = "ba be bi co cu da de dra fe fi go gra ka ke lo lu ma mi no nu pa pe qui ra ro sa so ta"
VENUES = (
    "Journal of {}",
    "Proceedings of the Conference on {}",
    "Transactions on {}",
    "{} Letters",
)
ENGINES: dict[str, Callable[..., Linkage]] = {"python": link, "duckdb": link_large}


class Press:
    """Prints invented records, always the same ones for the same seed."""

    def __init__(self, size: int, seed: int = 7) -> None:
        self.dice = random.Random(seed)  # noqa: S311 (invented records, no secrets)
        syllables = SYLLABLES.split()
        count = max(2000, size // 8)
        self.words = sorted(
            {
                "".join(self.dice.choices(syllables, k=self.dice.choice((2, 3, 3, 4))))
                for _ in range(count)
            }
        )
        self.dice.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.words))))
        self.families = [word.capitalize() for word in self.words[: max(500, size // 40)]]

    def record(self, number: int) -> Row:
        """A new record."""
        dice = self.dice
        title = " ".join(dice.choices(self.words, cum_weights=self.weights, k=dice.randint(4, 11)))
        if dice.random() < 0.2:
            title += ": " + " ".join(dice.choices(self.words, cum_weights=self.weights, k=3))
        names = tuple(
            (dice.choice(self.families), dice.choice(self.families) + " " + dice.choice("ABCDEF."))
            for _ in range(dice.randint(1, 5))
        )
        field = " ".join(dice.choices(self.words[:300], k=2))
        first = dice.randint(1, 900)
        return Row(
            id=f"r{number}",
            title=title,
            byline=Byline(names),
            year=dice.randint(1980, 2025),
            venue=dice.choice(VENUES).format(field.title()),
            pages=f"{first}-{first + dice.randint(4, 30)}",
            volume=str(dice.randint(1, 60)),
        )

    def retyped(self, row: Row, number: int) -> Row:
        """A record again, as somebody else would type it."""
        dice = self.dice
        title = self._slip(row.title) if dice.random() < 0.5 else row.title
        if ": " in title and dice.random() < 0.3:
            title = title.split(": ")[0]
        names = row.byline.names
        if dice.random() < 0.6:
            names = tuple((family, given[0] + ".") for family, given in names)
        year = row.year
        if year is not None and dice.random() < 0.1:
            year += dice.choice((-1, 1))
        return replace(
            row,
            id=f"r{number}",
            title=title,
            byline=Byline(names),
            year=year,
            venue=self._abbreviated(row.venue) if dice.random() < 0.5 else row.venue,
            pages="" if dice.random() < 0.3 else row.pages,
            volume="" if dice.random() < 0.3 else row.volume,
        )

    def _slip(self, text: str) -> str:
        at = self.dice.randrange(1, len(text) - 1)
        kind = self.dice.random()
        if kind < 0.4:
            return text[:at] + text[at + 1 :]
        if kind < 0.7:
            return text[:at] + self.dice.choice("aeiou") + text[at:]
        return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]

    def _abbreviated(self, venue: str) -> str:
        return " ".join(word[:4] + "." if len(word) > 5 else word for word in venue.split())


def collection(size: int) -> tuple[list[Row], set[tuple[str, str]]]:
    """Records and the pairs among them that are copies."""
    press = Press(size)
    rows = [press.record(number) for number in range(size - size // 4)]
    true: set[tuple[str, str]] = set()
    for number, original in enumerate(press.dice.sample(rows, size // 4), start=len(rows)):
        copy = press.retyped(original, number)
        rows.append(copy)
        true.add((original.id, copy.id))
    return rows, true


def measure(size: int, engine: str) -> None:
    """Link a collection of that size and print what it took and how right it was."""
    rows, true = collection(size)
    start, start_cpu = time.perf_counter(), processor_seconds()
    linkage = ENGINES[engine](rows, least=ASK)
    seconds, cpu = time.perf_counter() - start, processor_seconds() - start_cpu
    number = {row.id: at for at, row in enumerate(rows)}
    found = {
        tuple(sorted((one, other), key=number.__getitem__))
        for group in linkage.copies
        for at, one in enumerate(group)
        for other in group[at + 1 :]
    }
    hits = len(found & true)
    peak = sum(
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{size:>9} records  {engine}  {seconds:7.1f} s (processor {cpu:.1f})  {peak:6.0f} MB  "
        f"precision {hits / max(1, len(found)):.4f}  recall {hits / len(true):.4f}",
        flush=True,
    )


def processor_seconds() -> float:
    """Time on the processor, of this process and of the workers that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main(arguments: Sequence[str]) -> None:
    """Measure the sizes named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--engine", choices=sorted(ENGINES), default="python")
    options = parser.parse_args(arguments)
    for size in options.sizes:
        measure(size, options.engine)


if __name__ == "__main__":
    main(sys.argv[1:])
