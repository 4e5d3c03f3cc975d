"""Takes pieces out of rich text by their place in its plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from publist.richtext import Element, Inline, RichText, Tag

__all__ = ["cut"]


def cut(text: RichText, spans: Iterable[tuple[int, int]]) -> RichText:
    """Rich text without some pieces of its plain text; emptied elements go as well.

    Args:
        text: The rich text.
        spans: Where the pieces begin and end in ``text.plain``; they do not overlap.

    Returns:
        The rest, tidied at its ends; the text unchanged where a piece cannot be taken out
        without touching anything else (as in the middle of a formula).

    >>> cut(RichText.of("On Mice (oral)"), [(7, 14)]).plain
    'On Mice'
    """
    plain = text.plain
    gone = bytearray(len(plain))
    for start, end in spans:
        gone[start:end] = b"\1" * (end - start)
    nodes, size = _kept(text.nodes, gone, 0)
    wanted = "".join(char for char, out in zip(plain, gone, strict=True) if not out)
    rest = RichText.of(*nodes)
    if size != len(plain) or rest.plain != wanted:
        return text
    return _tidied(rest)


def _kept(nodes: Iterable[Inline], gone: bytearray, at: int) -> tuple[list[Inline], int]:
    kept: list[Inline] = []
    for node in nodes:
        if isinstance(node, str):
            kept.append(
                "".join(
                    char
                    for char, out in zip(node, gone[at : at + len(node)], strict=False)
                    if not out
                )
            )
            at += len(node)
            continue
        quoted = node.tag is Tag.QUOTE
        children, at = _kept(node.children, gone, at + quoted)
        at += quoted
        if any(children):
            kept.append(replace(node, children=RichText.of(*children).nodes))
    return kept, at


_SPACES = re.compile(r"\s{2,}")


def _tidied(text: RichText) -> RichText:
    """Without blanks and separators that the cutting left over."""
    nodes = list(text.nodes)
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip(" ,;:|–-.")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ,;:|–-(")
    single = [node if isinstance(node, Element) else _SPACES.sub(" ", node) for node in nodes]
    return RichText.of(*single)
