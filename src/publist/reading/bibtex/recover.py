"""Damaged blocks: reading on where the syntax breaks, so that no entry is lost.

The splitter of bibtexparser gives a block up at its first error. What it gives up, or
reads in a way that leaves an expression nobody can evaluate, is read again here, with
an eye on what people do wrong: a comma or a brace is missing or there twice, a quotation
mark stands in a quoted value, a line is commented out, a key is missing.

An entry never reaches over the start of the next one: a line that begins with
``@type{key,`` ends what is open, unless a field holds nothing but a whole entry.
"""

from __future__ import annotations

import re
from functools import cached_property

from publist.problems import Severity
from publist.reading.bibtex.blocks import Block, Damage, EntryBlock, Field, MacroBlock, Remark
from publist.reading.bibtex.fields import FieldReader
from publist.reading.bibtex.layout import ENTRY_TYPES, Layout
from publist.reading.bibtex.values import inside

__all__ = ["Recovery"]

_BLOCK = re.compile(r"@[ \t]*(?P<type>\w[\w-]*)?\s*(?P<open>[{(])")
_STRING = re.compile(r"\s*([^\s={}()\"#,%]+)\s*=\s*")
_CLOSING = re.compile(r"\s*[})]?")
_LINE_END = re.compile(r"\n|\Z")


class Recovery:
    """Reads stretches of one source again, without giving anything up.

    Args:
        text: The whole source.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _layout(self) -> Layout:
        return Layout(self._text)

    def read(self, start: int, end: int) -> tuple[list[Block], int]:
        """Read what lies between two places, and on to the end of what begins there.

        Returns:
            The blocks, and the place where the last of them ends, ``end`` or behind it.
        """
        blocks: list[Block] = []
        at = start
        while at < end:
            found = _BLOCK.search(self._text, at, end + 1)
            if found is None or found.start() >= end:
                break
            block, stop = self._block(found)
            if block is None:
                self._remark(blocks, at, stop)
            else:
                self._remark(blocks, at, found.start())
                blocks.append(block)
            at = stop
        self._remark(blocks, at, end)
        return blocks, max(at, end)

    def _remark(self, blocks: list[Block], start: int, end: int) -> None:
        text = self._text[start:end].strip()
        if text:
            blocks.append(Remark(text, self._layout.line(start)))

    def _block(self, found: re.Match[str]) -> tuple[Block | None, int]:
        kind = (found["type"] or "").lower()
        if kind == "comment":
            return self._comment(found)
        if kind == "preamble":
            return self._preamble(found)
        if kind == "string":
            return self._string(found)
        return self._entry(found, kind)

    def _comment(self, found: re.Match[str]) -> tuple[Block, int]:
        opening = found.start("open")
        closing = self._layout.closing(opening) if found["open"] == "{" else None
        if closing is None:
            ended = _LINE_END.search(self._text, opening)
            assert ended is not None
            return Remark(self._text[found.start() : ended.start()], self._line(found)), ended.end()
        hidden = self._layout.starts_between(opening, closing)
        damages = tuple(
            Damage(
                "commented-out",
                "An entry inside @comment was left out; take it out of the comment to list it.",
                self._layout.line(place),
                severity=Severity.INFO,
            )
            for place in hidden
        )
        body = self._text[opening + 1 : closing].strip()
        return Remark(body, self._line(found), damages), closing + 1

    def _preamble(self, found: re.Match[str]) -> tuple[Block, int]:
        opening = found.start("open")
        closing = self._layout.closing(opening)
        if closing is None or self._layout.starts_between(opening, closing):
            closing = self._layout.next_start(opening)
        return Remark(self._text[opening + 1 : closing].strip(), self._line(found)), closing + 1

    def _string(self, found: re.Match[str]) -> tuple[Block | None, int]:
        limit = self._layout.next_start(found.end())
        name = _STRING.match(self._text, found.end(), limit)
        if name is None:
            return None, found.end()
        reader = FieldReader(self._text, self._layout, limit, found["open"], escapes=True)
        expression, at = reader.value(name.end())
        closing = _CLOSING.match(self._text, at)
        assert closing is not None
        return MacroBlock(name[1], expression, self._line(found)), closing.end()

    def _entry(self, found: re.Match[str], kind: str) -> tuple[Block | None, int]:
        if not self._layout.is_entry(kind, found.end()):
            return None, found.end()
        limit = self._layout.next_start(found.end())
        readings = []
        for escapes in (True, False):
            reader = FieldReader(self._text, self._layout, limit, found["open"], escapes=escapes)
            key, end = reader.entry(found.end())
            readings.append((len(reader.damages), -len(reader.fields), escapes, reader, key, end))
            if not reader.damages:
                break
        *_, reader, key, end = min(readings, key=lambda reading: reading[:2])
        if not reader.fields and kind not in ENTRY_TYPES:
            message = "Text that begins like an entry but has no field was passed over."
            line = self._line(found)
            text = self._text[found.start() : end].strip()
            return Remark(text, line, (Damage("no-fields", message, line),)), end
        damages = list(reader.damages)
        if not kind:
            damages.insert(0, self._untyped(found))
        fields = [_field(name, value) for name, value in reader.fields]
        block = EntryBlock(kind or "misc", key, fields, self._line(found), tuple(damages))
        return block, end

    def _untyped(self, found: re.Match[str]) -> Damage:
        message = "The entry has no type; it was read as @misc."
        return Damage("missing-type", message, self._line(found))

    def _line(self, found: re.Match[str]) -> int:
        return self._layout.line(found.start())


def _field(name: str, expression: str) -> Field:
    text = inside(expression)
    return (name, expression, False) if text is None else (name, text, True)
