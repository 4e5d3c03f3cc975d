"""Makes a style fit for lists: entries stand for themselves, the list numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from publist.errors import StyleError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["for_lists"]

_CSL = "{http://purl.org/net/xbiblio/csl}"
_MAX_DEPTH = 50
# What is taken out; most author-date styles have none of it and need not be parsed for it.
_TAKEN_OUT = (b"citation-number", b"citation-label", b"subsequent-author-substitute")
_LANGUAGE = re.compile(rb"""<style\b[^<>]{0,4000}?\sdefault-locale\s*=\s*["']([\w-]{2,20})["']""")


def for_lists(xml: bytes) -> tuple[bytes, str]:
    """A style without what only the reference list of a text needs.

    Publication lists are sorted, grouped, numbered and cut after formatting. So the citation
    number at the head of an entry goes (CSL 1.0.2, ``second-field-align``), and dashes do
    not replace the authors of the entry before (``subsequent-author-substitute``).

    Args:
        xml: An independent style.

    Returns:
        The style, and the language it prints in where no other is asked for.

    Raises:
        StyleError: It is not well-formed XML.
    """
    if not any(word in xml for word in _TAKEN_OUT):
        found = _LANGUAGE.search(xml)
        return xml, found[1].decode() if found else "en-US"
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise StyleError(f"The style is not well-formed XML: {error}", line=error.lineno) from error
    area = root.find(f"{_CSL}bibliography")
    layout = area.find(f"{_CSL}layout") if area is not None else None
    language = root.get("default-locale") or "en-US"
    if area is None or layout is None:
        return xml, language
    area.attrib.pop("subsequent-author-substitute", None)
    if _drop_number(layout, _NumberPrinters(root)):
        area.attrib.pop("second-field-align", None)
    return etree.tostring(root), language


def _drop_number(parent: etree._Element, printers: _NumberPrinters) -> bool:
    """Take the citation number out where it is the first thing printed."""
    for _ in range(_MAX_DEPTH):
        first = next(_inside(parent), None)
        if first is None:
            return False
        if printers.only_number(first):
            parent.remove(first)
            return True
        if first.tag != f"{_CSL}group":
            return False
        parent = first
    return False


class _NumberPrinters:
    """Which elements print the citation number and nothing else; each macro is seen once."""

    def __init__(self, root: etree._Element) -> None:
        self._macros = {macro.get("name", ""): macro for macro in root.findall(f"{_CSL}macro")}
        self._known: dict[str, bool] = {}

    def only_number(self, node: etree._Element, depth: int = 0) -> bool:
        if depth > _MAX_DEPTH:
            return False
        if node.tag in (f"{_CSL}text", f"{_CSL}number"):
            if node.get("variable") in ("citation-number", "citation-label"):
                return True
            return self._macro(node.get("macro", ""), depth)
        inside = list(_inside(node))
        if node.tag not in (f"{_CSL}group", f"{_CSL}macro") or not inside:
            return False
        return all(self.only_number(child, depth + 1) for child in inside)

    def _macro(self, name: str, depth: int) -> bool:
        if name not in self._macros:
            return False
        if name not in self._known:
            self._known[name] = False  # a macro that calls itself prints nothing
            self._known[name] = self.only_number(self._macros[name], depth + 1)
        return self._known[name]


def _inside(node: etree._Element) -> Iterator[etree._Element]:
    return (child for child in node if isinstance(child.tag, str))
