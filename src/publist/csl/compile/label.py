"""``cs:label``: the term of a number or locator variable, in the plural where there are several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.csl.compile.dress import dress
from publist.csl.locale import Locale
from publist.csl.markup import clean
from publist.csl.numbers import is_plural
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_label", "label_forms"]


# A locator that brings its own label: "vol. 1, fol. 186".
_LABELLED = re.compile(
    r"(?:art|bk|ch|subch|cols?|figs?|fols?|l|n|nos?|op|pp?|paras?|pt|r|sec|sv|sch|tit|vrs|vols?)\. "
)


def label_forms(name: str, node: Node, locale: Locale) -> tuple[str, str]:
    """The term of a label in singular and plural, as its ``plural`` attribute asks.

    Args:
        name: The term's name: a variable, or a kind of locator.
        node: The ``label`` element, whose ``form`` and ``plural`` count.
        locale: The language.
    """
    form = node.get("form", "long")
    single = clean(locale.term(name, form))
    multiple = clean(locale.term(name, form, plural=True))
    plural = node.get("plural", "contextual")
    if plural == "always":
        return multiple, multiple
    return single, (single if plural == "never" else multiple)


def compile_label(node: Node, scope: Scope) -> Render:
    """Compile a label outside of names (CSL 1.0.2, "Label")."""
    name = node.get("variable")
    if name == "locator":
        return dress(_locator_label(node, scope), node, scope)
    term = name
    if scope.locale.find(name) is None:
        term = {"number-of-volumes": "volume", "number-of-pages": "page"}.get(name, name)
    single, multiple = label_forms(term, node, scope.locale)
    counted = name.startswith("number-of-")

    def label(cite: Cite) -> str:
        value = cite.number if name == "citation-number" else cite.item.raw(name)
        if cite.hidden and name in cite.hidden:
            return ""
        if counted and value:
            return multiple if re.fullmatch("0*[01]", value) is None else single
        return multiple if is_plural(value) else single

    return dress(label, node, scope)


def _locator_label(node: Node, scope: Scope) -> Render:
    locale = scope.locale

    def label(cite: Cite) -> str:
        name = cite.label.replace("sub-verbo", "sub verbo")
        if _LABELLED.match(cite.locator):
            return ""
        single, multiple = label_forms(name, node, locale)
        return multiple if is_plural(cite.locator) else single

    return label
