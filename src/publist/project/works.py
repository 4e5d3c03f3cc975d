"""The works that lists are made of: sources read, put in order and joined, once for all lists.

What was read is kept within the process, as long as the files have the times and sizes that
they had: ten blocks on a page read a source once.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from publist.errors import PublistError, SourceError
from publist.model import Document, Person, Work
from publist.pipeline import DECISIONS_FILE, join, normalise, works_of
from publist.problems import Problem
from publist.project.stamps import Stamp, stamp
from publist.reading.people import read_people
from publist.reading.sources import (
    bytes_of,
    files_named,
    read_bytes,
    read_readable,
    repeated_across,
)
from publist.setup import make_setup

__all__ = [
    "Asked",
    "Found",
    "find_works",
    "known_people",
    "named_from",
    "placed_source",
    "settings_files",
    "source_files",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which works are wanted, and how sources are understood.

    Args:
        folder: Where relative paths start, and from where files are named in messages.
        sources: Files and patterns.
        people: The file of people, or the people.
        me: The owner.
        venues: Files with venues of the user's own.
        meanings: What marks in the sources mean, as pairs.
        decisions: The file with people's decisions; None is ``pubs.decisions.yaml`` in the
            folder, where there is one.
        versions: ``one`` or ``all``.
        link: Whether records of one work are joined.
    """

    folder: Path
    sources: tuple[str, ...]
    people: Path | tuple[Person, ...] | None = None
    me: str | None = None
    venues: tuple[Path, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()
    decisions: Path | None = None
    versions: str = "one"
    link: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """Works, and what belongs to them.

    Args:
        works: In the order of the sources.
        problems: What a person should know about the sources; files are named from the folder.
        files: Every file that was read.
        people: The project's people.
    """

    works: tuple[Work, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    people: tuple[Person, ...] = ()


def find_works(asked: Asked) -> Found:
    """Read sources and make works of them.

    Raises:
        SourceError: There is no source, one cannot be read at all, or there is nothing in them.
        ProjectError: The people, venues or decisions cannot be read.
    """
    sources = source_files(asked)
    files = (*sources, *settings_files(asked))
    works, problems = _works(asked, sources, tuple(stamp(file) for file in files))
    if not works:  # an empty page tells nobody that something is wrong
        told = next((f" {each.message}" for each in problems), "")
        message = f"No publication was found in it.{told}"
        raise SourceError(message, file=named_from(asked.folder, str(sources[0])))
    return Found(works, problems, files, known_people(asked)[0])


def known_people(asked: Asked) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """The project's people, and what was wrong in their file.

    Raises:
        SourceError: Their file cannot be read.
    """
    if isinstance(asked.people, Path):
        return _people(asked.people, stamp(asked.people))
    return asked.people or (), ()


@lru_cache(maxsize=8)
def _people(file: Path, _: Stamp) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    return read_people(file)


def source_files(asked: Asked) -> tuple[Path, ...]:
    """The files that the sources name.

    Raises:
        SourceError: There are none, or one is missing.
    """
    if not asked.sources:
        raise SourceError("No source was named; say in `sources` where the publications are.")
    found: dict[Path, None] = {}
    for source in asked.sources:
        if source == "-":
            raise SourceError("Standard input cannot be read here; name a file.", file="-")
        try:
            named = list(files_named([placed_source(asked.folder, source)]))
        except SourceError as error:
            error.file = source
            raise
        found |= dict.fromkeys(map(Path, named))
    return tuple(found)


def placed_source(folder: Path, source: str) -> str:
    """A source seen from a folder, whose own name is no pattern even if it looks like one."""
    path = folder / Path(source).expanduser()
    if path.exists() or not glob.has_magic(source) or Path(source).is_absolute():
        return str(path)
    return str(Path(glob.escape(str(folder))) / source)


def settings_files(asked: Asked) -> tuple[Path, ...]:
    """The files besides the sources that works depend on, those not yet there among them."""
    people = (asked.people,) if isinstance(asked.people, Path) else ()
    decisions = asked.decisions or asked.folder / DECISIONS_FILE
    return (*people, *asked.venues, decisions)


@lru_cache(maxsize=16)
def _works(
    asked: Asked, sources: Sequence[Path], stamps: tuple[Stamp, ...]
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    del stamps  # they only tell one state of the files from another
    try:
        document = _gathered(asked, sources)
        works, joined = _joined(asked, document)
    except PublistError as error:
        error.file = error.file and named_from(asked.folder, error.file)
        raise
    return works, tuple(_moved(document.problems, joined, asked.folder))


def _gathered(asked: Asked, sources: Sequence[Path]) -> Document:
    people, problems = known_people(asked)
    setup = make_setup(
        people=people, me=asked.me, venues=asked.venues, meanings=dict(asked.meanings)
    )
    setup = replace(setup, problems=problems)
    read = read_readable(
        map(str, sources),
        lambda file: _document(file, named_from(asked.folder, file), stamp(Path(file))),
    )
    return normalise([*read, Document(problems=tuple(repeated_across(read)))], setup)


@lru_cache(maxsize=1024)
def _document(file: str, name: str, _: Stamp) -> Document:
    try:
        return read_bytes(bytes_of(file), name)
    except SourceError as error:
        error.file = name
        raise


def _joined(asked: Asked, document: Document) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    if not asked.link:
        return works_of(document), ()
    decisions = asked.decisions or asked.folder / DECISIONS_FILE
    there = asked.decisions is not None or decisions.exists()
    return join(document, rulings=decisions if there else (), versions=asked.versions)


def named_from(folder: Path, file: str) -> str:
    """A file as it is called from a folder, the same on every machine."""
    if not Path(file).is_absolute():
        return file
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        return file


def _moved(first: Iterable[Problem], second: Iterable[Problem], folder: Path) -> Iterable[Problem]:
    for problem in (*first, *second):
        if problem.file and Path(problem.file).is_absolute():
            named = named_from(folder, problem.file)
            yield problem.model_copy(update={"file": named})
        else:
            yield problem
