"""A list for a page of somebody else's: what all embeddings have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from publist.errors import ProjectError
from publist.model import Listing
from publist.problems import Problem
from publist.project import Project, find_project
from publist.project.load import load_current
from publist.project.making import make, text_of
from publist.project.options import folded, near, read_options
from publist.project.shapes import SHAPES, UnfitError, texts_of
from publist.project.works import placed_source
from publist.write.options import Options

__all__ = ["Block", "make_block"]

_OWN = ("list", "people", "decisions", "meanings")


@dataclass(frozen=True, slots=True)
class Block:
    """A list, ready to be put into a page.

    Args:
        listing: Its entries, formatted and arranged.
        options: What is shown beside them.
        to: The form in which it is written.
        problems: What a person should know; nothing of it may get lost.
        files: Every file that was read, for builders that watch.
    """

    listing: Listing
    options: Options
    to: str
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]

    @property
    def text(self) -> str:
        """The list, written."""
        return text_of(self.listing, self.to, self.options)


def make_block(
    options: Mapping[str, object], *, folder: Path, to: str, project: Path | None = None
) -> Block:
    """Make a list from the options that stand in a page.

    Args:
        options: Any option of a list, by its name (``_`` may stand for ``-``): ``sources``,
            ``years``, ``style`` … ``list`` names a list of the project file, of which the
            options given here change what they name. ``people`` and ``decisions`` name files,
            ``meanings`` says what marks mean. Values may be text, numbers, truth values, lists
            and mappings; an empty text switches on what can be switched.
        folder: Where paths among the options start.
        to: ``html``, ``markdown``, or another form.
        project: The project file; None looks for one in the folder and above it.

    Returns:
        The list. Reading is done once for all blocks of a process, as long as no file changes.

    Raises:
        SourceError: There is no source, or one cannot be read at all.
        ProjectError: An option, the project file, or what it names makes no sense.
        StyleError: There is no such style, or it cannot be used.

    >>> block = make_block({"sources": "publications.bib", "limit": 1, "link": False},
    ...                    folder=Path("examples/homepage"), to="text")
    >>> len(tuple(block.listing.root.walk())), block.files[0].name
    (1, 'publications.bib')
    """
    folder = folder.absolute()
    file = project or find_project(folder)
    base = load_current(file.absolute()) if file is not None else Project(file=folder / "pubs.yaml")
    own = {folded(str(name)): value for name, value in options.items() if value is not None}
    base = _changed(base, own, folder)
    made = make({**_list_of(base, own), **_placed(read_options(own, also=_OWN), folder)}, base)
    files = made.files if file is not None else tuple(f for f in made.files if f != base.file)
    return Block(made.listing, made.options, to, made.problems, files)


def _list_of(project: Project, own: Mapping[str, object]) -> Mapping[str, Any]:
    if "list" not in own:
        return project.defaults
    name = str(own["list"])
    if name in project.lists:
        return project.lists[name].options
    hint = (
        near(name, project.lists)
        if project.lists
        else " The project file names none; lists are named under 'lists'."
    )
    message = f"There is no list {name!r}.{hint}"
    raise ProjectError(message, file=str(project.file), key="list", value=name)


def _placed(options: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The options with paths that hold wherever the project's folder is."""
    placed = dict(options)
    if "sources" in placed:
        placed["sources"] = [placed_source(folder, name) for name in texts_of(placed["sources"])]
    style = str(placed.get("style", ""))
    if style.endswith(".csl") and (folder / style).exists():
        placed["style"] = str(folder / style)
    return placed


def _changed(project: Project, own: Mapping[str, Any], folder: Path) -> Project:
    """The project with what the options say about people, decisions and marks in its place."""
    changes: dict[str, Any] = {
        name: folder / str(own[name]) for name in ("people", "decisions") if name in own
    }
    if "meanings" in own:
        try:
            changes["meanings"] = SHAPES["pairs"].read(own["meanings"])
        except UnfitError as error:
            raise ProjectError(f"Not usable: {error}.", key="meanings") from error
    return replace(project, **changes)
