"""Numbering: entries counted up or down, through the list or anew in each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from enum import StrEnum

from publist.arrange.kinds import kind_of
from publist.model import Entry, Group

__all__ = ["Numbering", "number"]


class Numbering(StrEnum):
    """How entries are counted."""

    NONE = "none"
    UP = "up"
    """From 1 at the top, through all groups."""
    REVERSED = "reversed"
    """Down to 1 at the bottom, through all groups, so that the newest has the highest."""
    UP_IN_GROUPS = "up-in-groups"
    """From 1 in each group."""
    REVERSED_IN_GROUPS = "reversed-in-groups"
    """Down to 1 in each group."""
    UP_BY_KIND = "up-by-kind"
    """Each kind of work by itself, with its letter: J1, J2, C1."""
    REVERSED_BY_KIND = "reversed-by-kind"
    """The same down to 1: J2, J1, C1."""


_LETTERS = {
    "journal": "J",
    "conference": "C",
    "workshop": "W",
    "preprint": "P",
    "book": "B",
    "chapter": "BC",
    "thesis": "TH",
    "report": "R",
    "patent": "PT",
    "software": "S",
    "dataset": "D",
    "talk": "T",
    "web": "WEB",
    "press": "N",
    "other": "O",
}


def number(root: Group, numbering: Numbering) -> Group:
    """Give the entries of a list their numbers.

    A work that stands in several groups has one number wherever numbers go through the list.

    Args:
        root: The whole list.
        numbering: How to count.

    >>> from publist.model import Record, Work
    >>> from publist.richtext import RichText
    >>> entries = tuple(Entry(work=Work.of(Record(key=key)), text=RichText()) for key in "ab")
    >>> [entry.number for entry in number(Group(entries=entries), Numbering.REVERSED).walk()]
    [2, 1]
    """
    if numbering is Numbering.NONE:
        return _changed(root, lambda entries: tuple(_numbered(e, None) for e in entries))
    if numbering in (Numbering.UP, Numbering.REVERSED):
        count = _counter(tuple(root.walk()), down=numbering is Numbering.REVERSED)
        return _changed(root, lambda entries: tuple(_numbered(e, count(e)) for e in entries))
    if numbering in (Numbering.UP_BY_KIND, Numbering.REVERSED_BY_KIND):
        return _by_kind(root, down=numbering is Numbering.REVERSED_BY_KIND)
    down = numbering is Numbering.REVERSED_IN_GROUPS

    def anew(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        count = _counter(entries, down=down)
        return tuple(_numbered(entry, count(entry)) for entry in entries)

    return _changed(root, anew)


def _by_kind(root: Group, *, down: bool) -> Group:
    of_kind: dict[str, list[Entry]] = defaultdict(list)
    for entry in root.walk():
        of_kind[kind_of(entry.work.record)].append(entry)
    counts = {kind: _counter(tuple(entries), down=down) for kind, entries in of_kind.items()}

    def lettered(entry: Entry) -> Entry:
        kind = kind_of(entry.work.record)
        return _numbered(entry, counts[kind](entry), _LETTERS[kind])

    return _changed(root, lambda entries: tuple(map(lettered, entries)))


def _counter(entries: tuple[Entry, ...], *, down: bool) -> Callable[[Entry], int]:
    # By identity: two works may bear one key, and comparing whole works is slow.
    numbers: dict[int, int] = {}
    for entry in entries:
        numbers.setdefault(id(entry.work), len(numbers) + 1)
    total = len(numbers)
    return lambda entry: total + 1 - numbers[id(entry.work)] if down else numbers[id(entry.work)]


def _changed(group: Group, change: Callable[[tuple[Entry, ...]], tuple[Entry, ...]]) -> Group:
    return group.model_copy(
        update={
            "entries": change(group.entries),
            "groups": tuple(_changed(part, change) for part in group.groups),
        }
    )


def _numbered(entry: Entry, count: int | None, letters: str = "") -> Entry:
    return entry.model_copy(update={"number": count, "letters": letters})
