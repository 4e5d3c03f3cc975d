"""Links: empty ones, and those that no page may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.check.findings import Hit, Rule, each
from publist.check.subject import Entry, WrittenField
from publist.crosswalk.bibtex_links import LINK_FIELDS
from publist.problems import Severity

__all__ = ["RULES"]

_NAMES = frozenset({*LINK_FIELDS, "doi"})
_NOTHING = frozenset({"", "#", "http://", "https://", "todo", "tbd", "tba", "n/a", "na", "none"})
_DROPPED = re.compile(r"[\x00-\x20\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_SAFE = frozenset(("http", "https", "mailto", "ftp", "doi", "arxiv"))


def _empty(entry: Entry) -> Iterator[Hit]:
    for name, raw in _written(entry):
        if raw.value.strip().lower() in _NOTHING:
            message = f"{name} leads nowhere; fill it in or remove it."
            yield Hit(entry, message, (name,), raw.value)


def _unsafe(entry: Entry) -> Iterator[Hit]:
    told = set()
    for name, raw in _written(entry):
        if scheme := _unsafe_scheme(raw.value):
            told.add(scheme)
            yield _unsafe_hit(entry, name, scheme, raw.value)
    for link in entry.record.links:
        scheme = _unsafe_scheme(link.url)
        if scheme and scheme not in told:
            yield _unsafe_hit(entry, link.relation, scheme, link.url)


def _written(entry: Entry) -> Iterator[tuple[str, WrittenField]]:
    for name, field in entry.written.fields.items() if entry.written else ():
        if name in _NAMES:
            yield name, field


def _unsafe_hit(entry: Entry, name: str, scheme: str, url: str) -> Hit:
    message = f"A link with {scheme!r} is left out of every list; use https."
    return Hit(entry, message, (name,), url)


def _unsafe_scheme(url: str) -> str | None:
    found = _SCHEME.match(_DROPPED.sub("", url))
    return found[1].lower() if found and found[1].lower() not in _SAFE else None


RULES = (
    Rule(
        code="link-empty",
        severity=Severity.WARNING,
        why="Themes and tools make a button of every link field, also of one that leads nowhere.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843, code = {}}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843, "
        "code = {https://example.org/notes}}",
        look=each(_empty),
    ),
    Rule(
        code="link-unsafe",
        severity=Severity.ERROR,
        why="An address such as javascript: runs a program in the browser of whoever follows it.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843, "
        "pdf = {javascript:alert(1)}}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843, "
        "pdf = {https://example.org/notes.pdf}}",
        look=each(_unsafe),
    ),
)
