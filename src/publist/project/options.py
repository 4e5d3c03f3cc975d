"""The options of a list: one table for the project file, for embeddings and for the schema.

The words are the same everywhere: in ``pubs.yaml``, in blocks in Markdown, in Sphinx directives
and in templates, where ``_`` may stand for ``-``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from publist.arrange import CRITERIA, SORT_KEYS, Numbering, Selection
from publist.errors import ProjectError
from publist.project.shapes import SHAPES, UnfitError
from publist.setup import Look, Plan, make_options, make_plan
from publist.write.options import Options

__all__ = ["OPTIONS", "Option", "check_option", "folded", "make_shape", "near", "read_options"]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a list.

    Args:
        name: As it is written.
        part: What it belongs to: ``select``, ``plan``, ``look``, ``beside`` (what is shown
            besides the references) or ``works`` (what is read).
        shape: What its value looks like, a name in :data:`publist.project.shapes.SHAPES`.
        about: What it means, for people and editors.
        known: The values that make sense, where they can be counted.
    """

    name: str
    part: str
    shape: str
    about: str
    known: tuple[str, ...] = ()


_BOLD = ("me", "authors", "members")
_TABLE = (
    Option("sources", "works", "texts", "Files or patterns, from this file's folder."),
    Option("me", "works", "text", "The owner: a name, a person's id, or an ORCID."),
    Option("versions", "works", "text", "One entry for all versions, or all.", ("one", "all")),
    Option("link", "works", "truth", "Whether entries of one work are shown as one."),
    Option("kinds", "select", "texts", "conference, journal, preprint …; !preprint: all but them."),
    Option("years", "select", "texts", "2024, 2020-2024, 2022-, -2019, forthcoming, undated."),
    Option("authors", "select", "texts", "Names, people's ids, or me; several with semicolons."),
    Option("groups", "select", "texts", "Groups of people.yaml; any: works of every member."),
    Option("in-membership", "select", "truth", "Only works that came out in a membership."),
    Option("roles", "select", "texts", "first, last, equal, corresponding, lead …"),
    Option("venues", "select", "texts", "Short names, or words of names."),
    Option("keywords", "select", "texts", "Keywords."),
    Option("awards", "select", "texts", "any, oral, best paper …"),
    Option("selected", "select", "truth", "Only selected works, or only the others."),
    Option("text", "select", "text", "Words that all occur."),
    Option("sort", "plan", "keys", "-date, title, venue …; - in front: descending."),
    Option("group-by", "plan", "keys", "Headings: year, kind, venue …, the outermost first."),
    Option("number", "plan", "text", "How entries are counted.", tuple(Numbering)),
    Option("limit", "plan", "count", "The first so many."),
    Option("style", "look", "text", "A style's name, or a .csl file."),
    Option("locale", "look", "text", "Language, e.g. de-DE."),
    Option("engine", "look", "text", "The CSL engine.", ("csl", "citeproc-py")),
    Option("marks", "look", "marks", "Symbols for roles: a scheme's name, or symbols by role."),
    Option("max-authors", "look", "some", "Names shown at most, the owner's among them."),
    Option("role-words", "look", "pairs", "What roles are called in the legend."),
    Option("highlight", "look", "text", "Names in bold: mine, those asked for, members.", _BOLD),
    Option("link-names", "look", "truth", "Names lead to people's pages."),
    Option("link-titles", "look", "truth", "Titles lead to the works."),
    Option("link-base", "look", "text", "Where relative links start, e.g. /assets/pdf/."),
    Option("show-awards", "look", "truth", "Awards in brackets."),
    Option("heading-level", "look", "level", "Of the outermost headings."),
    Option("links", "beside", "keys", "Links to show: all, none, or paper, pdf, code …"),
    Option("abstracts", "beside", "truth", "Abstracts to unfold (HTML)."),
    Option("bibtex", "beside", "truth", "BibTeX to unfold (HTML)."),
    Option("badges", "beside", "truth", "Badges with the venue (HTML)."),
    Option("legend", "beside", "truth", "Explain the marks."),
    Option("standalone", "beside", "truth", "A whole document."),
    Option("title", "beside", "text", "Title of a whole document."),
    Option("thumbnails", "beside", "text", "Folder of the works' pictures, from the page (HTML)."),
    Option("metadata", "beside", "keys", "jsonld, coins, highwire: for machines (HTML)."),
    Option("url", "beside", "text", "The address where the document will be found."),
)
OPTIONS: Mapping[str, Option] = {option.name: option for option in _TABLE}
"""The options of a list by name."""

# Words of the command line and of other tools, and the option that is meant.
_MEANT = {
    "search": "text",
    "filter": "select",
    "language": "locale",
    "lang": "locale",
    "csl": "style",
    "group": "group-by",
    "numbering": "number",
    "no-link": "link",
    "source": "sources",
    "bibliography": "sources",
    "owner": "me",
    "output": "file",
    "format": "to",
}


def folded(name: str) -> str:
    """An option's name in the spelling of the table.

    >>> folded("max_authors")
    'max-authors'
    """
    return name.strip().lower().replace("_", "-")


def near(name: str, known: Iterable[str]) -> str:
    """What a wrong name may have meant, as words to put behind a message; else what is known."""
    names = list(known)
    meant = _MEANT.get(folded(name))
    found = [meant] if meant in names else get_close_matches(folded(name), names, n=1)
    return f" Did you mean {found[0]!r}?" if found else f" Known: {', '.join(names)}."


def read_options(given: Mapping[str, object], *, also: Iterable[str] = ()) -> dict[str, object]:
    """Check options and bring their values into one form.

    Args:
        given: Values by name. A mapping under ``select`` holds options that select. What is
            None was not given.
        also: Names of further keys, which are left out.

    Returns:
        The options by their names in the table; what is under ``select`` stands beside the rest.

    Raises:
        ProjectError: An option does not exist, or its value makes no sense.

    >>> read_options({"select": {"years": 2024}, "max_authors": "5"})
    {'years': '2024', 'max-authors': 5}
    """
    found: dict[str, object] = {}
    passed_over = set(also)
    for typed, value in given.items():
        name = folded(str(typed))
        if value is None or name in passed_over:
            continue
        if name == "select":
            found |= _selected(value)
        else:
            found[name] = check_option(name, value, (*OPTIONS, "select", *passed_over))
    return found


def _selected(value: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        message = "Here a mapping is expected, e.g. {years: 2020-, kinds: journal}."
        raise ProjectError(message, key="select", value=str(value)[:60])
    known = [option.name for option in _TABLE if option.part == "select"]
    return {
        folded(str(name)): check_option(folded(str(name)), item, known)
        for name, item in value.items()
        if item is not None
    }


def check_option(name: str, value: object, known: Iterable[str] = OPTIONS) -> object:
    """The value of an option in its one form.

    Args:
        name: The option's name, as in the table.
        value: As somebody gave it.
        known: The names that can be given here.

    Raises:
        ProjectError: There is no such option, or it has no such value.
    """
    if name not in OPTIONS or name not in known:
        message = f"There is no option {name!r} here.{near(name, known)}"
        raise ProjectError(message, key=name, value=str(value)[:60])
    option = OPTIONS[name]
    try:
        read = SHAPES[option.shape].read(value)
    except UnfitError as error:
        said = f"{str(error)[0].upper()}{str(error)[1:]}"
        raise ProjectError(f"{said}: {option.about}", key=name, value=str(value)[:60]) from error
    if option.known and read not in option.known:
        message = f"There is no {name} {read!r}; known: {', '.join(option.known)}."
        raise ProjectError(message, key=name, value=str(read))
    if name in _CHECKS:
        _CHECKS[name](read)
    return read


def _expect_keys(name: str, known: Iterable[str], keys: Iterable[str]) -> None:
    for key in keys:
        if key.lstrip("+-") not in known:
            message = f"There is no {name} key {key!r}; known: {', '.join(known)}."
            raise ProjectError(message, key=name, value=key)


_CHECKS: Mapping[str, Callable[[Any], object]] = {
    "sort": partial(_expect_keys, "sort", SORT_KEYS),
    "group-by": partial(_expect_keys, "group-by", CRITERIA),
    "years": lambda years: Selection(years=years),
    "kinds": lambda kinds: Selection(kinds=kinds),
    "links": lambda links: make_options(links=",".join(links)),
    "metadata": lambda forms: make_options(metadata=",".join(forms), standalone=True),
}


def make_shape(options: Mapping[str, Any], folder: Path) -> tuple[Plan, Look, Options]:
    """What checked options say of a list: what it shows, how, and with what beside it.

    Args:
        options: What :func:`read_options` gave.
        folder: Where a ``.csl`` file that they name is looked for.

    Raises:
        ProjectError: They make no sense together.
    """
    parts: dict[str, dict[str, Any]] = {"select": {}, "plan": {}, "look": {}, "beside": {}}
    for name, value in options.items():
        part = OPTIONS[name].part
        if part in parts:
            parts[part][name.replace("-", "_")] = value
    plan, look, beside = parts["plan"], parts["look"], parts["beside"]
    style = look.get("style", "")
    if style.endswith(".csl"):
        # A file of the folder, wherever somebody stands; else a style's name with an extension.
        own = (folder / style).exists() or "/" in style
        look["style"] = folder / style if own else style.removesuffix(".csl")
    for name in ("links", "metadata"):
        if name in beside:
            beside[name] = ",".join(beside[name])
    return (
        make_plan(
            parts["select"],
            sort=",".join(plan.get("sort", ("-date",))),
            group_by=",".join(plan.get("group_by", ())),
            numbering=plan.get("number", "none"),
            limit=plan.get("limit"),
        ),
        Look(**look),
        make_options(**beside),
    )
