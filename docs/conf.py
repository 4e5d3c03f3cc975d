"""Sphinx's settings for the documentation: the pages of this folder, and the docstrings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

project = "publist"
project_copyright = "the authors of publist"
html_title = "publist"
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "publist.embed.sphinx",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_copy_source = False
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
# Blocks in the docs name the file that they are (```yaml pubs.yaml), and some show output.
suppress_warnings = ["misc.highlighting_failure"]


def leads_out(_app: Sphinx, _env: Any, node: Any, _contnode: Any) -> Any:
    """Links to files of the repository, which have no page here, lead to their names."""
    from docutils import nodes

    target = str(node.get("reftarget", ""))
    if not target.startswith("../") and not target.endswith((".py", ".json", ".sty")):
        return None
    return nodes.literal("", node.astext())


def setup(app: Sphinx) -> None:
    """Register what the settings need."""
    app.connect("missing-reference", leads_out)
