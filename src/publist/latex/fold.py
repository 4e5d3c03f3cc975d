"""What pairs up in text: quotation marks, and the HTML that exporters leave in fields."""

from __future__ import annotations

import html.entities
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from publist.richtext import Element, Inline, RichText, Tag

__all__ = ["fold", "tidy"]

_TAGS: dict[str, Tag] = {
    "i": Tag.EMPH, "em": Tag.EMPH, "italic": Tag.EMPH, "b": Tag.STRONG, "bold": Tag.STRONG,
    "strong": Tag.STRONG, "u": Tag.UNDERLINE, "sup": Tag.SUP, "sub": Tag.SUB,
    "inf": Tag.SUB, "sc": Tag.SMALL_CAPS, "scp": Tag.SMALL_CAPS, "tt": Tag.CODE,
    "code": Tag.CODE, "monospace": Tag.CODE, "q": Tag.QUOTE,
}  # fmt: skip
# HTML, JATS and MathML that means nothing inside one line of text.
_DROPPED = frozenset(
    """
    span div a font sec big small center ul ol h1 h2 h3 h4 hr abstract formula
    alttext texmath file head section math mi mn mo mrow msub msup mtext mstyle mfrac mover msubsup
    semantics annotation inline-formula alternatives tex-math
    """.split()  # noqa: SIM905 - one word a line would be forty lines
)
_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_PART = re.compile(
    r"<\?TeX\b|\?>|<(?P<closing>/?)(?:\w{2,5}:)?(?P<name>[A-Za-z][A-Za-z0-9-]{0,20})(?:\s[^<>]{0,300})?/?>"
    r"|(?P<quote>[“”\"])"
)
# White space, and a no-break space beside it, which then binds nothing.
_BLANKS = re.compile(r"[ \t\n\r\f\v]+(?:\u00a0[ \t\n\r\f\v]*)*|(?<!\u00a0)\u00a0++[ \t\n\r\f\v]+")
_DROP = str.maketrans("", "", "\u00ad\ufeff")


def tidy(text: str) -> str:
    """Plain text as it should stand: NFC, no entities, blanks single, no soft hyphens.

    >>> tidy("Smith &amp; Sons")
    'Smith & Sons'
    """
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    text = _BLANKS.sub(" ", text.translate(_DROP))
    return unicodedata.normalize("NFC", text)


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name[0] != "#":
        return html.entities.html5.get(f"{name};", found.group())
    return html.unescape(found.group()).replace("\x00", "")


@dataclass(slots=True)
class _Open:
    name: str
    source: str
    tag: Tag | None
    nodes: list[Inline] = field(default_factory=list)


def fold(nodes: Sequence[Inline], room: int = 24) -> list[Inline]:
    """Make elements of HTML tags and of paired quotation marks, on every level of a tree.

    Args:
        nodes: The tree.
        room: How many levels may be added to it.

    >>> fold(["H<sub>2</sub>O “x”"])[1]
    Element(tag=<Tag.SUB: 'sub'>, children=('2',))
    """
    folder = _Folder(room)
    for index, node in enumerate(nodes):
        if isinstance(node, str):
            before = "" if index == 0 else "x"
            after = "x" if index + 1 < len(nodes) else ""
            folder.text(tidy(node), before, after)
        elif node.tag in (Tag.MATH, Tag.CODE):
            folder.add(node)
        else:
            folder.add(_with_children(node, fold(node.children, folder.room)))
    return folder.finish()


def _with_children(node: Element, children: Iterable[Inline]) -> Element:
    return replace(node, children=RichText.of(*children).nodes)


class _Folder:
    def __init__(self, room: int) -> None:
        self._levels = room
        self._stack = [_Open("", "", None)]
        self._open_names: dict[str, int] = {}

    @property
    def room(self) -> int:
        """How many levels may be added inside what comes next."""
        return self._levels - len(self._stack)

    def add(self, node: Inline) -> None:
        self._stack[-1].nodes.append(node)

    def text(self, text: str, before: str, after: str) -> None:
        """Take a string; ``before`` and ``after`` are what stands next to it."""
        at = 0
        for found in _PART.finditer(text):
            self.add(text[at : found.start()])
            at = found.end()
            if found["quote"]:
                previous = text[found.start() - 1] if found.start() else before
                following = text[at : at + 1] or after
                self._quote(found["quote"], previous, following)
            else:
                self._tag(found)
        self.add(text[at:])

    def _tag(self, found: re.Match[str]) -> None:
        name = (found["name"] or "").lower()
        if name in _TAGS:
            if not found["closing"]:
                self._begin(name, found.group(), _TAGS[name])
            elif not self._end(name):
                return
        elif name in ("br", "p", "title", "li"):
            self.add(" ")
        elif name and name not in _DROPPED:
            self.add(found.group())

    def _quote(self, mark: str, previous: str, following: str) -> None:
        opens = (not previous or previous in " ([{-–—/\u00a0‘'") and following.strip() != ""
        if mark == "“" or (mark == '"' and opens and not self._open_names.get('"')):
            self._begin(mark, mark, Tag.QUOTE)
        elif not self._end("“" if mark == "”" else '"'):
            self.add(mark)

    def _begin(self, name: str, source: str, tag: Tag) -> None:
        if self.room <= 0:
            self.add(source if tag is Tag.QUOTE else "")
            return
        self._stack.append(_Open(name, source, tag))
        self._open_names[name] = self._open_names.get(name, 0) + 1

    def _end(self, name: str) -> bool:
        if not self._open_names.get(name):
            return False
        while self._stack[-1].name != name:
            self._unwind()
        opened = self._stack.pop()
        self._open_names[name] -= 1
        assert opened.tag is not None
        children = RichText.of(*opened.nodes).nodes
        if children:
            self.add(Element(opened.tag, children))
        return True

    def _unwind(self) -> None:
        """Give back what was never closed: a quotation mark as text, a tag as nothing."""
        opened = self._stack.pop()
        self._open_names[opened.name] -= 1
        if opened.tag is Tag.QUOTE:
            self.add(opened.source)
        self._stack[-1].nodes.extend(opened.nodes)

    def finish(self) -> list[Inline]:
        while len(self._stack) > 1:
            self._unwind()
        return self._stack[0].nodes
