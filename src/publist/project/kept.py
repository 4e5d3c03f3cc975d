"""Whole lists that are kept: a list whose inputs are what they were is not made again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from publist.output import DATA, LISTS
from publist.problems import Problem
from publist.project.cache import Cache, digest
from publist.project.making import ask, has_owners
from publist.project.spec import ListSpec, Project
from publist.project.stamps import Stamp, stamp
from publist.project.works import settings_files, source_files
from publist.reading.sources import BUILT_IN

__all__ = ["Text", "carry_over", "keep_text", "kept_text", "key_of_list"]

_PART = "lists"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a list.

    Args:
        text: The list as it is written; bytes where it is no text, which is never kept.
        problems: What a person should know about it and its sources.
        files: Every file that it depends on.
    """

    text: str | bytes
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


def key_of_list(project: Project, spec: ListSpec) -> str | None:
    """A name for everything that a list's text depends on, besides the program.

    Args:
        project: The project.
        spec: The list.

    Returns:
        None where it depends on what cannot be told, such as an installed writer.

    Raises:
        SourceError: A source is missing.
    """
    asked = ask(spec.options, project)
    sources = source_files(asked)
    if spec.to not in (*LISTS, *DATA) or any(_is_foreign(file) for file in sources):
        return None
    style = str(spec.options.get("style", ""))
    styles = (project.folder / style,) if style.endswith(".csl") else ()
    said = json.dumps([spec.to, spec.options, has_owners(project)], sort_keys=True)
    people = repr(project.people) if isinstance(project.people, tuple) else ""
    meanings = json.dumps(list(project.meanings.items()))
    files = (*sources, *settings_files(asked), *styles)
    return digest(said, people, meanings, *_contents(files, project.folder))


def _is_foreign(file: Path) -> bool:
    """Whether an installed reader may be the one that reads a file."""
    from publist.errors import SourceError
    from publist.reading.sources import form_of

    try:
        return form_of(file.name, "") not in BUILT_IN
    except SourceError:
        return False


def _contents(files: Iterable[Path], folder: Path) -> Iterable[str]:
    for file in files:
        yield str(file.relative_to(folder) if file.is_relative_to(folder) else file)
        yield _content(file, stamp(file))


@lru_cache(maxsize=256)
def _content(file: Path, _: Stamp) -> str:
    try:
        return digest(file.read_bytes())
    except OSError:
        return "none"


def kept_text(cache: Cache, spec: ListSpec, key: str | None) -> Text | None:
    """The text of a list that an earlier build has made of the same inputs."""
    found: Any = cache.get(_PART, spec.name) if key else None
    if not isinstance(found, dict) or found.get("key") != key:
        return None
    cache.put(_PART, {spec.name: found})
    problems = tuple(Problem.model_validate(each) for each in found["problems"])
    return Text(found["text"], problems, tuple(map(Path, found["files"])))


def keep_text(cache: Cache, spec: ListSpec, key: str | None, made: Text) -> None:
    """Keep the text of a list for later builds."""
    if key is not None:
        problems = [problem.model_dump(mode="json") for problem in made.problems]
        files = [str(file) for file in made.files]
        said = {"key": key, "text": made.text, "problems": problems, "files": files}
        cache.put(_PART, {spec.name: said})


def carry_over(cache: Cache, names: Iterable[str]) -> None:
    """Keep on keeping lists that were not built this time."""
    for name in names:
        if (found := cache.get(_PART, name)) is not None:
            cache.carry(_PART, name, found)
