"""Lists in Markdown pages: an extension of Python-Markdown.

MkDocs, Zensical, Pelican and Nikola all build with Python-Markdown, so this one extension
serves them; it needs nothing else of theirs::

    ::: publications
    sources: papers.bib
    group-by: year
    :::
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from publist.embed.block import Block, make_block
from publist.embed.elements import element_of, with_own_ids
from publist.embed.fences import Fenced, blocks_in, options_in
from publist.embed.telling import counts_warnings, error_box, tell, tell_error
from publist.errors import PublistError

__all__ = ["PublicationsExtension", "makeExtension"]

# Before code fences (25) are taken for code, after blanks are put in order (30).
_BEFORE_FENCES = 27
# After the tree is made pretty (10), so that nothing is put into code; before the table of
# contents (5), so that headings are in it.
_BEFORE_CONTENTS = 7
_PLACE = "publist-block-{}-of-this-page"


class PublicationsExtension(Extension):
    r"""Puts lists in the place of blocks.

    Args:
        **options: ``project`` is the project file, ``folder`` the folder from which paths in
            blocks start (by default the project file's, or the current one), ``css`` whether a
            page with a list brings the style sheet (true), ``on_error`` what happens where a
            list cannot be made: ``warn`` puts a box into the page, ``raise`` stops, ``auto``
            warns in builders whose strict modes count warnings. Every other option is one of a
            list, for all blocks.

    >>> from markdown import Markdown
    >>> page = "::: publications\nsources: publications.bib\nlimit: 1\n:::"
    >>> extension = PublicationsExtension(folder="examples/homepage", css=False, link=False)
    >>> Markdown(extensions=[extension]).convert(page)[:43]
    '<div class="publist-list" lang="en-US">\n<ul'
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "project": ["", "The project file, pubs.yaml"],
            "folder": ["", "The folder from which paths in blocks start"],
            "css": [True, "Whether a page with a list brings the style sheet"],
            "on_error": ["auto", "warn, raise or auto"],
            "defaults": [{}, "Options of every block"],
        }
        own = {name: options.pop(name) for name in list(options) if name in self.config}
        super().__init__(**own)
        self.defaults: Mapping[str, object] = {**self.getConfig("defaults"), **options}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Register what reads blocks and what puts lists in their places."""
        pages = _Pages(self)
        md.preprocessors.register(_Finder(md, pages), "publist-blocks", _BEFORE_FENCES)
        md.treeprocessors.register(_Placer(md, pages), "publist-lists", _BEFORE_CONTENTS)
        md.registerExtension(self)
        self._pages = pages

    def reset(self) -> None:
        """Forget the blocks of the page before."""
        self._pages.blocks.clear()

    def made(self, options: Mapping[str, object]) -> Block:
        """Make the list of a block.

        Raises:
            PublistError: It cannot be made.
        """
        project = os.fspath(self.getConfig("project") or "")
        folder = os.fspath(self.getConfig("folder") or "")
        file = Path(folder, project) if project else None
        start = Path(folder) if folder else (file.parent if file else Path())
        return make_block({**self.defaults, **options}, folder=start, to="html", project=file)


class _Pages:
    """The blocks of the page that is being read."""

    def __init__(self, extension: PublicationsExtension) -> None:
        self.extension = extension
        self.blocks: dict[str, Fenced] = {}

    def keep(self, block: Fenced) -> str:
        place = _PLACE.format(len(self.blocks) + 1)
        self.blocks[place] = block
        return place


class _Finder(Preprocessor):
    def __init__(self, md: Markdown, pages: _Pages) -> None:
        super().__init__(md)
        self._pages = pages

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        for each in blocks_in(lines):
            if isinstance(each, str):
                out.append(each)
            else:
                out += ["", each.indent + self._pages.keep(each), ""]
        return out


class _Placer(Treeprocessor):
    def __init__(self, md: Markdown, pages: _Pages) -> None:
        super().__init__(md)
        self._pages = pages

    def run(self, root: Element) -> None:
        if not self._pages.blocks:
            return
        styled = not self._pages.extension.getConfig("css")
        taken = {name for each in root.iter() if (name := each.get("id"))}
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                block = self._pages.blocks.get((child.text or "").strip())
                if block is None or len(child):
                    continue
                made = element_of(self._html(block, styled=styled))
                with_own_ids(made, taken)
                made.tail = child.tail
                parent[index] = made
                styled = True

    def _html(self, block: Fenced, *, styled: bool) -> str:
        extension = self._pages.extension
        try:
            made = extension.made(options_in(block))
            text = made.text
        except PublistError as error:
            if _raises(extension.getConfig("on_error")):
                raise
            tell_error(error)
            return error_box(error)
        tell(made.problems)
        return text if styled else _with_style(text)


def _raises(choice: str) -> bool:
    return choice == "raise" or (choice == "auto" and not counts_warnings())


def _with_style(html: str) -> str:
    from publist.resources import data_folder

    css = (data_folder() / "publist.css").read_text("utf-8")
    return f"<div><style>{css}</style>{html}</div>"


def makeExtension(**options: Any) -> PublicationsExtension:  # noqa: N802  # the library's name
    """The extension, as Python-Markdown asks for it."""
    return PublicationsExtension(**options)
