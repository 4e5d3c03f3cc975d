"""Marks as a tree of rich text, and as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable

from publist.csl import marks
from publist.csl.marks import CLOSE, DIGITS, MARKS, NAME, SPAN_CLOSE, without_marks
from publist.csl.variables import NAME_NUMBERS
from publist.richtext import Element, Inline, Link, RichText, Span, Tag

__all__ = ["to_rich", "to_text"]

_TOKEN = re.compile(f"\x83[\x90-\x9f]{{6}}|[{MARKS}]")
_TAGS = {
    marks.EMPH: Tag.EMPH,
    marks.OBLIQUE: Tag.EMPH,
    marks.STRONG: Tag.STRONG,
    marks.UNDERLINE: Tag.UNDERLINE,
    marks.SMALL_CAPS: Tag.SMALL_CAPS,
    marks.SUP: Tag.SUP,
    marks.SUB: Tag.SUB,
    marks.NO_STYLE: Tag.NORMAL,
    marks.NO_WEIGHT: Tag.NORMAL,
    marks.NO_VARIANT: Tag.NORMAL,
    marks.NODECOR: Tag.NORMAL,
    marks.BLOCK: Tag.BLOCK,
    marks.LEFT: Tag.LEFT_MARGIN,
    marks.RIGHT: Tag.RIGHT_INLINE,
    marks.INDENT: Tag.INDENT,
}
_FIELD = {
    marks.FIELD_EMPH: Tag.EMPH,
    marks.FIELD_STRONG: Tag.STRONG,
    marks.FIELD_SMALL_CAPS: Tag.SMALL_CAPS,
}
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/$")
_SPANS = {marks.TITLE: "title", marks.VENUE: "container-title", marks.NAMES: "names"}
_NAME_VARIABLES = {number: name for name, number in NAME_NUMBERS.items()}

Close = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def to_text(text: str) -> str:
    """A finished text without any formatting.

    >>> to_text(marks.EMPH + "b" + marks.CLOSE)
    'b'
    """
    return " ".join(without_marks(text.replace(marks.BLOCK, " ")).split(" ")).strip()


def to_rich(text: str) -> RichText:
    """A finished text as a tree; names, titles and links are spans of it.

    >>> to_rich(marks.EMPH + "b" + marks.CLOSE + "c").nodes
    (Element(tag=<Tag.EMPH: 'emph'>, children=('b',)), 'c')
    """
    return _Tree().build(text)


class _Tree:
    def __init__(self) -> None:
        self.levels: list[list[Inline]] = [[]]
        self.closers: list[tuple[Close, Tag | None]] = []

    def build(self, text: str) -> RichText:
        at = 0
        for found in _TOKEN.finditer(text):
            self.levels[-1].append(text[at : found.start()])
            at = found.end()
            self._mark(found.group())
        self.levels[-1].append(text[at:])
        while self.closers:
            self._close()
        return RichText.of(*self.levels[0])

    def _mark(self, mark: str) -> None:
        if mark == marks.TERM:
            return
        if mark in (CLOSE, SPAN_CLOSE):
            if self.closers:
                self._close()
        elif mark in _FIELD:
            tag = _FIELD[mark]
            active = any(outer is tag for _, outer in self.closers)
            self._open(Tag.NORMAL if active else tag)
        elif mark in _TAGS:
            self._open(_TAGS[mark])
        elif mark[0] == NAME:
            self._push(_span("name", _name_value(mark)))
        elif mark in _SPANS:
            self._push(_span(_SPANS[mark], None))
        elif mark in (marks.URL, marks.DOI):
            self._open_link(doi=mark == marks.DOI)
        else:
            self._push(lambda children: children)

    def _open(self, tag: Tag) -> None:
        self._push(lambda children: (Element(tag, children),), tag)

    def _open_link(self, *, doi: bool) -> None:
        # An address that a style puts in front of a DOI is a part of the link, as CSL
        # 1.0.2 has it in its appendix on links, and no link of its own.
        level = self.levels[-1]
        before = level[-1] if level else None
        found = _RESOLVER.search(before) if doi and isinstance(before, str) else None
        if found:
            level[-1] = found.string[: found.start()]
        self._push(_link(doi=doi))
        if found:
            self.levels[-1].append(found[0])

    def _push(self, close: Close, tag: Tag | None = None) -> None:
        self.closers.append((close, tag))
        self.levels.append([])

    def _close(self) -> None:
        close, _ = self.closers.pop()
        children = RichText.of(*self.levels.pop()).nodes
        if children:
            self.levels[-1].extend(close(children))


def _name_value(mark: str) -> tuple[str, int]:
    digits = [DIGITS.index(digit) for digit in mark[1:]]
    variable = _NAME_VARIABLES.get(digits[0] * 16 + digits[1], "author")
    index = 0
    for digit in digits[2:]:
        index = index * 16 + digit
    return variable, index


def _span(kind: str, value: tuple[str, int] | None) -> Close:
    return lambda children: (Span(Tag.SPAN, children, kind=kind, value=value),)


def _link(*, doi: bool) -> Close:
    def close(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        href = RichText(children).plain
        if doi and not href.lower().startswith(("http://", "https://")):
            href = f"https://doi.org/{href}"
        return (Link(Tag.LINK, children, href=href),)

    return close
