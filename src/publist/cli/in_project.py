"""What commands take from the project file where their own options leave it open."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publist.cli.options import pairs_of

if TYPE_CHECKING:
    from publist.model import Document, Work
    from publist.problems import Problem
    from publist.project import Project
    from publist.setup import Look, Plan, Setup
    from publist.write.options import Options

__all__ = [
    "Given",
    "ListAsked",
    "NoProject",
    "ProjectFile",
    "SourcesOrProject",
    "list_asked",
    "settle",
    "works_asked",
]

_PANEL = "Project"
SourcesOrProject = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files or quoted globs; - is standard input. By default those of pubs.yaml.",
        show_default=False,
    ),
]
ProjectFile = Annotated[
    Path | None,
    typer.Option(
        "--project",
        help="Project file for what options leave open: sources, people, me, venues, marks, "
        "list defaults, checks that are off. By default pubs.yaml here or above.",
        rich_help_panel=_PANEL,
    ),
]
NoProject = Annotated[
    bool, typer.Option("--no-project", help="Use no project file.", rich_help_panel=_PANEL)
]


@dataclass(frozen=True, slots=True)
class Given:
    """What a command goes by: its options, and for what they leave open the project file.

    Args:
        sources: Files and patterns, as seen from the current folder.
        setup: How they are understood.
        decisions: The file of decisions that is to be there; None to look for the usual one.
        decisions_file: The file that new decisions go to.
        project: The project file's content, where there is one.
    """

    sources: tuple[str, ...]
    setup: Setup
    decisions: Path | None
    decisions_file: Path
    project: Project | None = None


def settle(
    sources: Sequence[str] | None,
    *,
    me: str | None = None,
    people: Path | None = None,
    venues: Sequence[Path] | None = None,
    meanings: Sequence[str] | None = None,
    decisions: Path | None = None,
    project: Path | None = None,
    no_project: bool = False,
    verbose: bool = False,
) -> Given:
    """Put a command's options and the project file together; options win.

    Args:
        sources: The sources that were named.
        me: The owner.
        people: The file of people.
        venues: Files with venues.
        meanings: What marks mean, as typed.
        decisions: The file of decisions.
        project: The project file that was named.
        no_project: Whether none is to be used.
        verbose: Whether to tell what was taken from it.

    Raises:
        ProjectError: A file or a meaning makes no sense.
    """
    from publist.pipeline import DECISIONS_FILE
    from publist.setup import make_setup

    found = None if no_project else _project(project)
    mine = pairs_of(meanings)
    if found is None:
        setup = make_setup(people=people, me=me, venues=venues or (), meanings=mine)
        named = tuple(sources or ())
        return Given(named, setup, decisions, decisions or Path(DECISIONS_FILE))
    setup = make_setup(
        people=people or _seen(found.people),
        me=me or found.me,
        venues=venues or [_here(file) for file in found.venues],
        meanings={**found.meanings, **mine},
    )
    usual = _here(found.folder / DECISIONS_FILE)
    decided = decisions or (_here(found.decisions) if found.decisions else None)
    if verbose:
        _tell(found, sources)
    return Given(
        sources=tuple(sources or _sources(found)),
        setup=setup,
        decisions=decided or (usual if usual.exists() else None),
        decisions_file=decided or usual,
        project=found,
    )


def _project(named: Path | None) -> Project | None:
    # Most commands run without a project file; looking for one is quick, loading one is not.
    from publist.project.find import find_project

    file = named or find_project()
    if file is None:
        return None
    from publist.project import load_project

    return load_project(_here(file))


def _here(file: Path) -> Path:
    """A file as it is seen from the current folder, as messages show it."""
    return Path(os.path.relpath(file))


def _seen(people: Any) -> Any:
    return _here(people) if isinstance(people, Path) else people


def _sources(project: Project) -> list[str]:
    from publist.project.works import placed_source

    return [os.path.relpath(placed_source(project.folder, each)) for each in project.sources]


def _tell(project: Project, sources: Sequence[str] | None) -> None:
    taken = [
        word
        for word, is_there in (
            ("sources", project.sources and not sources),
            ("me", project.me),
            ("people", project.people),
            ("venues", project.venues),
            ("meanings", project.meanings),
            ("defaults", project.defaults),
            ("checks that are off", project.off),
        )
        if is_there
    ]
    said = f"; it has {', '.join(taken)}" if taken else ""
    sys.stderr.write(f"Project file: {_here(project.file)}{said}. Options win over it.\n")


def works_asked(
    given: Given, *, form: str | None, link: bool, versions: str = "one"
) -> tuple[Document, tuple[Work, ...], tuple[Problem, ...]]:
    """The works that a command goes by.

    Args:
        given: What :func:`settle` found.
        form: The sources' form by name; None to tell it from the files.
        link: Whether records of one work become one.
        versions: Whether its versions do, too: ``one`` or ``all``.

    Returns:
        What was read, its works, and what a person should know of both.

    Raises:
        SourceError: A source cannot be read at all.
        ProjectError: Decisions or the choice of versions make no sense.
    """
    from publist.pipeline import gather, join, works_of

    document = gather(given.sources, given.setup, form=form)
    if not link:
        return document, works_of(document), document.problems
    works, joined = join(document, rulings=given.decisions, versions=versions)
    return document, works, (*document.problems, *joined)


# Parameters of `pubs format` whose names are not those of the options of a list.
_NAMES = {"numbering": "number", "venue": "venues"}
_NOT_OF_LISTS = frozenset(("sources", "me", "venues"))


@dataclass(frozen=True, slots=True)
class ListAsked:
    """A list that a command is to make: of which works, and what it is to be.

    Args:
        works: All works of the sources; the plan chooses among them.
        plan: Which of them it shows, in what order.
        look: How they look.
        beside: What is written beside them.
        options: All options of the list by name, typed or of the project.
        problems: What a person should know of the sources.
    """

    works: tuple[Work, ...]
    plan: Plan
    look: Look
    beside: Options
    options: Mapping[str, Any]
    problems: tuple[Problem, ...]


def list_asked(context: typer.Context, parameters: Mapping[str, Any], given: Given) -> ListAsked:
    """The list that a command is to make: what was typed, over the project's defaults.

    Args:
        context: The command's, which knows what was typed.
        parameters: The command's parameters by name; ``form``, ``link`` and ``versions`` are
            among them.
        given: What :func:`settle` found.

    Raises:
        SourceError: A source cannot be read at all.
        ProjectError: An option or a decision makes no sense.
    """
    from publist.project.options import make_shape

    options = _options(context, parameters, given.project)
    plan, look, beside = make_shape(options, given.project.folder if given.project else Path())
    _, works, problems = works_asked(
        given,
        form=parameters["form"],
        link=options.get("link", parameters["link"]),
        versions=options.get("versions", parameters["versions"]),
    )
    plan = replace(plan, people=given.setup.people)
    return ListAsked(works, plan, look, beside, options, problems)


def _options(
    context: typer.Context, parameters: Mapping[str, Any], project: Project | None
) -> Mapping[str, Any]:
    from publist.project.options import OPTIONS, folded, read_options

    typed = {
        _NAMES.get(name, folded(name)): value
        for name, value in parameters.items()
        if _is_typed(context, name) and name not in _NOT_OF_LISTS
    }
    said = read_options({name: value for name, value in typed.items() if name in OPTIONS})
    style = str(said.get("style", ""))
    if style.endswith(".csl") and Path(style).exists():
        said["style"] = str(Path(style).absolute())
    return {**(project.defaults if project else {}), **said}


def _is_typed(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name not in ("DEFAULT", "DEFAULT_MAP")
