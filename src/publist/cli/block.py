"""``pubs block``: one list for a page, from the options that stand in it; for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publist.cli.app import app
from publist.cli.options import Output, Strict, Verbose
from publist.cli.report import deliver, finish
from publist.errors import ProjectError

__all__ = ["block"]


@app.command()
def block(
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="[OPTION=VALUE]...", help="Options of a list, as in pubs.yaml."),
    ] = None,
    *,
    to: Annotated[str, typer.Option("--to", "-t", help="html, markdown, site, json …")] = "html",
    folder: Annotated[
        Path, typer.Option("--folder", help="Where paths among the options start.")
    ] = Path(),
    project: Annotated[
        Path | None,
        typer.Option("--project", help="The project file; pubs.yaml here or above by default."),
    ] = None,
    output: Output = None,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Make one list for a page, with the options that blocks in pages have.

    For filters and scripts of site builders; an option never is a flag or a command.

    Example: pubs block sources=papers.bib style=apa years=2020- --to html

    Example: pubs block list=selected --to site -o _data/selected.json
    """
    from publist.embed.block import make_block

    made = make_block(_options(given or ()), folder=folder, to=to, project=project)
    deliver(made.text, output)
    finish(made.problems, strict=strict, verbose=verbose)


def _options(given: list[str] | tuple[str, ...]) -> dict[str, object]:
    options: dict[str, object] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not name.strip() or not sign:
            message = f"Options are written NAME=VALUE, not {text!r}."
            raise ProjectError(message, key="block", value=text)
        options[name.strip()] = value
    return options
