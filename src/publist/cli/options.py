"""Options that several commands share, and what they mean together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "DecisionsFile",
    "FormOption",
    "MarkMeanings",
    "MeOption",
    "Output",
    "PeopleFile",
    "Strict",
    "VenueFiles",
    "Verbose",
    "pairs_of",
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


def pairs_of(meanings: Sequence[str] | None) -> dict[str, str]:
    """What marks mean, as it is typed: ``MARK=ROLE`` each."""
    pairs = [meaning.partition("=") for meaning in meanings or ()]
    return {mark: role for mark, _, role in pairs}
