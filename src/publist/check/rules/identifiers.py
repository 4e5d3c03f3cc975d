"""Identifiers beyond what reading checks: ORCID iDs, and DOIs typed as addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.check.findings import Edit, Hit, Rule, each
from publist.check.subject import Entry
from publist.model import orcid
from publist.problems import Severity

__all__ = ["RULES"]

_ORCID = re.compile(r"(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dXx](?![\d-])")
_DOI_ADDRESS = re.compile(
    r"\s*(?:https?://)?(?:dx\.|www\.)?doi\.org/(?=10\.\d{4,9}/)", re.IGNORECASE
)
_PEOPLE = ("author", "authors", "editor", "editors", "author+an", "author+an:orcid", "orcid")


def _orcids(entry: Entry) -> Iterator[Hit]:
    record = entry.record
    for name in _PEOPLE:
        raw = entry.raw(name)
        texts = [raw.value] if raw else [record.extra[name]] if name in record.extra else []
        for found in (found for text in texts for found in _ORCID.finditer(text)):
            if orcid(found[0]) is None:
                yield _wrong(entry, found[0], name)
    for author in (*record.authors, *record.editors):
        number = author.orcid
        if number and orcid(number) is None and entry.form != "bibtex":
            yield _wrong(entry, number, "authors")


def _wrong(entry: Entry, number: str, name: str) -> Hit:
    message = f"{number!r} is no ORCID iD: its check digit is wrong; look it up again."
    return Hit(entry, message, (name,), number)


def _doi_address(entry: Entry) -> Iterator[Hit]:
    raw = entry.raw("doi")
    found = _DOI_ADDRESS.match(raw.value) if raw else None
    if raw and found:
        edit = Edit(raw.start, raw.start + found.end(), "")
        message = "The DOI is typed as an address; leave only what begins with '10.'."
        yield Hit(entry, message, ("doi",), raw.value, (edit,))


RULES = (
    Rule(
        code="orcid-malformed",
        severity=Severity.WARNING,
        why="An ORCID iD whose check digit is wrong leads to nobody or to somebody else.",
        bad="@misc{a, title = {Notes}, author = {Carberry, Josiah}, year = 2008, "
        'author+an:orcid = {1="0000-0002-1825-0098"}}',
        good="@misc{a, title = {Notes}, author = {Carberry, Josiah}, year = 2008, "
        'author+an:orcid = {1="0000-0002-1825-0097"}}',
        look=each(_orcids),
    ),
    Rule(
        code="doi-address",
        severity=Severity.INFO,
        why="Styles put https://doi.org/ before the DOI, and so print it twice.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "doi = {https://doi.org/10.1000/182}}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "doi = {10.1000/182}}",
        look=each(_doi_address),
        fixes=True,
    ),
)
