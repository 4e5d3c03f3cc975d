"""Venues: misspelt, or not in the catalogue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from publist.check.findings import Hit, Rule
from publist.check.slips import common_start, is_slip
from publist.check.subject import Entry, Subject
from publist.problems import Severity
from publist.venues import Catalogue
from publist.venues.entries import VenueEntry

__all__ = ["RULES"]

_FIELDS = ("booktitle", "journal", "journaltitle", "venue", "container")
_LEAST_WORD = 6
_WORD = re.compile(r"[^\W\d_]+")
# Words that names of venues are made with, and the same in other languages and numbers.
_FRAME = ("international", "conference", "proceedings", "symposium", "transactions")
_FOREIGN = frozenset(
    """
    internacional internationale conferences proceeding simposium symposion transaction
    """.split()  # noqa: SIM905 - words
)
_TYPES = ("paper-conference", "article-journal")

_Masks = dict[tuple[str, ...], list[tuple[str, VenueEntry]]]


def _unknown(subject: Subject) -> Iterator[Hit]:
    seen: set[str] = set()
    for entry, text in _not_in_catalogue(subject):
        if text not in seen and entry.record.type in _TYPES:
            seen.add(text)
            message = (
                f"{text!r} is not in the catalogue of venues; check how it is written, or "
                "describe it in a file for --venues."
            )
            yield Hit(entry, message, _FIELDS, text)


def _misspelt(subject: Subject) -> Iterator[Hit]:
    unknown = [*_not_in_catalogue(subject)]
    masks = _masks(subject.catalogue) if unknown else {}
    for entry, text in unknown:
        near = _near(text, masks)
        if near:
            wrong, right = near
            message = f"{wrong!r} looks like a slip for {right!r}; correct it."
            yield Hit(entry, message, _FIELDS, text)


def _not_in_catalogue(subject: Subject) -> Iterator[tuple[Entry, str]]:
    for entry in subject.entries:
        venue = entry.record.venue
        if venue is not None and venue.id is None and entry.record.container:
            yield entry, entry.record.container.plain


def _masks(catalogue: Catalogue) -> _Masks:
    """Names of the catalogue, each word of each left out in turn."""
    masks: _Masks = defaultdict(list)
    for index in (catalogue.by_name, catalogue.by_title):
        for key, entries in index.items():
            words = tuple(key.split())
            for at, word in enumerate(words):
                if len(word) >= _LEAST_WORD and len(words) > 1:
                    masks[(*words[:at], "", *words[at + 1 :])].append((word, entries[0]))
    return masks


def _near(text: str, masks: _Masks) -> tuple[str, str] | None:
    """A word of a venue that is a slip, and what it is a slip for."""
    from publist.venues.words import name_key, title_key

    printed = _WORD.findall(text)
    for word in printed:
        low = word.lower()
        for known in _FRAME:
            if is_slip(low, known) and low not in _FOREIGN:
                return word, known
    for key in (name_key(text), title_key(text)):
        words = tuple(key.split())
        if len(words) > 16:
            continue
        for at, word in enumerate(words):
            if len(word) < _LEAST_WORD:
                continue
            for known, venue in masks.get((*words[:at], "", *words[at + 1 :]), ()):
                # Endings differ between languages and numbers: Physica, Physics.
                if is_slip(word, known) and common_start(word, known) < len(known) - 2:
                    shown = (each for each in printed if each.lower().startswith(word))
                    return next(shown, word), f"{known} ({venue.name})"
    return None


RULES = (
    Rule(
        code="venue-misspelt",
        severity=Severity.WARNING,
        why="A venue with a slip in its name is not recognised, not grouped with its fellows, "
        "and read by everybody.",
        bad="@inproceedings{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "booktitle = {International Conference on Machine Leraning}}",
        good="@inproceedings{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "booktitle = {International Conference on Machine Learning}}",
        look=_misspelt,
    ),
    Rule(
        code="venue-unknown",
        severity=Severity.INFO,
        why="Short names, kinds and groups by venue are to be had only for venues that are known.",
        bad="@article{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843, "
        "journal = {Scientific Memoirs of Nowhere}}",
        good="@article{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "journal = {Journal of Machine Learning Research}}",
        look=_unknown,
    ),
)
