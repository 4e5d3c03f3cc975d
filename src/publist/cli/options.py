"""Options that several commands share, and what they mean together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from publist.setup import Setup

__all__ = [
    "DecisionsFile",
    "FormOption",
    "MarkMeanings",
    "MeOption",
    "Output",
    "PeopleFile",
    "Sources",
    "Strict",
    "VenueFiles",
    "Verbose",
    "pairs_of",
    "setup_from",
]

Sources = Annotated[
    list[str],
    typer.Argument(help="Files or quoted globs; - is standard input.", show_default=False),
]
FormOption = Annotated[
    str | None,
    typer.Option("--from", metavar="FORM", help="Form of the sources: bibtex, yaml, csl-json …"),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write instead of standard output."),
]
MeOption = Annotated[
    str | None,
    typer.Option("--me", help="The owner to highlight: a name, a person's id, or an ORCID."),
]
PeopleFile = Annotated[
    Path | None, typer.Option("--people", help="people.yaml: who is who, with all their names.")
]
VenueFiles = Annotated[
    list[Path] | None, typer.Option("--venues", help="YAML file with venues of your own.")
]
MarkMeanings = Annotated[
    list[str] | None,
    typer.Option(
        "--mark-means",
        metavar="MARK=ROLE",
        help="What a mark in the sources means, e.g. '#=corresponding'.",
    ),
]
DecisionsFile = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        help="What was decided on entries that may be one work; pubs.decisions.yaml if there.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="End with status 1 if there are problems.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show notes as well.")]


def setup_from(
    me: str | None,
    people: Path | None,
    venues: Sequence[Path] | None,
    meanings: Sequence[str] | None,
) -> Setup:
    """Say how sources are to be understood, from the options.

    Raises:
        ProjectError: A file or a meaning makes no sense.
    """
    from publist.setup import make_setup

    return make_setup(people=people, me=me, venues=venues or (), meanings=pairs_of(meanings))


def pairs_of(meanings: Sequence[str] | None) -> dict[str, str]:
    """What marks mean, as it is typed: ``MARK=ROLE`` each."""
    pairs = [meaning.partition("=") for meaning in meanings or ()]
    return {mark: role for mark, _, role in pairs}
