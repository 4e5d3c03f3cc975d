"""Lists in Sphinx documents, and so in Jupyter Books: a directive and a role.

In ``conf.py``::

    extensions = ["publist.embed.sphinx"]

In a page::

    .. publications:: papers.bib
       :group-by: year

    See :pub:`lovelace2022notes`.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from publist.embed.sphinx.directive import PublicationsDirective
from publist.embed.sphinx.references import (
    PublicationReference,
    PublicationRole,
    forget,
    merge,
    resolve,
)
from publist.embed.sphinx.style import add_style

__all__ = ["setup"]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what the extension adds, as Sphinx asks for it.

    ``publist_project`` names the project file; ``publist_css = False`` leaves the style sheet
    to the theme.
    """
    app.add_config_value("publist_project", None, "env", (str, type(None)))
    app.add_config_value("publist_css", True, "html", (bool,))  # noqa: FBT003  # a default
    app.add_node(PublicationReference)
    app.add_directive("publications", PublicationsDirective)
    app.add_role("pub", PublicationRole())
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("doctree-resolved", resolve)
    app.connect("builder-inited", add_style)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
