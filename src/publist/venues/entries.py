"""Entries of a catalogue of venues, and the files they stand in.

``data/venues.yml`` is YAML, but so regular that a few lines read it: some thousand entries
must not slow down every start. Files of users go through a real YAML parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from publist.errors import ProjectError
from publist.model import VenueKind

__all__ = ["VenueEntry", "parse_curated", "read_entries"]

_TEXTS = ("name", "short", "kind", "abbreviation")
_LISTS = ("names", "former", "acronyms")


class VenueEntry(NamedTuple):
    """A venue as the catalogue knows it.

    Args:
        id: What records and other files call it by.
        name: Its full name today, without ordinal, year and publisher.
        short: The short name readers know it by.
        kind: What sort of place it is.
        abbreviation: The title abbreviated by ISO 4 rules, for journals.
        names: Other names, also those of its parts.
        former: Names it had.
        acronyms: Other short names, former ones too.
    """

    id: str
    name: str
    short: str | None = None
    kind: VenueKind = VenueKind.OTHER
    abbreviation: str | None = None
    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every full name, the present one first."""
        return (self.name, *self.former, *self.names)

    @property
    def all_acronyms(self) -> tuple[str, ...]:
        """Every short name, the present one first."""
        return (self.short, *self.acronyms) if self.short else self.acronyms


_KINDS = {kind.value: kind for kind in VenueKind}
_HEADER = re.compile(r"(?:#.*\n|\n)*")
_BLOCK = re.compile(
    r"""
    ^ ([^ \#\n]+) : \n
    [ ][ ]name:[ ] (.+) \n
    (?: [ ][ ]short:[ ] (.+) \n )?
    [ ][ ]kind:[ ] (.+) \n
    (?: [ ][ ]abbreviation:[ ] (.+) \n )?
    ( (?: [ ][ ][a-z]+: \n (?: [ ]{4}-[ ] .+ \n )+ )* )
    """,
    re.MULTILINE | re.VERBOSE,
)


def parse_curated(text: str, file: str = "venues.yml") -> Iterator[VenueEntry]:
    r"""Read the catalogue that comes with publist.

    Its build script writes every entry in the same order, so that one pattern reads it: a
    YAML parser would take a second for some thousand entries, at every start.

    Args:
        text: The catalogue.
        file: The name of its file.

    Raises:
        ProjectError: A line of the text is no part of an entry.

    >>> next(parse_curated("jmlr:\n  name: J. of ML Research\n  kind: journal\n")).id
    'jmlr'
    """
    at = _HEADER.match(text).end()  # type: ignore[union-attr]  # it matches nothing as well
    for found in _BLOCK.finditer(text, at):
        start, end = found.span()
        if start != at:
            raise _odd(text, at, file)
        at = end
        name, title, short, kind, abbreviation, lists = found.groups()
        if '"' in found[0]:
            title, short, abbreviation = (
                json.loads(each) if each and each[0] == '"' else each
                for each in (title, short, abbreviation)
            )
        yield VenueEntry(
            name, title, short, _KINDS[kind], abbreviation, *(_lists(lists) if lists else _NONE)
        )
    if at != len(text):
        raise _odd(text, at, file)


def _odd(text: str, at: int, file: str) -> ProjectError:
    line = text.count("\n", 0, at) + 1
    message = "Here a venue was expected, in the form that tools/venues/build.py writes."
    return ProjectError(message, file=file, line=line, value=text[at : at + 60])


Texts = tuple[str, ...]
_NONE: tuple[Texts, Texts, Texts] = ((), (), ())


def _lists(text: str) -> tuple[Texts, Texts, Texts]:
    found: dict[str, list[str]] = {"names": [], "former": [], "acronyms": []}
    items: list[str] = []
    for line in text.splitlines():
        if line.startswith("    - "):
            items.append(json.loads(line[6:]) if line[6] == '"' else line[6:])
        else:
            items = found[line[2:-1]]
    return tuple(found["names"]), tuple(found["former"]), tuple(found["acronyms"])


def _entry(
    name: str, said: Mapping[str, str], lists: Mapping[str, list[str]], file: str
) -> VenueEntry:
    kind = said.get("kind", "other")
    if "name" not in said or kind not in _KINDS:
        wanted = f"a name, and as its kind one of {', '.join(_KINDS)}"
        raise ProjectError(f"A venue has {wanted}.", file=file, key=name, value=kind)
    return VenueEntry(
        name,
        said["name"],
        said.get("short"),
        _KINDS[kind],
        said.get("abbreviation"),
        tuple(lists.get("names", ())),
        tuple(lists.get("former", ())),
        tuple(lists.get("acronyms", ())),
    )


def read_entries(path: Path) -> Iterator[VenueEntry]:
    """Read a file of venues that a user wrote: YAML in the form of ``data/venues.yml``.

    Args:
        path: The file: a mapping of ids to mappings with ``name``, and where wanted ``short``,
            ``kind``, ``abbreviation``, ``names``, ``former`` and ``acronyms``.

    Raises:
        ProjectError: The file cannot be read, is not YAML, or says something else.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        said = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        message = f"This file of venues cannot be read: {error}"
        raise ProjectError(message, file=str(path)) from error
    if said is None:
        return
    if not isinstance(said, dict):
        raise ProjectError("Venues stand under their ids.", file=str(path), value=str(said)[:60])
    for name, fields in said.items():
        yield _from_mapping(str(name), fields, str(path))


def _from_mapping(name: str, fields: object, file: str) -> VenueEntry:
    if not isinstance(fields, dict):
        raise ProjectError("A venue is a mapping with a name.", file=file, key=name)
    texts: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    for key, value in fields.items():
        if key in _TEXTS and isinstance(value, str | int):
            texts[key] = str(value)
        elif key in _LISTS and isinstance(value, list | str):
            lists[key] = [value] if isinstance(value, str) else [str(item) for item in value]
        else:
            known = ", ".join(_TEXTS + _LISTS)
            message = f"Venues have no such text or list as {key!r}; they have {known}."
            raise ProjectError(message, file=file, key=name, value=str(key))
    return _entry(name, texts, lists, file)
