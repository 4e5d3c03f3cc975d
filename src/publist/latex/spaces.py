"""White space over a whole tree: none at its ends, never two blanks in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from publist.richtext import Element, Inline, RichText, Tag

__all__ = ["spaced"]

_BLANK = " \u00a0"


def spaced(nodes: Sequence[Inline]) -> RichText:
    """Take away blanks at both ends of a tree and behind others, over element borders.

    >>> spaced([" a ", Element(Tag.EMPH, (" b ",)), " "]).nodes
    ('a ', Element(tag=<Tag.EMPH: 'emph'>, children=('b',)))
    """
    once, _ = _forward(nodes, behind_blank=True)
    return RichText.of(*_trimmed(RichText.of(*once).nodes))


def _forward(nodes: Iterable[Inline], *, behind_blank: bool) -> tuple[list[Inline], bool]:
    kept: list[Inline] = []
    for node in nodes:
        if isinstance(node, str):
            text = node.lstrip(_BLANK) if behind_blank else node
            if text:
                kept.append(text)
                behind_blank = text[-1] in _BLANK
        elif node.tag in (Tag.MATH, Tag.CODE):
            kept.append(node)
            behind_blank = False
        else:
            children, behind_blank = _forward(node.children, behind_blank=behind_blank)
            if children:
                kept.append(replace(node, children=RichText.of(*children).nodes))
    return kept, behind_blank


def _trimmed(nodes: tuple[Inline, ...]) -> list[Inline]:
    kept = list(nodes)
    while kept:
        last = kept.pop()
        if isinstance(last, str):
            trimmed: Inline | None = last.rstrip(_BLANK) or None
        elif last.tag in (Tag.MATH, Tag.CODE):
            trimmed = last
        else:
            trimmed = _without_end(last)
        if trimmed is not None:
            return [*kept, trimmed]
    return kept


def _without_end(node: Element) -> Element | None:
    children = _trimmed(node.children)
    return replace(node, children=tuple(children)) if children else None
