"""Loading a project file: strictly, with the place of everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping as Said
from functools import lru_cache
from pathlib import Path
from typing import Any

from publist.errors import ProjectError, SourceError
from publist.model import Person, Role
from publist.problems import Severity
from publist.project.keys import PROJECT_KEYS
from publist.project.lists import read_lists
from publist.project.options import OPTIONS, check_option, folded, near
from publist.project.shapes import texts_of
from publist.project.spec import Project
from publist.project.stamps import Stamp, stamp
from publist.project.strict import Reading, given, is_null
from publist.project.toml_values import tool_table
from publist.reading.encoding import decode
from publist.reading.people import people_from_value
from publist.reading.values import Mapping, Place, Scalar, Value
from publist.reading.yaml_values import parse_yaml

__all__ = ["load_current", "load_project"]


def load_project(path: str | Path) -> Project:
    """Load a project file.

    Args:
        path: A ``pubs.yaml``, or a ``pyproject.toml`` with ``[tool.publist]``.

    Raises:
        ProjectError: It cannot be read, or something in it makes no sense; the message tells
            every such thing, each with its line and column.
    """
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ProjectError(f"It cannot be read: {error.strerror}.", file=str(path)) from error
    try:
        text, problems = decode(data, str(path))
    except SourceError as error:
        raise ProjectError(error.message, file=str(path)) from error
    reading = Reading(str(path), [each for each in problems if each.severity is Severity.ERROR])
    root = _root(text, reading)
    project = _project(file.absolute(), _known(root, reading), reading)
    reading.settle()
    return project


def load_current(path: Path) -> Project:
    """Load a project file that is asked for again and again: only when it has changed.

    Raises:
        ProjectError: As from :func:`load_project`.
    """
    return _loaded(path, stamp(path))


@lru_cache(maxsize=8)
def _loaded(path: Path, _: Stamp) -> Project:
    return load_project(path)


def _root(text: str, reading: Reading) -> Mapping:
    """The mapping that the settings stand in; an empty one for an empty file."""
    if reading.file.endswith(".toml"):
        table = tool_table(text, reading.file)
        if table is None:
            raise ProjectError("It has no table [tool.publist].", file=reading.file)
        return table
    values, problems = parse_yaml(text, reading.file)
    reading.problems += problems
    reading.settle()
    if len(values) > 1:
        reading.report("A project file holds one document.", values[1].place, "")
    return reading.mapping(values[0], "", "sources: papers.bib") if values else Mapping(Place(1, 1))


def _known(root: Mapping, reading: Reading) -> dict[str, Value]:
    """What is said under the keys that there are."""
    found: dict[str, Value] = {}
    for typed, value, place in root:
        name = folded(typed)
        if name not in PROJECT_KEYS:
            hint = near(typed, PROJECT_KEYS)
            if name in OPTIONS:
                hint = " It is an option of lists; put it under a list, or under `defaults`."
            message = f"A project file has no key {typed!r}.{hint}"
            reading.report(message, place, "")
        elif not is_null(value):
            reading.places[name] = place
            found[name] = value
    return found


def _project(file: Path, said: Said[str, Value], reading: Reading) -> Project:
    defaults = _defaults(said, reading)
    paths = {
        name: reading.shaped(PROJECT_KEYS[name].shape, said[name], name)
        for name in ("venues", "decisions")
        if name in said
    }
    folder = file.parent
    return Project(
        file=file,
        sources=tuple(texts_of(defaults.get("sources", ()))),
        people=_people(said.get("people"), folder, reading),
        me=defaults.get("me"),
        venues=tuple(folder / name for name in texts_of(paths.get("venues") or ())),
        meanings=_meanings(said.get("meanings"), reading),
        decisions=folder / paths["decisions"] if paths.get("decisions") else None,
        off=_off(said.get("check"), reading),
        defaults=defaults,
        lists=read_lists(said["lists"], defaults, reading) if "lists" in said else {},
        places=reading.places,
    )


def _defaults(said: Said[str, Value], reading: Reading) -> dict[str, Any]:
    """Options of every list, those among them that stand at the top of the file."""
    found: dict[str, Any] = {}
    at_top = {"sources": "sources", "me": "me", "versions": "versions", "link": "link"}
    for name, option in {**at_top, "language": "locale"}.items():
        if name in said:
            try:
                found[option] = check_option(option, given(said[name]))
            except ProjectError as error:
                reading.report(error.message, said[name].place, name)
    if "-" in texts_of(found.get("sources", ())):
        message = "A project cannot read standard input; name files."
        reading.report(message, said["sources"].place, "sources")
    if "defaults" in said:
        found |= reading.options(said["defaults"], "defaults")
    return found


def _people(
    value: Value | None, folder: Path, reading: Reading
) -> Path | tuple[Person, ...] | None:
    if value is None:
        return None
    if isinstance(value, Scalar):
        name = reading.shaped("text", value, "people")
        return folder / name if name else None
    people, problems = people_from_value(value, reading.file)
    reading.problems += problems
    return people


def _meanings(value: Value | None, reading: Reading) -> dict[str, str]:
    if value is None:
        return {}
    found: dict[str, str] = reading.shaped("pairs", value, "meanings") or {}
    for mark, role in found.items():
        if not mark or not Role.parse(role).kind:
            message = "A mark means a role, e.g. {'#': corresponding}."
            reading.report(message, value.place, "meanings")
    return found


def _off(value: Value | None, reading: Reading) -> frozenset[str]:
    if value is None:
        return frozenset()
    from publist.check import CODES

    found: set[str] = set()
    for typed, item, place in reading.mapping(value, "check", "{off: [title-case]}"):
        if folded(typed) != "off":
            reading.report(f"Checks have no key {typed!r}; they have off.", place, "check")
            continue
        for code in reading.shaped("keys", item, "check.off") or ():
            if code not in CODES:
                message = f"No finding has the code {code!r}.{_near_code(code, CODES)}"
                reading.report(message, item.place, "check.off")
            found.add(code)
    return frozenset(found)


def _near_code(code: str, codes: frozenset[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(code, sorted(codes), n=1)
    return f" Did you mean {found[0]!r}?" if found else " docs/checks.md lists them."
