"""Makes a style fit for lists: entries stand for themselves, the list numbers them."""

from __future__ import annotations

from lxml import etree

from publist.errors import StyleError

__all__ = ["for_lists"]

_CSL = "{http://purl.org/net/xbiblio/csl}"
_MAX_MACROS = 20


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
    if _drop_number(layout, _macros(root), 0):
        area.attrib.pop("second-field-align", None)
    return etree.tostring(root), language


def _macros(root: etree._Element) -> dict[str, etree._Element]:
    return {macro.get("name", ""): macro for macro in root.findall(f"{_CSL}macro")}


def _drop_number(parent: etree._Element, macros: dict[str, etree._Element], depth: int) -> bool:
    """Take the citation number out where it is the first thing printed."""
    first = next((child for child in parent if isinstance(child.tag, str)), None)
    if first is None or depth > _MAX_MACROS:
        return False
    if _is_number(first, macros, depth):
        parent.remove(first)
        return True
    if first.tag == f"{_CSL}group":
        return _drop_number(first, macros, depth + 1)
    return False


def _is_number(node: etree._Element, macros: dict[str, etree._Element], depth: int) -> bool:
    """Whether an element prints the citation number and nothing else."""
    if depth > _MAX_MACROS:
        return False
    if node.tag in (f"{_CSL}text", f"{_CSL}number"):
        if node.get("variable") in ("citation-number", "citation-label"):
            return True
        macro = macros.get(node.get("macro", ""))
        return macro is not None and _is_number(macro, macros, depth + 1)
    inside = [child for child in node if isinstance(child.tag, str)]
    if node.tag not in (f"{_CSL}group", f"{_CSL}macro") or not inside:
        return False
    return all(_is_number(child, macros, depth + 1) for child in inside)
