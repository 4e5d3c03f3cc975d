"""Carries through an engine what an engine must not touch, or cannot carry.

A CSL engine understands little markup and changes what it prints: case, quotation marks,
doubled punctuation. Math, code and literal ``<`` are therefore handed to it as one
character each, of a plane that Unicode leaves to private use, and put back afterwards.
No such character of the user's survives: :meth:`Opaque.field` drops them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from publist.richtext import Inline, RichText, Tag

__all__ = ["FIRST", "LAST", "Opaque"]

FIRST, LAST = "\U00100000", "\U0010fffd"
"""The characters that stand for something: Unicode's Supplementary Private Use Area-B."""

_OURS = re.compile(f"[{FIRST}-{LAST}]")
# "<" where an engine would take it for a tag of its own, and everything that is no text.
_TAG = re.compile(r"<(?=/?(?:i|em|b|strong|sup|sub|sc|span)\b)")
_MARKUP = {
    Tag.EMPH: ("<i>", "</i>"),
    Tag.STRONG: ("<b>", "</b>"),
    Tag.SUP: ("<sup>", "</sup>"),
    Tag.SUB: ("<sub>", "</sub>"),
    Tag.SMALL_CAPS: ("<sc>", "</sc>"),
    Tag.PROTECTED: ('<span class="nocase">', "</span>"),
    Tag.QUOTE: ("“", "”"),
}


class Opaque:
    """The stand-ins of one item.

    >>> from publist.richtext import Element
    >>> opaque = Opaque()
    >>> field = opaque.field(RichText.of("On ", Element(Tag.MATH, ("x^2",))))
    >>> field == "On " + FIRST, opaque.restore(RichText.of(field)).nodes
    (True, ('On ', Element(tag=<Tag.MATH: 'math'>, children=('x^2',))))
    """

    def __init__(self) -> None:
        self._nodes: list[Inline] = []

    def stand_in(self, node: Inline) -> str:
        """A character that :meth:`restore` turns into the node."""
        if len(self._nodes) > ord(LAST) - ord(FIRST):
            return RichText.of(node).plain  # more than any entry has: give up on the node
        self._nodes.append(node)
        return chr(ord(FIRST) + len(self._nodes) - 1)

    def field(self, text: RichText) -> str:
        """Rich text as a field in CSL-JSON's markup."""
        return "".join(self._written(node) for node in text.nodes)

    def _written(self, node: Inline) -> str:
        if isinstance(node, str):
            return _TAG.sub(lambda _: self.stand_in("<"), drop_private(node))
        if node.tag not in _MARKUP:
            return self.stand_in(node)
        before, after = _MARKUP[node.tag]
        inside = "".join(self._written(child) for child in node.children)
        return f"{before}{inside}{after}"

    def restore(self, text: RichText) -> RichText:
        """The text with every stand-in replaced by what it stands for."""
        if not self._nodes:
            return text
        return RichText.of(*self._restored(text.nodes))

    def _restored(self, nodes: tuple[Inline, ...]) -> Iterator[Inline]:
        for node in nodes:
            if isinstance(node, str):
                yield from self._split(node)
            else:
                inside = RichText.of(*self._restored(node.children))
                yield replace(node, children=inside.nodes)

    def _split(self, text: str) -> Iterator[Inline]:
        at = 0
        for found in _OURS.finditer(text):
            yield text[at : found.start()]
            at = found.end()
            number = ord(found.group()) - ord(FIRST)
            if number < len(self._nodes):
                yield self._nodes[number]
        yield text[at:]


def drop_private(text: str) -> str:
    """The text without characters that would be taken for stand-ins."""
    return text if text.isascii() else _OURS.sub("", text)
