"""Entries a second when reading BibTeX: publist beside bibtexparser and pybtex.

Run it on any .bib file::

    python benchmarks/bibtex_reading.py FILE [--rounds 3]

Each reader gets the text; the best of the rounds counts, in processor time, with the
garbage of the round before collected first. pybtex is measured when it is installed.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Reader = Callable[[str], int]


def publist_raw(text: str) -> int:
    from publist.reading.bibtex import parse_bibtex

    return len(parse_bibtex(text, "benchmark.bib").entries)


def publist_whole(text: str) -> int:
    from publist.reading.bib import read_bibtex

    return len(read_bibtex(text, "benchmark.bib").records)


def publist_roles(text: str) -> int:
    from publist.collector import paused_collector
    from publist.normalise.roles import settle_roles
    from publist.reading.bib import read_bibtex

    with paused_collector():  # as publist.read and the command line have it
        document = read_bibtex(text, "benchmark.bib")
        return len(settle_roles(document.records, document.remarks)[0])


def splitter(text: str) -> int:
    from bibtexparser.splitter import Splitter

    return len(Splitter(text).split().blocks)


def bibtexparser_plain(text: str) -> int:
    from bibtexparser.entrypoint import parse_string

    return len(parse_string(text).blocks)


def bibtexparser_decoding(text: str) -> int:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import (
        LatexDecodingMiddleware,
        SeparateCoAuthors,
        SplitNameParts,
    )

    steps = [LatexDecodingMiddleware(), SeparateCoAuthors(), SplitNameParts()]
    return len(parse_string(text, append_middleware=steps).blocks)


def pybtex_plain(text: str) -> int:
    from pybtex.database import parse_string
    from pybtex.errors import set_strict_mode

    set_strict_mode(False)
    return len(parse_string(text, "bibtex").entries)


def readers() -> Iterator[tuple[str, Reader]]:
    """Every reader that can be measured here."""
    yield "publist, records (split, decode, names, model)", publist_whole
    yield "publist, records with their roles settled", publist_roles
    yield "publist, raw entries (split, expand, inherit)", publist_raw
    yield "bibtexparser, splitter alone", splitter
    yield "bibtexparser, its default reading", bibtexparser_plain
    yield "bibtexparser, decoding LaTeX and names", bibtexparser_decoding
    if importlib.util.find_spec("pybtex"):
        yield "pybtex", pybtex_plain


def best(reader: Reader, text: str, rounds: int) -> tuple[int, float]:
    """How many entries a reader finds, and its shortest time in seconds."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        count = reader(text)
        times.append(time.process_time() - start)
    return count, min(times)


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("file", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    logging.disable(logging.CRITICAL)
    text = given.file.read_text(encoding="utf-8", errors="replace")
    print(f"{given.file.name}: {len(text):,} characters, best of {given.rounds}")
    print(f"{'reader':<48}{'blocks':>8}{'seconds':>9}{'per second':>12}{'ratio':>8}")
    first = 0.0
    for name, reader in readers():
        count, seconds = best(reader, text, given.rounds)
        speed = count / seconds if seconds else float("inf")
        first = first or speed
        print(f"{name:<48}{count:>8,}{seconds:>9.3f}{speed:>12,.0f}{first / speed:>7.1f}x")


if __name__ == "__main__":
    main()
