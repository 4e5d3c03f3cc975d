"""Inheritance: what crossref and xdata supply.

BibTeX fills a missing field from the field of the same name of the entry that ``crossref``
names; biblatex maps some names on the way (biblatex manual, appendix B). Where both speak,
the parent's own ``booktitle`` goes before its title. Fields that identify the parent
itself (its DOI, its address on the web, its abstract) are not passed on: they would be
wrong for the child.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from publist.problems import Problem, Severity
from publist.reading.bibtex.raw import RawEntry

__all__ = ["inherit"]

_PARTS = {
    "inbook": ("inbook", "bookinbook", "suppbook"),
    "incollection": ("incollection", "inreference", "suppcollection"),
    "inproceedings": ("inproceedings", "conference"),
}
_INTO_MAIN = {
    "mvbook": ("book", *_PARTS["inbook"]),
    "mvcollection": ("collection", "reference", *_PARTS["incollection"]),
    "mvreference": ("collection", "reference", *_PARTS["incollection"]),
    "mvproceedings": ("proceedings", *_PARTS["inproceedings"]),
}
_INTO_BOOK = {
    "book": (*_PARTS["inbook"], *_PARTS["incollection"], *_PARTS["inproceedings"]),
    "collection": (*_PARTS["incollection"], *_PARTS["inbook"]),
    "reference": _PARTS["incollection"],
    "proceedings": (*_PARTS["inproceedings"], *_PARTS["incollection"]),
    "misc": (*_PARTS["inproceedings"], *_PARTS["incollection"]),
}
_INTO_JOURNAL = {"periodical": ("article", "suppperiodical")}
_PREFIXES = (("main", _INTO_MAIN), ("book", _INTO_BOOK), ("journal", _INTO_JOURNAL))
_TITLES = ("title", "subtitle", "titleaddon")

# How the parent itself is cited and sorted (biblatex), what identifies it, or is its own.
_NEVER = frozenset(
    """
    crossref xref xdata ids entryset entrysubtype execute label options presort related
    relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro
    shorttitle sortkey sorttitle indextitle indexsorttitle key
    doi eprint eprinttype eprintclass archiveprefix primaryclass url urldate abstract
    annotation annote keywords file pdf selected preview pagetotal
    biburl bibsource timestamp date-added date-modified
    """.split()  # noqa: SIM905 - one word a line would be forty lines
)
_CONTAINERS = ("xdata", "set")
_DEPTH = 20


def inherit(
    entries: Sequence[RawEntry], file: str
) -> tuple[tuple[RawEntry, ...], tuple[Problem, ...]]:
    """Fill in what entries have from others, and leave out those that only lend.

    Returns:
        The entries without ``@xdata`` and ``@set``, and a problem for each entry that is
        named but not there.
    """
    if not any(
        "crossref" in entry.fields or "xdata" in entry.fields or entry.entry_type in _CONTAINERS
        for entry in entries
    ):
        return tuple(entries), ()
    family = _Family(entries, file)
    filled = [family.filled(entry) for entry in entries]
    kept = tuple(entry for entry in filled if entry.entry_type not in _CONTAINERS)
    return kept, tuple(family.problems)


class _Family:
    def __init__(self, entries: Sequence[RawEntry], file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._filled: dict[int, RawEntry] = {}
        self._by_key: dict[str, RawEntry] = {}
        for entry in reversed(entries):
            for key in (*_listed(entry.fields.get("ids", "")), entry.key):
                self._by_key[key.lower()] = entry
        for entry in entries:
            if entry.entry_type in _CONTAINERS:
                self._say_left_out(entry)

    def filled(self, entry: RawEntry, depth: int = 0) -> RawEntry:
        """The entry with what it inherits, directly or through others."""
        if "crossref" not in entry.fields and "xdata" not in entry.fields:
            return entry
        known = self._filled.get(id(entry))
        if known is not None:
            return known
        self._filled[id(entry)] = entry  # what a circle of entries gets to see
        fields = dict(entry.fields)
        for relation in ("xdata", "crossref"):
            for key in _listed(entry.fields.get(relation, "")):
                parent = self._by_key.get(key.lower())
                if parent is None:
                    self._say_missing(entry, relation, key)
                elif depth < _DEPTH:
                    parent = self.filled(parent, depth + 1)
                    _take_over(fields, entry, parent, relation)
        result = RawEntry(entry.entry_type, entry.key, fields, entry.line)
        self._filled[id(entry)] = result
        return result

    def _say_missing(self, entry: RawEntry, relation: str, key: str) -> None:
        self.problems.append(
            Problem(
                severity=Severity.WARNING,
                code=f"{relation}-missing",
                message=f"There is no entry {key!r} to take fields from; add it to this file.",
                file=self._file,
                line=entry.line,
                key=entry.key,
                value=key,
            )
        )

    def _say_left_out(self, entry: RawEntry) -> None:
        self.problems.append(
            Problem(
                severity=Severity.INFO,
                code="container-left-out",
                message=f"@{entry.entry_type} only holds other entries together; "
                "it is not listed as a work.",
                file=self._file,
                line=entry.line,
                key=entry.key,
            )
        )


def _take_over(fields: dict[str, str], entry: RawEntry, parent: RawEntry, relation: str) -> None:
    if relation == "xdata":
        for name, value in parent.fields.items():
            if name not in ("xdata", "ids"):
                fields.setdefault(name, value)
        return
    renamed = _renamed(entry.entry_type, parent)
    for name, value in parent.fields.items():
        target = renamed.get(name, name)
        if name not in _NEVER and not (target != name and target in parent.fields):
            _fill(fields, target, value)
    if entry.entry_type == "inbook" and "bookauthor" not in fields:
        _fill(fields, "bookauthor", parent.fields.get("author", ""))


def _fill(fields: dict[str, str], name: str, value: str) -> None:
    if value and not fields.get(name):
        fields[name] = value


def _renamed(child_type: str, parent: RawEntry) -> Mapping[str, str]:
    for prefix, children in _PREFIXES:
        if child_type in children.get(parent.entry_type, ()):
            return {name: f"{prefix}{name}" for name in _TITLES}
    return {}


def _listed(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]
