"""Reads the HTML of an engine that knows no tree, with ranges marked by private characters.

What has a beginning and an end (a name, a title, emphasis inside a field) goes into the
engine between two characters that mean nothing to it. In its output they say where the
text has ended up, and become elements of a tree together with the engine's own tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publist.cite.opaque import FIRST, LAST, Opaque, drop_private
from publist.richtext import Element, Inline, RichText, Tag

__all__ = ["Make", "Ranges"]

Make = Callable[[tuple[Inline, ...]], Inline]
"""Makes a node of what stands in a range."""

_TOKEN = re.compile(
    rf"<(?P<close>/?)(?P<tag>i|b|l|u|sup|sub|span)(?: style=\"[^\"<>]*\")?>"
    rf"|&(?P<entity>amp|lt|gt|quot|#x27);|(?P<private>[{FIRST}-{LAST}])"
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#x27": "'"}
_TAGS = {
    "i": Tag.EMPH,
    "b": Tag.STRONG,
    "l": Tag.NORMAL,
    "u": Tag.UNDERLINE,
    "sup": Tag.SUP,
    "sub": Tag.SUB,
    "span": Tag.SMALL_CAPS,
}
_READ_AS_TAG = re.compile("[<>&]")


@dataclass(frozen=True, slots=True)
class _Edge:
    """One end of a part of a range. A late one stands behind its first character."""

    range: int
    part: str
    opens: bool
    late: bool = False


@dataclass(slots=True)
class _Token:
    kind: str  # "text", "open" or "close"
    text: str = ""
    make: Make | None = None
    edge: _Edge | None = None
    partner: int = -1
    opening: _Token | None = None


class Ranges(Opaque):
    """The stand-ins and ranges of one item."""

    def __init__(self) -> None:
        super().__init__()
        self._makes: list[Make] = []
        self._edges: dict[str, _Edge] = {}

    def begin(self, make: Make) -> int:
        """A new range; its parts are marked with :meth:`marked`."""
        self._makes.append(make)
        return len(self._makes) - 1

    def marked(self, text: str, number: int, part: str = "") -> str:
        """A text with its two ends marked as a part of a range."""
        opens = self._mark(_Edge(number, part, opens=True))
        return opens + text + self._mark(_Edge(number, part, opens=False))

    def _mark(self, edge: _Edge) -> str:
        char = self.stand_in("")  # read as nothing, should the engine print it out of place
        self._edges[char] = edge
        return char

    def marked_inside(self, text: str, number: int) -> str:
        """The same with the first mark behind the first character.

        An engine that turns the first letter of a word into a capital finds the letter.
        """
        if not text[:1].isalnum():
            return self.marked(text, number)
        opens = self._mark(_Edge(number, "", opens=True, late=True))
        return text[0] + opens + text[1:] + self._mark(_Edge(number, "", opens=False))

    def field(self, text: RichText) -> str:
        """Rich text as a field that an engine without markup passes on."""
        return "".join(self._passed(node) for node in text.nodes).strip()

    def _passed(self, node: Inline) -> str:
        if isinstance(node, str):
            clean = drop_private(node)
            return _READ_AS_TAG.sub(lambda found: self.stand_in(found.group()), clean)
        if node.tag in (Tag.MATH, Tag.CODE, Tag.PROTECTED, Tag.LINK, Tag.SPAN):
            return self.stand_in(node)
        inside = "".join(self._passed(child) for child in node.children)
        tag = node.tag
        return self.marked_inside(inside, self.begin(lambda nodes: Element(tag, nodes)))

    def read(self, html: str) -> RichText:
        """What the engine printed, as a tree."""
        tokens = list(self._tokens(html))
        _pair_tags(tokens)
        return self.restore(_tree(_with_ranges(tokens, self._makes)))

    def _tokens(self, html: str) -> Iterator[_Token]:
        at = 0
        for found in _TOKEN.finditer(html):
            text, at = html[at : found.start()], found.end()
            edge = self._edges.get(found["private"] or "")
            if edge is not None and edge.late and text:
                yield _Token("text", text[:-1])
                yield _Token("edge", edge=edge)
                yield _Token("text", text[-1])
                continue
            yield _Token("text", text)
            if edge is not None:
                yield _Token("edge", edge=edge)
            elif found["tag"]:
                kind = "close" if found["close"] else "open"
                yield _Token(kind, found["tag"], make=_element(_TAGS[found["tag"]]))
            else:
                yield _Token("text", found["private"] or _ENTITIES[found["entity"]])
        yield _Token("text", html[at:])


def _element(tag: Tag) -> Make:
    return lambda nodes: Element(tag, nodes)


def _pair_tags(tokens: list[_Token]) -> None:
    """Tell every tag where its partner is; a tag without one has none."""
    stack: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind == "open":
            stack.append(at)
        elif token.kind == "close" and stack and tokens[stack[-1]].text == token.text:
            token.partner = stack.pop()
            token.opening = tokens[token.partner]
            token.opening.partner = at


def _with_ranges(tokens: list[_Token], makes: list[Make]) -> list[_Token]:
    """The tokens with the ranges as tags of their own."""
    opened: dict[int, list[_Token]] = {}
    closed: dict[int, list[_Token]] = {}
    for number, *edges in _occurrences(tokens):
        first, last = _widened(tokens, *edges)
        opening, closing = _Token("open", make=makes[number]), _Token("close")
        closing.opening = opening
        opened.setdefault(first, []).append(opening)
        closed.setdefault(last, []).insert(0, closing)
    out: list[_Token] = []
    for at, token in enumerate(tokens):
        out += opened.get(at, ())
        if token.kind != "edge":
            out.append(token)
        out += closed.get(at, ())
    return out


def _occurrences(tokens: list[_Token]) -> Iterator[tuple[int, int, int]]:
    """Each time that a range was printed: its number, its first and its last token.

    The parts of one name follow each other; when a part comes again, so does the name.
    """
    running: dict[int, tuple[set[str], int, int]] = {}
    latest = -1
    for at, token in enumerate(tokens):
        edge = token.edge
        if edge is None:
            continue
        parts, first, last = running.get(edge.range, (set(), at, at))
        if edge.opens:
            again = edge.part in parts or (edge.part and latest != edge.range)
            if again and edge.range in running:
                yield edge.range, first, last
                parts, first = set(), at
            running[edge.range] = ({*parts, edge.part}, first, at)
        elif edge.range in running:
            running[edge.range] = (parts, first, at)
        if edge.part:
            latest = edge.range
    for number, (_, first, last) in running.items():
        yield number, first, last


def _widened(tokens: list[_Token], first: int, last: int) -> tuple[int, int]:
    """The same range with the tags around a part of it taken in: ``<b>F</b>, G``."""
    while first > 0 and _empty_or_tag(tokens[first - 1], first, last):
        first -= 1
    while last + 1 < len(tokens) and _empty_or_tag(tokens[last + 1], first, last):
        last += 1
    return first, last


def _empty_or_tag(token: _Token, first: int, last: int) -> bool:
    if token.kind == "text":
        return not token.text
    return token.kind in ("open", "close") and first < token.partner < last


def _tree(tokens: list[_Token]) -> RichText:
    """A tree of nested tags. Where they overlap, the inner one is closed and opened again."""
    stack: _Stack = [(None, [])]
    for token in tokens:
        if token.kind == "text":
            stack[-1][1].append(token.text)
        elif token.kind == "open":
            stack.append((token, []))
        elif token.opening is not None:
            _close(token.opening, stack)
    while len(stack) > 1:
        _pop(stack)
    return RichText.of(*stack[0][1])


_Stack = list[tuple[_Token | None, list[Inline]]]


def _close(opening: _Token, stack: _Stack) -> None:
    # It is on the stack: every closing token stands behind an opening one of its own.
    inner: list[_Token] = []
    while (top := stack[-1][0]) is not opening:
        assert top is not None
        inner.append(top)
        _pop(stack)
    _pop(stack)
    stack.extend((token, []) for token in reversed(inner))


def _pop(stack: _Stack) -> None:
    opening, nodes = stack.pop()
    children = RichText.of(*nodes).nodes
    if children and opening is not None and opening.make is not None:
        stack[-1][1].append(opening.make(children))
