"""``pubs format``: the main job, a publication list from publication data."""

from __future__ import annotations

from publist.cli import list_options as options
from publist.cli.app import app
from publist.cli.options import (
    DecisionsFile,
    FormOption,
    MarkMeanings,
    MeOption,
    Output,
    PeopleFile,
    Sources,
    Strict,
    VenueFiles,
    Verbose,
    setup_from,
)
from publist.cli.report import deliver, finish

__all__ = ["format_list"]


@app.command(name="format")
def format_list(
    sources: Sources,
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
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Make a publication list.

    Example: pubs format papers.bib

    Example: pubs format papers.bib --me "Ada Lovelace" --to html --group-by year -o list.html

    Example: pubs format papers.bib --style apa --year 2020- --kind journal --to latex
    """
    given = locals()
    from publist import pipeline, setup

    look = setup.Look(**{name: given[name] for name in _LOOKS})
    wanted = {field: given[name] for name, field in _WANTED.items()}
    plan = setup.make_plan(wanted, sort, group_by, numbering, limit)
    document = pipeline.gather(sources, setup_from(me, people, venues, meanings), form=form)
    works, joined = (
        pipeline.join(document, rulings=decisions, versions=versions)
        if link
        else (pipeline.works_of(document), ())
    )
    shown, problems = pipeline.listing(works, plan, look)
    beside = setup.make_options(
        links=links,
        abstracts=abstracts,
        bibtex=bibtex,
        badges=badges,
        legend=legend,
        standalone=standalone,
        title=title,
        thumbnails=thumbnails,
        metadata=metadata,
        url=url,
    )
    deliver(pipeline.write_document(shown, to, beside), output)
    finish((*document.problems, *joined, *problems), strict=strict, verbose=verbose)


_LOOKS = (
    "style",
    "locale",
    "engine",
    "marks",
    "max_authors",
    "link_titles",
    "link_names",
    "show_awards",
    "heading_level",
)
# Options by their parameter here, and the field of a selection that they fill.
_WANTED = {
    "kinds": "kinds",
    "years": "years",
    "authors": "authors",
    "roles": "roles",
    "venue": "venues",
    "keywords": "keywords",
    "awards": "awards",
    "selected": "selected",
    "text": "text",
}
