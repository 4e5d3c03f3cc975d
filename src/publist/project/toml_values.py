"""``[tool.publist]`` of a pyproject.toml as values with places.

Python's own parser says what a text means, but not where; the places are looked up in the
lines afterwards. Values inside of brackets have the place of the key they belong to.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from publist.errors import ProjectError
from publist.project.find import TABLE
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value

__all__ = ["tool_table"]

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#|$)")
_PART = r"""[\w-]+|"[^"]*"|'[^']*'"""
_KEY = re.compile(rf"(\s*)((?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*)[ \t]*=")
_WHERE = re.compile(r"at line (\d+), column (\d+)")

Path = tuple[str, ...]


def tool_table(text: str, file: str) -> Mapping | None:
    r"""The table ``[tool.publist]``, or None where there is none.

    Args:
        text: The whole file.
        file: Its name, for the error.

    Raises:
        ProjectError: It is not TOML.

    >>> table = tool_table('[tool.publist]\nme = "A. Bee"', "pyproject.toml")
    >>> table.items["me"].text, table.places["me"].line
    ('A. Bee', 2)
    """
    try:
        found: object = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = _WHERE.search(str(error))
        line, column = (int(where[1]), int(where[2])) if where else (None, None)
        message = f"This is not TOML: {error}."
        raise ProjectError(message, file=file, line=line, column=column) from error
    for name in TABLE:
        found = found.get(name) if isinstance(found, dict) else None
    if found is None:
        return None
    places = dict(_places(text))
    value = _value(found, TABLE, places, places.get(TABLE, Place(1, 1)))
    if not isinstance(value, Mapping):
        raise ProjectError("[tool.publist] is a table.", file=file, line=value.place.line)
    return value


def _places(text: str) -> Iterator[tuple[Path, Place]]:
    """Every key and table with its place, the last of a name first."""
    table: Path = ()
    found: list[tuple[Path, Place]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            found.append((table, Place(number, line.index("[") + 1)))
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[2]))
            found += [
                (path[:end], Place(number, len(key[1]) + 1))
                for end in range(len(table) + 1, len(path) + 1)
            ]
    yield from reversed(found)


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _value(found: object, path: Path, places: dict[Path, Place], above: Place) -> Value:
    place = places.get(path, above)
    if isinstance(found, dict):
        mapping = Mapping(place)
        for name, item in found.items():
            value = _value(item, (*path, name), places, place)
            mapping.items[name] = value
            mapping.places[name] = value.place
        return mapping
    if isinstance(found, list):
        return Sequence(place, [_value(item, path, places, place) for item in found])
    if isinstance(found, bool):
        return Scalar(str(found).lower(), "bool", place)
    kinds = {int: "int", float: "float"}
    return Scalar(str(found), kinds.get(type(found), "str"), place)
