r"""Rich text as inline Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from string import punctuation
from typing import Literal

from publist.richtext import Element, Inline, Link, RichText, Span, Tag
from publist.write.markdown_escape import escape
from publist.write.markdown_urls import is_plain, with_links
from publist.write.settle import settle
from publist.write.urls import percent_encoded

__all__ = ["inline", "url"]

_EMPHASIS = {Tag.EMPH: ("*", "*"), Tag.STRONG: ("**", "**")}
_TAGS = {
    Tag.EMPH: ("<em>", "</em>"),
    Tag.STRONG: ("<strong>", "</strong>"),
    # Not <u>: kramdown takes what is inside it as it stands.
    Tag.UNDERLINE: ('<span style="text-decoration: underline">', "</span>"),
    Tag.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Tag.SUP: ("<sup>", "</sup>"),
    Tag.SUB: ("<sub>", "</sub>"),
    Tag.BLOCK: ("<br>", ""),
    Tag.INDENT: ("<br>", ""),
}
# What a code span can hold so that all builders show it, templates included.
_PLAIN_CODE = re.compile(r"(?!\s)[^`\\<>&{}|$\n]+(?<!\s)")
_PUNCTUATION = re.compile(f"[{re.escape(punctuation)}]")
# What ends the target, means something to Markdown, or makes a character reference.
_IN_URL = re.compile(r"[()\[\]*$';]")


@dataclass(slots=True)
class _Token:
    """A piece of the line: text, finished markup, or where emphasis starts or ends."""

    text: str
    kind: Literal["text", "markup", "start", "end"] = "markup"
    in_link: bool = False

    @property
    def is_code(self) -> bool:
        return self.kind == "markup" and self.text.startswith("`")


def inline(text: RichText, language: str = "en") -> str:
    r"""Rich text as Markdown for the beginning or the middle of a line.

    Args:
        text: The text; nothing in it can become markup that it does not hold.
        language: BCP 47 code; decides the quotation marks.

    >>> inline(RichText.of("1. ", Element(Tag.STRONG, ("Z. Tang",)), Element(Tag.SUP, ("*",))))
    '1\\. **Z. Tang**<sup>\\*</sup>'
    >>> inline(RichText.of("非", Element(Tag.EMPH, ("常。",)), "好"))
    '非<em>常。</em>好'
    """
    nodes = with_links(settle(text, language).nodes)
    tokens = _merged(_tokens(nodes, emphasised=False))
    for at, token in enumerate(tokens):
        if token.kind == "text":
            before, after = _around(tokens, at, at)
            token.text = escape(token.text, before, after, in_link=token.in_link)
    start = 0
    for at, token in enumerate(tokens):
        if token.kind == "start":
            start = at
        elif token.kind == "end":
            _emphasise(tokens, start, at)
    return "".join(token.text for token in tokens)


def url(href: str) -> str:
    """A safe URL as the target of a Markdown link.

    >>> url("https://example.org/a_(b)?x=1&copy;=2")
    'https://example.org/a_%28b%29?x=1&copy%3B=2'
    """
    return _IN_URL.sub(lambda found: percent_encoded(found.group()), href)


def _tokens(nodes: Iterable[Inline], *, emphasised: bool) -> Iterator[_Token]:
    for node in nodes:
        if isinstance(node, str):
            yield _Token(node, "text")
        elif (tag := _tag(node)) in _EMPHASIS:
            # Emphasis in emphasis is where Markdowns differ most: there it is HTML.
            before, after = _EMPHASIS[tag] if not emphasised else _TAGS[tag]
            yield _Token(before, "markup" if emphasised else "start")
            yield from _tokens(node.children, emphasised=True)
            yield _Token(after, "markup" if emphasised else "end")
        else:
            yield from _element(node, emphasised=emphasised)


def _tag(node: Element) -> Tag:
    return Tag.STRONG if isinstance(node, Span) and node.kind == "owner" else node.tag


def _element(node: Element, *, emphasised: bool) -> Iterator[_Token]:
    if node.tag is Tag.CODE:
        yield from _code(RichText(node.children).plain)
    elif node.tag is Tag.MATH:
        yield _Token(f"\\({RichText(node.children).plain}\\)", "text")
    elif isinstance(node, Link) and node.children == (node.href,) and is_plain(node.href):
        yield _Token(f"<{node.href}>")
    elif isinstance(node, Link):
        yield _Token("[")
        for token in _tokens(node.children, emphasised=emphasised):
            yield replace(token, in_link=True)
        yield _Token(f"]({url(node.href)})")
    else:
        before, after = _TAGS.get(node.tag, ("", ""))
        if before:
            yield _Token(before)
        yield from _tokens(node.children, emphasised=emphasised)
        if after:
            yield _Token(after)


def _code(text: str) -> Iterator[_Token]:
    if _PLAIN_CODE.fullmatch(text):
        yield _Token(f"`{text}`")
    else:
        # kramdown sees no backslash escapes in the element, only character references.
        escaped = _PUNCTUATION.sub(lambda found: f"&#{ord(found.group())};", text)
        yield _Token(f"<code>{escaped}</code>")


def _merged(tokens: Iterable[_Token]) -> list[_Token]:
    """Neighbouring texts as one: what an escape looks at may stand in the next of them."""
    merged: list[_Token] = []
    for token in filter(lambda token: token.text, tokens):
        if token.kind == "text" and merged and merged[-1].kind == "text":
            merged[-1].text += token.text
        elif merged and token.is_code and merged[-1].is_code:
            merged[-1].text = merged[-1].text[:-1] + token.text[1:]  # two code spans are one
        else:
            merged.append(token)
    return merged


def _around(tokens: list[_Token], first: int, last: int) -> tuple[str, str]:
    """The characters before and after some tokens; empty at the ends of the line."""
    before = tokens[first - 1].text[-1:] if first else ""
    after = tokens[last + 1].text[:1] if last + 1 < len(tokens) else ""
    return before, after


def _emphasise(tokens: list[_Token], start: int, end: int) -> None:
    """Turn delimiters that would not be seen as such into HTML (CommonMark 0.31, section 6.2)."""
    outside = _around(tokens, start, end)
    first, last = tokens[start + 1].text[:1], tokens[end - 1].text[-1:]
    if not (_delimits(outside[0], first) and _delimits(outside[1], last)):
        name = "em" if tokens[start].text == "*" else "strong"
        tokens[start].text, tokens[end].text = f"<{name}>", f"</{name}>"


def _delimits(outside: str, inside: str) -> bool:
    """Whether a delimiter between two characters opens, or closes, towards the inside.

    Since 0.31 CommonMark counts symbols as punctuation, before it did not: here they count
    where that makes it harder to be a delimiter.
    """
    if not inside or inside.isspace() or "*" in (outside, inside):
        return False
    if unicodedata.category(inside)[0] not in "PS":
        return True
    return outside in ("", " ") or outside in punctuation or unicodedata.category(outside)[0] == "P"
