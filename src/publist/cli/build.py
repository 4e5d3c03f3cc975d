"""``pubs build``: all lists of a project, written where they belong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publist.cli.app import app
from publist.cli.options import Strict, Verbose
from publist.cli.report import (
    deliver,
    finish,
    lacks_a_source,
    report_error,
    report_problems,
)
from publist.errors import ProjectError, PublistError

if TYPE_CHECKING:
    from publist.problems import Problem
    from publist.project import Project
    from publist.project.build import Built
    from publist.project.cache import Cache
    from publist.project.outputs import Output

__all__ = ["STALE", "build"]

STALE = 1
"""Exit status: files are out of date, or there are problems and ``--strict`` was asked for."""


@app.command()
def build(
    names: Annotated[
        list[str] | None, typer.Argument(help="Lists to build; all by default.")
    ] = None,
    *,
    project: Annotated[
        Path | None,
        typer.Option("--project", help="The project file; pubs.yaml here or above by default."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with 1 if files are out of date.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Build again whenever a file changes.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write one list to this file instead; - shows it."),
    ] = None,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Use what earlier builds have kept.")
    ] = True,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Build the lists of a project, each into its file or its region of a file.

    Files that are right already are not touched. If a list cannot be made, nothing is written.

    Example: pubs build

    Example: pubs build --check

    Example: pubs build cv -o -
    """
    from publist.project import find_project

    found = project or find_project()
    if found is None:
        message = "There is no pubs.yaml here or above; `pubs init` writes one."
        raise ProjectError(message, key="project")
    file = Path(os.path.relpath(found))
    wanted = _Wanted(tuple(names or ()), cache=cache, verbose=verbose)
    if watch:
        _watch(file, wanted)
    elif output is not None:
        _deliver_one(file, wanted, output, strict=strict)
    else:
        built = _built(file, wanted)
        stale = [each for each in built.outputs if not each.is_current]
        if diff:
            _show(stale)
        elif not check:
            _save(built.outputs, file.parent)
        if check:
            _tell_stale(stale, file.parent)
        bad = report_problems(_from_here(built.problems, file.parent), verbose=verbose)
        if (check and stale) or (bad and strict) or lacks_a_source(built.problems):
            sys.exit(STALE)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What of a project is wanted, and how."""

    names: tuple[str, ...]
    cache: bool
    verbose: bool


def _built(file: Path, wanted: _Wanted) -> Built:
    from publist.project import load_project
    from publist.project.build import build, chosen

    project = load_project(file)
    kept = _cache(project, wanted)
    with _seen_from_here(file.parent):
        built = build(project, chosen(project, wanted.names), kept)
    kept.save()
    return built


def _cache(project: Project, wanted: _Wanted) -> Cache:
    from publist.project.cache import Cache, cache_folder

    return Cache(cache_folder() if wanted.cache else None, str(project.file))


def _deliver_one(file: Path, wanted: _Wanted, output: Path, *, strict: bool) -> None:
    from publist.project import load_project
    from publist.project.build import chosen, make_text

    project = load_project(file)
    with _seen_from_here(file.parent):
        if len(wanted.names) != 1:
            message = "Name one list to be written there: pubs build NAME -o FILE."
            raise ProjectError(message, key="output", value=str(output))
        (spec,) = chosen(project, wanted.names)
        made = make_text(project, spec, _cache(project, wanted))
    deliver(made.text, output)
    finish(_from_here(made.problems, file.parent), strict=strict, verbose=wanted.verbose)


def _watch(file: Path, wanted: _Wanted) -> None:
    from publist.project.watch import watch

    def again() -> None:
        try:
            built = _built(file, wanted)
            _save(built.outputs, file.parent)
            report_problems(_from_here(built.problems, file.parent), verbose=wanted.verbose)
        except PublistError as error:
            report_error(error)
        sys.stdout.flush()

    sys.stderr.write(f"Watching {file} and what it names; Ctrl-C ends it.\n")
    with suppress(KeyboardInterrupt):
        watch(file, again)


def _save(outputs: Sequence[Output], folder: Path) -> None:
    from publist.project.outputs import save

    with _seen_from_here(folder):
        save(outputs)
    for each in outputs:
        done = "up to date" if each.is_current else f"written ({', '.join(each.lists)})"
        sys.stdout.write(f"{_here(each.name, folder)}: {done}\n")


def _show(stale: Sequence[Output]) -> None:
    from publist.project.outputs import difference

    for each in stale:
        sys.stdout.write(difference(each))


def _tell_stale(stale: Sequence[Output], folder: Path) -> None:
    for each in stale:
        state = "missing" if each.old is None else "out of date"
        lists = ", ".join(each.lists)
        sys.stderr.write(f"{_here(each.name, folder)}: {state} ({lists}); run `pubs build`\n")


@contextmanager
def _seen_from_here(folder: Path) -> Iterator[None]:
    """Errors tell files as they are seen from the current folder, not from the project's."""
    try:
        yield
    except PublistError as error:
        error.file = error.file and _here(error.file, folder)
        raise


def _from_here(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    for problem in problems:
        file = problem.file and _here(problem.file, folder)
        yield problem.model_copy(update={"file": file})


def _here(file: str, folder: Path) -> str:
    return os.path.relpath(folder / file)
