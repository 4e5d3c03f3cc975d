"""Markdown files: a publication of its own where the front matter says so, else a page."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from publist.model import Document
from publist.reading.dialects import academicpages, hugo, themes
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value

__all__ = ["entry_in", "read_markdown"]

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_WHERE = frozenset({"venue", "journal", "booktitle", "conference", "doi", "arxiv", "publication"})


def read_markdown(text: str, file: str) -> Document:
    r"""Read a Markdown file: one publication's page, or a page with a list of them.

    Args:
        text: The file's text.
        file: Its name.

    Raises:
        SourceError: markdown-it-py is not installed, and it is a page with a list.

    >>> page = "---\ntitle: Of Mice\nauthors: [A. Li]\npublication_types: ['1']\n"
    >>> page += "publication: In *ICML* 2022\n---\n"
    >>> record = read_markdown(page, "content/publication/mice/index.md").records[0]
    >>> record.key, record.type, record.container.plain
    ('mice', 'paper-conference', 'ICML 2022')
    """
    from publist.reading.form.entry import record_from_mapping
    from publist.reading.pages import read_markdown as read_list

    entry = entry_in(text, file)
    if entry is None:
        return read_list(text, file)
    record, problems = record_from_mapping(entry, file)
    return Document(records=(record,), problems=problems)


def entry_in(text: str, file: str) -> Mapping | None:
    """The publication that a Markdown file's front matter describes, in publist's own form.

    Args:
        text: The file's text.
        file: Its name.

    Returns:
        None where the file is no single publication's.
    """
    front, body = _front_matter(text, file)
    if front is None:
        return None
    if hugo.is_hugo_publication(front):
        return hugo.rebuilt(front, file)
    if academicpages.is_academic_page(front):
        return academicpages.rebuilt(front, body, file)
    keys = {key.lower() for key in front.items}
    if {"title"} < keys and keys & {"authors", "author"} and keys & _WHERE:
        entry = themes.rebuilt(front)
        entry.items.setdefault("id", Scalar(Path(file).stem, "str", front.place))
        return entry
    return None


def _front_matter(text: str, file: str) -> tuple[Mapping | None, str]:
    from publist.reading.yaml_values import parse_yaml

    found = _FRONT.match(text)
    if found:
        # A line above stands for the fence, so that places are those of the file.
        values, _ = parse_yaml("\n" + found[1], file)
        front = values[0] if values and isinstance(values[0], Mapping) else None
        return front, text[found.end() :]
    found = _TOML.match(text)
    if not found:
        return None, text
    try:
        said = _as_value(tomllib.loads(found[1]))
    except tomllib.TOMLDecodeError:
        return None, text
    return said if isinstance(said, Mapping) else None, text[found.end() :]


def _as_value(value: object) -> Value:
    """TOML's values; where each stands is not known."""
    place = Place(1)
    if isinstance(value, dict):
        return Mapping(place, {key: _as_value(item) for key, item in value.items()})
    if isinstance(value, list):
        return Sequence(place, [_as_value(item) for item in value])
    if isinstance(value, bool):
        return Scalar("true" if value else "false", "bool", place)
    return Scalar(str(value), "int" if isinstance(value, int) else "str", place)
