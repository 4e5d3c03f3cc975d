"""What a written list shows besides the references themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from publist.model import RELATIONS, Work

__all__ = ["DEFAULT", "METADATA", "Facets", "Options"]

METADATA = ("jsonld", "coins", "highwire")
"""Forms of metadata for machines that a page can hold."""

Facets = Mapping[str, tuple[str, ...]]
"""What a work can be filtered by: values of ``year``, ``kind``, ``venue``, ``role``, ``award``."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a written list shows besides the references. Every writer takes what it can show.

    Args:
        links: The relations whose links are shown, one of ``RELATIONS`` each.
        abstracts: Whether abstracts are there to unfold (HTML).
        bibtex: Gives the BibTeX of a work to unfold (HTML), or None where there is none.
        badges: Whether badges with the venue's short name and year and with the awards stand
            before each entry (HTML); for styles that do not print them.
        legend: Whether the legend is printed.
        standalone: Whether a whole document is written, not a part of one (HTML, LaTeX).
        title: The title of a whole document; the language's word for publications by default.
        url: The address under which what is written will be found on the web (feeds).
        anchor_prefix: Put before every anchor, for pages that show several lists (HTML).
        thumbnails: The folder in which the pictures of works lie (``record.preview``), as seen
            from the page, ``""`` for the page's own; None for no pictures (HTML).
        metadata: Which of ``METADATA`` are written beside the list (HTML); ``highwire`` only
            on a whole page of a single work.
        facets: Gives what a work can be filtered by on a whole page (HTML), see
            :data:`Facets`; None for a page that can only be searched.
    """

    links: tuple[str, ...] = RELATIONS
    abstracts: bool = False
    bibtex: Callable[[Work], str | None] | None = None
    badges: bool = False
    legend: bool = True
    standalone: bool = False
    title: str | None = None
    url: str | None = None
    anchor_prefix: str = ""
    thumbnails: str | None = None
    metadata: tuple[str, ...] = ()
    facets: Callable[[Work], Facets] | None = None


DEFAULT = Options()
