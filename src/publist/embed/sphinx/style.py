"""The style sheet of lists on Sphinx's pages."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from publist.resources import data_folder

__all__ = ["add_style"]

_NAME = "publist.css"


def add_style(app: Sphinx) -> None:
    """Put the style sheet beside the pages, unless ``publist_css`` is off."""
    if app.builder.format != "html" or not app.config.publist_css:
        return
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    css = (data_folder() / _NAME).read_text("utf-8")
    (folder / _NAME).write_text(css, encoding="utf-8")
    app.add_css_file(_NAME)
