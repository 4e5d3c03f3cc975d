"""Formulas as text can show them, for pages that load nothing that would set them."""

from __future__ import annotations

from collections.abc import Iterator

from publist.latex.math import formula_text
from publist.richtext import Element, Inline, RichText, Tag

__all__ = ["readable"]


def readable(text: RichText) -> RichText:
    r"""A text whose formulas are plain text.

    >>> readable(RichText.of("In ", Element(Tag.MATH, (r"O(n^2)",)))).plain
    'In O(n²)'
    """
    return text.map(_change)


def _change(node: Inline) -> Iterator[Inline]:
    if isinstance(node, Element) and node.tag is Tag.MATH:
        yield formula_text(RichText(node.children).plain)
    else:
        yield node
