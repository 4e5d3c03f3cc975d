"""``pubs format``: the main job, a publication list from publication data."""

from __future__ import annotations

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
    Output,
    PeopleFile,
    Strict,
    VenueFiles,
    Verbose,
)
from publist.cli.report import deliver, finish

__all__ = ["format_list"]


@app.command(name="format")
def format_list(
    context: typer.Context,
    sources: SourcesOrProject = None,
    *,
    to: options.To = "markdown",
    form: FormOption = None,
    output: Output = None,
    standalone: options.Standalone = False,
    links: options.Links = "all",
    title: options.Title = None,
    abstracts: options.Abstracts = None,
    bibtex: options.Bibtex = None,
    badges: options.Badges = False,
    thumbnails: options.Thumbnails = None,
    metadata: options.Metadata = None,
    legend: options.LegendOption = True,
    url: options.Url = None,
    style: options.StyleOption = "homepage",
    locale: options.LocaleOption = None,
    engine: options.EngineOption = "csl",
    marks: options.Marks = "symbols",
    max_authors: options.MaxAuthors = None,
    link_titles: options.LinkTitles = False,
    link_base: options.LinkBase = None,
    highlight: options.Highlight = "me",
    link_names: options.LinkNames = False,
    show_awards: options.AwardsShown = True,
    heading_level: options.HeadingLevel = 2,
    group_by: options.GroupBy = "",
    sort: options.SortOption = "-date",
    numbering: options.NumberOption = "none",
    limit: options.Limit = None,
    link: options.LinkRecords = True,
    versions: options.Versions = "one",
    decisions: DecisionsFile = None,
    kinds: options.KindOption = None,
    years: options.YearOption = None,
    authors: options.AuthorOption = None,
    groups: options.GroupOption = None,
    in_membership: options.InMembership = False,
    roles: options.RoleOption = None,
    venue: options.VenueOption = None,
    keywords: options.KeywordOption = None,
    awards: options.AwardOption = None,
    selected: options.SelectedOption = None,
    text: options.SearchOption = None,
    me: MeOption = None,
    people: PeopleFile = None,
    venues: VenueFiles = None,
    meanings: MarkMeanings = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Make a publication list.

    What options leave open is taken from pubs.yaml, if there is one here or above.

    Example: pubs format papers.bib

    Example: pubs format papers.bib --me "Ada Lovelace" --to html --group-by year -o list.html

    Example: pubs format papers.bib --style apa --year 2020- --kind journal --to latex
    """
    parameters = locals()
    from publist import pipeline

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
    deliver(pipeline.write_document(shown, to, asked.beside), output)
    finish((*asked.problems, *problems), strict=strict, verbose=verbose)
