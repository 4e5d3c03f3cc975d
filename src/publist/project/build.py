"""Building a project: the texts of its lists, and what files are to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publist.errors import ProjectError, PublistError
from publist.problems import Problem
from publist.project.cache import Cache, digest
from publist.project.kept import Text, carry_over, keep_text, kept_text, key_of_list
from publist.project.options import near
from publist.project.outputs import Output, compare
from publist.project.spec import ListSpec, Project

__all__ = ["NO_CACHE", "Built", "build", "chosen", "make_text"]

NO_CACHE = Cache(None, "")
"""A cache that keeps nothing."""


@dataclass(frozen=True, slots=True)
class Built:
    """What building gave; nothing is written yet.

    Args:
        outputs: The files with what they are to hold.
        problems: What a person should know about sources and lists.
    """

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


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


def build(project: Project, lists: Iterable[ListSpec], cache: Cache = NO_CACHE) -> Built:
    """Make lists, and put them beside what their files hold.

    Args:
        project: The project.
        lists: Which of its lists.
        cache: What earlier builds have kept; what this one keeps is put in.

    Raises:
        PublistError: Something cannot be done; then nothing should be written at all.
    """
    texts: dict[str, str | bytes] = {}
    problems: list[Problem] = []
    files = {project.file}
    for spec in lists:
        made = make_text(project, spec, cache)
        texts[spec.name] = made.text
        problems += made.problems
        files.update(made.files)
    carry_over(cache, project.lists)
    return Built(compare(project, texts, files), tuple(dict.fromkeys(problems)))


def make_text(project: Project, spec: ListSpec, cache: Cache = NO_CACHE) -> Text:
    """The text of a list, made now or by an earlier build of the same inputs.

    Args:
        project: The project.
        spec: The list.
        cache: What earlier builds have kept.

    Raises:
        PublistError: It cannot be made; the error has the place of the list in the project
            file, unless it has a better one.
    """
    try:
        key = key_of_list(project, spec)
        kept = kept_text(cache, spec, key)
        if kept is not None:
            return kept
        made = _made(project, spec, cache)
    except PublistError as error:
        _place(error, project, spec)
        raise
    keep_text(cache, spec, key, made)
    return made


def _made(project: Project, spec: ListSpec, cache: Cache) -> Text:
    from publist.project.entries import remembering
    from publist.project.making import content_of, make

    engine = str(spec.options.get("engine", "csl"))
    part = f"entries-{digest(spec.name)[:16]}"
    made = make(spec.options, project, remembering(engine, cache, part))
    return Text(content_of(made.listing, spec.to, made.options), made.problems, made.files)


def _place(error: PublistError, project: Project, spec: ListSpec) -> None:
    """Give an error about an option the place where the option stands."""
    if error.file is not None:
        return
    paths = [f"{part}.{error.key}" for part in (f"lists.{spec.name}", "defaults") if error.key]
    found = next((path for path in paths if path in project.places), error.key or "")
    place = project.places.get(found, spec.place)
    error.file, error.line, error.column = project.file.name, place.line, place.column
    error.key = found if found in project.places else f"lists.{spec.name}"
