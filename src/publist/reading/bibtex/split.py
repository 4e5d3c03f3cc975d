"""Splitting: bibtexparser's splitter for what is sound, our own reading for the rest.

All that publist uses of bibtexparser is here: its :class:`~bibtexparser.splitter.Splitter`
cuts a source into blocks. It gives up a damaged block, knows no blank behind ``@``, and
takes what a comma is missing in for one value; such stretches go to
:mod:`publist.reading.bibtex.recover`, and the splitter's blocks are taken up again behind them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence

from bibtexparser.model import (
    Block as SplitBlock,
)
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.splitter import Splitter

from publist.reading.bibtex.blocks import Block, EntryBlock, Field, MacroBlock, Remark
from publist.reading.bibtex.layout import ENTRY_TYPES
from publist.reading.bibtex.recover import Recovery
from publist.reading.bibtex.values import inside, is_wellformed

__all__ = ["split"]

_NAME = re.compile(r"[^\s\"#%'(),={}@\\]+(?: [^\s\"#%'(),={}@\\]+)*")
_KEY = re.compile(r"[^\"#%,={}\\\n]+")
# What the splitter takes for text between entries, though it holds an entry or the rest of one.
_OVERLOOKED = re.compile(
    r"@[ \t]*\w[\w-]*\s*[{(]\s*(?:[^\s,={}()\"#%\\]*\s*[,=]|[^\s,={}()\"#%\\]+\s*[})])"
)
# An entry whose type only begins like a comment's: biblatex's @commentary.
_LONGER_TYPE = re.compile(r"@[ \t]*comment[\w-]", re.IGNORECASE)
_REST = re.compile(r"[\s,]*[A-Za-z][\w+.:-]*\s*=\s*[{\"]")

# The splitter reports each failed block to its logger, and a logger nobody set up prints.
# Here a damaged block becomes a Problem, so the log line is noise.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def split(text: str) -> tuple[dict[str, str], Iterator[Block]]:
    """Split a source into entries, definitions and remarks, in its order.

    Args:
        text: The source, with line feeds as line ends.

    Returns:
        Every macro that is defined somewhere in the source, as an expression by its name in
        lower case, and the blocks, made one by one. The values in them are well-formed.

    >>> next(split("@misc{a, title = {T}, year = 2001}")[1]).fields
    [('title', 'T', True), ('year', '2001', False)]
    """
    found = [_without_wrapper(block) for block in Splitter(text).split().blocks]
    macros = {block.key.lower(): block.value for block in found if isinstance(block, String)}
    return macros, _blocks(text, found)


def _without_wrapper(block: SplitBlock) -> SplitBlock:
    """An entry or definition whose key or fields are there twice is one all the same."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        assert inner is not None
        block = inner
    return block


def _block(block: SplitBlock, names: set[str]) -> Block | None:
    line = (block.start_line or 0) + 1
    if isinstance(block, Entry):
        return _entry(block, names, line)
    if isinstance(block, String):
        sound = _NAME.fullmatch(block.key) and is_wellformed(block.value)
        return MacroBlock(block.key, block.value, line) if sound else None
    if isinstance(block, ImplicitComment):
        rest = _REST.match(block.comment) or _OVERLOOKED.search(block.comment)
        return None if rest else Remark(block.comment, line)
    if isinstance(block, ExplicitComment):
        overlooked = _OVERLOOKED.search(block.comment) or _LONGER_TYPE.match(block.raw or "")
        return None if overlooked else Remark(block.comment, line)
    return Remark(block.value.strip(), line) if isinstance(block, Preamble) else None


def _entry(block: Entry, names: set[str], line: int) -> EntryBlock | None:
    fields = _fields(block, names)
    if fields is None or not block.entry_type or _KEY.fullmatch(block.key) is None:
        return None
    if not fields and block.entry_type not in ENTRY_TYPES:
        return None
    return EntryBlock(block.entry_type, block.key, fields, line)


def _fields(block: Entry, names: set[str]) -> list[Field] | None:
    """The fields, unless one has a name or a value that cannot be right.

    Args:
        block: The splitter's entry.
        names: Field names that were found right before; others are added.
    """
    fields: list[Field] = []
    for field in block.fields:
        name = field.key
        if name not in names:
            if _NAME.fullmatch(name) is None:
                return None
            names.add(name)
        value = field.value
        text = inside(value)
        if text is not None:
            fields.append((name, text, True))
        elif is_wellformed(value):
            fields.append((name, value, False))
        else:
            return None
    return fields


def _blocks(text: str, found: Sequence[SplitBlock]) -> Iterator[Block]:
    """Our blocks for the splitter's, read again where those are no good."""
    names: set[str] = set()
    recovery: Recovery | None = None
    places: list[int] = []
    read_to = 0
    for index, block in enumerate(found):
        start = places[index] if places else 0
        if start >= read_to:
            sound = _block(block, names)
            # Fields behind the end: one closing brace too many cut the entry short.
            if sound is not None and not _is_cut_short(found, index):
                yield sound
                continue
        if recovery is None:
            recovery, places = Recovery(text), _places(text, found)
            start = places[index]
        end = places[index + 1]
        if end > read_to:
            # What was read again may have ended inside this block: go on from there.
            blocks, read_to = recovery.read(max(start, read_to), end)
            yield from blocks


def _is_cut_short(found: Sequence[SplitBlock], index: int) -> bool:
    if index + 1 == len(found) or not isinstance(found[index], Entry):
        return False
    rest = found[index + 1]
    return isinstance(rest, ImplicitComment) and _REST.match(rest.comment) is not None


def _places(text: str, blocks: Sequence[SplitBlock]) -> list[int]:
    """Where each block begins, and the end of the source."""
    places: list[int] = []
    at = 0
    for block in blocks:
        raw = block.raw or ""
        place = text.find(raw, at)
        if place < 0:
            # A block given up at the end may hold less or more than the source has left.
            place = max(text.find(raw[:20], at), at)
        places.append(place)
        at = place + (1 if isinstance(block, ParsingFailedBlock) else len(raw))
    return [*places, len(text)]
