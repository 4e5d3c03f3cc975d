"""Scripts that run from right to left, in texts of any language."""

from __future__ import annotations

import re

__all__ = ["RIGHT_TO_LEFT", "has_right_to_left"]

RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Their blocks as a class of a regular expression (Unicode's default bidirectional classes
R and AL, DerivedBidiClass.txt)."""

_FOUND = re.compile(f"[{RIGHT_TO_LEFT}]")


def has_right_to_left(text: str) -> bool:
    """Whether a text holds letters of such a script.

    >>> has_right_to_left("On שלום"), has_right_to_left("O’Neil")
    (True, False)
    """
    return _FOUND.search(text) is not None
