"""``cs:text``: variables, macros, terms and values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.csl import marks
from publist.csl.compile.dress import change_of, dress, dress_whole, wrapping
from publist.csl.compile.group import guarded
from publist.csl.compile.known import Constant, lacks, missing, nothing
from publist.csl.compile.number import localized, number_text
from publist.csl.marks import without_marks
from publist.csl.markup import clean, field_text
from publist.csl.pages import format_pages
from publist.csl.source import Node
from publist.csl.state import Cite, Render
from publist.csl.variables import NUMBER_VARIABLES

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["citation_label", "compile_text"]

_SPANS = {
    "title": marks.TITLE,
    "container-title": marks.VENUE,
    "URL": marks.URL,
    "DOI": marks.DOI,
}
_SHORT = {"title": "title-short", "container-title": "container-title-short"}
_ARTICLE = re.compile("the ", re.IGNORECASE)
_RANGED = frozenset({"page", "locator"})


def compile_text(node: Node, scope: Scope) -> Render:
    """Compile a text element (CSL 1.0.2, "Text")."""
    if "variable" in node.attrs:
        return _variable(node, scope)
    if "macro" in node.attrs:
        macro = scope.builder.macro(node.get("macro"), scope, node.line)
        return dress_whole(guarded(macro), node)
    if "term" in node.attrs:
        text = _term(node, scope)
        as_it_is = scope.sorting or (scope.area == "bibliography" and "text-case" in node.attrs)
        if text[:1].islower() and not as_it_is:
            text = marks.TERM + text
        return _constant(node, scope, text)
    return _constant(node, scope, field_text(node.get("value")))


def _term(node: Node, scope: Scope) -> str:
    plural = node.get("plural") == "true"
    return field_text(scope.locale.term(node.get("term"), node.get("form", "long"), plural=plural))


def _constant(node: Node, scope: Scope, text: str) -> Render:
    return dress(Constant(text), node, scope) if text else nothing


def _variable(node: Node, scope: Scope) -> Render:
    name = node.get("variable")
    if name in ("year-suffix", "citation-label") and not scope.sorting:
        scope.builder.prints_suffix.add(scope.area)
    special = _SPECIAL.get(name)
    if special is not None:
        return dress(special, node, scope)
    if name in _RANGED or name == "page-first":
        return dress(_pages(name, scope), node, scope)
    if name in NUMBER_VARIABLES:
        return dress(number_text(name, "numeric", scope), node, scope)
    if name == "URL" and node.get("form") == "short":
        return dress(_host, node, scope)
    if name in _SHORT and node.get("form") == "short":
        return _ordinary(node, scope, _SHORT[name], name)
    return _ordinary(node, scope, name, "")


def _ordinary(node: Node, scope: Scope, name: str, otherwise: str) -> Render:
    """A variable printed as it is; the form asked for, or the other one."""
    if lacks(scope.builder.kind, name, otherwise or name):
        return missing
    change = change_of(node, scope)
    before, after = wrapping(node, scope)
    span = _SPANS.get(otherwise or name)
    if span and not scope.sorting:
        before, after = _inside(before, after, span)
    tracing = scope.substituting

    def variable(cite: Cite) -> str:
        cite.called = True
        texts = cite.item.texts
        text = texts[name] or (texts[otherwise] if otherwise else "")
        if not text or (cite.hidden and not cite.hidden.isdisjoint((name, otherwise))):
            return ""
        cite.rendered = True
        if tracing and cite.traced is not None:
            cite.traced.update((name, otherwise) if otherwise else (name,))
        if change is not None:
            text = change(text, cite)
        return before + text + after

    return variable


def _inside(before: str, after: str, span: str) -> tuple[str, str]:
    """Put a span directly around the text, inside its affixes and formatting."""
    return before + span, marks.SPAN_CLOSE + after


def _pages(name: str, scope: Scope) -> Render:
    if name != "locator" and lacks(scope.builder.kind, "page", name):
        return missing
    style = scope.builder.root.get("page-range-format")
    delimiter = scope.locale.term("page-range-delimiter") or "–"
    ampersand = scope.locale.term("and", "symbol")
    tracing = scope.substituting

    def pages(cite: Cite) -> str:
        cite.called = True
        if cite.hidden and name in cite.hidden:
            return ""
        if name == "locator":
            value = cite.locator
        else:
            value = cite.item.texts["page" if name == "page" else "page-first"]
            if name == "page-first" and not value:
                value = _first(cite.item.texts["page"])
        if not value:
            return ""
        cite.rendered = True
        if tracing and cite.traced is not None:
            cite.traced.add(name)
        return localized(format_pages(value, style, delimiter), ampersand)

    return pages


def _host(cite: Cite) -> str:
    """A web address cut down to its beginning, the host."""
    cite.called = True
    url = cite.item.raw("URL")
    if not url or (cite.hidden and "URL" in cite.hidden):
        return ""
    cite.rendered = True
    scheme, mark, rest = clean(url).rpartition("://")
    return scheme + mark + rest.partition("/")[0]


def _first(pages: str) -> str:
    for separator in ("-", "–", ",", "&"):
        pages = pages.partition(separator)[0]
    return pages.strip()


def _citation_number(cite: Cite) -> str:
    cite.called = True
    cite.rendered = cite.rendered or bool(cite.number)
    return cite.number


def _year_suffix(cite: Cite) -> str:
    # A missing suffix makes no group empty: "n.d." stays without its letter.
    cite.rendered = cite.rendered or bool(cite.year_suffix)
    return cite.year_suffix


def _note_number(cite: Cite) -> str:
    cite.called = True
    cite.rendered = cite.rendered or bool(cite.note_number)
    return cite.note_number


def citation_label(cite: Cite) -> str:
    """``Doe65``: the given label, or one made of the first names and the year."""
    cite.called = True
    label = cite.item.texts["citation-label"] or _trigraph(cite)
    if not label:
        return ""
    cite.rendered = True
    return label + cite.year_suffix


def _trigraph(cite: Cite) -> str:
    item = cite.item
    names = item.names["author"] or item.names["editor"] or item.names["translator"]
    everyone = names.everyone if names else []
    families = [name.person.family or _ARTICLE.sub("", name.person.literal) for name in everyone]
    families = families or [item.texts["title"]]
    lengths = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}.get(len(families), (1, 1, 1, 1))
    bare = ["".join(filter(str.isalnum, without_marks(family))) for family in families]
    letters = "".join(
        family[:size].capitalize() for family, size in zip(bare, lengths, strict=False)
    )
    date = item.dates["issued"]
    year = f"{abs(date.start.year) % 100:02d}" if date and date.start else "00"
    return letters + year if letters or year != "00" else ""


_SPECIAL = {
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
    "citation-label": citation_label,
    "first-reference-note-number": _note_number,
}
