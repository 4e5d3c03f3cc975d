"""``pubs convert``: publication data from one form into another."""

from __future__ import annotations

from typing import Annotated

import typer

from publist.cli.app import app
from publist.cli.in_project import (
    NoProject,
    ProjectFile,
    SourcesOrProject,
    settle,
    works_asked,
)
from publist.cli.options import (
    DecisionsFile,
    FormOption,
    MarkMeanings,
    MeOption,
    Output,
    PeopleFile,
    Strict,
    VenueFiles,
    Verbose,
)
from publist.cli.report import deliver, finish

__all__ = ["convert"]


@app.command()
def convert(
    sources: SourcesOrProject = None,
    *,
    to: Annotated[
        str, typer.Option("--to", "-t", help="json, yaml, bibtex, biblatex or csl-json.")
    ] = "json",
    form: FormOption = None,
    output: Output = None,
    link: Annotated[
        bool, typer.Option("--link", help="Make one of the entries that are of one work.")
    ] = False,
    decisions: DecisionsFile = None,
    me: MeOption = None,
    people: PeopleFile = None,
    venues: VenueFiles = None,
    meanings: MarkMeanings = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Convert publication data; every record is kept, and none are joined without --link.

    Example: pubs convert papers.bib --to yaml -o publications.yaml

    Example: pubs convert papers.bib --to json --me "Ada Lovelace"
    """
    from publist.pipeline import convert as converted

    settled = settle(
        sources,
        me=me,
        people=people,
        venues=venues,
        meanings=meanings,
        decisions=decisions,
        project=project,
        no_project=no_project,
        verbose=verbose,
    )
    document, works, found = works_asked(settled, form=form, link=link)
    deliver(converted(document, to, works), output)
    finish(found, strict=strict, verbose=verbose)
