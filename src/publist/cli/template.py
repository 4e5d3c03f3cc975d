"""``pubs template``: the small files that site builders need, to be put into a site."""

from __future__ import annotations

from typing import Annotated

import typer

from publist.cli.app import app
from publist.cli.options import Output
from publist.cli.report import deliver
from publist.errors import ProjectError
from publist.resources import data_folder

__all__ = ["TEMPLATES", "template"]

TEMPLATES = {
    "jekyll": ("templates/jekyll.html", "_includes/publications.html"),
    "hugo-partial": ("templates/hugo-partial.html", "layouts/partials/publications.html"),
    "hugo-shortcode": ("templates/hugo-shortcode.html", "layouts/shortcodes/publications.html"),
    "hugo-adapter": ("templates/hugo-adapter.gotmpl", "content/publications/_content.gotmpl"),
    "pandoc": ("templates/pandoc.lua", "publications.lua"),
    "javascript": ("templates/publications.mjs", "_data/publications.mjs"),
    "css": ("publist.css", "publist.css"),
    "project-schema": ("schema/project.schema.json", "pubs.schema.json"),
}
"""The files by name: where they come from, and where they usually go."""


@app.command()
def template(
    name: Annotated[
        str | None, typer.Argument(help="The file's name; without one, they are listed.")
    ] = None,
    *,
    output: Output = None,
) -> None:
    """Show a file that a site builder needs, or write it.

    Example: pubs template jekyll -o _includes/publications.html
    """
    if name is None:
        lines = (f"{each:15} {usual}\n" for each, (_, usual) in TEMPLATES.items())
        deliver("".join(lines), output)
        return
    if name not in TEMPLATES:
        message = f"There is no template {name!r}; known: {', '.join(TEMPLATES)}."
        raise ProjectError(message, key="template", value=name)
    if output is not None and str(output) != "-":
        output.parent.mkdir(parents=True, exist_ok=True)
    deliver(data_folder().joinpath(TEMPLATES[name][0]).read_text("utf-8"), output)
