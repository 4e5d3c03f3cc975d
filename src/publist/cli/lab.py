"""``pubs lab``: pages for a lab, its members and groups, and a report."""

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
    Sources,
    Strict,
    VenueFiles,
    Verbose,
    setup_from,
)
from publist.cli.report import finish
from publist.errors import ProjectError

__all__ = ["lab"]

People = Annotated[
    Path, typer.Option("--people", help="people.yaml: the members, with all their names.")
]
Folder = Annotated[Path, typer.Option("--output", "-o", help="Folder for the pages.")]
To = Annotated[str, typer.Option("--to", "-t", help="markdown or html.")]
InMembership = Annotated[
    bool,
    typer.Option(
        "--in-membership",
        help="Only works that came out while their author was a member (member in people.yaml).",
    ),
]


@app.command()
def lab(
    sources: Sources,
    *,
    people: People,
    output: Folder,
    to: To = "markdown",
    in_membership: InMembership = False,
    form: FormOption = None,
    links: options.Links = "all",
    abstracts: options.Abstracts = False,
    bibtex: options.Bibtex = False,
    badges: options.Badges = False,
    style: options.StyleOption = "homepage",
    locale: options.LocaleOption = None,
    marks: options.Marks = "symbols",
    max_authors: options.MaxAuthors = None,
    link_titles: options.LinkTitles = False,
    link_names: options.LinkNames = False,
    group_by: options.GroupBy = "year",
    sort: options.SortOption = "-date",
    numbering: options.NumberOption = "none",
    link: options.LinkRecords = True,
    versions: options.Versions = "one",
    decisions: DecisionsFile = None,
    kinds: options.KindOption = None,
    years: options.YearOption = None,
    venues: VenueFiles = None,
    meanings: MarkMeanings = None,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Make pages for a lab: members, groups, all works, and a report with counts and charts.

    Example: pubs lab papers.bib --people people.yaml -o site/lab

    Example: pubs lab papers.bib --people people.yaml -o site --to html --year 2024
    """
    from publist import pipeline
    from publist.arrange import Selection, select
    from publist.files import write_changed
    from publist.lab.members import make_lab
    from publist.lab.site import lab_pages, list_maker
    from publist.setup import Look, make_options, make_plan
    from publist.write.lab_pages import PAGES

    if to not in PAGES:
        message = f"There is no form of pages {to!r}; known: {', '.join(PAGES)}."
        raise ProjectError(message, key="to", value=to)
    setup = setup_from(None, people, venues, meanings)
    document = pipeline.gather(sources, setup, form=form)
    works, joined = (
        pipeline.join(document, rulings=decisions, versions=versions)
        if link
        else (pipeline.works_of(document), ())
    )
    chosen = select(works, Selection(kinds=tuple(kinds or ()), years=tuple(years or ())))
    found = make_lab(chosen, setup.people, in_membership=in_membership)
    look = Look(
        style=style,
        locale=locale,
        marks=marks,
        max_authors=max_authors,
        link_titles=link_titles,
        link_names=link_names,
    )
    make = list_maker(make_plan({}, sort, group_by, numbering), look)
    pages, problems = lab_pages(found, setup.people, make)
    beside = make_options(links=links, abstracts=abstracts, bibtex=bibtex, badges=badges)
    files = {path: text for page in pages for path, text in PAGES[to](page, beside).items()}
    written = write_changed(output, files)
    typer.echo(f"{output}: {len(files)} files, {written} written")
    # Whether anybody has no works is not a question of the years that were asked for.
    lacking = make_lab(works, setup.people).problems
    finish((*document.problems, *joined, *lacking, *problems), strict=strict, verbose=verbose)
