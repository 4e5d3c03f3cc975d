"""Rich text as inline HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from publist.richtext import Element, Inline, Link, RichText, Span, Tag
from publist.write.bidi import has_right_to_left
from publist.write.settle import settle

__all__ = ["inline", "mark"]

_TAGS = {
    Tag.EMPH: ("<em>", "</em>"),
    Tag.STRONG: ("<strong>", "</strong>"),
    Tag.UNDERLINE: ("<u>", "</u>"),
    Tag.NORMAL: ('<span class="publist-upright">', "</span>"),
    Tag.SMALL_CAPS: ('<span class="publist-smallcaps">', "</span>"),
    Tag.SUP: ("<sup>", "</sup>"),
    Tag.SUB: ("<sub>", "</sub>"),
    Tag.CODE: ("<code>", "</code>"),
    Tag.MATH: ('<span class="math">\\(', "\\)</span>"),
    Tag.BLOCK: ('<span class="publist-block">', "</span>"),
    Tag.INDENT: ('<span class="publist-block publist-indent">', "</span>"),
}
_SPANS = {
    "owner": ('<strong class="publist-me">', "</strong>"),
    "name": ('<span class="publist-author">', "</span>"),
    "title": ('<span class="publist-title">', "</span>"),
    "container-title": ('<span class="publist-venue">', "</span>"),
    "venue": ('<span class="publist-venue">', "</span>"),
    "award": ('<span class="publist-award">', "</span>"),
}


def inline(text: RichText, language: str = "en") -> str:
    r"""Rich text as HTML that may stand wherever phrases may.

    Formulas stand between ``\(`` and ``\)`` in an element of class ``math``, where MathJax and
    KaTeX find them.

    Args:
        text: The text; nothing in it can become markup that it does not hold.
        language: BCP 47 code; decides the quotation marks.

    >>> inline(RichText.of("a < ", Element(Tag.STRONG, ("b",))))
    'a &lt; <strong>b</strong>'
    """
    settled = settle(text, language)
    around = _isolated if has_right_to_left(settled.plain) else _around
    return "".join(_written(settled.nodes, around))


def mark(symbol: str, meaning: str | None) -> str:
    """A mark behind a name, with its meaning to hover over and to be read aloud.

    The role ``img`` makes screen readers say the meaning in place of the symbol.
    """
    if not meaning:
        return f'<span class="publist-mark">{escape(symbol)}</span>'
    words = escape(meaning)
    return (
        f'<abbr class="publist-mark" title="{words}" role="img" aria-label="{words}">'
        f"{escape(symbol)}</abbr>"
    )


Around = Callable[[Element], tuple[str, str]]


def _written(nodes: Iterable[Inline], around: Around) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield escape(node, quote=False)
            continue
        if isinstance(node, Span) and node.kind == "mark":
            yield mark(RichText(node.children).plain, node.label)
            continue
        before, after = around(node)
        yield before
        yield from _written(node.children, around)
        yield after


def _around(node: Element) -> tuple[str, str]:
    if isinstance(node, Link):
        return f'<a href="{escape(node.href)}">', "</a>"
    if isinstance(node, Span):
        return _SPANS.get(node.kind, ("", ""))
    return _TAGS.get(node.tag, ("", ""))


def _isolated(node: Element) -> tuple[str, str]:
    """Among words of both directions names and titles keep their own (Unicode UAX #9, 2.4)."""
    before, after = _around(node)
    if isinstance(node, Span) and node.kind in _ISOLATED:
        return before.replace(">", ' dir="auto">'), after
    return before, after


_ISOLATED = frozenset(("name", "title", "container-title", "venue"))
