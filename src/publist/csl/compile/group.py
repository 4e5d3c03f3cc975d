"""``cs:group``: parts joined by a delimiter, gone when its variables are all empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.csl.compile.dress import SIGNS, dress_whole, meeting_freely
from publist.csl.compile.known import guarding, guards, missing, nothing
from publist.csl.marks import HELD, JOINT
from publist.csl.markup import clean
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_group", "first_of", "guarded", "join_children"]


def compile_group(node: Node, scope: Scope) -> Render:
    """Compile a group (CSL 1.0.2, "Group")."""
    delimiter = node.get("delimiter") if "delimiter" in node.attrs else ""
    within = scope.within(delimiter=clean(delimiter), parent=None, first_only=False)
    inner = scope.builder.children(node, within)
    return dress_whole(meeting_freely(guarded(inner), node), node)


def guarded(inner: Render) -> Render:
    """What is not printed when it asks for variables and all of them are empty.

    That is what a group is; a call of a macro is one too.
    """
    if guards(inner):
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

    return guarding(group)


def _asking(inner: Render) -> Render:
    """The same beside variables that the item lacks."""
    if inner is nothing:
        return missing

    def asking(cite: Cite) -> str:
        cite.called = True
        return inner(cite)

    return guarding(asking) if guards(inner) else asking


def first_of(children: list[Render]) -> Render:
    """The first of them that prints anything."""
    children = [child for child in children if child is not missing and child is not nothing]
    if len(children) < 2:
        return children[0] if children else missing

    def first(cite: Cite) -> str:
        for child in children:
            if text := child(cite):
                return text
        return ""

    return first


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
    joining = _ending_freely if delimiter[:1] in SIGNS else _joined
    joined = joining(children, joint)
    return guarding(joined) if all(map(guards, children)) else joined


def _ending_freely(children: list[Render], joint: str) -> Render:
    """The same where parts hold on to their last sign because the delimiter follows.

    A part that nothing follows after all does not.
    """
    *before, last = children

    def joined(cite: Cite) -> str:
        texts = [text for child in before if (text := child(cite))]
        if text := last(cite):
            texts.append(text)
        elif texts and texts[-1].endswith(HELD) and not texts[-1].endswith(HELD + HELD):
            texts[-1] = texts[-1][:-1]
        return joint.join(texts)

    return joined


def _joined(children: list[Render], joint: str) -> Render:
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
