"""Sorting: stable, by several keys, with a stated place for what a key does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from publist.arrange.dates import moment, year_of
from publist.arrange.kinds import KINDS, kind_of
from publist.errors import ProjectError
from publist.model import Name, Record, Work
from publist.names.fold import fold
from publist.words import primary_language

__all__ = ["SORT_KEYS", "fold_title", "sort"]

_ARTICLES = {
    "en": ("a", "an", "the"),
    "de": ("der", "die", "das", "ein", "eine"),
    "fr": ("le", "la", "les", "l", "un", "une", "des"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "it": ("il", "lo", "la", "l", "i", "gli", "le", "un", "uno", "una"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
}

Key = Callable[[Record], Any]


def sort(works: Iterable[Work], keys: Sequence[str]) -> tuple[Work, ...]:
    """The works in the order of several keys, the first one deciding.

    Each key is ascending, or descending after ``-``. Works that are alike keep their order.
    Works of which a key knows nothing (no date, no venue …) come last either way.

    ``date``
        Year, month and day; see :func:`publist.arrange.dates.moment` for what is missing.
        What is forthcoming is newer than anything with a year.
    ``year``
        The year alone, so that the next keys or the old order decide within it.
    ``venue``, ``title``, ``author``
        In alphabetical order without regard to case and accents. A venue goes by its short
        name; a title without the article it begins with, in the language of the record (in
        English, where that is not told); authors by family name without particle, then given
        name, one author after the other.
    ``type`` or ``kind``
        In the order of :data:`publist.arrange.kinds.KINDS`.
    ``selected``
        Selected works first.
    ``source``
        The order of the files as they first occur, and of the lines in them.
    ``key``
        The entry's key.

    Args:
        works: The works.
        keys: E.g. ``("-date", "title")``.

    Raises:
        ProjectError: There is no such key.

    >>> from publist.model import Date
    >>> works = [Work.of(Record(key=year, date=Date.parse(year)))
    ...          for year in ("2023", "n.d.", "in press", "2024")]
    >>> [work.key for work in sort(works, ["-date"])]
    ['in press', '2024', '2023', 'n.d.']
    """
    ordered = tuple(works)
    for name in reversed(keys):
        plain = name.lstrip("+-")
        if plain not in SORT_KEYS:
            known = ", ".join(SORT_KEYS)
            raise ProjectError(f"There is no sort key {name!r}; known: {known}.", key="sort")
        key = _by_source(ordered) if plain == "source" else SORT_KEYS[plain]
        ordered = _sorted(ordered, key, descending=name.startswith("-"))
    return ordered


def _sorted(works: tuple[Work, ...], key: Key, *, descending: bool) -> tuple[Work, ...]:
    known = [(key(work.record), work) for work in works]
    ranked = [(rank, work) for rank, work in known if rank is not None]
    ranked.sort(key=lambda pair: pair[0], reverse=descending)
    return tuple(work for _, work in ranked) + tuple(work for rank, work in known if rank is None)


def _by_source(works: tuple[Work, ...]) -> Key:
    files: dict[str, int] = {}
    for work in works:
        if work.record.source is not None:
            files.setdefault(work.record.source.file, len(files))

    def key(record: Record) -> tuple[int, int] | None:
        if record.source is None:
            return None
        return files[record.source.file], record.source.line or 0

    return key


def fold_title(record: Record) -> str | None:
    """A title as it is sorted: no case, no accents, no article in front.

    >>> from publist.richtext import RichText
    >>> fold_title(Record(key="a", title=RichText.of("The Élan of a Model")))
    'elan of a model'
    """
    title = fold(record.title.plain)
    first, _, rest = title.partition(" ")
    articles = _ARTICLES.get(primary_language(record.language or "en"), ())
    return (rest if rest and first in articles else title) or None


def _venue(record: Record) -> str | None:
    venue = record.venue
    shown = (venue.short or venue.name) if venue else record.container.plain
    return fold(shown) or None


def _authors(record: Record) -> tuple[tuple[str, str], ...] | None:
    people = record.authors or record.editors
    return tuple(_filed(author.name) for author in people) or None


def _filed(name: Name) -> tuple[str, str]:
    family = name.family if name.family is not None else name.literal
    return fold(family or ""), fold(" ".join(filter(None, (name.given, name.particle))))


def _kind(record: Record) -> int:
    return KINDS.index(kind_of(record))


SORT_KEYS: dict[str, Key] = {
    "date": moment,
    "year": year_of,
    "venue": _venue,
    "title": fold_title,
    "author": _authors,
    "type": _kind,
    "kind": _kind,
    "selected": lambda record: not record.selected,
    "source": lambda record: record.source,
    "key": lambda record: record.key,
}
"""What can be sorted by; ``source`` needs the whole list and is made for it by :func:`sort`."""
