"""The catalogue of venues, indexed by what people print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from publist.errors import ProjectError
from publist.model import Venue, VenueKind
from publist.resources import data_folder
from publist.venues.entries import VenueEntry, parse_curated, read_entries
from publist.venues.words import acronym_key, name_key, title_key, topic_key

__all__ = ["Catalogue"]

# Titles that stand for themselves: what is printed must be the title and nothing more.
_TITLED = frozenset((VenueKind.JOURNAL, VenueKind.PREPRINT, VenueKind.OTHER, VenueKind.BOOK))


class Catalogue:
    """Known venues.

    Args:
        entries: The venues; of several with one id the last counts.

    >>> Catalogue.load()["icml"].name
    'International Conference on Machine Learning'
    """

    def __init__(self, entries: Iterable[VenueEntry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self.readings: dict[tuple[str, str], tuple[Venue, tuple[str, ...]]] = {}
        """What was recognised so far, by text and hint."""

    @classmethod
    def load(cls, *more_files: str | Path) -> Catalogue:
        """The catalogue that comes with publist, with the user's own venues on top.

        Args:
            more_files: YAML files in the form of ``data/venues.yml``; an entry replaces the
                one of the same id.

        Raises:
            ProjectError: A file cannot be read or does not have that form.
        """
        if not more_files:
            return _own()
        entries = list(_own().entries.values())
        for file in more_files:
            entries += read_entries(Path(file))
        return cls(entries)

    @property
    def entries(self) -> Mapping[str, VenueEntry]:
        """All venues by their ids."""
        return self._entries

    def __getitem__(self, key: str) -> VenueEntry:
        return self._entries[key]

    def __len__(self) -> int:
        return len(self._entries)

    @cached_property
    def by_name(self) -> Mapping[str, list[VenueEntry]]:
        """Conferences and workshops by the words that matter of each of their names."""
        found: dict[str, list[VenueEntry]] = {}
        for entry in self._entries.values():
            if entry.kind not in _TITLED:
                for name in entry.all_names:
                    _add(found, name_key(name), entry)
        return found

    @cached_property
    def by_title(self) -> Mapping[str, list[VenueEntry]]:
        """Journals, series and preprint servers by each of their titles and abbreviations."""
        found: dict[str, list[VenueEntry]] = {}
        for entry in self._entries.values():
            if entry.kind in _TITLED:
                for name in (*entry.all_names, *entry.all_acronyms, entry.abbreviation):
                    if name:
                        _add(found, title_key(name), entry)
        return found

    @cached_property
    def by_acronym(self) -> Mapping[str, list[VenueEntry]]:
        """Conferences and workshops by their short names, folded."""
        found: dict[str, list[VenueEntry]] = {}
        for entry in self._entries.values():
            if entry.kind not in _TITLED:
                for acronym in entry.all_acronyms:
                    _add(found, acronym_key(acronym), entry)
        return found

    @cached_property
    def acronym_starts(self) -> frozenset[str]:
        """The first words of all short names, to pass over other words quickly."""
        return frozenset(key.partition(" ")[0] for key in self.by_acronym)

    @cached_property
    def by_shape(self) -> Mapping[tuple[str, int], list[str]]:
        """Keys of all names by their first letter and how many blanks they have."""
        found: dict[tuple[str, int], list[str]] = {}
        for key in (*self.by_title, *self.by_name):
            found.setdefault((key[:1], key.count(" ")), []).append(key)
        return found

    @cached_property
    def by_topic(self) -> Mapping[str, list[VenueEntry]]:
        """Workshops by their names without *workshop* and its like."""
        found: dict[str, list[VenueEntry]] = {}
        for entry in self._entries.values():
            if entry.kind is VenueKind.WORKSHOP:
                for name in entry.all_names:
                    topic = topic_key(name_key(name))
                    if " " in topic:
                        _add(found, topic, entry)
        return found


def _add(index: dict[str, list[VenueEntry]], key: str, entry: VenueEntry) -> None:
    known = index.get(key)
    if known is None:
        index[key] = [entry]
    elif entry not in known:
        known.append(entry)


@lru_cache(maxsize=1)
def _own() -> Catalogue:
    file = data_folder().joinpath("venues.yml")
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ProjectError(f"publist's own venues cannot be read: {error}") from error
    return Catalogue(parse_curated(text))
