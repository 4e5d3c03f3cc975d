"""Building a project: the texts of its lists, and what files are to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publist.errors import ProjectError, PublistError
from publist.problems import Problem
from publist.project.making import make, text_of
from publist.project.options import near
from publist.project.outputs import Output, compare
from publist.project.spec import ListSpec, Project

__all__ = ["Built", "Text", "build", "chosen", "make_text"]


@dataclass(frozen=True, slots=True)
class Built:
    """What building gave; nothing is written yet.

    Args:
        outputs: The files with what they are to hold.
        problems: What a person should know about sources and lists.
    """

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a list.

    Args:
        text: The list as it is written.
        problems: What a person should know about it and its sources.
        files: Every file that it depends on.
    """

    text: str
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


def chosen(project: Project, names: Sequence[str] = ()) -> tuple[ListSpec, ...]:
    """The lists of these names; without names all that are written somewhere.

    Raises:
        ProjectError: There is no such list, or none at all.
    """
    for name in names:
        if name not in project.lists:
            message = f"There is no list {name!r}.{near(name, project.lists)}"
            raise ProjectError(message, file=project.file.name, key="lists", value=name)
    found = [project.lists[name] for name in dict.fromkeys(names or project.lists)]
    placed = tuple(spec for spec in found if names or spec.file is not None)
    if not placed:
        message = "No list is to be written; give one a `file`: lists: {all: {file: list.md}}."
        raise ProjectError(message, file=project.file.name, key="lists")
    return placed


def build(project: Project, lists: Iterable[ListSpec]) -> Built:
    """Make lists, and put them beside what their files hold.

    Args:
        project: The project.
        lists: Which of its lists.

    Raises:
        PublistError: Something cannot be done; then nothing should be written at all.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    files = {project.file}
    for spec in lists:
        made = make_text(project, spec)
        texts[spec.name] = made.text
        problems += made.problems
        files.update(made.files)
    return Built(compare(project, texts, files), tuple(dict.fromkeys(problems)))


def make_text(project: Project, spec: ListSpec) -> Text:
    """The text of a list.

    Raises:
        PublistError: It cannot be made; the error has the place of the list in the project
            file, unless it has a better one.
    """
    try:
        made = make(spec.options, project)
        return Text(text_of(made.listing, spec.to, made.options), made.problems, made.files)
    except PublistError as error:
        _place(error, project, spec)
        raise


def _place(error: PublistError, project: Project, spec: ListSpec) -> None:
    """Give an error about an option the place where the option stands."""
    if error.file is not None:
        return
    paths = [f"{part}.{error.key}" for part in (f"lists.{spec.name}", "defaults") if error.key]
    found = next((path for path in paths if path in project.places), error.key or "")
    place = project.places.get(found, spec.place)
    error.file, error.line, error.column = project.file.name, place.line, place.column
    error.key = found if found in project.places else f"lists.{spec.name}"
