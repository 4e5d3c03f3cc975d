"""Builds ``data/title-words.txt``: how words of journal titles are abbreviated.

    python tools/venues/title_words.py journals/

``journals/`` holds JabRef's lists of journal abbreviations (CC0). A title and its abbreviation
that have equally many words say how each word is shortened; what most titles agree on is kept.
Words that begin alike and are shortened alike become one line, as in the list of ISO 4.

``--without-fifth`` leaves every fifth title out, for ``benchmarks/abbreviations.py --fifth``.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from publist.venues.abbreviations import SHORTEST, SMALL_WORDS, Table, comparable, longest

HEADER = """\
# How words of journal titles are abbreviated, after ISO 4; words that are not here are printed
# in full. A word, or with a hyphen the beginning or the end of words; then what is printed
# instead.
#
# Made by tools/venues/title_words.py from facts in JabRef's lists of journal abbreviations (CC0).
"""
# The lists that follow ISO 4 or nearly; those without full stops leave them to the reader.
LISTS = ("acs", "general", "geology_physics", "ieee", "lifescience", "mechanical", "ubc")
LISTS_WITHOUT_STOPS = ("entrez", "medicus")
TARGET = Path(__file__).parents[2] / "data" / "title-words.txt"
SPLIT = re.compile(r"[\s/,;:()\[\]]+|(?<=\w)-(?=\w)")

Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--without-fifth", action="store_true")
    options = parser.parse_args()
    pairs = titles(options.folder)
    if options.without_fifth:
        pairs = (each for each in pairs if not in_fifth(each[0]))
    known = agreed(word for pair in pairs for word in aligned(*pair))
    lines = [f"{word} {short}" for word, short in sorted(compressed(known))]
    options.target.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")


def titles(folder: Path) -> Iterator[Pair]:
    """The titles of the lists with their abbreviations, with full stops."""
    for name in (*LISTS, *LISTS_WITHOUT_STOPS):
        path = folder / f"journal_abbreviations_{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for title, short, *_ in (row for row in csv.reader(file) if len(row) > 1):
                if "Ã" not in title:  # some lists were decoded wrongly once
                    yield title, _stopped(title, short) if name in LISTS_WITHOUT_STOPS else short


def _stopped(title: str, short: str) -> str:
    whole = set(comparable(title).split())
    return " ".join(
        word if comparable(word) in whole or not word.isalpha() else f"{word}."
        for word in short.split()
    )


def in_fifth(title: str) -> bool:
    """Whether a title is one of the fifth that is kept for measuring, the same in all lists."""
    return sum(comparable(title).encode()) % 5 == 0


def aligned(title: str, short: str) -> Iterator[Pair]:
    """The words of a title, each with what stands for it, where it can be told."""
    words = [each for each in SPLIT.split(title) if comparable(each) not in SMALL_WORDS]
    shorts = [each for each in SPLIT.split(short) if each]
    words = [each for each in words if each]
    if len(words) != len(shorts) or len(words) < 2:
        return
    for word, said in zip(words, shorts, strict=True):
        full, printed = comparable(word), comparable(said)
        if full.isalpha() and printed and full[0] == printed[0] and _within(printed, full):
            yield full, f"{printed}." if said.endswith(".") and printed != full else printed


def _within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def agreed(pairs: Iterable[Pair]) -> dict[str, str]:
    """What is printed for each word that at least two titles have."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, short in pairs:
        counts[word][short] += 1
    return {word: _agreed(word, shorts) for word, shorts in counts.items() if shorts.total() > 0}


def _agreed(word: str, shorts: Counter[str]) -> str:
    """The commonest abbreviation where at least half of the titles have one, else the word."""
    stopped = [(times, short) for short, times in shorts.items() if short.endswith(".")]
    often = 2 * sum(times for times, _ in stopped) >= shorts.total()
    return max(stopped)[1] if often else word


def compressed(known: dict[str, str]) -> Iterator[Pair]:
    """The words as lines: what words share that begin or end alike, and exceptions."""
    starts = _starts(known)
    ends = _ends(known)
    yield from ((f"{start}-", short) for start, short in starts.items())
    yield from ((f"-{end}", f"-{kept}.") for end, kept in ends.items())
    table = Table({}, starts, {end: f"{kept}." for end, kept in ends.items()})
    for word, short in known.items():
        if short != (table.look_up(word) or word):
            yield word, short


def _starts(known: dict[str, str]) -> dict[str, str]:
    under: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        for end in range(SHORTEST, len(word) + 1):
            under[word[:end]].append(word)
    starts: dict[str, str] = {}
    for start in sorted(under, key=len):
        short, times = Counter(known[word] for word in under[start]).most_common(1)[0]
        alike = times >= 4 and times >= 0.85 * len(under[start]) and short.endswith(".")
        if alike and len(start) >= len(short) - 1 and longest(start, starts) != short:
            starts[start] = short
    return starts


def _ends(known: dict[str, str]) -> dict[str, str]:
    under: defaultdict[str, list[str]] = defaultdict(list)
    for word, short in known.items():
        cut = len(word) - len(short) + 1 if word.startswith(short[:-1]) else 0
        for size in range(SHORTEST, min(9, len(word) - 2)):
            # What stands for the end where the word is cut within it; "=" where it is not cut.
            within = short.endswith(".") and 1 < cut < size
            under[word[-size:]].append(word[-size:-cut] if within else "=")
    ends: dict[str, str] = {}
    for end in sorted(under, key=len):
        kept, times = Counter(under[end]).most_common(1)[0]
        shorter = next((end[n:] for n in range(1, len(end)) if end[n:] in ends), None)
        known_already = shorter and kept == end[: -len(shorter)] + ends[shorter]
        if kept != "=" and times >= 8 and times >= 0.8 * len(under[end]) and not known_already:
            ends[end] = kept
    return ends


if __name__ == "__main__":
    main()
