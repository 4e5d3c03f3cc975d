"""``pubs styles``: which citation styles there are, and what they look like."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from publist.cli.app import app

__all__ = ["styles"]

_SHOWN = 40


@app.command()
def styles(
    words: Annotated[
        list[str] | None, typer.Argument(help="Words of a style's name or title.")
    ] = None,
    *,
    show: Annotated[
        str | None, typer.Option("--show", metavar="STYLE", help="Show a sample in this style.")
    ] = None,
    locale: Annotated[
        str | None, typer.Option("--locale", "-l", help="Language of the sample, e.g. de-DE.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List all, not only the first.")] = False,
) -> None:
    """List or search the styles that can be asked for by name, or show one.

    Example: pubs styles chicago author

    Example: pubs styles --show homepage
    """
    if show is not None:
        sys.stdout.write(_sample(show, locale))
        return
    from publist.cite.styles import list_styles, search_styles

    found = search_styles(" ".join(words)) if words else list_styles()
    if not found:
        sys.stderr.write("No style has these words in its name or title.\n")
        raise typer.Exit(1)
    shown = found if every else found[:_SHOWN]
    width = max(len(style.name) for style in shown)
    for style in shown:
        sys.stdout.write(f"{style.name:{width}}  {style.title}\n")
    if len(shown) < len(found):
        sys.stderr.write(f"{len(found) - len(shown)} more; narrow down with words, or use --all\n")


def _sample(style: str, locale: str | None) -> str:
    """Three well-known publications in a style, as text."""
    from publist.cite import format_works, sample_works
    from publist.write.text import inline

    formatted = format_works(sample_works(), style=style, locale=locale)
    return "".join(f"{inline(entry.text)}\n" for entry in formatted.entries)
