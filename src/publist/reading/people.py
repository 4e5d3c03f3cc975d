"""``people.yaml``: who is who, with aliases, ORCID iDs and those who only look alike."""

from __future__ import annotations

from pathlib import Path

from publist.errors import ProjectError
from publist.model import Date, Name, Person, orcid
from publist.names import parse_name
from publist.problems import Problem, Severity
from publist.reading.encoding import decode
from publist.reading.form.keys import folded
from publist.reading.json_values import parse_json
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value, as_text
from publist.reading.yaml_values import parse_yaml

__all__ = ["PERSON_KEYS", "people_from_text", "people_from_value", "read_people"]

PERSON_KEYS = {
    "id": "A short name for the person, unique in the file; the key in a mapping.",
    "name": "The name as it is to be printed.",
    "names": "All names, the preferred one first.",
    "aliases": "Further names of the same person.",
    "orcid": "ORCID iD.",
    "url": "The person's page.",
    "not": "Names that look alike and are somebody else's.",
    "not_on": "Keys of entries on which a name that fits is somebody else's.",
    "member": "When the person is or was a member: 2019-10/2024-03, 2021/.. and the like.",
    "groups": "The groups that the person belongs to.",
}
"""What can be said of a person, with its meaning."""

_ALIASES = {
    "alias": "aliases",
    "homepage": "url",
    "website": "url",
    "not_names": "not",
    "not_keys": "not_on",
    "membership": "member",
    "group": "groups",
}


def read_people(path: str | Path) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """Read a file of people.

    Args:
        path: A YAML or JSON file: a list of people, or a mapping from ids to people, perhaps
            under a key ``people``.

    Returns:
        The people in the order of the file, and what was wrong.

    Raises:
        ProjectError: The file is missing, or nothing in it can be read.
    """
    file = str(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ProjectError(f"It cannot be read: {error.strerror}.", file=file) from error
    text, problems = decode(data, file)
    people, found = people_from_text(text, file)
    return people, (*problems, *found)


def people_from_text(text: str, file: str) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """Read the text of a file of people; see :func:`read_people`.

    >>> people, _ = people_from_text("chu: {names: [Xiaowen Chu, X. Chu]}", "people.yaml")
    >>> people[0].id, [str(name) for name in people[0].names]
    ('chu', ['Xiaowen Chu', 'X. Chu'])
    """
    parse = parse_json if file.lower().endswith(".json") else parse_yaml
    values, problems = parse(text, file)
    reading = _Reading(file, list(problems))
    for value in values:
        reading.take(value)
    broken = [each for each in reading.problems if each.severity is Severity.ERROR]
    if broken and not reading.people:
        raise ProjectError(broken[0].message, file=file, line=broken[0].line)
    return tuple(reading.people.values()), tuple(reading.problems)


def people_from_value(value: Value, file: str) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """Read people who stand in another file; see :func:`read_people`.

    Args:
        value: A list of people, or a mapping from ids to people.
        file: The name of the file, for problems.
    """
    reading = _Reading(file, [])
    reading.take(value)
    return tuple(reading.people.values()), tuple(reading.problems)


class _Reading:
    """The people found so far, by id."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.people: dict[str, Person] = {}

    def take(self, value: Value) -> None:
        if isinstance(value, Mapping) and "people" in value.items:
            value = value.items["people"]
        if isinstance(value, Sequence):
            for item in value.items:
                self._person(item, None, item.place)
        elif isinstance(value, Mapping):
            for key, item, place in value:
                self._person(item, key, place)
        elif value.kind != "null":
            self._report("expected a list of people, or a mapping from ids to people", value.place)

    def _person(self, value: Value, given_id: str | None, place: Place) -> None:
        said = self._said(value)
        names = [
            *_texts(said.get("name")),
            *_texts(said.get("names")),
            *_texts(said.get("aliases")),
        ]
        if not names and given_id is not None:
            names = [given_id]
        if not names:
            self._report("expected at least one name (names: [A. Name])", place)
            return
        key = next(iter(_texts(said.get("id"))), None) or given_id or names[0]
        if key in self.people:
            self._report(f"{key!r} stands here a second time; the first one is used", place)
            return
        self.people[key] = Person(
            id=key,
            names=_names(names),
            orcid=self._orcid(said.get("orcid")),
            url=next(iter(_texts(said.get("url"))), None),
            not_names=_names(_texts(said.get("not"))),
            not_keys=tuple(_texts(said.get("not_on"))),
            membership=self._times(said.get("member")),
            groups=tuple(dict.fromkeys(_texts(said.get("groups")))),
        )

    def _times(self, value: Value | None) -> tuple[Date, ...]:
        times = [Date.parse(text) for text in _texts(value)]
        for time in times:
            if time.start is None and value is not None:
                self._report(f"{time.literal!r} is no time like 2019-10/2024-03", value.place)
        return tuple(time for time in times if time.start is not None)

    def _said(self, value: Value) -> dict[str, Value]:
        """What is said of a person; a text or a list alone is the names."""
        if not isinstance(value, Mapping):
            return {"names": value}
        said: dict[str, Value] = {}
        for typed, item, place in value:
            name = _ALIASES.get(folded(typed), folded(typed))
            if name in PERSON_KEYS:
                said[name] = item
            else:
                known = ", ".join(PERSON_KEYS)
                self._report(f"{typed!r} says nothing about a person; known are {known}", place)
        return said

    def _orcid(self, value: Value | None) -> str | None:
        text = next(iter(_texts(value)), None)
        found = orcid(text) if text else None
        if text and value is not None and found is None:
            self._report(f"{text!r} is not an ORCID iD", value.place)
        return found

    def _report(self, message: str, place: Place) -> None:
        self.problems.append(
            Problem(
                severity=Severity.WARNING,
                code="people",
                message=f"{message[0].upper()}{message[1:]}.",
                file=self.file,
                line=place.line,
                column=place.column,
            )
        )


def _texts(value: Value | None) -> list[str]:
    """The texts of a value that is one or a list of them."""
    if value is None:
        return []
    items = value.items if isinstance(value, Sequence) else [value]
    return [
        text
        for item in items
        if not (isinstance(item, Scalar) and item.kind == "null")
        and (text := as_text(item).strip())
    ]


def _names(texts: list[str]) -> tuple[Name, ...]:
    found: list[Name] = []
    for text in texts:
        name = parse_name(text, "human")
        if name not in found:
            found.append(name)
    return tuple(found)
