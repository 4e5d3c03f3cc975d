"""``pubs export``: a file of its own for each work, for themes, or as a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from publist.cli import list_options as options
from publist.cli.app import app
from publist.cli.in_project import (
    NoProject,
    ProjectFile,
    SourcesOrProject,
    settle,
    shape_asked,
    works_asked,
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
    given = locals()
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
    plan, look, beside, asked = shape_asked(context, given, settled.project)
    _, works, found = works_asked(
        settled, form=form, link=asked.get("link", link), versions=asked.get("versions", versions)
    )
    plan = replace(plan, people=settled.setup.people)
    shown, problems = pipeline.listing(works, plan, look)
    files = (
        THEMES[to](shown, beside) if to in THEMES else work_pages(shown, beside, list_url=list_url)
    )
    deliver_files(files, output)
    finish((*found, *problems), strict=strict, verbose=verbose)
