"""URLs in running text: links of their own, since some Markdowns make links of them anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from publist.richtext import Inline, Link, Tag
from publist.write.urls import safe_url

__all__ = ["is_plain", "with_links"]

_BARE = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_PLAIN = re.compile(r"https?://[A-Za-z0-9./:?=%~#+,;@_-]+")
_NOT_AT_END = ".,;:!?'*_~’)]}"
_OPAQUE = (Tag.LINK, Tag.CODE, Tag.MATH)


def with_links(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Rich text in which every URL outside of links and code is a link.

    >>> [node.href for node in with_links(("See https://example.org/~x.",))
    ...  if isinstance(node, Link)]
    ['https://example.org/~x']
    """
    for node in nodes:
        if isinstance(node, str):
            yield from _linked(node)
        elif node.tag in _OPAQUE:
            yield node
        else:
            yield replace(node, children=tuple(with_links(node.children)))


def is_plain(href: str) -> bool:
    """Whether a URL may stand between ``<`` and ``>`` in every Markdown."""
    return _PLAIN.fullmatch(href) is not None


def _linked(text: str) -> Iterator[Inline]:
    at = 0
    for found in _BARE.finditer(text):
        shown = found.group().rstrip(_NOT_AT_END)
        href = safe_url(shown)
        if href is None or shown.lower() in ("http", "http:/", "http://", "https://"):
            continue
        end = found.start() + len(shown)
        yield text[at : found.start()]
        yield Link(Tag.LINK, (shown,), href=href)
        at = end
    yield text[at:]
