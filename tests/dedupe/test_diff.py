"""Diffs of known changes: what they say is what an ordinary diff says, and it can be applied."""

from __future__ import annotations

import re
from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from publist.dedupe.diff import Edit, edited, unified

_TEXT = st.text("ab\n\r", max_size=60)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(_TEXT)
    marks = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    return text, [(start, end, draw(st.text("xy\n", max_size=8))) for start, end in pairs]


def patched(text: str, diff: str) -> str:
    """What becomes of a text when a diff is applied to it."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    done: list[str] = []
    kept = True
    at = 0
    for line in re.findall(r"[^\n]*\n|[^\n]+", diff)[2:]:
        if line.startswith("@@"):
            found = re.match(r"@@ -(\d+)(?:,(\d+))?", line)
            assert found
            start = int(found[1]) - (found[2] != "0")
            done += lines[at:start]
            at = start
        elif line.startswith("\\"):
            done[-1:] = [done[-1].removesuffix("\n")] if kept else done[-1:]
        else:
            kept = not line.startswith("-")
            if not line.startswith("+"):
                assert lines[at].removesuffix("\n") == line[1:].removesuffix("\n")
                at += 1
            if kept:
                done.append(line[1:])
    return "".join([*done, *lines[at:]])


@given(changes())
def test_applying_a_diff_makes_the_edits(change: tuple[str, list[Edit]]) -> None:
    text, edits = change
    assert patched(text, unified("f", text, edits)) == edited(text, edits)


@given(st.lists(st.integers(0, 39), min_size=2, unique=True), st.integers(0, 12))
def test_every_hunk_changes_something(places: list[int], reach: int) -> None:
    lines = [f"line {number}\n" for number in range(60)]
    text, starts = "".join(lines), [sum(map(len, lines[:at])) for at in range(60)]
    edits: list[Edit] = []
    for at in sorted(places):
        if not edits or starts[at] >= edits[-1][1]:
            # Replaced by nearly what it was: the lines within an edit may be equal too.
            old = "".join(lines[at : at + reach + 1])
            edits.append((starts[at], starts[at] + len(old), f"new\n{old}"))
    hunks = re.split(r"(?m)^@@.*\n", unified("f", text, edits))[1:]
    assert hunks
    assert all(re.search(r"(?m)^[-+]", hunk) for hunk in hunks)


def test_it_is_what_difflib_says() -> None:
    text = "".join(f"line {number}\n" for number in range(40))
    edits = [(text.index("line 3\n"), text.index("line 4\n"), ""), (0, 0, "top\n")]
    edits.append((text.index("line 30"), text.index("line 31"), "thirty\nmore\n"))
    after = edited(text, edits)
    expected = unified_diff(text.splitlines(True), after.splitlines(True), "f", "f")
    assert unified("f", text, edits) == "".join(expected)


def test_no_change_is_no_diff() -> None:
    assert unified("f", "a\n", []) == ""
