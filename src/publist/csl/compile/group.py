"""``cs:group``: parts joined by a delimiter, gone when its variables are all empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.csl.compile.dress import dress_whole
from publist.csl.compile.known import missing, nothing
from publist.csl.marks import JOINT
from publist.csl.markup import clean
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_group", "guarded", "is_guarded", "join_children"]


def compile_group(node: Node, scope: Scope) -> Render:
    """Compile a group (CSL 1.0.2, "Group")."""
    delimiter = node.get("delimiter") if "delimiter" in node.attrs else ""
    inner = scope.builder.children(node, scope.within(delimiter=clean(delimiter), parent=None))
    return dress_whole(inner if is_guarded(node) else guarded(inner), node)


def is_guarded(node: Node) -> bool:
    """Whether what is inside is empty anyway when its variables are.

    So it is with a single variable, a group, a macro, and a choice between such: then
    one closure less is called for every entry.
    """
    if len(node.children) != 1:
        return False
    child = node.children[0]
    if child.tag == "choose":
        return all(is_guarded(branch) for branch in child.children)
    if child.tag == "text":
        return "macro" in child.attrs or "variable" in child.attrs
    return child.tag in ("group", "number", "date", "names")


def guarded(inner: Render) -> Render:
    """What is not printed when it asks for variables and all of them are empty.

    That is what a group is; a call of a macro is one too.
    """
    if inner is missing or inner is nothing:
        return inner

    def group(cite: Cite) -> str:
        called, rendered = cite.called, cite.rendered
        cite.called = cite.rendered = False
        text = inner(cite)
        if cite.called and not cite.rendered:
            cite.rendered = rendered
            return ""
        # A group that prints anything counts as a variable with a value.
        cite.rendered = rendered or bool(text)
        cite.called = called or cite.called
        return text

    return group


def _asking(inner: Render) -> Render:
    """The same beside variables that the item lacks."""
    if inner is nothing:
        return missing

    def asking(cite: Cite) -> str:
        cite.called = True
        return inner(cite)

    return asking


def join_children(children: list[Render], delimiter: str) -> Render:
    """One closure that renders all of them and joins what is not empty."""
    if missing in children:
        return _asking(join_children([each for each in children if each is not missing], delimiter))
    children = [each for each in children if each is not nothing]
    joint = JOINT + delimiter + JOINT if delimiter else JOINT
    if not children:
        return nothing
    if len(children) == 1:
        return children[0]
    if len(children) == 2:
        first, second = children

        def pair(cite: Cite) -> str:
            left, right = first(cite), second(cite)
            return left + joint + right if left and right else left or right

        return pair

    join = joint.join

    def joined(cite: Cite) -> str:
        return join([text for child in children if (text := child(cite))])

    return joined
