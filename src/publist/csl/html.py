"""Marks as HTML, in the dialect of the CSL test suite."""

from __future__ import annotations

import re
import unicodedata

from publist.csl import marks
from publist.csl.marks import CLOSE, NAME, NODECOR

# Superscript characters are written as the letters they raise, as the suite's dialect does.
_RAISED = {
    char: unicodedata.normalize("NFKC", char)
    for char in map(chr, (*range(0xA0, 0x2000), *range(0x2070, 0x2130), *range(0x3190, 0x31A0)))
    if unicodedata.decomposition(char).startswith("<super>")
} | {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
_SUPERSCRIPT = re.compile("[" + "".join(_RAISED) + "]")


__all__ = ["to_html", "without_spans"]

_SPANS = re.compile("\x83[\x90-\x9f]{6}|[\x84\x86-\x89\x8c\x8e]")
_SPAN_MARKS = "\x84\x86\x87\x88\x89\x8c\x8e"
_MARK = re.compile("[\x02-\x08\x0e-\x19\x1b\x80-\x82]")
_SPLIT = re.compile(f"({_MARK.pattern})")

# Mark -> the property it sets, the value it sets it to, and how it is written.
_SET = {
    marks.EMPH: ("style", "i", "<i>", "</i>"),
    marks.OBLIQUE: ("style", "o", "<em>", "</em>"),
    marks.STRONG: ("weight", "b", "<b>", "</b>"),
    marks.LIGHT: ("weight", "l", '<span style="font-weight:lighter;">', "</span>"),
    marks.SMALL_CAPS: ("variant", "sc", '<span style="font-variant:small-caps;">', "</span>"),
    marks.UNDERLINE: ("decoration", "u", '<span style="text-decoration:underline;">', "</span>"),
    marks.NO_DECORATION: ("decoration", "", '<span style="text-decoration:none;">', "</span>"),
    marks.SUP: ("align", "", "<sup>", "</sup>"),
    marks.SUB: ("align", "", "<sub>", "</sub>"),
    marks.BASELINE: ("align", "", '<span style="baseline">', "</span>"),
}
_OFF = {
    marks.NO_STYLE: ("style", '<span style="font-style:normal;">'),
    marks.NO_WEIGHT: ("weight", '<span style="font-weight:normal;">'),
    marks.NO_VARIANT: ("variant", '<span style="font-variant:normal;">'),
}
_FIELD = {
    marks.FIELD_EMPH: (marks.EMPH, marks.NO_STYLE),
    marks.FIELD_STRONG: (marks.STRONG, marks.NO_WEIGHT),
    marks.FIELD_SMALL_CAPS: (marks.SMALL_CAPS, marks.NO_VARIANT),
}
_BLOCKS = {
    marks.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
    marks.LEFT: ('\n    <div class="csl-left-margin">', "</div>"),
    marks.RIGHT: ('<div class="csl-right-inline">', "</div>\n  "),
    marks.INDENT: ('\n    <div class="csl-indent">', "</div>\n  "),
}
# What is written in the same way whatever is around it.
_PLAIN = {mark: (opener, closer) for mark, (_, _, opener, closer) in _SET.items()} | _BLOCKS


def without_spans(text: str) -> str:
    """The text without the marks that say what it is: HTML shows only how it looks."""
    if NAME in text:
        return _SPANS.sub("", text)
    for mark in _SPAN_MARKS:
        if mark in text:
            text = text.replace(mark, "")
    return text


def to_html(text: str) -> str:
    """Write a finished text, without its spans, as HTML.

    >>> to_html("a & " + marks.EMPH + "b" + marks.CLOSE)
    'a &#38; <i>b</i>'
    """
    if "&" in text:
        text = text.replace("&", "&#38;")
    if "<" in text:
        text = text.replace("<", "&#60;")
    if ">" in text:
        text = text.replace(">", "&#62;")
    if "  " in text:
        text = text.replace("  ", "\xa0 ")
    if not text.isascii():
        text = _SUPERSCRIPT.sub(lambda found: f"<sup>{_RAISED[found.group()]}</sup>", text)
    pieces = _SPLIT.split(text)
    if len(pieces) == 1:
        return text
    return _plainly(pieces) or _Writer().write(text)


def _plainly(pieces: list[str]) -> str | None:
    """The pieces of a text, marks at the odd places, where no formatting is ever undone."""
    closers: list[str] = []
    for at in range(1, len(pieces), 2):
        mark = pieces[at]
        if mark == CLOSE:
            pieces[at] = closers.pop() if closers else ""
        elif mark in _PLAIN:
            pieces[at], closer = _PLAIN[mark]
            closers.append(closer)
        else:
            return None
    return "".join(pieces)


class _Writer:
    """Keeps what is set, so that emphasis inside emphasis is upright."""

    def __init__(self) -> None:
        self.closers: list[tuple[str, dict[str, str]]] = []
        self.set: dict[str, str] = {}

    def write(self, text: str) -> str:
        return _MARK.sub(self._mark, text)

    def _mark(self, found: re.Match[str]) -> str:
        mark = found.group()
        if mark == CLOSE:
            if not self.closers:
                return ""
            closer, self.set = self.closers.pop()
            return closer
        if mark in _FIELD:
            on, off = _FIELD[mark]
            mark = off if self.set.get(_OFF[off][0]) else on
        if mark in _SET:
            name, value, opener, closer = _SET[mark]
            return self._open(opener, closer, {name: value})
        if mark in _OFF:
            name, opener = _OFF[mark]
            if self.set.get(name):
                return self._open(opener, "</span>", {name: ""})
        if mark in _BLOCKS:
            return self._open(*_BLOCKS[mark], {})
        if mark == NODECOR:
            return self._plain()
        return self._open("", "", {})

    def _plain(self) -> str:
        active = [(name, opener) for name, opener in _OFF.values() if self.set.get(name)]
        return self._open(
            "".join(opener for _, opener in active),
            "</span>" * len(active),
            {name: "" for name, _ in active},
        )

    def _open(self, opener: str, closer: str, changes: dict[str, str]) -> str:
        self.closers.append((closer, self.set))
        if changes:
            self.set = self.set | changes
        return opener
