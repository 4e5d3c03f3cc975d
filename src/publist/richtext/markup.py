"""Rich text as one line of inline markup, for YAML, JSON and CSL-JSON values.

The markup is that of CSL-JSON fields (citeproc's ``<i> <b> <sup> <sub> <sc>`` and
``<span class="nocase">``), with ``<u>``, ``<code>``, ``<q>`` and ``$math$`` added.
Only these tags mean anything: any other ``<`` is a less-than sign, and a tag that
is never closed is text. Nothing here is HTML, and nothing here escapes for HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publist.richtext.tree import EMPTY, Element, Inline, Link, RichText, Tag

__all__ = ["parse_markup", "to_markup"]

_OPENING = {
    "i": Tag.EMPH,
    "em": Tag.EMPH,
    "b": Tag.STRONG,
    "strong": Tag.STRONG,
    "u": Tag.UNDERLINE,
    "sup": Tag.SUP,
    "sub": Tag.SUB,
    "sc": Tag.SMALL_CAPS,
    "code": Tag.CODE,
    "q": Tag.QUOTE,
}
_SPANS = {
    'class="nocase"': Tag.PROTECTED,
    'style="font-variant:small-caps;"': Tag.SMALL_CAPS,
    'style="font-variant: small-caps;"': Tag.SMALL_CAPS,
}
_WRITTEN = {
    Tag.EMPH: ("<i>", "</i>"),
    Tag.STRONG: ("<b>", "</b>"),
    Tag.UNDERLINE: ("<u>", "</u>"),
    Tag.SUP: ("<sup>", "</sup>"),
    Tag.SUB: ("<sub>", "</sub>"),
    Tag.SMALL_CAPS: ("<sc>", "</sc>"),
    Tag.CODE: ("<code>", "</code>"),
    Tag.QUOTE: ("<q>", "</q>"),
    Tag.PROTECTED: ('<span class="nocase">', "</span>"),
    Tag.MATH: ("$", "$"),
}
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&#36;": "$"}

# Deeper than any title; whoever nests more wants to make trees that nothing can walk.
_MAX_DEPTH = 40

_TOKEN = re.compile(
    r"<(?P<open>i|em|b|strong|u|sup|sub|sc|code|q)>"
    r"|</(?P<close>i|em|b|strong|u|sup|sub|sc|code|q|span)>"
    r"|<span (?P<span>class=\"nocase\"|style=\"font-variant: ?small-caps;\")>"
    r"|(?P<entity>&lt;|&gt;|&amp;|&#36;)"
    # Pandoc's rule: no blank inside the dollars, no digit behind the second one.
    r"|\$(?P<math>(?=[^\s$])(?:\\.|[^$\\])*?[^\s\\$]|[^\s\\$])\$(?!\d)"
)
# What must not stand in text as it is, because reading it again would see more in it.
_ESCAPED = re.compile(
    r"<(?=/?(?:i|em|b|strong|u|sup|sub|sc|code|q|span)\b)|&(?=lt;|gt;|amp;|#36;)|\$"
)


@dataclass(slots=True)
class _Open:
    name: str
    source: str
    tag: Tag | None
    nodes: list[Inline] = field(default_factory=list)


def parse_markup(text: str) -> RichText:
    """Read one line of inline markup.

    Args:
        text: The markup; see the module's own description for what it may hold.

    Returns:
        The rich text. There is no wrong markup: what is not understood is text.

    >>> parse_markup("CO<sub>2</sub> in <i>E. coli</i>, 1 < 2").plain
    'CO2 in E. coli, 1 < 2'
    >>> parse_markup("$O(n^2)$ for $5").nodes
    (Element(tag=<Tag.MATH: 'math'>, children=('O(n^2)',)), ' for $5')
    """
    if "<" not in text and "&" not in text and "$" not in text:
        return RichText((text,)) if text else EMPTY
    stack = [_Open("", "", None)]
    at = 0
    for found in _TOKEN.finditer(text):
        stack[-1].nodes.append(text[at : found.start()])
        at = found.end()
        _take(found, stack)
    stack[-1].nodes.append(text[at:])
    while len(stack) > 1:
        _unwind(stack)
    return RichText.of(*stack[0].nodes)


def _take(found: re.Match[str], stack: list[_Open]) -> None:
    source = found.group()
    if (found["open"] or found["span"]) and len(stack) > _MAX_DEPTH:
        stack[-1].nodes.append(source)
    elif name := found["open"]:
        stack.append(_Open(name, source, _OPENING[name]))
    elif span := found["span"]:
        stack.append(_Open("span", source, _SPANS[span]))
    elif name := found["close"]:
        _close(name, source, stack)
    elif found["entity"]:
        stack[-1].nodes.append(_ENTITIES[source])
    else:
        stack[-1].nodes.append(Element(Tag.MATH, (found["math"],)))


def _close(name: str, source: str, stack: list[_Open]) -> None:
    if name not in [opened.name for opened in stack[1:]]:
        stack[-1].nodes.append(source)
        return
    while stack[-1].name != name:
        _unwind(stack)
    opened = stack.pop()
    assert opened.tag is not None
    stack[-1].nodes.append(Element(opened.tag, RichText.of(*opened.nodes).nodes))


def _unwind(stack: list[_Open]) -> None:
    """Give an element that was never closed back as text."""
    opened = stack.pop()
    stack[-1].nodes.append(opened.source)
    stack[-1].nodes.extend(opened.nodes)


def to_markup(text: RichText) -> str:
    """Write rich text as one line of inline markup, so that reading it gives it back.

    Links and spans, which no field value holds, leave only what is inside them.

    >>> to_markup(RichText.of("a < b ", Element(Tag.EMPH, ("c",)), " 5 $"))
    'a < b <i>c</i> 5 &#36;'
    """
    return "".join(_written(node) for node in text.nodes)


def _written(node: Inline) -> str:
    if isinstance(node, str):
        return _ESCAPED.sub(lambda found: _escape(found.group()), node)
    if node.tag is Tag.MATH:
        return f"${''.join(child for child in node.children if isinstance(child, str))}$"
    before, after = _WRITTEN.get(node.tag, ("", ""))
    if isinstance(node, Link):
        before = after = ""
    return before + "".join(_written(child) for child in node.children) + after


def _escape(char: str) -> str:
    return {"<": "&lt;", "&": "&amp;", "$": "&#36;"}[char]
