"""Field values: inline markup, quotation marks and apostrophes turned into marks."""

from __future__ import annotations

import re

from publist.csl.marks import (
    CLOSE,
    FIELD_EMPH,
    FIELD_SMALL_CAPS,
    FIELD_STRONG,
    INNER_QUOTE,
    MARKS,
    NOCASE,
    NODECOR,
    QUOTE,
    SUB,
    SUP,
    UNQUOTE,
)

__all__ = ["clean", "field_text"]

_OPEN = {
    "<i>": FIELD_EMPH,
    "<em>": FIELD_EMPH,
    "<b>": FIELD_STRONG,
    "<strong>": FIELD_STRONG,
    "<sup>": SUP,
    "<sub>": SUB,
    "<sc>": FIELD_SMALL_CAPS,
    '<span class="nocase">': NOCASE,
    '<span class="nodecor">': NODECOR,
    '<span style="font-variant:small-caps;">': FIELD_SMALL_CAPS,
    '<span style="font-variant: small-caps;">': FIELD_SMALL_CAPS,
}
_CLOSES = {
    "<i>": "</i>",
    "<em>": "</em>",
    "<b>": "</b>",
    "<strong>": "</strong>",
    "<sup>": "</sup>",
    "<sub>": "</sub>",
    "<sc>": "</sc>",
}
_TOKEN = re.compile(
    r"</?(?:i|em|b|strong|sup|sub|sc)>"
    r'|<span (?:class="(?:nocase|nodecor)"|style="font-variant: ?small-caps;")>|</span>'
    r"|[\"'“”‘’]"
)
_SPECIAL = re.compile(r"[<\"'“”‘’]")
_UNSEEN = re.compile(f"[\x00\r{MARKS}\x0b\x0c\x1c-\x1f\x7f\x85\ud800-\udfff]+")
_APOSTROPHE = "’"
_PAIRS = {"“": "”", "‘": "’"}


def clean(value: str) -> str:
    r"""A value without control characters, which are ours, and lone surrogates.

    >>> clean("a\x83b")
    'ab'
    """
    return value if value.isprintable() else _UNSEEN.sub("", value)


def field_text(value: str) -> str:
    """A field's value with its markup and quotation marks as marks.

    >>> field_text("O'Neil")
    'O’Neil'
    """
    if not _SPECIAL.search(value):
        return clean(value)
    value = clean(value)
    if "'" in value and not _SPECIAL.search(value.replace("'", "")) and _only_apostrophes(value):
        return value.replace("'", _APOSTROPHE)
    return _Reader(value).read()


def _only_apostrophes(value: str) -> bool:
    """Every single quote has a letter on both sides."""
    return all(
        found.start() and value[found.start() - 1].isalnum() and value[found.end() :][:1].isalnum()
        for found in re.finditer("'", value)
    )


class _Reader:
    """Reads one value from left to right, with a stack of what is open."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.out: list[str] = []
        # What is open: how it was written, what would close it, where it stands in `out`.
        self.stack: list[tuple[str, str, int]] = []

    def read(self) -> str:
        at = 0
        for found in _TOKEN.finditer(self.value):
            self.out.append(self.value[at : found.start()])
            at = found.end()
            piece = found.group()
            if piece in _OPEN:
                self._open(piece, _CLOSES.get(piece, "</span>"), _OPEN[piece])
            elif piece.startswith("</"):
                self._close_tag(piece)
            else:
                self._quote(piece, found.start())
        self.out.append(self.value[at:])
        return "".join(self.out)

    def _open(self, piece: str, closer: str, mark: str) -> None:
        """Write it as it stands; it becomes a mark when its end is found."""
        self.stack.append((mark, closer, len(self.out)))
        self.out.append(_APOSTROPHE if piece == "'" else piece)

    def _close(self, depth: int, end: str) -> None:
        """End what is open at this depth; what is open inside it was only text."""
        mark, _, position = self.stack[depth]
        del self.stack[depth:]
        self.out[position] = mark
        self.out.append(end)

    def _close_tag(self, piece: str) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth][1] == piece:
                self._close(depth, CLOSE)
                return
        self.out.append(piece)

    def _quote(self, piece: str, at: int) -> None:
        before = self.value[at - 1] if at else " "
        after = self.value[at + 1 : at + 2] or " "
        if self._may_close(piece, before, after):
            for depth in range(len(self.stack) - 1, -1, -1):
                if self.stack[depth][1] == piece:
                    self._close(depth, UNQUOTE)
                    return
                if self.stack[depth][0] not in (QUOTE, INNER_QUOTE):
                    break
        if piece in "\"'" and _opens(before, after):
            inner = piece == "'" and '"' in self.value
            self._open(piece, piece, INNER_QUOTE if inner else QUOTE)
        elif piece in _PAIRS and _opens(before, after):
            self._open(piece, _PAIRS[piece], INNER_QUOTE if piece == "‘" else QUOTE)
        else:
            self.out.append(_APOSTROPHE if piece == "'" else piece)

    def _may_close(self, piece: str, before: str, after: str) -> bool:
        if piece in "“‘":
            return False
        return not before.isspace() and not (after.isalnum() and piece in "'’")


def _opens(before: str, after: str) -> bool:
    return (before.isspace() or before in "([{<>\"'“‘/—–-") and not after.isspace()
