"""``pubs init``: a first project file, from a look around."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publist.cli.app import app
from publist.errors import OutputError, ProjectError

if TYPE_CHECKING:
    from publist.project.survey import Survey

__all__ = ["init"]

_FILE = "pubs.yaml"


@app.command()
def init(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files with publications; found by default.")
    ] = None,
    *,
    me: Annotated[
        str | None, typer.Option("--me", help="The owner's name; found by default.")
    ] = None,
    style: Annotated[str | None, typer.Option("--style", "-s", help="The lists' style.")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing; take what was found.")
    ] = False,
) -> None:
    """Write a pubs.yaml for this folder, from a look around.

    Finds publications, the site builder and the owner, asks whether that is right, and never
    overwrites anything.

    Example: pubs init

    Example: pubs init papers.bib --me "Ada Lovelace" --yes
    """
    from publist.project.starter import plan_start, project_text
    from publist.project.survey import survey

    _expect_none_yet()
    folder = Path()
    found = survey(folder)
    asks = not yes and sys.stdin.isatty()
    named = list(sources or found.sources)
    if asks and not sources:
        named = _asked("Files with publications", ", ".join(named)).split(",")
        named = [name.strip() for name in named if name.strip()]
    if not named:
        message = "No publications were found here; name the file: pubs init papers.bib."
        raise ProjectError(message, key="sources")
    owners = _owners(named, me, found, asks=asks)
    if asks and style is None:
        style = _asked("Style", "homepage")
    start = plan_start(folder, found, named, owners, style or "homepage")
    _write(Path(_FILE), project_text(start))
    if start.new_page is not None:
        Path(start.page).parent.mkdir(parents=True, exist_ok=True)
        _write(Path(start.page), start.new_page)
    if found.builder is not None:
        sys.stdout.write(f"A site of {found.builder.name}; the list goes into {start.page}.\n")
    sys.stdout.write("Now: pubs build\n")


def _expect_none_yet() -> None:
    from publist.project import find_project

    for name in (_FILE, "pubs.yml"):
        if Path(name).exists():
            raise OutputError("It is there already; nothing was written.", file=name)
    found = find_project()
    if found is not None and found.parent == Path().absolute():
        raise OutputError("It has a [tool.publist] already.", file=found.name)


def _owners(sources: list[str], me: str | None, found: Survey, *, asks: bool) -> tuple[str, ...]:
    """The owner: as said, else as found or answered; several where nobody stands out."""
    from publist.pipeline import gather
    from publist.project.owner import git_name, guess_owner
    from publist.setup import make_setup

    # Sources that cannot be read are an error here already.
    document = gather(sources, make_setup(people=found.people))
    if me is not None:
        return (me,)
    guess = guess_owner(document.records, git_name(Path()))
    if asks:
        perhaps = f" ({' or '.join(guess.names)})" if len(guess.names) > 1 else ""
        said = _asked(f"Your name in the lists{perhaps}", guess.name or "")
        return (said,) if said else ()
    if guess.name is not None:
        sys.stdout.write(f"The owner is taken to be {guess.name}: {guess.reason}.\n")
    elif guess.names:
        sys.stdout.write(
            f"Whose list is it, of {' or '.join(guess.names)}? Say it in {_FILE} (me).\n"
        )
    return guess.names


def _asked(question: str, default: str) -> str:
    return str(typer.prompt(question, default=default)).strip()


def _write(path: Path, text: str) -> None:
    """Write a file that is not there yet, whatever happens meanwhile."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"It cannot be written: {error.strerror}.", file=str(path)) from error
    sys.stdout.write(f"{path}: written\n")
