"""``pubs lab``: pages for a lab, its members and groups, and a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publist.cli import list_options as options
from publist.cli.app import app
from publist.cli.in_project import (
    ListAsked,
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
    PeopleFile,
    Strict,
    VenueFiles,
    Verbose,
)
from publist.cli.report import deliver_files, finish
from publist.errors import ProjectError

if TYPE_CHECKING:
    from publist.model import Person
    from publist.model.page import Page
    from publist.problems import Problem

__all__ = ["lab"]

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
    context: typer.Context,
    sources: SourcesOrProject = None,
    *,
    output: Folder,
    people: PeopleFile = None,
    to: To = "markdown",
    in_membership: InMembership = False,
    form: FormOption = None,
    links: options.Links = "all",
    link_base: options.LinkBase = None,
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
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Make pages for a lab: members, groups, all works, and a report with counts and charts.

    What options leave open is taken from pubs.yaml, if there is one here or above.

    Example: pubs lab papers.bib --people people.yaml -o site/lab

    Example: pubs lab papers.bib --people people.yaml -o site --to html --year 2024
    """
    parameters = locals()
    from publist.write.lab_pages import PAGES

    if to not in PAGES:
        message = f"There is no form of pages {to!r}; known: {', '.join(PAGES)}."
        raise ProjectError(message, key="to", value=to)
    settled = settle(
        sources,
        people=people,
        venues=venues,
        meanings=meanings,
        decisions=decisions,
        project=project,
        no_project=no_project,
        verbose=verbose,
    )
    if not settled.setup.people:
        message = "A lab has members: name a people.yaml with --people, or in pubs.yaml."
        raise ProjectError(message, key="people")
    asked = list_asked(context, parameters, settled)
    if "group-by" not in asked.options:
        asked = replace(asked, plan=replace(asked.plan, group_by=(group_by,)))
    wanted = in_membership or asked.plan.selection.in_membership
    pages, problems = _pages(asked, settled.setup.people, in_membership=wanted)
    files = {path: text for page in pages for path, text in PAGES[to](page, asked.beside).items()}
    deliver_files(files, output)
    finish((*asked.problems, *problems), strict=strict, verbose=verbose)


def _pages(
    asked: ListAsked, people: Sequence[Person], *, in_membership: bool
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    from publist.arrange import Selection, select
    from publist.lab.members import make_lab
    from publist.lab.site import lab_pages, list_maker

    # What is asked for is chosen once, for the lists and for the numbers.
    chosen = select(asked.works, asked.plan.selection, people)
    found = make_lab(chosen, people, in_membership=in_membership)
    # Each page shows its own people in bold.
    look = replace(asked.look, highlight="me")
    make = list_maker(replace(asked.plan, selection=Selection()), look)
    pages, problems = lab_pages(found, people, make)
    # Whether anybody has no works is not a question of the years that were asked for.
    return pages, (*make_lab(asked.works, people).problems, *problems)
