"""Unified diffs of texts whose changes are known: nothing is searched for but within a change.

Comparing whole files line by line may take the square of their length, and lists have many
lines that are alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

__all__ = ["Edit", "edited", "unified"]

Edit = tuple[int, int, str]
"""From where, to where, and the text that stands there afterwards."""

_Step = tuple[str, int, int, int, int]
_CONTEXT = 3


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with all edits made.

    >>> edited("abcd", [(3, 4, ""), (0, 1, "A")])
    'Abc'
    """
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        parts += [text[at : max(start, at)], new]
        at = max(end, at)
    return "".join([*parts, text[at:]])


def unified(file: str, text: str, edits: Sequence[Edit]) -> str:
    r"""A unified diff, three lines of context around each change.

    Args:
        file: What the text is called.
        text: The text before.
        edits: What changes; no two of them overlap.

    >>> print(unified("f", "a\nb\nc\n", [(2, 3, "B")]), end="")
    --- f
    +++ f
    @@ -1,3 +1,3 @@
     a
    -b
    +B
     c
    """
    before = _lines(text)
    after: list[str] = []
    steps: list[_Step] = []
    at = 0
    for start, end, new in _line_by_line(text, before, edits):
        steps.append(("equal", at, start, len(after), len(after) + start - at))
        after += before[at:start]
        base = len(after)
        matcher = SequenceMatcher(None, before[start:end], new, autojunk=False)
        steps += [
            (kind, a + start, b + start, c + base, d + base)
            for kind, a, b, c, d in matcher.get_opcodes()
        ]
        after += new
        at = end
    steps.append(("equal", at, len(before), len(after), len(after) + len(before) - at))
    after += before[at:]
    return "".join(_written(file, before, after, _in_turn(steps)))


def _in_turn(steps: Iterable[_Step]) -> list[_Step]:
    """Steps as they are grouped: of some lines each, and what is equal in one step.

    Two equal steps in a row would be split into a hunk that changes nothing, which is no diff.
    """
    turns: list[_Step] = []
    for kind, a, b, c, d in steps:
        if a == b and c == d:
            continue
        if turns and kind == turns[-1][0] == "equal":
            _, first, _, third, _ = turns.pop()
            turns.append((kind, first, b, third, d))
        else:
            turns.append((kind, a, b, c, d))
    return turns


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + [part for part in parts[-1:] if part]


def _line_by_line(
    text: str, lines: Sequence[str], edits: Sequence[Edit]
) -> Iterator[tuple[int, int, list[str]]]:
    """The lines that edits touch, from which to which, and the lines in their place."""
    starts = list(accumulate(map(len, lines), initial=0))
    waiting: list[Edit] = []
    first = last = 0
    for edit in sorted(edits):
        start, end = bisect_right(starts, edit[0]) - 1, bisect_left(starts, edit[1])
        if waiting and start >= last:
            yield first, last, _changed(text, starts, first, last, waiting)
            waiting = []
        first = start if not waiting else first
        last = max(end, start, last)
        waiting.append(edit)
    if waiting:
        yield first, last, _changed(text, starts, first, last, waiting)


def _changed(
    text: str, starts: Sequence[int], first: int, last: int, edits: Sequence[Edit]
) -> list[str]:
    base = starts[first]
    moved = [(start - base, end - base, new) for start, end, new in edits]
    return _lines(edited(text[base : starts[last]], moved))


def _written(
    file: str, before: Sequence[str], after: Sequence[str], steps: list[_Step]
) -> Iterator[str]:
    matcher = SequenceMatcher(None, "", "")
    matcher.opcodes = steps  # type: ignore[attr-defined]  # known already: it only groups them
    begun = False
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        if not begun:
            yield f"--- {file}\n+++ {file}\n"
            begun = True
        (_, a, _, c, _), (_, _, b, _, d) = group[0], group[-1]
        yield f"@@ -{_range(a, b)} +{_range(c, d)} @@\n"
        for kind, one, other, third, fourth in group:
            if kind == "equal":
                yield from _marked(" ", before[one:other])
                continue
            yield from _marked("-", before[one:other])
            yield from _marked("+", after[third:fourth])


def _range(start: int, end: int) -> str:
    """Lines counted from 1; of no lines the one before them, as diff has it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
        yield f"{mark}{line}{end}"
