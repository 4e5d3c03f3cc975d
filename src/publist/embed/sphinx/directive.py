"""The directive ``publications``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from publist.embed.block import Block, make_block
from publist.embed.sphinx.listing import listing_nodes
from publist.embed.sphinx.references import remember
from publist.errors import ProjectError, PublistError, SourceError, StyleError
from publist.problems import Problem, Severity
from publist.project.options import OPTIONS

__all__ = ["PublicationsDirective"]

_LOGGER = logging.getLogger(__name__)
_KINDS: tuple[tuple[type[PublistError], str], ...] = (
    (SourceError, "source"),
    (StyleError, "style"),
    (ProjectError, "project"),
)


class PublicationsDirective(SphinxDirective):
    """``.. publications:: papers.bib``: a list, its options as fields.

    Files are found from the folder of ``conf.py``; the page is built again when one of them
    changes. Trouble is a warning of the type ``publist``, with the problem's code as subtype,
    or ``source``, ``style``, ``project`` where no list could be made.
    """

    has_content = False
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = dict.fromkeys(
        (*OPTIONS, "list", "people", "decisions"), directives.unchanged
    )

    def run(self) -> list[nodes.Node]:
        """Make the list's nodes."""
        try:
            made = self._made()
            found = self._nodes(made)
        except PublistError as error:
            return [self._failed(error)]
        for file in made.files:
            # One that is not there would make the page look out of date for ever.
            if file.exists():
                self.env.note_dependency(str(file))
        self._tell(made.problems)
        return found

    def _made(self) -> Block:
        options: dict[str, Any] = dict(self.options)
        if self.arguments:
            options["sources"] = self.arguments[0].split()
        named = self.config.publist_project
        folder = Path(self.env.srcdir)
        project = folder / named if named else None
        return make_block(options, folder=folder, to="html", project=project)

    def _nodes(self, made: Block) -> list[nodes.Node]:
        sections = isinstance(self.state_machine.node, nodes.section | nodes.document)
        anchors: dict[str, str] = {}
        taken = set(self.state.document.ids)

        def anchor(wanted: str) -> str:
            # An id of docutils begins with a letter.
            named = wanted if wanted[:1].isalpha() else f"publications-{wanted}"
            name = free = nodes.make_id(named) or "publication"
            number = 2
            while free in taken:
                free, number = f"{name}-{number}", number + 1
            taken.add(free)
            anchors.setdefault(wanted, free)
            return free

        found = listing_nodes(made.listing, made.options, anchor, sections=sections)
        for node in (each for root in found for each in root.findall(nodes.Element)):
            self.state.document.ids.update(dict.fromkeys(node["ids"], node))
        remember(self.env, made.listing, anchors)
        return found

    def _failed(self, error: PublistError) -> nodes.Node:
        kind = next((name for known, name in _KINDS if isinstance(error, known)), "list")
        _LOGGER.warning(str(error), type="publist", subtype=kind, location=self.get_location())
        for file in self._files_of(error):
            self.env.note_dependency(file)
        return nodes.error("", nodes.paragraph("", str(error)))

    def _files_of(self, error: PublistError) -> Iterable[str]:
        """What has to change for the page to be built again."""
        if error.file and error.file != "-":
            yield str(Path(self.env.srcdir, error.file))

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if problem.severity is Severity.INFO:
                continue
            _LOGGER.warning(
                _without_place(problem),
                type="publist",
                subtype=problem.code,
                location=_place(problem) or self.get_location(),
            )


def _place(problem: Problem) -> str | None:
    # As a text: of a pair Sphinx would take the first for a page's name.
    line = f":{problem.line}" if problem.line else ""
    return f"{problem.file}{line}" if problem.file else None


def _without_place(problem: Problem) -> str:
    return f"{problem.key}: {problem.message}" if problem.key else problem.message
