"""A style or locale file as light nodes, read without entities, DTDs or network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.parsers import expat

from publist.errors import StyleError

__all__ = ["Node", "parse_xml"]

_MAX_DEPTH = 120


@dataclass(slots=True)
class Node:
    """An element of a style: its name, attributes, elements inside, text and line."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    text: str = ""
    line: int = 0

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attrs.get(name, default)

    def find(self, tag: str) -> Node | None:
        """The first element inside with this name."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> Iterator[Node]:
        """The elements directly inside with this name."""
        return (child for child in self.children if child.tag == tag)


def parse_xml(xml: str | bytes, what: str = "style") -> Node:
    """Read a style or locale.

    Args:
        xml: The file's content.
        what: What it is said to be in errors.

    Returns:
        The root element; comments, processing instructions and namespaces are gone.

    Raises:
        StyleError: It is not well-formed XML, or nested too deeply.

    >>> parse_xml('<style class="in-text"><info/></style>').children
    [Node(tag='info', attrs={}, children=[], text='', line=1)]
    """
    # A declaration of another encoding does not apply to text that is already decoded.
    encoding = "utf-8" if isinstance(xml, str) else None
    reader = _Reader(what, expat.ParserCreate(encoding, "}"))
    try:
        data = xml.encode() if isinstance(xml, str) else xml
        return reader.read(data.lstrip())
    except (expat.ExpatError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise StyleError(f"The {what} is not well-formed XML: {error}", line=line) from error


class _Reader:
    """Makes nodes of what the parser meets; the innermost open one is the last of ``open``."""

    def __init__(self, what: str, parser: expat.XMLParserType) -> None:
        self.what = what
        self.parser = parser
        self.open = [Node("")]
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        # With a default handler entities are handed to it instead of being expanded.
        parser.DefaultHandler = _pass_over

    def read(self, data: bytes) -> Node:
        self.parser.Parse(data, True)  # noqa: FBT003 - a positional argument of the parser
        return self.open[0].children[0]

    def start(self, name: str, attrs: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if len(self.open) > _MAX_DEPTH + 1:
            raise StyleError(f"The {self.what} is nested too deeply.", line=line)
        if any("&#" in value for value in attrs.values()):
            attrs = {key: _unescaped(value) for key, value in attrs.items()}
        if any("}" in key for key in attrs):
            attrs = {key.rpartition("}")[2]: value for key, value in attrs.items()}
        node = Node(name.rpartition("}")[2], attrs, line=line)
        self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        node = self.open.pop()
        if "&#" in node.text:
            node.text = _unescaped(node.text)

    def characters(self, text: str) -> None:
        node = self.open[-1]
        if not node.children:
            node.text += text


# A few official styles were escaped twice: their prefix is the text "&#160;".
_REFERENCE = re.compile(r"&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});")


def _unescaped(text: str) -> str:
    return _REFERENCE.sub(lambda found: unescape(found[0]), text)


def _pass_over(_data: str) -> None:
    """What is neither an element nor text says nothing."""
