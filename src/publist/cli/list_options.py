"""Options of ``pubs format``: which works, in what order, how they look."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = [
    "Abstracts",
    "AuthorOption",
    "AwardOption",
    "AwardsShown",
    "Badges",
    "Bibtex",
    "EngineOption",
    "GroupBy",
    "GroupOption",
    "HeadingLevel",
    "Highlight",
    "InMembership",
    "KeywordOption",
    "KindOption",
    "LegendOption",
    "Limit",
    "LinkBase",
    "LinkNames",
    "LinkRecords",
    "LinkTitles",
    "Links",
    "LocaleOption",
    "Marks",
    "MaxAuthors",
    "Metadata",
    "NumberOption",
    "RoleOption",
    "SearchOption",
    "SelectedOption",
    "SortOption",
    "Standalone",
    "StyleOption",
    "Thumbnails",
    "Title",
    "To",
    "Url",
    "VenueOption",
    "Versions",
    "YearOption",
]

_BESIDE = "Beside the references"
_WHICH = "Which works"
_SHAPE = "Order and headings"
_LOOK = "Looks"

To = Annotated[
    str,
    typer.Option(
        "--to",
        "-t",
        help="markdown, html, latex, text, json, csv, docx, site, atom, news …",
    ),
]
Standalone = Annotated[
    bool, typer.Option("--standalone", help="A whole document instead of a part of one.")
]

Links = Annotated[
    str,
    typer.Option(
        "--links",
        help="Links to show: all, none, or some of paper, pdf, code, data, slides … between "
        "commas.",
        rich_help_panel=_BESIDE,
    ),
]
Abstracts = Annotated[
    bool | None,
    typer.Option(
        "--abstracts/--no-abstracts",
        help="Abstracts to unfold (HTML); in whole pages unless unwanted.",
        rich_help_panel=_BESIDE,
        show_default=False,
    ),
]
Bibtex = Annotated[
    bool | None,
    typer.Option(
        "--bibtex/--no-bibtex",
        help="BibTeX to unfold and copy (HTML); in whole pages unless unwanted.",
        rich_help_panel=_BESIDE,
        show_default=False,
    ),
]
Title = Annotated[
    str | None,
    typer.Option("--title", help="Title of a whole document.", rich_help_panel=_BESIDE),
]
Thumbnails = Annotated[
    str | None,
    typer.Option(
        "--thumbnails",
        help="Show the works' pictures, which lie in this folder as seen from the page, or "
        "none (HTML); in whole pages from the page's own folder.",
        rich_help_panel=_BESIDE,
    ),
]
Metadata = Annotated[
    str | None,
    typer.Option(
        "--metadata",
        help="For machines (HTML): jsonld, coins, highwire, several between commas, or none; "
        "in whole pages jsonld.",
        rich_help_panel=_BESIDE,
    ),
]
Badges = Annotated[
    bool,
    typer.Option("--badges", help="A badge with the venue (HTML).", rich_help_panel=_BESIDE),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url", help="Where the output will be found on the web (atom).", rich_help_panel=_BESIDE
    ),
]
LegendOption = Annotated[
    bool,
    typer.Option("--legend/--no-legend", help="Explain the marks.", rich_help_panel=_BESIDE),
]

StyleOption = Annotated[
    str,
    typer.Option("--style", "-s", help="A style's name or a .csl file.", rich_help_panel=_LOOK),
]
LocaleOption = Annotated[
    str | None,
    typer.Option("--locale", "-l", help="Language, e.g. de-DE.", rich_help_panel=_LOOK),
]
EngineOption = Annotated[
    str, typer.Option("--engine", help="csl or citeproc-py.", rich_help_panel=_LOOK)
]
Marks = Annotated[
    str,
    typer.Option(
        "--marks",
        help="Symbols for roles: symbols, emoji, classic, ascii or letters, with changes "
        "if wanted: 'symbols,equal=#'.",
        rich_help_panel=_LOOK,
    ),
]
MaxAuthors = Annotated[
    int | None,
    typer.Option("--max-authors", min=1, help="Names shown at most.", rich_help_panel=_LOOK),
]
LinkBase = Annotated[
    str | None,
    typer.Option(
        "--link-base",
        help="Where relative links start, e.g. /assets/pdf/.",
        rich_help_panel=_BESIDE,
    ),
]
LinkTitles = Annotated[
    bool, typer.Option("--link-titles", help="Titles lead to the works.", rich_help_panel=_LOOK)
]
Highlight = Annotated[
    str,
    typer.Option(
        "--highlight",
        help="Whose names are in bold: me, authors (asked for by id), or members (of the "
        "groups asked for, if any).",
        rich_help_panel=_LOOK,
    ),
]
LinkNames = Annotated[
    bool,
    typer.Option("--link-names", help="Names lead to people's pages.", rich_help_panel=_LOOK),
]
AwardsShown = Annotated[
    bool, typer.Option("--awards/--no-awards", help="Show awards.", rich_help_panel=_LOOK)
]
HeadingLevel = Annotated[
    int,
    typer.Option(
        "--heading-level", min=1, max=6, help="Of the first headings.", rich_help_panel=_LOOK
    ),
]

GroupBy = Annotated[
    str,
    typer.Option(
        "--group-by",
        "-g",
        help="year, decade, kind, venue, keyword, preprints, selected or role; several "
        "between commas.",
        rich_help_panel=_SHAPE,
    ),
]
SortOption = Annotated[
    str,
    typer.Option(
        "--sort",
        help="date, year, venue, title, author, type, selected, source or key; - in front for "
        "descending; several between commas.",
        rich_help_panel=_SHAPE,
    ),
]
NumberOption = Annotated[
    str,
    typer.Option(
        "--number",
        help="none, up, reversed, up-in-groups, reversed-in-groups, up-by-kind (J1, J2, C1) or "
        "reversed-by-kind.",
        rich_help_panel=_SHAPE,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=0, help="The first so many.", rich_help_panel=_SHAPE),
]

LinkRecords = Annotated[
    bool,
    typer.Option(
        "--link/--no-link",
        help="Show entries of one work as one: the same identifier, or all but certain.",
        rich_help_panel=_WHICH,
    ),
]
Versions = Annotated[
    str,
    typer.Option(
        "--versions",
        help="one: preprint, conference and journal version of a work are one entry; all: "
        "an entry each.",
        rich_help_panel=_WHICH,
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        help="conference, journal, preprint …; '!preprint' is all but preprints.",
        rich_help_panel=_WHICH,
    ),
]
YearOption = Annotated[
    list[str] | None,
    typer.Option("--year", "-y", help="2024, 2020-2024, 2022-.", rich_help_panel=_WHICH),
]
AuthorOption = Annotated[
    list[str] | None,
    typer.Option("--author", "-a", help="A name, a person's id, or me.", rich_help_panel=_WHICH),
]
GroupOption = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        help="Works of members of this group of people.yaml; any: of every member.",
        rich_help_panel=_WHICH,
    ),
]
InMembership = Annotated[
    bool,
    typer.Option(
        "--in-membership",
        help="Only works that came out while an author was a member (member in people.yaml).",
        rich_help_panel=_WHICH,
    ),
]
RoleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--role",
        help="first, last, equal, corresponding, lead … of the author asked for, or of the owner.",
        rich_help_panel=_WHICH,
    ),
]
VenueOption = Annotated[
    list[str] | None,
    typer.Option("--venue", help="Short name, or words of the name.", rich_help_panel=_WHICH),
]
KeywordOption = Annotated[
    list[str] | None, typer.Option("--keyword", help="A keyword.", rich_help_panel=_WHICH)
]
AwardOption = Annotated[
    list[str] | None,
    typer.Option("--award", help="any, oral, best paper …", rich_help_panel=_WHICH),
]
SelectedOption = Annotated[
    bool | None,
    typer.Option("--selected/--not-selected", help="Selected works.", rich_help_panel=_WHICH),
]
SearchOption = Annotated[
    str | None, typer.Option("--search", help="Words that all occur.", rich_help_panel=_WHICH)
]
