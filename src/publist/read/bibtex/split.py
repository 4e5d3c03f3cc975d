"""Splitting: bibtexparser's splitter for what is sound, our own reading for the rest.

All that publist uses of bibtexparser is here: its :class:`~bibtexparser.splitter.Splitter`
cuts a source into blocks. It gives up a damaged block, knows no blank behind ``@``, and
takes what a comma is missing in for one value; such stretches go to
:mod:`publist.read.bibtex.recover`, and the splitter's blocks are taken up again behind them.
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

from publist.read.bibtex.blocks import Block, EntryBlock, MacroBlock, Remark
from publist.read.bibtex.layout import ENTRY_TYPES
from publist.read.bibtex.recover import Recovery
from publist.read.bibtex.values import is_wellformed, simple

__all__ = ["split"]

_NAME = re.compile(r"[^\s\"#%'(),={}@\\]+(?: [^\s\"#%'(),={}@\\]+)*")
_KEY = re.compile(r"[^\"#%,={}\\\n]*")
# What the splitter takes for text between entries, though it holds an entry or the rest of one.
_OVERLOOKED = re.compile(
    r"@[ \t]*\w[\w-]*\s*[{(]\s*(?:[^\s,={}()\"#%\\]*\s*[,=]|[^\s,={}()\"#%\\]+\s*[})])"
    r"|\A[\s,]*[A-Za-z][\w+.:-]*\s*=\s*[{\"]"
)

# The splitter reports each failed block to its logger, and a logger nobody set up prints.
# Here a damaged block becomes a Problem, so the log line is noise.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def split(text: str) -> list[Block]:
    """Split a source into entries, definitions and remarks, in its order.

    Args:
        text: The source, with line feeds as line ends.

    Returns:
        The blocks; the values in them are well-formed expressions.

    >>> split("@misc{a, title = {T}, year = 2001}")[0].fields
    [('title', '{T}'), ('year', '2001')]
    """
    found = [_without_wrapper(block) for block in Splitter(text).split().blocks]
    sound = _sound(found)
    if all(sound):
        return [_block(block) for block in found]
    return list(_mended(text, found, sound))


def _without_wrapper(block: SplitBlock) -> SplitBlock:
    """An entry or definition whose key or fields are there twice is one all the same."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        assert inner is not None
        block = inner
    return block


def _sound(blocks: Sequence[SplitBlock]) -> list[bool]:
    names: set[str] = set()
    sound = [_is_sound(block, names) for block in blocks]
    for index, block in enumerate(blocks):
        # The rest of an entry that one closing brace too many cut short: both are read again.
        if index and not sound[index] and _is_rest(block):
            sound[index - 1] = False
    return sound


def _is_sound(block: SplitBlock, names: set[str]) -> bool:
    if isinstance(block, Entry):
        return _is_sound_entry(block, names)
    if isinstance(block, String):
        return _NAME.fullmatch(block.key) is not None and is_wellformed(block.value)
    if isinstance(block, ImplicitComment):
        return _OVERLOOKED.search(block.comment) is None
    return not isinstance(block, ParsingFailedBlock)


def _is_sound_entry(block: Entry, names: set[str]) -> bool:
    for field in block.fields:
        if field.key not in names:
            if _NAME.fullmatch(field.key) is None:
                return False
            names.add(field.key)
        value = field.value
        if not simple(value) and not is_wellformed(value):
            return False
    if not block.key or not block.entry_type:
        return False
    if not block.fields and block.entry_type not in ENTRY_TYPES:
        return False
    return _KEY.fullmatch(block.key) is not None


def _is_rest(block: SplitBlock) -> bool:
    return isinstance(block, ImplicitComment) and not block.comment.startswith("@")


def _block(block: SplitBlock) -> Block:
    line = (block.start_line or 0) + 1
    if isinstance(block, Entry):
        fields = [(field.key, field.value) for field in block.fields]
        return EntryBlock(block.entry_type, block.key, fields, line)
    if isinstance(block, String):
        return MacroBlock(block.key, block.value, line)
    if isinstance(block, ExplicitComment | ImplicitComment):
        return Remark(block.comment, line)
    assert isinstance(block, Preamble)
    return Remark(block.value.strip(), line)


def _mended(text: str, found: Sequence[SplitBlock], sound: Sequence[bool]) -> Iterator[Block]:
    recovery = Recovery(text)
    places = _places(text, found)
    read_to = 0
    for index, block in enumerate(found):
        start, end = places[index], places[index + 1]
        if start < read_to:
            if end <= read_to:
                continue
            # What was read again ended inside this block: go on from there.
            start = read_to
        elif sound[index]:
            yield _block(block)
            continue
        blocks, read_to = recovery.read(start, end)
        yield from blocks


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
