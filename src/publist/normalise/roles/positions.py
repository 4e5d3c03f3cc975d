"""Fields that list who has a role: by number, by name, or by one note for each author."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from publist.latex import to_unicode
from publist.model import CORRESPONDING, EQUAL, LEAD, Author, Role
from publist.names import compatible, parse_name, split_human_list
from publist.normalise.roles.words import roles_in

__all__ = ["LISTING_FIELDS", "NOTE_FIELDS", "read_listing", "read_notes"]

_LAST = Role(kind="equal", group=2)
_STEMS = {
    "equal": EQUAL, "equal_contribution": EQUAL, "equal_contrib": EQUAL, "equal_author": EQUAL,
    "equalcontribution": EQUAL, "equal_first": EQUAL, "equally_contributed": EQUAL,
    "contributed_equally": EQUAL, "co_first": EQUAL, "cofirst": EQUAL, "co_first_author": EQUAL,
    "cofirst_author": EQUAL, "joint_first": EQUAL, "joint_first_author": EQUAL,
    "shared_first": EQUAL, "shared_first_author": EQUAL, "jointfirst": EQUAL,
    "co_last": _LAST, "colast": _LAST, "co_senior": _LAST, "joint_last": _LAST,
    "joint_senior": _LAST, "shared_last": _LAST, "co_last_author": _LAST,
    "co_senior_author": _LAST,
    "corresponding": CORRESPONDING, "corresponding_author": CORRESPONDING,
    "correspondingauthor": CORRESPONDING, "corr_author": CORRESPONDING,
    "correspondence": CORRESPONDING,
    "project_lead": LEAD, "project_leader": LEAD, "lead_author": LEAD,
}  # fmt: skip
LISTING_FIELDS = _STEMS | {f"{name}s": role for name, role in _STEMS.items()}
"""Fields that list the authors with a role, by lower-case name with underscores."""
NOTE_FIELDS = frozenset({"author_notes", "author_note", "authors_notes", "author_roles"})
"""Fields with one note for each author, in the order of the authors."""

_GROUP = re.compile(r"[\d\s,\-–]*\d[\d\s,\-–]*")
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–]+\s*(\d{1,4}))?")


def read_listing(text: str, role: Role, authors: Sequence[Author]) -> list[tuple[int, Role]] | None:
    """Who has a role, by a field's value.

    Numbers count from 1 and may be ranges; a semicolon or nested lists part groups of equal
    contributors; names are looked for among the authors.

    Args:
        text: The value: ``1,2``, ``{1-3}``, ``[[1, 2], [7, 8]]`` or names.
        role: The role the field is about.
        authors: The record's authors.

    Returns:
        Indices from 0 with their role; None where the value cannot be understood.

    >>> read_listing("1-2; 4", Role(kind="equal"), (None,) * 4)[-1]
    (3, Role(kind='equal', group=2))
    """
    text = to_unicode(text) if re.search(r"[\\{}]", text) else text
    if text.strip().casefold() in ("all", "all authors"):
        return [(index, role) for index in range(len(authors))]
    found: list[tuple[int, Role]] = []
    for number, group in enumerate(_groups(text)):
        indices = _members(group, authors)
        if indices is None or not all(0 <= index < len(authors) for index in indices):
            return None
        own = Role(kind=role.kind, group=role.group + number) if role.kind == "equal" else role
        found += [(index, own) for index in indices]
    return found


def _groups(text: str) -> list[list[str]]:
    try:
        value = json.loads(text)
    except ValueError:
        if ";" in text and not _GROUP.fullmatch(text.replace(";", ",")):
            return [[name for part in text.split(";") if (name := part.strip())]]
        return [[part.strip()] for part in text.strip("[](){} \n").split(";") if part.strip()]
    if not isinstance(value, list):
        return [[str(value)]]
    if value and all(isinstance(item, list) for item in value):
        return [[str(member) for member in item] for item in value]
    return [[str(item) for item in value if item not in (None, "")]] if value else []


def _members(group: list[str], authors: Sequence[Author]) -> list[int] | None:
    indices: list[int] = []
    for member in group:
        if _GROUP.fullmatch(member):
            for found in _RANGE.finditer(member):
                first, last = int(found[1]), int(found[2] or found[1])
                if last - first > len(authors):
                    return None
                indices += range(first - 1, last)
        elif (named := _named(member, authors)) is not None:
            indices += named
        else:
            return None
    return indices


def _named(text: str, authors: Sequence[Author]) -> list[int] | None:
    indices = []
    for name in split_human_list(text):
        wanted = parse_name(name, "human")
        likeness = [compatible(wanted, author.name).score for author in authors]
        best = max(likeness, default=0.0)
        # A family name alone is enough where only one author has it.
        if best < 0.4 or likeness.count(best) > 1:
            return None
        indices.append(likeness.index(best))
    return indices or None


def read_notes(text: str, authors: Sequence[Author]) -> list[tuple[int, Role]] | None:
    """Roles by a list with one note for each author.

    Args:
        text: A list in JSON, or in YAML's or Python's short form with quotes; or, if there are
            as many as authors, notes between semicolons, bars or BibTeX's *and*.
        authors: The record's authors.

    Returns:
        Indices from 0 with their role; None where the notes are not one for each author, or
        one of them is no role.

    >>> read_notes("['Equal contribution', '']", (None,) * 2)
    [(0, Role(kind='equal', group=1))]
    """
    notes = _list(text) or _parted(text, len(authors))
    if not notes or len(notes) > len(authors):
        return None
    found: list[tuple[int, Role]] = []
    for index, note in enumerate(notes):
        said = [role for role, _, _ in roles_in(note)]
        if note.strip() and not said:
            return None
        found += [(index, role) for role in said]
    return found


def _list(text: str) -> list[str]:
    try:
        value = json.loads(text)
    except ValueError:
        return [left or right for left, right in re.findall(r"'([^']*)'|\"([^\"]*)\"", text)]
    return [str(item or "") for item in value] if isinstance(value, list) else []


def _parted(text: str, count: int) -> list[str]:
    """Notes without brackets: taken for a list only where each author has one."""
    text = text.strip().removeprefix("{").removesuffix("}")
    for parting in (r"\s*[;|]\s*", r"\s+and\s+"):
        notes = re.split(parting, text)
        if len(notes) == count > 1:
            return ["" if note.strip(" -–—{}~") == "" else note for note in notes]
    return []
