"""Findings that the source itself switches off: ``% pubs: ignore CODE``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from publist.check.lines import Lines

__all__ = ["Ignored", "read_ignored"]

_MARK = re.compile(r"(?:%|#)[ \t]*pubs:[ \t]*ignore[ \t]+([\w-]++(?:[ \t]*+,[ \t]*+[\w-]++)*)")
_COMMENT = re.compile(r"[ \t]*(?:[%#].*)?")


class Ignored:
    """Which codes are switched off on which lines of a file.

    Args:
        by_entry: Codes by the number of the entry.
        starts: The line of each entry, in order.
        places: Line and code of each request, for those that no rule knows.
    """

    def __init__(
        self, by_entry: dict[int, set[str]], starts: Sequence[int], places: list[tuple[int, str]]
    ) -> None:
        self._by_entry = by_entry
        self._starts = starts
        self.places = places

    def covers(self, code: str, line: int | None) -> bool:
        """Whether a finding is switched off."""
        if line is None or not self._by_entry:
            return False
        return code in self._by_entry.get(bisect_right(self._starts, line), ())


def read_ignored(text: str, starts: Iterable[int]) -> Ignored:
    r"""Find the requests in a text.

    Codes are separated by commas; what follows them is for people. A request counts for the
    entry that it stands in. Above an entry, with nothing but comments and blank lines between,
    it counts for that one.

    Args:
        text: The source.
        starts: The line of each entry.

    >>> found = read_ignored("% pubs: ignore year-missing\n@misc{a}\n@misc{b}", [2, 3])
    >>> found.covers("year-missing", 2), found.covers("year-missing", 3)
    (True, False)
    """
    ordered = sorted(set(starts))
    by_entry: defaultdict[int, set[str]] = defaultdict(set)
    places = [*_requests(text)] if "pubs:" in text else []
    lines = Lines(text)
    for line, code in places:
        by_entry[_entry(lines, ordered, line)].add(code)
    return Ignored(dict(by_entry), ordered, places)


def _requests(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        found = _MARK.search(line) if "pubs:" in line else None
        for code in (part.strip() for part in found[1].split(",")) if found else ():
            yield number, code


def _entry(lines: Lines, starts: Sequence[int], line: int) -> int:
    """The number of the entry that a request speaks of."""
    here = bisect_right(starts, line)
    if line in starts[here - 1 : here] or here == len(starts):
        return here
    # A request on a line of its own right above the next entry is that one's.
    between = range(line, min(starts[here], line + 20))
    above = all(_COMMENT.fullmatch(lines.text(number)) for number in between)
    return here + 1 if above and line + 20 > starts[here] else here
