"""The report as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from publist.dedupe.report import Entry, Report, Twosome, WorkFound
from publist.dedupe.words import (
    count_of,
    headline,
    place_of,
    relation_word,
    visible,
    where_and_when,
)

__all__ = ["write_text"]

_WIDEST = 28


def write_text(report: Report, width: int = 80) -> str:
    """Write the report as text: works with several records, unsure pairs, related works.

    Args:
        report: What linking found.
        width: Columns to fill.
    """
    parts = [
        *_joined(report.joined, width),
        *_pairs(report.unsure, width, _unsure_heading(len(report.unsure))),
        *_pairs(report.related, width, _related_heading(len(report.related))),
        _summary(report),
    ]
    return visible("\n".join(line.rstrip() for line in parts) + "\n")


def _joined(works: Sequence[WorkFound], width: int) -> Iterator[str]:
    if not works:
        return
    yield f"{count_of(len(works), 'work has', 'works have')} several records:"
    yield ""
    for work in works:
        yield from _wrapped(headline(work.entries[0].record), width, "  ")
        names = _widest(work.entries)
        lead = work.entries[0]
        for number, publication in enumerate(work.publications):
            for entry in publication:
                role = "" if entry is lead else "version" if number else "again"
                yield from _entry(entry, names, width, role)
                if entry is not lead:
                    yield from _wrapped("; ".join(work.reasons(entry)), width, " " * 8)
        yield ""


def _entry(entry: Entry, names: int, width: int, role: str = "") -> Iterator[str]:
    record = entry.record
    said = [where_and_when(record), f"({place_of(record)})" if record.source else "", role]
    text = f"{entry.id:{names}}  {'  '.join(part for part in said if part)}"
    yield from _wrapped(text, width, "    ", "      ")


def _pairs(pairs: Sequence[Twosome], width: int, heading: str) -> Iterator[str]:
    if not pairs:
        return
    yield heading
    yield ""
    for pair in pairs:
        names = _widest((pair.a, pair.b))
        for entry in (pair.a, pair.b):
            yield from _wrapped(headline(entry.record), width, "  ")
            yield from _entry(entry, names, width)
        why = f"score {pair.score:.1f}, {relation_word(pair.relation)}: {'; '.join(pair.reasons)}"
        yield from _wrapped(why, width, " " * 8)
        yield ""


def _unsure_heading(number: int) -> str:
    return f"{count_of(number, 'pair is', 'pairs are')} unsure; --review asks about them:"


def _related_heading(number: int) -> str:
    return f"{count_of(number, 'pair is', 'pairs are')} of related works, kept apart:"


def _summary(report: Report) -> str:
    records = count_of(report.count, "record", "records")
    works = count_of(len(report.works), "work", "works")
    if not report.pairs:
        return f"{records}, {works}; nothing looks like a duplicate."
    return f"{records}, {works}."


def _widest(entries: Sequence[Entry]) -> int:
    return min(max(len(entry.id) for entry in entries), _WIDEST)


def _wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()) if "  " not in text.strip() else text,
        max(width, 40),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    )
