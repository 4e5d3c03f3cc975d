"""People in the YAML form: lists of names, each a text or a mapping, and their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.model import Author, Name, Role, orcid
from publist.names import read_author, read_authors
from publist.names.compare import compatible
from publist.reading.form.draft import Draft
from publist.reading.values import Mapping, Scalar, Sequence, Value

__all__ = ["NAME_PARTS", "give_roles", "people_of"]

_OTHERS = re.compile(r"(?:and\s+)?others|et\.? al\.?|…|\.\.\.", re.IGNORECASE)
NAME_PARTS = {
    "family": "family",
    "given": "given",
    "particle": "particle",
    "non_dropping_particle": "particle",
    "dropping_particle": "dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
"""The keys of a name in parts, CSL's spellings included."""
_TEXTS = ("person", "url", "affiliation")


def people_of(draft: Draft, name: str, value: Value) -> tuple[tuple[Author, ...], bool]:
    """Read names: a list, a mapping, or one text with all of them.

    Returns:
        The people, and whether the source cuts the list off (*et al.*, *others*).
    """
    if isinstance(value, Scalar):
        found = read_authors(value.text, "human")
        for problem in found.problems:
            draft.report(problem.code, problem.message, value.place, problem.value)
        return found.authors, found.truncated
    items = value.items if isinstance(value, Sequence) else [value]
    people: list[Author] = []
    truncated = False
    for item in items:
        if isinstance(item, Scalar) and _OTHERS.fullmatch(item.text.strip()):
            truncated = True
        elif (author := _author(draft, name, item)) is not None:
            people.append(author)
    return tuple(people), truncated


def _author(draft: Draft, name: str, item: Value) -> Author | None:
    if isinstance(item, Scalar):
        return read_author(item.text, "human") if item.text.strip() else None
    if isinstance(item, Sequence):
        draft.expected(name, "a name, or a mapping with name and roles", item)
        return None
    return _described(draft, name, item)


def _described(draft: Draft, name: str, item: Mapping) -> Author | None:
    keys = {key.strip().lower().replace("-", "_"): value for key, value in item.items.items()}
    author = _named(keys)
    if author is None:
        draft.expected(name, "a name (name: …, or family: … and given: …)", item)
        return None
    update: dict[str, object] = {}
    for key, value in keys.items():
        if key in _TEXTS:
            update[key] = draft.text(key, value)
        elif key == "roles":
            update["roles"] = tuple(dict.fromkeys((*author.roles, *_roles(draft, value))))
        elif key == "orcid":
            update["orcid"] = _orcid(draft, value)
        elif key in ("me", "emphasised"):
            update[key] = isinstance(value, Scalar) and value.text.lower() == "true"
        elif key == "marks":
            update["marks"] = tuple(_texts(value))
        elif key != "name" and key not in NAME_PARTS:
            _unknown(draft, key, value)
    return author.model_copy(update=update)


def _named(keys: dict[str, Value]) -> Author | None:
    whole = keys.get("name")
    if isinstance(whole, Scalar) and whole.text.strip():
        return read_author(whole.text, "human")
    source = {
        key.strip().lower().replace("-", "_"): value
        for key, value in (whole.items.items() if isinstance(whole, Mapping) else keys.items())
    }
    parts = {
        NAME_PARTS[key]: value.text.strip()
        for key, value in source.items()
        if key in NAME_PARTS and isinstance(value, Scalar) and value.text.strip()
    }
    return Author(name=Name(**parts)) if parts else None


def _unknown(draft: Draft, key: str, value: Value) -> None:
    draft.report(
        "unknown-key",
        f"{key!r} says nothing about an author; known are name, family, given, particle, "
        "suffix, literal, roles, orcid, person, url, affiliation and me.",
        value.place,
        key,
    )


def _orcid(draft: Draft, value: Value) -> str | None:
    text = draft.text("orcid", value)
    found = orcid(text) if text else None
    if text and found is None:
        draft.report("identifier-malformed", f"{text!r} is not an ORCID iD.", value.place, text)
    return found


def _roles(draft: Draft, value: Value) -> list[Role]:
    if isinstance(value, Mapping):
        draft.expected("roles", "role names like equal, corresponding, lead", value)
        return []
    return [Role.parse(text) for text in _texts(value)]


def _texts(value: Value) -> Iterator[str]:
    items = value.items if isinstance(value, Sequence) else [value]
    for item in items:
        if isinstance(item, Scalar):
            yield from (part.strip() for part in item.text.split(",") if part.strip())


def give_roles(draft: Draft, kind: str, value: Value) -> None:
    """Give a role to the authors that a work-level key names, by number or by name.

    ``equal: [1, 2]`` is one group; ``equal: [[1, 2], [7, 8]]`` are two.
    """
    role = Role.parse(kind)
    groups = [value]
    if isinstance(value, Sequence) and value.items:
        nested = [isinstance(item, Sequence) for item in value.items]
        groups = list(value.items) if all(nested) else groups
    for number, group in enumerate(groups, role.group):
        items = group.items if isinstance(group, Sequence) else [group]
        for item in items:
            _give(draft, Role(kind=role.kind, group=number), item)


def _give(draft: Draft, role: Role, item: Value) -> None:
    authors = list(draft.values.get("authors", ()))
    if isinstance(item, Mapping | Sequence):
        draft.expected(role.kind, "a name or a place in the author list", item)
        return
    if role.kind == "equal" and item.kind == "bool" and item.text.lower() == "true":
        found = list(range(len(authors)))
    else:
        found = _standing(authors, item)
    if len(found) != 1 and item.kind != "bool":
        draft.expected(role.kind, "one of this entry's authors, by name or place", item)
        return
    for index in found:
        authors[index] = authors[index].with_roles(role)
    draft.values["authors"] = tuple(authors)


def _standing(authors: list[Author], item: Scalar) -> list[int]:
    """The places (from 0) of the authors that a number or a name means."""
    if item.kind == "int":
        place = int(item.text[:6]) - 1
        return [place] if 0 <= place < len(authors) else []
    name = read_author(item.text, "human").name
    scores = [compatible(author.name, name).score for author in authors]
    best = max(scores, default=0)
    return [index for index, score in enumerate(scores) if best and score == best]
