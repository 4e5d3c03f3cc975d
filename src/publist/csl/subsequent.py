"""``subsequent-author-substitute``: a dash for names that the entry above has as well."""

from __future__ import annotations

import re

from publist.csl.marks import JOINT, NAMES, SPAN_CLOSE, without_marks
from publist.csl.markup import clean

__all__ = ["Subsequent", "names_block"]

_EMPTY_BLOCK = re.compile("[\x1b\x80-\x82][\x01\x84\x86-\x89\x8c]*\x02")
# What stood between names that are gone and the next part.
_DELIMITER = re.compile(f"^{SPAN_CLOSE}{JOINT}[ ,.;:]+{JOINT}")
_NAME = re.compile("\x83[\x90-\x9f]{6}([^\x83\x8c]*)\x8c")


class Subsequent:
    """Remembers the names of the entry above.

    Args:
        substitute: What is printed instead of names, e.g. ``———``.
        rule: How much is replaced, when (CSL 1.0.2, "Reference Grouping").
    """

    def __init__(self, substitute: str, rule: str) -> None:
        self.substitute = clean(substitute)
        self.rule = rule
        self.before: list[str] = []

    def replace(self, text: str) -> str:
        """The entry, its names replaced where they are those of the entry above."""
        start = text.find(NAMES)
        if start < 0:
            self.before = []
            return text
        end = _end(text, start)
        block = text[start + 1 : end]
        names = [without_marks(found[1]) for found in _NAME.finditer(block)]
        key = names or [without_marks(block)]
        before, self.before = self.before, key
        replaced = self._block(block, key, before)
        if replaced:
            return text[: start + 1] + replaced + text[end:]
        return _EMPTY_BLOCK.sub("", text[: start + 1] + _DELIMITER.sub(SPAN_CLOSE, text[end:], 1))

    def _block(self, block: str, key: list[str], before: list[str]) -> str:
        same = _common(key, before)
        if self.rule == "complete-all":
            if key != before:
                return block
            return self.substitute
        if self.rule == "complete-each":
            return self._each(block, len(key)) if key == before else block
        if self.rule == "partial-each":
            return self._each(block, same)
        return self._each(block, min(same, 1)) if self.rule == "partial-first" else block

    def _each(self, block: str, count: int) -> str:
        if not count:
            return block
        if not _NAME.search(block):
            return self.substitute
        return _NAME.sub(lambda _found: self.substitute, block, count=count)


def names_block(text: str) -> str:
    """The names an entry or cite begins with, as they are marked."""
    start = text.find(NAMES)
    return text[start + 1 : _end(text, start)] if start >= 0 else ""


def _common(left: list[str], right: list[str]) -> int:
    same = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        same += 1
    return same


def _end(text: str, start: int) -> int:
    """Where the span that opens at ``start`` is closed."""
    depth = 0
    for found in re.finditer("[\x83\x84\x86-\x89\x8c]", text[start:]):
        depth += -1 if found.group() == SPAN_CLOSE else 1
        if not depth:
            return start + found.start()
    return len(text)
