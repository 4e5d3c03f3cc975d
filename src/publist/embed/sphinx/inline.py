"""Rich text as docutils nodes, so that every builder of Sphinx can write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from publist.richtext import Inline, Link, RichText, Span, Tag
from publist.write.settle import settle
from publist.write.urls import safe_url

__all__ = ["inline_nodes"]

_NODES: dict[Tag, type[nodes.TextElement]] = {
    Tag.EMPH: nodes.emphasis,
    Tag.STRONG: nodes.strong,
    Tag.SUP: nodes.superscript,
    Tag.SUB: nodes.subscript,
    Tag.CODE: nodes.literal,
}
_CLASSES = {Tag.UNDERLINE: "underline", Tag.SMALL_CAPS: "publist-small-caps"}
_SPANS = {"name": "publist-author", "title": "publist-title", "container-title": "publist-venue",
          "award": "publist-award"}  # fmt: skip


def inline_nodes(text: RichText, language: str) -> list[nodes.Node]:
    """A text's nodes.

    Args:
        text: The text.
        language: BCP 47 code; decides the quotation marks.

    >>> from publist.richtext import Element
    >>> made = inline_nodes(RichText.of("of ", Element(Tag.EMPH, ("E. coli",))), "en")
    >>> [node.astext() for node in made], made[1].tagname
    (['of ', 'E. coli'], 'emphasis')
    """
    return list(_made(settle(text, language).nodes))


def _made(children: Iterable[Inline]) -> Iterator[nodes.Node]:
    for child in children:
        if isinstance(child, str):
            yield nodes.Text(child)
            continue
        inside = list(_made(child.children))
        if child.tag is Tag.MATH:
            source = "".join(node.astext() for node in inside)
            yield nodes.math(source, source)
        elif isinstance(child, Link):
            yield from _reference(child.href, inside)
        elif isinstance(child, Span):
            yield from _span(child, inside)
        elif child.tag in _NODES:
            yield _NODES[child.tag]("", "", *inside)
        elif child.tag in _CLASSES:
            yield nodes.inline("", "", *inside, classes=[_CLASSES[child.tag]])
        else:
            yield from inside


def _reference(href: str, inside: list[nodes.Node]) -> Iterator[nodes.Node]:
    address = safe_url(href)
    if address is None:
        yield from inside
    else:
        yield nodes.reference("", "", *inside, refuri=address, internal=False)


def _span(span: Span, inside: list[nodes.Node]) -> Iterator[nodes.Node]:
    if span.kind == "owner":
        yield nodes.strong("", "", *inside, classes=["publist-me"])
    elif span.kind == "mark":
        yield nodes.inline("", "", *inside, classes=["publist-mark"])
    elif span.kind in _SPANS:
        yield nodes.inline("", "", *inside, classes=[_SPANS[span.kind]])
    else:
        yield from inside
