"""A style or locale file as light nodes, read without entities, DTDs or network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from publist.errors import StyleError

__all__ = ["Node", "parse_xml"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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
    data = xml.encode() if isinstance(xml, str) else xml
    # A declaration of another encoding does not apply to text that is already decoded.
    encoding = "utf-8" if isinstance(xml, str) else None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=encoding,
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise StyleError(f"The {what} is not well-formed XML: {error}", line=line) from error
    return _node(root, 0, what)


def _node(element: etree._Element, depth: int, what: str) -> Node:
    line = int(element.sourceline or 0)
    if depth > _MAX_DEPTH:
        raise StyleError(f"The {what} is nested too deeply.", line=line)
    attrs = {
        ("lang" if key == _LANG else str(key).rpartition("}")[2]): str(value)
        for key, value in element.attrib.items()
    }
    children = [_node(child, depth + 1, what) for child in element if isinstance(child.tag, str)]
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    return Node(tag, attrs, children, element.text or "", line)
