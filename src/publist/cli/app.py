"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(
    name="pubs",
    help="Keep one publication list and show it everywhere.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        from importlib.metadata import version

        typer.echo(f"publist {version('publist')}")
        raise typer.Exit


@app.callback()
def program(
    *,
    version: Annotated[  # its callback does the work
        bool,
        typer.Option(
            "--version", help="Show the version and stop.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Keep one publication list and show it everywhere."""
