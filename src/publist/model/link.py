"""Links: where a work's material is to be had."""

from __future__ import annotations

from publist.model.base import Model

__all__ = ["RELATIONS", "Link"]

RELATIONS = (
    "paper",
    "pdf",
    "html",
    "arxiv",
    "code",
    "data",
    "model",
    "demo",
    "slides",
    "poster",
    "video",
    "project",
    "blog",
    "supplement",
    "bibtex",
    "other",
)
"""What a link can lead to; a list shows links in this order."""


class Link(Model):
    """A link with what it leads to.

    Args:
        relation: One of :data:`RELATIONS`.
        url: The target as found: absolute, or relative to the user's site.
        label: What to show instead of the relation's own word.
    """

    relation: str
    url: str
    label: str | None = None
