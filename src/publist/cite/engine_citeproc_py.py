"""The second engine: citeproc-py, with its output read back into a tree.

It prints strings, so whatever must be known afterwards (names, titles, markup inside
fields) travels through it as pairs of private-use characters; see
:mod:`publist.cite.ranges`. It crashes on some styles and entries: such an entry is
printed plainly and a problem says so.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from citeproc import (  # type: ignore[import-untyped]
    VARIABLES,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc import model as elements
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from lxml import etree

from publist.cite.engine import Formatted, Task
from publist.cite.items import item_for, name_variables
from publist.cite.opaque import FIRST, Opaque
from publist.cite.plain import not_printed, plain_entry
from publist.cite.ranges import Ranges
from publist.cite.styles import StyleFile
from publist.errors import StyleError
from publist.problems import Problem, Severity
from publist.richtext import Inline, Link, RichText, Span, Tag

__all__ = ["format_with_citeproc_py"]

_SPANS = ("title", "container-title")
_RAW = ("DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID")


def format_with_citeproc_py(tasks: Sequence[Task], style: StyleFile) -> Formatted:
    """Format entries with citeproc-py.

    Raises:
        StyleError: citeproc-py cannot load the style, or it has no bibliography.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of unknown variables and a schema that has moved on
        compiled = _compiled(style)
        if not compiled.has_bibliography():
            message = "The style formats no bibliography, only notes."
            raise StyleError(message, file=style.place, key="style", value=style.name)
        order, problems = _order(tasks, compiled)
        entries = {}
        for task in tasks:
            text, found = _entry(task, compiled)
            entries[task.id] = text
            problems += found
    return Formatted(entries, order, tuple(problems))


class _Name(elements.Name):  # type: ignore[misc]
    """A ``name`` element that abbreviates given names inside their marks."""

    def initialize(self, given: str, mark: str, context: Any) -> str:
        if self.get("initialize") == "false" or len(given) < 3 or given[0] < FIRST:
            return str(given)
        hyphens = self.get_option("initialize-with-hyphen", context)
        return f"{given[0]}{initials(given[1:-1], mark, '-' if hyphens else '')}{given[-1]}"


def initials(given: str, mark: str, hyphen: str) -> str:
    """Given names cut down to initials.

    >>> initials("Jean-luc A.C. de", ". ", "-")
    'J.-l. A. C. de'
    """
    out = ""
    for word in given.replace(".", ". ").split():
        pieces = [piece for piece in word.rstrip(".").split("-") if piece]
        if not pieces:
            continue
        if not pieces[0][0].isupper() and len(pieces[0]) > 1:
            out += f" {word} "  # a particle
            continue
        joint = mark.rstrip() + hyphen
        out += joint.join(piece[0] for piece in pieces) + mark
    return " ".join(out.split())


class _Style(CitationStylesStyle):  # type: ignore[misc]
    """A style read without entities, whose ``name`` elements are :class:`_Name`."""

    def __init__(self, xml: bytes, locale: str | None) -> None:
        kinds = elements.CitationStylesElement.__subclasses__()
        lookup = etree.ElementNamespaceClassLookup()
        namespace = lookup.get_namespace("http://purl.org/net/xbiblio/csl")
        namespace[None] = elements.CitationStylesElement
        for kind in kinds:
            namespace[kind.__name__.replace("_", "-").lower()] = kind
        namespace["name"] = _Name
        parser = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
        parser.set_element_class_lookup(lookup)
        self.xml = etree.parse(BytesIO(xml), parser)
        root: Any = self.xml.getroot()
        self.root = root
        root.set_locale_list(locale or root.get("default-locale", "en-US"), validate=False)
        root.formatter = formatter.html


def _compiled(style: StyleFile) -> _Style:
    try:
        return _Style(style.xml, style.locale)
    except Exception as error:
        message = f"citeproc-py cannot use this style: {error}"
        raise StyleError(message, file=style.place, key="style", value=style.name) from error


def _order(tasks: Sequence[Task], style: _Style) -> tuple[tuple[str, ...], list[Problem]]:
    """The style's own order, from items without marks, which would sort among letters."""
    given = tuple(task.id for task in tasks)
    try:
        cites = _cites([_plain_item(task) for task in tasks], style)
        return tuple(cite.reference.key for cite in style.sort_bibliography(cites)), []
    except Exception as error:  # noqa: BLE001 - any crash leaves the order as it was
        return given, [
            Problem(
                severity=Severity.WARNING,
                code="engine-order",
                message=f"citeproc-py cannot sort in this style ({_said(error)}).",
            )
        ]


def _entry(task: Task, style: _Style) -> tuple[RichText, list[Problem]]:
    ranges = Ranges()
    try:
        cites = _cites([_item(task, ranges)], style)
        html = "".join(str(each) for each in style.render_bibliography(cites))
        text = without_doubled_stops(ranges.read(html))
        if text.plain.strip():
            return text, []
        reason = "the style prints nothing for it"
    except Exception as error:  # noqa: BLE001 - no crash of the engine loses an entry
        reason = f"citeproc-py fails: {_said(error)}"
    problem = not_printed(task, reason)
    return plain_entry(task.record, task.extra_names), [problem]


def without_doubled_stops(text: RichText) -> RichText:
    """The text without a full stop behind a full stop, a question or an exclamation mark.

    >>> without_doubled_stops(RichText.of("Why?", Link(Tag.LINK, (". Doe et al.",)), ".")).plain
    'Why? Doe et al.'
    """
    last = ""

    def change(node: Inline) -> Iterator[Inline]:
        nonlocal last
        if isinstance(node, str):
            if node.startswith(".") and last and last in ".?!" and not node.startswith(".."):
                node = node[1:]
            node = _DOUBLED.sub(r"\1", node)
            last = node[-1:] or last
        yield node

    return text.map(change)


_DOUBLED = re.compile(r"(?<![.?!])([.?!])\.(?!\.)")


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _cites(items: list[dict[str, Any]], style: _Style) -> list[Any]:
    known = {"id", "type", *VARIABLES}
    kept = [
        {
            name: value
            for name, value in item.items()
            if name.replace("-", "_") in known or isinstance(value, str)
        }
        for item in items
    ]
    source = CiteProcJSON(kept)
    bibliography = CitationStylesBibliography(style, source, formatter.html)
    bibliography.register(Citation([CitationItem(item["id"]) for item in kept]))
    return list(bibliography.items)


def _plain_item(task: Task) -> dict[str, Any]:
    return _fitting(item_for(task, Opaque()))


def _item(task: Task, ranges: Ranges) -> dict[str, Any]:
    item = _fitting(item_for(task, ranges))
    for variable in name_variables(item):
        item[variable] = [
            _marked_name(name, variable, index, ranges) for index, name in enumerate(item[variable])
        ]
    for variable in _SPANS:
        if item.get(variable):
            number = ranges.begin(_span(variable))
            item[variable] = ranges.marked_inside(item[variable], number)
    for variable in _RAW:
        if variable in item:
            item[variable] = _raw(variable, str(item[variable]), ranges)
    return item


def _fitting(item: dict[str, Any]) -> dict[str, Any]:
    """The item in the forms that citeproc-py reads."""
    if "event-title" in item:
        item["event"] = item["event-title"]
    for variable in name_variables(item):
        for name in item[variable]:
            name.pop("keep", None)
    for value in item.values():
        if isinstance(value, dict) and len(value.get("date-parts", ())) > 1:
            value["date-parts"] = _range(value["date-parts"])
    return item


def _range(days: list[list[int]]) -> list[list[int]]:
    """A range as citeproc-py prints one: without an open end, over more than one year."""
    start, end = days[0], days[1]
    if not end[0] or end[0] == start[0]:
        return [start]
    return [start, end[:1] if len(end) > 1 and end[1] > 12 else end]  # 21 to 24 are seasons


def _marked_name(name: dict[str, Any], variable: str, index: int, ranges: Ranges) -> dict[str, Any]:
    number = ranges.begin(lambda nodes: Span(Tag.SPAN, nodes, kind="name", value=(variable, index)))
    return {part: ranges.marked(text, number, part) for part, text in name.items() if text}


def _span(kind: str) -> Any:
    return lambda nodes: Span(Tag.SPAN, nodes, kind=kind)


def _raw(variable: str, text: str, ranges: Ranges) -> str:
    passed = ranges.field(RichText.of(text))
    if variable not in ("DOI", "URL"):
        return passed
    href = f"https://doi.org/{text}" if variable == "DOI" else text
    return ranges.marked(passed, ranges.begin(lambda nodes: Link(Tag.LINK, nodes, href=href)))
