"""Years and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.check.findings import Edit, Hit, Rule, each
from publist.check.subject import Entry, Subject
from publist.model import VenueKind
from publist.problems import Severity

__all__ = ["RULES"]

_FIRST_PRINT = 1450
_UNDATED = frozenset({"webpage", "software", "dataset", "document", "manuscript"})
_RANGE = re.compile(r"(\d{1,9})\s?(?:-{1,3}|[‐‑–—])\s?(\d{1,9})")
_HYPHEN = re.compile(r"(\d{1,9}) ?- ?(\d{1,9})")
_DATES = ("year", "date", "issued")


def _missing(entry: Entry) -> Iterator[Hit]:
    record = entry.record
    written = entry.written.names if entry.written else {}
    said = record.date or record.status or any(name in written for name in _DATES)
    if not said and record.type not in _UNDATED:
        yield Hit(entry, "There is no year; add one, or a status such as forthcoming.")


def _outside(subject: Subject) -> Iterator[Hit]:
    for entry in subject.entries:
        year = entry.record.year
        if year is not None and not _FIRST_PRINT <= year <= subject.this_year + 2:
            message = f"The year {year} cannot be right; correct it."
            yield Hit(entry, message, _DATES, str(year))


def _edition(entry: Entry) -> Iterator[Hit]:
    record, venue = entry.record, entry.record.venue
    if venue is None or venue.year is None or record.year is None:
        return
    if venue.kind not in (VenueKind.CONFERENCE, VenueKind.WORKSHOP):
        return
    # Proceedings often come out the year after, and those of December up to two years.
    if not 0 <= record.year - venue.year <= 2:
        message = (
            f"The year is {record.year}, but the venue is of {venue.year}; correct one of them."
        )
        yield Hit(entry, message, _DATES, venue.printed)


def _backwards(entry: Entry) -> Iterator[Hit]:
    found = _RANGE.fullmatch((entry.record.pages or "").strip())
    if found is None:
        return
    first, last = found[1], found[2]
    # 1234–45 is short for 1234–1245.
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if int(whole) < int(first):
        message = f"The pages run backwards, from {first} to {last}; correct them."
        yield Hit(entry, message, ("pages",), entry.record.pages)


def _hyphen(entry: Entry) -> Iterator[Hit]:
    raw = entry.raw("pages") if entry.form == "bibtex" else None
    found = _HYPHEN.fullmatch(raw.value) if raw else None
    if raw and found and int(found[1]) <= int(found[2]):
        edit = Edit(raw.start + found.end(1), raw.start + found.start(2), "--")
        message = f"Write {found[1]}--{found[2]}: one hyphen prints as a hyphen in BibTeX."
        yield Hit(entry, message, ("pages",), raw.value, (edit,))


RULES = (
    Rule(
        code="year-missing",
        severity=Severity.WARNING,
        why="Lists are sorted and grouped by year; a work without one ends up at their end.",
        bad="@book{a, title = {Notes}, author = {Lovelace, Ada}, publisher = {Taylor}}",
        good="@book{a, title = {Notes}, author = {Lovelace, Ada}, publisher = {Taylor}, "
        "year = 1843}",
        look=each(_missing),
    ),
    Rule(
        code="year-outside",
        severity=Severity.WARNING,
        why="A year before printing or far in the future is a slip, and puts the work at the "
        "wrong end of the list.",
        bad="@book{a, title = {Notes}, author = {Lovelace, Ada}, year = 20222}",
        good="@book{a, title = {Notes}, author = {Lovelace, Ada}, year = 2022}",
        look=_outside,
    ),
    Rule(
        code="year-edition",
        severity=Severity.WARNING,
        why="A paper cannot appear before its conference, and does not appear years after it; "
        "mostly the year is that of the preprint.",
        bad="@inproceedings{a, title = {Notes}, author = {Lovelace, Ada}, booktitle = "
        "{ICML 2023}, year = 2022}",
        good="@inproceedings{a, title = {Notes}, author = {Lovelace, Ada}, booktitle = "
        "{ICML 2023}, year = 2023}",
        look=each(_edition),
    ),
    Rule(
        code="pages-backwards",
        severity=Severity.WARNING,
        why="A range that ends before it begins has a digit too many, too few or wrong.",
        bad="@article{a, title = {Notes}, author = {Lovelace, Ada}, journal = {Scientific "
        "Memoirs}, year = 1843, pages = {691--666}}",
        good="@article{a, title = {Notes}, author = {Lovelace, Ada}, journal = {Scientific "
        "Memoirs}, year = 1843, pages = {666--691}}",
        look=each(_backwards),
    ),
    Rule(
        code="pages-hyphen",
        severity=Severity.INFO,
        why="BibTeX's standard styles make an en dash only out of two hyphens.",
        bad="@article{a, title = {Notes}, author = {Lovelace, Ada}, journal = {Scientific "
        "Memoirs}, year = 1843, pages = {666-691}}",
        good="@article{a, title = {Notes}, author = {Lovelace, Ada}, journal = {Scientific "
        "Memoirs}, year = 1843, pages = {666--691}}",
        look=each(_hyphen),
        fixes=True,
    ),
)
