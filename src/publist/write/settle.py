"""Settles rich text before any writer sees it: safe links, whole characters, quotation marks.

What comes in is untrusted. What goes out is the same tree in which no link can do harm or
stand inside another, no text holds control characters or line breaks, and quotations have
their marks, so that a writer is left with nothing but its own escaping.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from publist.richtext import Element, Inline, Link, RichText, Tag
from publist.words import primary_language
from publist.write.urls import safe_url

__all__ = ["printable", "settle", "without_controls"]

# Outer and inner marks; the languages' usual ones as CLDR has them (delimiters).
_QUOTES: dict[str, Sequence[str]] = {
    "en": "“”‘’",
    "cs": "„“‚‘",
    "da": "“”‘’",
    "de": "„“‚‘",
    "el": "«»“”",
    "es": "«»“”",
    "fi": "””’’",
    "fr": ("«\u202f", "\u202f»", "“", "”"),  # narrow no-break spaces inside
    "hu": "„”»«",
    "it": "«»“”",
    "ja": "「」『』",
    "no": "«»‘’",
    "pl": "„”«»",
    "pt": "“”‘’",
    "ru": "«»„“",
    "sv": "””’’",
    "uk": "«»„“",
}
_MAX_DEPTH = 100

# C0 and C1 controls, bidirectional overrides, byte order marks, interlinear annotation,
# noncharacters; tabs and line ends, U+2028 and U+2029 become blanks first.
_BLANKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x9f\u202d\u202e\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def printable(text: str) -> str:
    r"""A text on one line without characters that no document may hold.

    >>> printable("a\x00b \n c")
    'ab c'
    """
    if text.isprintable() and "  " not in text:
        return text
    return without_controls(_BLANKS.sub(" ", text))


def without_controls(text: str) -> str:
    r"""A text without characters that no document may hold, its blanks as they are.

    >>> without_controls("  a\x00b")
    '  ab'
    """
    return _LONE_SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))


def settle(text: RichText, language: str = "en") -> RichText:
    """Rich text that every writer can take as it is.

    Args:
        text: Any rich text, from whatever source.
        language: BCP 47 code; decides the quotation marks.

    >>> settle(RichText.of(Element(Tag.QUOTE, ("so",)), Link(Tag.LINK, ("x",), href="js:y"))).nodes
    ('“so”x',)
    """
    marks = _QUOTES.get(primary_language(language), _QUOTES["en"])
    return RichText.of(*_Settler(marks).nodes(text.nodes, 0))


class _Settler:
    """Walks the tree; knows whether it is inside a link and how deep in quotations."""

    def __init__(self, marks: Sequence[str]) -> None:
        self._marks = marks
        self._in_link = False
        self._quotes = 0

    def nodes(self, nodes: Iterable[Inline], depth: int) -> Iterator[Inline]:
        for node in nodes:
            if isinstance(node, str):
                yield printable(node)
            elif depth > _MAX_DEPTH:
                yield printable(RichText((node,)).plain)
            else:
                yield from self._element(node, depth + 1)

    def _element(self, node: Element, depth: int) -> Iterator[Inline]:
        if isinstance(node, Link):
            yield from self._link(node, depth)
        elif node.tag is Tag.QUOTE:
            yield from self._quoted(node, depth)
        elif node.tag in (Tag.PROTECTED, Tag.LEFT_MARGIN, Tag.RIGHT_INLINE):
            yield from self.nodes(node.children, depth)
        else:
            children = RichText.of(*self.nodes(node.children, depth)).nodes
            if children:
                yield replace(node, children=children)

    def _link(self, node: Link, depth: int) -> Iterator[Inline]:
        href = None if self._in_link else safe_url(node.href)
        if href is None:
            yield from self.nodes(node.children, depth)
            return
        self._in_link = True
        children = RichText.of(*self.nodes(node.children, depth)).nodes
        self._in_link = False
        if children:
            yield replace(node, children=children, href=href)

    def _quoted(self, node: Element, depth: int) -> Iterator[Inline]:
        at = self._quotes % 2 * 2
        before, after = self._marks[at], self._marks[at + 1]
        self._quotes += 1
        inside = tuple(self.nodes(node.children, depth))
        self._quotes -= 1
        yield from (before, *inside, after)
