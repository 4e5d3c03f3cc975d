"""Where things are in a source: lines, the braces that belong together, entry starts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

__all__ = ["ENTRY_TYPES", "Layout"]

# Entry types of BibTeX's standard styles and of biblatex (manual, section 2.1). Others are
# read as well; these are believed even where an entry has no field at all.
ENTRY_TYPES = frozenset(
    """
    article book booklet conference inbook incollection inproceedings manual mastersthesis
    misc phdthesis proceedings techreport unpublished mvbook bookinbook suppbook collection
    mvcollection suppcollection dataset online patent periodical suppperiodical mvproceedings
    reference mvreference inreference report set software thesis xdata electronic www
    artwork audio bibnote commentary image jurisdiction legislation legal letter movie music
    performance review standard video
    """.split()  # noqa: SIM905 - one word a line would be fifty lines
)

_START = re.compile(r"^[ \t\ufeff]*(@)[ \t]*(\w[\w-]*)\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"[ \t\n]*+[^,={}()\"#%\\\n]*+[ \t]*+(?P<mark>[,=})\n]|\Z)")
_BRACE = re.compile(r"[{}]")
_UNESCAPED_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


class Layout:
    """The layout of one source; each view of it is worked out once, when it is first used.

    Args:
        text: The whole source.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _newlines(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self._text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [
            found.start(1) for found in _START.finditer(self._text) if self._is_entry_start(found)
        ]

    def _is_entry_start(self, found: re.Match[str]) -> bool:
        kind = found[2].lower()
        return kind in ("string", "comment", "preamble") or self.is_entry(kind, found.end())

    def is_entry(self, kind: str, inside: int) -> bool:
        """Whether a block looks like an entry.

        Args:
            kind: Its type, in lower case.
            inside: The place behind its opening delimiter.
        """
        key = _KEY.match(self._text, inside)
        return key is not None and (key["mark"] in (",", "=") or kind in ENTRY_TYPES)

    @cached_property
    def _pairs(self) -> dict[int, int]:
        return _pairs(_BRACE, self._text)

    @cached_property
    def _unescaped_pairs(self) -> dict[int, int]:
        return _pairs(_UNESCAPED_BRACE, self._text)

    def line(self, place: int) -> int:
        """The line of a place, counted from 1."""
        return bisect_left(self._newlines, place) + 1

    def next_start(self, place: int) -> int:
        """Where the next entry starts on a line of its own at or behind a place."""
        index = bisect_left(self._starts, place)
        return self._starts[index] if index < len(self._starts) else len(self._text)

    def starts_between(self, start: int, end: int) -> list[int]:
        """Where entries start between two places."""
        return self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]

    def closing(self, opening: int, *, escapes: bool = True) -> int | None:
        """Where the brace that opens at a place is closed, if it is.

        Args:
            opening: The place of a ``{``.
            escapes: Whether a brace behind a backslash does not count.
        """
        return (self._unescaped_pairs if escapes else self._pairs).get(opening)


def _pairs(braces: re.Pattern[str], text: str) -> dict[int, int]:
    """Each opening brace with the one that closes it; what stays open is not in it."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for found in braces.finditer(text):
        if found.group() == "{":
            waiting.append(found.start())
        elif found.group() == "}" and waiting:
            pairs[waiting.pop()] = found.start()
    return pairs
