"""The keys of a project file and of a list in it: one table for the reader and the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["LIST_KEYS", "PROJECT_KEYS", "Key"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Args:
        name: As it is written.
        shape: What its value looks like: a name in :data:`publist.project.shapes.SHAPES`, or
            one of ``people``, ``check``, ``options``, ``lists`` and ``region``.
        about: What it means, for people and editors.
    """

    name: str
    shape: str
    about: str


def _table(*keys: Key) -> Mapping[str, Key]:
    return {key.name: key for key in keys}


PROJECT_KEYS = _table(
    Key("sources", "texts", "Files or patterns with publications, from this file's folder."),
    Key("people", "people", "A file of people, or the people by their ids."),
    Key("me", "text", "The owner: a name, a person's id, or an ORCID."),
    Key("language", "text", "Language of all lists, e.g. de-DE."),
    Key("venues", "texts", "Files with venues of your own."),
    Key("meanings", "pairs", "What marks in the sources mean, e.g. {'#': corresponding}."),
    Key("decisions", "text", "What was decided on entries that may be one work."),
    Key("versions", "text", "One entry for all versions of a work, or all."),
    Key("link", "truth", "Whether entries of one work are shown as one."),
    Key("check", "check", "What `pubs check` leaves out: {off: [CODE]}."),
    Key("defaults", "options", "Options of every list."),
    Key("lists", "lists", "The lists by name: what they show, how, and where."),
)
"""The keys of a project file."""

LIST_KEYS = _table(
    Key(
        "to",
        "text",
        "Form: markdown, html, latex, text, json, csv, docx, site, atom, news, bibtex, yaml …",
    ),
    Key("file", "text", "The file to write, from this file's folder."),
    Key("region", "region", "Only this region of the file, between pubs:start and pubs:end."),
)
"""The keys of a list besides its options."""
