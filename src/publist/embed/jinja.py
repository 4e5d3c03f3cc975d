"""Lists in Jinja2 templates, for any site that a Python program builds.

In a template::

    {{ publications("papers.bib", group_by="year") }}
    {{ "papers.bib" | publications(style="apa") }}
    {% for work in works("papers.bib", me="Ann Li") %} … {% endfor %}
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

from publist.embed.block import Block, make_block
from publist.embed.telling import tell

__all__ = ["PublicationsExtension", "install"]


class PublicationsExtension(Extension):
    """Adds the function and filter ``publications`` and the function ``works``.

    Paths start at the folder that ``environment.publist_folder`` names, the current one by
    default; ``environment.publist_project`` may name the project file.

    >>> environment = Environment(extensions=[PublicationsExtension], autoescape=True)
    >>> environment.publist_folder = "examples/homepage"
    >>> page = environment.from_string('{{ publications("publications.bib", limit=1) }}')
    >>> page.render()[:23]
    '<div class="publist-lis'
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.extend(publist_folder=Path(), publist_project=None)
        install(environment)


def install(environment: Environment) -> None:
    """Add the functions and the filter to an environment.

    Args:
        environment: The environment; see :class:`PublicationsExtension` for its settings.
    """

    def publications(*sources: str, **options: Any) -> Markup:
        """The list as HTML. A source that cannot be read stops the template."""
        return Markup(_made(environment, sources, options, "html").text)  # noqa: S704  # ours

    def works(*sources: str, **options: Any) -> Any:
        """The works as the stable JSON form has them, for a template's own layout."""
        return json.loads(_made(environment, sources, options, "json").text)

    def filtered(sources: str | Sequence[str], **options: Any) -> Markup:
        return publications(*([sources] if isinstance(sources, str) else sources), **options)

    environment.globals["publications"] = publications
    environment.globals["works"] = works
    environment.filters["publications"] = filtered


def _made(
    environment: Environment, sources: Sequence[str], options: Mapping[str, Any], to: str
) -> Block:
    folder = Path(getattr(environment, "publist_folder", None) or ".")
    project = getattr(environment, "publist_project", None)
    wanted = {**options, **({"sources": list(sources)} if sources else {})}
    made = make_block(wanted, folder=folder, to=to, project=Path(project) if project else None)
    tell(made.problems)
    return made
