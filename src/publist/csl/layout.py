"""``cs:layout``: how a bibliography entry or a cite is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.csl import marks
from publist.csl.compile.dress import affixes, formatting
from publist.csl.marks import CLOSE, JOINT
from publist.csl.markup import clean
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Builder

__all__ = ["Layout", "compile_entry", "compile_layout"]


class Layout:
    """A compiled citation layout.

    Args:
        render: What is inside, for one cite.
        before: Prefix and formatting in front of all cites.
        after: What closes them.
        delimiter: What stands between cites.
    """

    def __init__(self, render: Render, before: str, after: str, delimiter: str) -> None:
        self.render = render
        """What is inside."""
        self.before = before
        self.after = after
        self.delimiter = delimiter


def compile_layout(area: Node, builder: Builder) -> Layout:
    """Compile the layout of a citation; its formatting includes its affixes."""
    node = _layout(area)
    prefix, suffix = affixes(node)
    opened, closed = formatting(node)
    render = builder.children(node, builder.scope(area))
    return Layout(render, opened + prefix, suffix + closed, clean(node.get("delimiter")))


def compile_entry(area: Node, builder: Builder) -> Render:
    """Compile the layout of a bibliography."""
    node = _layout(area)
    scope = builder.scope(area)
    prefix, suffix = affixes(node)
    opened, closed = formatting(node)
    if "second-field-align" not in area.attrs or len(node.children) < 2:
        render = builder.children(node, scope)
        before, after = opened + prefix, suffix + closed
        if suffix and node.children and "display" in node.children[-1].attrs:
            return _ending_in_block(render, before, suffix, closed)

        def entry(cite: Cite) -> str:
            text = render(cite)
            return before + text + after if text else ""

        return entry
    first = builder.compile(node.children[0], scope)
    rest = builder.children(Node("layout", {}, node.children[1:]), scope)

    inside = suffix.rstrip(" ")
    outside = suffix[len(inside) :]

    def aligned(cite: Cite) -> str:
        left, right = first(cite), rest(cite)
        if not left:
            return opened + prefix + right + suffix + closed if right else ""
        margin = marks.LEFT + opened + prefix + left + closed + CLOSE
        if not suffix and right.endswith(" "):
            body = marks.RIGHT + opened + right.rstrip(" ") + closed + CLOSE
            return margin + JOINT + body + " "
        body = marks.RIGHT + opened + right + inside + closed + CLOSE
        return margin + JOINT + body + outside

    return aligned


def _ending_in_block(render: Render, before: str, suffix: str, closed: str) -> Render:
    """An entry whose last part is a block, which takes the suffix in."""
    inside = suffix.rstrip(" ")
    outside = suffix[len(inside) :]

    def entry(cite: Cite) -> str:
        text = render(cite)
        if not text:
            return ""
        if text.endswith(CLOSE):
            return before + text[:-1] + inside + CLOSE + outside + closed
        return before + text + suffix + closed

    return entry


def _layout(area: Node) -> Node:
    return area.find("layout") or Node("layout")
