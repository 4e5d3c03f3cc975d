"""Edits made in a text, and shown as differences."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from publist.check.findings import Edit, Finding

__all__ = ["apply_edits", "difference", "edits_that_fit"]


def edits_that_fit(findings: Iterable[Finding]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """The edits of one file that do not get in each other's way.

    Args:
        findings: Findings in one file; those without edits are passed over.

    Returns:
        The edits in the order of their places, and the findings they mend. A finding of which
        one edit overlaps an earlier finding's is left for another round.
    """
    taken: list[Edit] = []
    mended: list[Finding] = []
    candidates = sorted((each for each in findings if each.edits), key=lambda each: each.edits)
    last = -1
    for finding in candidates:
        edits = sorted(finding.edits)
        if edits[0].start > last:
            taken += edits
            mended.append(finding)
            last = edits[-1].end
    return tuple(taken), tuple(mended)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made; they are in order and do not overlap.

    >>> apply_edits("abc", [Edit(1, 2, "--")])
    'a--c'
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*parts, text[at:]])


def difference(file: str, before: str, after: str) -> str:
    """What changes in a file, as a unified diff; empty where nothing does."""
    if before == after:
        return ""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), file, file, n=2
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
