"""HTML that our writer made as the elements that Python-Markdown works on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element  # only built here, nothing is parsed with it

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["element_of", "with_own_ids"]


def element_of(html: str) -> Element:
    """A list as an element, so that a table of contents finds its headings.

    Args:
        html: A fragment with one outer element.

    >>> element_of('<div><h2 id="a">A &lt; B</h2><br></div>').find("h2").text
    'A < B'
    """
    from lxml import html as parser

    return _copied(parser.fragment_fromstring(html))


def _copied(source: HtmlElement) -> Element:
    made = Element(str(source.tag), {str(name): str(value) for name, value in source.items()})
    made.text, made.tail = source.text, source.tail
    for child in source:
        if isinstance(child.tag, str):
            made.append(_copied(child))
    return made


def with_own_ids(element: Element, taken: set[str]) -> None:
    """Give the ids of a list a number where the page has them already.

    Args:
        element: The list; changed in place, the links inside to its ids with them.
        taken: The ids of the page so far; the list's are added.

    >>> element = element_of('<div><a href="#a">x</a><p id="a">y</p></div>')
    >>> with_own_ids(element, {"a"})
    >>> element.find("p").get("id"), element.find("a").get("href")
    ('a-2', '#a-2')
    """
    renamed: dict[str, str] = {}
    for each in element.iter():
        name = each.get("id")
        if name is not None:
            renamed[name] = free = _free(name, taken)
            each.set("id", free)
            taken.add(free)
    for each in element.iter():
        for attribute in ("href", "for", "aria-controls", "aria-labelledby", "aria-describedby"):
            target = each.get(attribute)
            if target is not None and target.removeprefix("#") in renamed:
                hash_sign = "#" if target.startswith("#") else ""
                each.set(attribute, hash_sign + renamed[target.removeprefix("#")])


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
