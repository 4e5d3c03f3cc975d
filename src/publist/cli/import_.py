"""``pubs import``: from hand-typed pages to clean data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publist.cli.app import app
from publist.cli.in_project import NoProject, ProjectFile, settle
from publist.cli.options import (
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
from publist.errors import OutputError

__all__ = ["import_pages"]


@app.command(name="import")
def import_pages(
    pages: Annotated[
        list[str],
        typer.Argument(help="Pages, or other sources; - is standard input.", show_default=False),
    ],
    *,
    output: Output = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output file.")] = False,
    fill_from: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="FILE", help="Take full names, DOIs, pages from here."),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Show each item beside what was made of it.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="The review as an HTML page.")
    ] = None,
    form: FormOption = None,
    me: MeOption = None,
    people: PeopleFile = None,
    venues: VenueFiles = None,
    meanings: MarkMeanings = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Make publication data of a hand-typed page.

    What options leave open (not the pages) is taken from pubs.yaml, if there is one here or above.

    Example: pubs import about.md -o publications.yaml

    Example: pubs import about.md --with papers.bib --review -o publications.yaml
    """
    from publist import importing
    from publist.write.review import review_html, review_text

    for file in (output, report):
        _spare(file, force=force)
    settled = settle(
        pages,
        me=me,
        people=people,
        venues=venues,
        meanings=meanings,
        project=project,
        no_project=no_project,
        verbose=verbose,
    )
    imported = importing.import_pages(pages, settled.setup, form=form)
    if fill_from:
        imported = importing.filled_from(imported, fill_from)
    if review:
        typer.echo(review_text(importing.reviewed(imported)))
    if report is not None:
        deliver(review_html(importing.reviewed(imported)), report)
    if output is not None or not review:
        deliver(importing.tidy_yaml(imported), output)
    finish(imported.problems, strict=strict, verbose=verbose)


def _spare(file: Path | None, *, force: bool) -> None:
    """Never overwrite what somebody may have worked on."""
    if file is not None and not force and str(file) != "-" and file.exists():
        raise OutputError("It is there already; --force overwrites it.", file=str(file))
