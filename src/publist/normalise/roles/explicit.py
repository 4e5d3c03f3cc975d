"""Fields of a record that say outright who has which role."""

from __future__ import annotations

import re

from publist.model import Author, Record
from publist.normalise.roles.annotations import Said, read_annotation
from publist.normalise.roles.positions import (
    LISTING_FIELDS,
    NOTE_FIELDS,
    read_listing,
    read_notes,
)
from publist.problems import Problem, Severity

__all__ = ["apply_fields"]

_ANNOTATION = re.compile(r"(author|editor)\+an(?::(.+))?", re.IGNORECASE)
# Annotations of names that say something else than a role.
_OTHER = frozenset({"orcid", "person", "url", "affiliation", "marks", "emphasised"})


def apply_fields(record: Record, problems: list[Problem]) -> Record:
    """Give authors and editors the roles that fields of the record say they have.

    Args:
        record: A record as it was read, these fields in ``extra``.
        problems: Where what cannot be understood is noted; such a field stays in ``extra``.

    Returns:
        The record without the fields that were understood.
    """
    if not record.extra:
        return record
    people = {"author": list(record.authors), "editor": list(record.editors)}
    extra = dict(record.extra)
    for name, value in record.extra.items():
        understood = _applied(name, value, people)
        if understood:
            del extra[name]
        elif understood is not None:
            problems.append(_unread(record, name, value))
    if len(extra) == len(record.extra):
        return record
    return record.change(
        extra=extra, authors=tuple(people["author"]), editors=tuple(people["editor"])
    )


def _applied(name: str, value: str, people: dict[str, list[Author]]) -> bool | None:
    """Whether a field was understood; None for a field that is none of these."""
    annotation = _ANNOTATION.fullmatch(name) if "+" in name else None
    if annotation:
        about = (annotation[2] or "").casefold()
        if about in _OTHER:
            return None
        return _annotate(people[annotation[1].lower()], read_annotation(value, about))
    plain = name.lower().replace("-", "_").replace(" ", "_")
    authors = people["author"]
    if plain in LISTING_FIELDS:
        given = read_listing(value, LISTING_FIELDS[plain], authors)
    elif plain in NOTE_FIELDS:
        given = read_notes(value, authors)
    else:
        return None
    if given is None:
        return False
    for index, role in given:
        authors[index] = authors[index].with_roles(role)
    return True


def _annotate(people: list[Author], said: list[Said] | None) -> bool:
    if said is None or not people:
        return False
    if any(one.index is not None and not 0 <= one.index < len(people) for one in said):
        return False
    for one in said:
        indices = range(len(people)) if one.index is None else (one.index,)
        for index in indices:
            people[index] = _with(people[index], one)
    return True


def _with(author: Author, said: Said) -> Author:
    if said.owner:
        return author.model_copy(update={"emphasised": True})
    if said.mark:
        return author.model_copy(update={"marks": tuple(dict.fromkeys((*author.marks, said.mark)))})
    return author.with_roles(said.role) if said.role else author


def _unread(record: Record, name: str, value: str) -> Problem:
    message = (
        f"The field {name!r} does not say of which of the {len(record.authors)} authors "
        "it speaks; it was left as it is."
    )
    return record.problem(Severity.WARNING, "role-unread", message, value)
