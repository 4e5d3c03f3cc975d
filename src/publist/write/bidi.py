"""Scripts that run from right to left, in texts of any language."""

from __future__ import annotations

import re

__all__ = ["RIGHT_TO_LEFT", "direction_of", "has_right_to_left", "main_direction"]

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


def direction_of(text: str) -> str:
    """``rtl`` or ``ltr``, as the first letter has it (Unicode UAX #9, rules P2 and P3).

    >>> direction_of("2: שלום, x"), direction_of("x, שלום"), direction_of("2")
    ('rtl', 'ltr', 'ltr')
    """
    first = next(filter(str.isalpha, text), "")
    return "rtl" if has_right_to_left(first) else "ltr"


def main_direction(text: str) -> str:
    """``rtl`` or ``ltr``, as most of the letters have it.

    >>> main_direction("في ICML"), main_direction("مجلة ICML")
    ('ltr', 'rtl')
    """
    letters = sum(map(str.isalpha, text))
    turned = sum(char.isalpha() for char in text if has_right_to_left(char))
    return "rtl" if 2 * turned >= letters and turned else "ltr"
