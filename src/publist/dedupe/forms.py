"""The forms in which entries are merged in place: how to find, change and check them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from publist.dedupe import bibtex_edit, yaml_edit
from publist.dedupe.bibtex_places import EntryPlace, find_entries
from publist.dedupe.yaml_places import find_items, read_items
from publist.model import Record
from publist.reading.bibtex import parse_bibtex

__all__ = ["BIBTEX", "REFERENCES", "YAML", "Editor", "ReadEntry", "editor_for"]

REFERENCES = ("crossref", "xdata", "xref")
"""Fields by which an entry takes fields of another one."""


class ReadEntry(NamedTuple):
    """An entry as it reads, to see whether it reads the same later.

    Args:
        key: Its key; empty where it has none.
        line: Where it begins, counted from 1.
        said: Its fields; nothing where another entry lends some, which may have changed.
    """

    key: str
    line: int
    said: object


@dataclass(frozen=True, slots=True)
class Editor:
    """How the sources of one form are changed.

    Args:
        find: Gives the places of entries by their keys and lines in a text.
        complete: Gives the text of an entry with what its record gained.
        read: Gives all entries of a text.
    """

    find: Callable[[str, Iterable[tuple[str, int]]], list[EntryPlace | None]]
    complete: Callable[[str, Record, Record], str]
    read: Callable[[str], list[ReadEntry]]


def editor_for(form: str) -> Editor | None:
    """The editor for a form of source; None where its entries are not merged in place.

    >>> editor_for("json") is None
    True
    """
    return {"bibtex": BIBTEX, "bib": BIBTEX, "biblatex": BIBTEX, "yaml": YAML}.get(form)


def _read_bibtex(text: str) -> list[ReadEntry]:
    return [
        ReadEntry(each.key, each.line, {} if each.fields.keys() & set(REFERENCES) else each.fields)
        for each in parse_bibtex(text, "").entries
    ]


def _read_yaml(text: str) -> list[ReadEntry]:
    return [ReadEntry(*each) for each in read_items(text)]


BIBTEX = Editor(find_entries, bibtex_edit.complete, _read_bibtex)
YAML = Editor(find_items, yaml_edit.complete, _read_yaml)
