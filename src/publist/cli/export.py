"""``pubs export``: a file of its own for each work, for themes, or as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publist.cli import list_options as options
from publist.cli.app import app
from publist.cli.in_project import (
    NoProject,
    ProjectFile,
    SourcesOrProject,
    list_asked,
    settle,
)
from publist.cli.options import (
    DecisionsFile,
    FormOption,
    MarkMeanings,
    MeOption,
    PeopleFile,
    Strict,
    VenueFiles,
    Verbose,
)
from publist.cli.report import deliver_files, finish
from publist.errors import ProjectError

__all__ = ["export"]


@app.command()
def export(
    context: typer.Context,
    sources: SourcesOrProject = None,
    *,
    to: Annotated[str, typer.Option("--to", "-t", help="hugoblox, academicpages or pages (HTML).")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the files.")],
    form: FormOption = None,
    list_url: Annotated[
        str | None,
        typer.Option("--list-url", help="Where the whole list is, for a link from pages to it."),
    ] = None,
    links: options.Links = "all",
    link_base: options.LinkBase = None,
    abstracts: options.Abstracts = False,
    bibtex: options.Bibtex = False,
    style: options.StyleOption = "homepage",
    locale: options.LocaleOption = None,
    link: options.LinkRecords = True,
    versions: options.Versions = "one",
    decisions: DecisionsFile = None,
    kinds: options.KindOption = None,
    years: options.YearOption = None,
    authors: options.AuthorOption = None,
    selected: options.SelectedOption = None,
    me: MeOption = None,
    people: PeopleFile = None,
    venues: VenueFiles = None,
    meanings: MarkMeanings = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Write a file of its own for each work, with front matter, or as a page.

    What options leave open is taken from pubs.yaml, if there is one here or above.

    Example: pubs export papers.bib --to hugoblox -o content/publication

    Example: pubs export papers.bib --to academicpages -o _publications

    Example: pubs export papers.bib --to pages --abstracts --list-url ../index.html -o works
    """
    parameters = locals()
    from publist import pipeline
    from publist.write.theme_files import THEMES
    from publist.write.work_pages import work_pages

    if to not in (*THEMES, "pages"):
        message = f"There is no theme {to!r} here; known: {', '.join(THEMES)}, pages."
        raise ProjectError(message, key="to", value=to)
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
    asked = list_asked(context, parameters, settled)
    shown, problems = pipeline.listing(asked.works, asked.plan, asked.look)
    if to in THEMES:
        files = THEMES[to](shown, asked.beside)
    else:
        files = work_pages(shown, asked.beside, list_url=list_url)
    deliver_files(files, output)
    finish((*asked.problems, *problems), strict=strict, verbose=verbose)
