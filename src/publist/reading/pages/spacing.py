"""Lost blanks: words of a title that are two words of the page run together.

Text copied out of PDF files loses the blanks at the ends of lines (``surveyof``). Nothing but
the page itself says which words its owner uses, so a word counts as two only where both parts
stand elsewhere on the page, or one of them is a small word such as *of*.
"""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["glued_words", "vocabulary"]

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,40}(?![^\W_])")
_SMALL = frozenset("of for with and in on to using by the from via is".split())
# Endings of single words that a small word seems to stand at: stain, button, dealing, thereof.
_SHORTEST = 5


def vocabulary(texts: Iterable[str]) -> dict[str, int]:
    """How often each word stands in some texts, without regard to capitals."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in _WORD.findall(text):
            folded = word.lower()
            counts[folded] = counts.get(folded, 0) + 1
    return counts


def glued_words(title: str, known: dict[str, int]) -> list[tuple[str, str]]:
    """Words of a title that seem to be two, with the two.

    Args:
        title: The title.
        known: The words of the page, the title's own among them.

    >>> glued_words("A surveyof mice", vocabulary(["A survey of mice", "A surveyof mice"]))
    [('surveyof', 'survey of')]
    """
    found = []
    for word in _WORD.findall(title):
        folded = word.lower()
        if len(word) < 7 or known.get(folded, 0) > 1 or not word[1:].islower():
            continue
        at = _seam(folded, known)
        if at:
            found.append((word, f"{word[:at]} {word[at:]}"))
    return found


def _seam(word: str, known: dict[str, int]) -> int:
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        small = left in _SMALL or right in _SMALL
        long_enough = max(len(left), len(right)) >= _SHORTEST
        if small and long_enough and known.get(right if left in _SMALL else left, 0) > 0:
            return at
        if min(len(left), len(right)) >= _SHORTEST and left in known and right in known:
            return at
    return 0
