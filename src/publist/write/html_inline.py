"""Rich text as inline HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from publist.richtext import Element, Inline, Link, RichText, Span, Tag
from publist.write.bidi import has_right_to_left, main_direction
from publist.write.settle import settle

__all__ = ["inline", "inline_for_documents", "mark"]

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
    chosen = _isolated if has_right_to_left(settled.plain) else _around
    return "".join(_written(settled.nodes, chosen))


def inline_for_documents(text: RichText, language: str = "en") -> str:
    """The same in the HTML that converters to office documents understand.

    Args:
        text: The text.
        language: BCP 47 code; decides the quotation marks.

    >>> inline_for_documents(RichText.of(Element(Tag.SMALL_CAPS, ("nasa",))))
    '<span style="font-variant: small-caps">nasa</span>'
    """
    return "".join(_written(settle(text, language).nodes, _for_documents))


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


def _for_documents(node: Element) -> tuple[str, str]:
    if isinstance(node, Link | Span):
        return _around(node)
    return _IN_DOCUMENTS.get(node.tag) or _around(node)


_IN_DOCUMENTS = {
    Tag.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Tag.BLOCK: ("<br>", ""),
    Tag.INDENT: ("<br>", ""),
    Tag.NORMAL: ("", ""),
}


def _isolated(node: Element) -> tuple[str, str]:
    """Among words of both directions names and titles keep their own (Unicode UAX #9, 2.4).

    A title begins in its own language; what a venue begins with may be the style's *in*.
    """
    before, after = _around(node)
    if isinstance(node, Span) and node.kind in ("name", "title"):
        return before.replace(">", ' dir="auto">'), after
    if isinstance(node, Span) and node.kind in ("container-title", "venue"):
        most = main_direction(RichText(node.children).plain)
        return before.replace(">", f' dir="{most}">'), after
    return before, after
