"""What a project file says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from publist.model import Person
from publist.reading.values import Place

__all__ = ["ListSpec", "Project"]


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list that a project names.

    Args:
        name: Its name.
        options: All its options, the project's defaults among them; see
            :func:`publist.project.options.read_options`.
        to: The form it is written in.
        file: Where it is written, from the project's folder; None where nothing is.
        region: The region of the file that it fills; None where it is the whole file.
        place: Where the project file says so.
    """

    name: str
    options: Mapping[str, object] = field(default_factory=dict)
    to: str = "markdown"
    file: str | None = None
    region: str | None = None
    place: Place = field(default_factory=lambda: Place(1))


@dataclass(frozen=True, slots=True)
class Project:
    """A project file.

    Args:
        file: The file.
        sources: Files and patterns, from the project's folder.
        people: The file of people, or the people.
        me: The owner: a name, a person's id, or an ORCID.
        venues: Files with venues of the user's own.
        meanings: What marks in the sources mean.
        decisions: The file with people's decisions.
        off: Codes of findings that ``pubs check`` leaves out.
        defaults: Options of every list.
        lists: The lists by name, in the file's order.
        places: Where things stand in the file, by their path with dots: ``lists.cv.style``.
    """

    file: Path
    sources: tuple[str, ...] = ()
    people: Path | tuple[Person, ...] | None = None
    me: str | None = None
    venues: tuple[Path, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    decisions: Path | None = None
    off: frozenset[str] = frozenset()
    defaults: Mapping[str, object] = field(default_factory=dict)
    lists: Mapping[str, ListSpec] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder that its paths start from."""
        return self.file.parent
