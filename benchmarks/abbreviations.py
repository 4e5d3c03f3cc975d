"""How often titles of journals are abbreviated by rule as published lists do.

Usage::

    python benchmarks/abbreviations.py LIST.csv… [--fifth] [--verbose]

Each list has lines of a title and its abbreviation. With ``--fifth`` only those titles count
that ``tools/venues/title_words.py --without-fifth`` leaves out, so that what is measured is not
what was learned. Case, full stops and commas do not count.
"""

from __future__ import annotations

import argparse
import csv
import re
from pathlib import Path

from publist.venues.abbreviations import abbreviated_title, comparable


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--fifth", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for path in options.lists:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [(row[0], row[1]) for row in csv.reader(file) if len(row) > 1 and all(row[:2])]
        rows = [row for row in rows if not options.fifth or in_fifth(row[0])]
        right = words = alike = 0
        for title, short in rows:
            ours, theirs = words_of(abbreviated_title(title)), words_of(short)
            right += ours == theirs
            if len(ours) == len(theirs):
                words += len(ours)
                alike += sum(a == b for a, b in zip(ours, theirs, strict=True))
            if options.verbose and ours != theirs:
                print(f"    {title} | {short} | {abbreviated_title(title)}")
        print(
            f"{path.stem}: {len(rows)} titles, {right / max(len(rows), 1):.1%} the same; "
            f"words of titles with equally many words: {alike / max(words, 1):.1%}"
        )


def in_fifth(title: str) -> bool:
    """As in ``tools/venues/title_words.py``."""
    return sum(comparable(title).encode()) % 5 == 0


def words_of(text: str) -> list[str]:
    return [word for each in re.split(r"[\s\-]+", text) if (word := comparable(each))]


if __name__ == "__main__":
    main()
