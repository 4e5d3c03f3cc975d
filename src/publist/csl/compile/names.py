"""``cs:names``: lists of names, their labels, et-al and what stands in for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publist.csl import marks
from publist.csl.compile.dress import change_of, dress_whole, wrapping
from publist.csl.compile.known import lacks, missing, nothing
from publist.csl.compile.label import label_forms
from publist.csl.compile.namelist import NameList
from publist.csl.marks import JOINT
from publist.csl.markup import clean
from publist.csl.names import Names
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_names"]


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of one name variable, in front of the names or behind them."""

    single: str
    multiple: str
    before: str
    after: str
    leading: bool

    def text(self, count: int) -> str:
        text = self.multiple if count > 1 else self.single
        return self.before + text + self.after if text else ""


def compile_names(node: Node, scope: Scope) -> Render:
    """Compile a names element (CSL 1.0.2, "Names")."""
    node = _inheriting(node, scope.parent)
    listed = NameList.compile(node, scope)
    variables = node.get("variable").split()
    labels = {name: _label(node, name, scope) for name in (*variables, "editortranslator")}
    delimiter = clean(node.get("delimiter", scope.names.get("names-delimiter", "")))
    present = tuple(name for name in variables if not lacks(scope.builder.kind, name))
    if not present:
        names: Render = missing
    elif listed.form == "count":
        names = _count(present, listed)
    else:
        names = _names(present, listed, labels, delimiter, scope)
    # Its affixes and formatting are those of its own names, not of what stands in for them.
    names = dress_whole(names, node)
    substitute = node.find("substitute")
    return names if substitute is None else _substituted(names, node, substitute, scope)


_PARTS = ("name", "label", "et-al")


def _inheriting(node: Node, parent: Node | None) -> Node:
    """The element itself; names in a substitute without parts of their own are as their parent."""
    if parent is None or any(child.tag in _PARTS for child in node.children):
        return node
    parts = [child for child in parent.children if child.tag in _PARTS]
    attrs = parent.attrs | {"variable": node.get("variable")}
    return Node("names", attrs, parts + node.children, node.text, node.line)


def _label(parts: Node, name: str, scope: Scope) -> _Label | None:
    for index, child in enumerate(parts.children):
        if child.tag != "label" or scope.sorting:
            continue
        single, multiple = label_forms(name, child, scope.locale)
        change = change_of(child, scope)
        if change is not None:
            blank = scope.builder.blank
            single, multiple = change(single, blank), change(multiple, blank)
        before, after = wrapping(child)
        leading = not any(other.tag == "name" for other in parts.children[:index])
        leading = leading and any(other.tag == "name" for other in parts.children[index:])
        return _Label(single, multiple, before, after, leading)
    return None


def _names(
    variables: tuple[str, ...],
    listed: NameList,
    labels: dict[str, _Label | None],
    delimiter: str,
    scope: Scope,
) -> Render:
    joint = JOINT + delimiter + JOINT if delimiter else JOINT
    joint_label = labels["editortranslator"]
    both = set(variables) == {"editor", "translator"} and (
        joint_label is not None and bool(joint_label.single)
    )
    tracing = scope.substituting
    if len(variables) == 1:
        return _single(variables[0], listed, labels[variables[0]], tracing=tracing)

    def names(cite: Cite) -> str:
        cite.called = True
        if cite.suppress_author:
            cite.suppress_author = False
            return ""
        item = cite.item
        found = [
            (name, given)
            for name in variables
            if (given := item.names[name]) and not (cite.hidden and name in cite.hidden)
        ]
        if not found:
            return ""
        cite.rendered = True
        if tracing and cite.traced is not None:
            cite.traced.update(name for name, _ in found)
            cite.hidden = (cite.hidden or set()) | {name for name, _ in found}
        if both and len(found) == 2 and _same(found[0][1], found[1][1]):
            found = [(found[0][0], found[0][1])]
            return _labelled(found[0][0], found[0][1], listed, labels["editortranslator"], cite)
        return joint.join(
            [_labelled(name, given, listed, labels[name], cite) for name, given in found]
        )

    return names


def _single(variable: str, listed: NameList, label: _Label | None, *, tracing: bool) -> Render:
    """The names of one variable, as most elements have it."""
    alone = {variable}

    def names(cite: Cite) -> str:
        cite.called = True
        if cite.suppress_author:
            cite.suppress_author = False
            return ""
        given = cite.item.names[variable]
        if given is None or (cite.hidden and variable in cite.hidden):
            return ""
        cite.rendered = True
        if tracing and cite.traced is not None:
            cite.traced.add(variable)
            cite.hidden = (cite.hidden or set()) | alone
        return _labelled(variable, given, listed, label, cite)

    return names


def _same(left: Names, right: Names) -> bool:
    return [name.person for name in left.everyone] == [name.person for name in right.everyone]


def _labelled(
    variable: str, given: Names, listed: NameList, label: _Label | None, cite: Cite
) -> str:
    text = listed.write(variable, given, cite)
    if listed.marked and text:
        text = marks.NAMES + text + marks.SPAN_CLOSE
    if label is None or not text:
        return text
    said = label.text(given.count)
    if not said:
        return text
    return said + JOINT + text if label.leading else text + JOINT + said


def _count(variables: tuple[str, ...], listed: NameList) -> Render:
    def count(cite: Cite) -> str:
        cite.called = True
        lists = [given for name in variables if (given := cite.item.names[name])]
        shown = sum(listed.shown(given.count, cite) for given in lists)
        if not shown:
            return ""
        cite.rendered = True
        return str(shown)

    return count


def _marked(names: Render) -> Render:
    """Mark the names an entry begins with, for subsequent-author-substitute."""

    def marked(cite: Cite) -> str:
        text = names(cite)
        return marks.NAMES + text + marks.SPAN_CLOSE if text and marks.NAMES not in text else text

    return marked


def _substituted(names: Render, node: Node, substitute: Node, scope: Scope) -> Render:
    inner = scope.within(substituting=True, parent=node, delimiter="", first_only=True, top=False)
    choices: list[Render] = []
    marks_block = scope.builder.marks_block(scope)
    for child in substitute.children:
        choice = scope.builder.compile(child, inner)
        if choice is not missing and choice is not nothing:
            # What a macro puts in their place is no names: the entry below prints it again.
            stands_for_names = child.tag != "names" and "macro" not in child.attrs
            choices.append(_marked(choice) if marks_block and stands_for_names else choice)
    if not choices:
        return names

    def substituted(cite: Cite) -> str:
        suppressed = cite.suppress_author
        text = names(cite)
        if text or suppressed:
            return text
        for choice in choices:
            outer, cite.traced = cite.traced, set()
            text = choice(cite)
            used, cite.traced = cite.traced, outer
            if text:
                cite.rendered = True
                cite.hidden = (cite.hidden or set()) | used
                if outer is not None:
                    outer.update(used)
                return text
        return ""

    return substituted
