"""``pubs export``: a file of its own for each work, for themes that want that."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publist.cli import list_options as options
from publist.cli.app import app
from publist.cli.options import (
    DecisionsFile,
    FormOption,
    MarkMeanings,
    MeOption,
    PeopleFile,
    Sources,
    Strict,
    VenueFiles,
    Verbose,
    setup_from,
)
from publist.cli.report import finish
from publist.errors import ProjectError

__all__ = ["export"]


@app.command()
def export(
    sources: Sources,
    *,
    to: Annotated[str, typer.Option("--to", "-t", help="hugoblox or academicpages.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the files.")],
    form: FormOption = None,
    links: options.Links = "all",
    link_base: options.LinkBase = None,
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
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Write a file of its own for each work, with front matter.

    Example: pubs export papers.bib --to hugoblox -o content/publication

    Example: pubs export papers.bib --to academicpages -o _publications
    """
    from publist import pipeline
    from publist.files import write_changed
    from publist.setup import Look, make_options, make_plan
    from publist.write.theme_files import THEMES

    if to not in THEMES:
        message = f"There is no theme {to!r} here; known: {', '.join(THEMES)}."
        raise ProjectError(message, key="to", value=to)
    document = pipeline.gather(sources, setup_from(me, people, venues, meanings), form=form)
    works, joined = (
        pipeline.join(document, rulings=decisions, versions=versions)
        if link
        else (pipeline.works_of(document), ())
    )
    wanted = {"kinds": kinds, "years": years, "authors": authors, "selected": selected}
    look = Look(style=style, locale=locale, link_base=link_base)
    shown, problems = pipeline.listing(works, make_plan(wanted), look)
    files = THEMES[to](shown, make_options(links=links))
    written = write_changed(output, files)
    typer.echo(f"{output}: {len(files)} files, {written} written")
    finish((*document.problems, *joined, *problems), strict=strict, verbose=verbose)
