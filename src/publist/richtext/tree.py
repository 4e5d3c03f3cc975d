"""The nodes of rich text and the few things one does with a tree of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

__all__ = ["EMPTY", "Element", "Inline", "Link", "RichText", "Span", "Tag"]


class Tag(StrEnum):
    """What an :class:`Element` does to the text inside it."""

    EMPH = "emph"
    STRONG = "strong"
    UNDERLINE = "underline"
    NORMAL = "normal"
    """Upright and unbold again, inside emphasis or strong text."""
    SMALL_CAPS = "small-caps"
    SUP = "sup"
    SUB = "sub"
    CODE = "code"
    MATH = "math"
    """Its one child is TeX source, without the dollar signs."""
    QUOTE = "quote"
    """Quoted text without its quotation marks: the language decides them."""
    PROTECTED = "protected"
    """Text whose case no style may change: ``{DNA}`` in BibTeX."""
    BLOCK = "block"
    """A piece on a line of its own (CSL ``display="block"``)."""
    LEFT_MARGIN = "left-margin"
    RIGHT_INLINE = "right-inline"
    INDENT = "indent"
    LINK = "link"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Element:
    """Inline content with one meaning laid on it.

    Args:
        tag: The meaning.
        children: The content, in order; plain ``str`` is text.
    """

    tag: Tag
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link(Element):
    """Content that leads somewhere.

    Args:
        href: The target as it was found; the writers let only safe schemes through.
    """

    href: str = ""


@dataclass(frozen=True, slots=True)
class Span(Element):
    """Content that stands for something: a name, a mark, a badge, a title.

    Args:
        kind: What it stands for, e.g. ``name``, ``mark``, ``owner``, ``venue``.
        value: Which one, in terms of its kind; for a name made by the CSL engine
            ``(variable, index)``, e.g. ``("author", 2)``, counted from 0.
        label: How to read it aloud, where the text itself does not say it.
    """

    kind: str = ""
    value: Hashable = None
    label: str | None = None


Inline = str | Element


@dataclass(frozen=True, slots=True)
class RichText:
    """A sequence of inline nodes: a title, an author list, a formatted entry.

    Args:
        nodes: The content in order; plain ``str`` is text, never markup.

    >>> title = RichText.of("Deep ", Element(Tag.EMPH, ("very",)), " deep")
    >>> title.plain
    'Deep very deep'
    >>> bool(RichText.of(""))
    False
    """

    nodes: tuple[Inline, ...] = field(default=())

    @classmethod
    def of(cls, *nodes: Inline) -> RichText:
        """Make rich text of its nodes, neighbouring strings joined, empty ones dropped."""
        return cls(_joined(nodes))

    @property
    def plain(self) -> str:
        """The text alone; math as its TeX source, quotations in curly marks."""
        return "".join(_plain(self.nodes))

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def __add__(self, other: RichText) -> RichText:
        return RichText.of(*self.nodes, *other.nodes)

    def walk(self) -> Iterator[Inline]:
        """Every node of the tree, each before what it holds."""
        return _walk(self.nodes)

    def map(self, change: Callable[[Inline], Iterable[Inline]]) -> RichText:
        """A tree with every node, innermost first, replaced by what ``change`` gives for it."""
        return RichText.of(*_mapped(self.nodes, change))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """In a model: an instance as it is; a string as inline markup; written as markup."""
        from publist.richtext.markup import parse_markup, to_markup

        return core_schema.union_schema(
            [
                core_schema.is_instance_schema(cls),
                core_schema.no_info_after_validator_function(
                    parse_markup, core_schema.str_schema()
                ),
            ],
            serialization=core_schema.plain_serializer_function_ser_schema(to_markup),
        )


EMPTY = RichText()


def _joined(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    texts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            texts.append(node)
            continue
        if texts and (text := "".join(texts)):
            out.append(text)
        texts.clear()
        out.append(node)
    if text := "".join(texts):
        out.append(text)
    return tuple(out)


def _plain(nodes: tuple[Inline, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag is Tag.QUOTE:
            yield "“"
            yield from _plain(node.children)
            yield "”"
        else:
            yield from _plain(node.children)


def _walk(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
    for node in nodes:
        yield node
        if not isinstance(node, str):
            yield from _walk(node.children)


def _mapped(
    nodes: tuple[Inline, ...], change: Callable[[Inline], Iterable[Inline]]
) -> Iterator[Inline]:
    for node in nodes:
        if isinstance(node, str):
            yield from change(node)
        else:
            children = _joined(_mapped(node.children, change))
            yield from change(replace(node, children=children))
