"""Numbers in fields: what is numeric, single numbers, roman numerals."""

from __future__ import annotations

import re

__all__ = ["NUMERIC", "is_numeric", "is_plural", "roman", "split_numbers"]

_ONE = r"[^\W\d_]{0,5}[0-9]+(?:[a-z]{1,3}|[A-Z])?"
_JOINS = r"(?:[-–—]|, ?&|[,&]|,? ?\b(?:and|et|und|y|e)\b)"
# Double issues (1/2) are numeric to the reference processor, and one issue.
NUMERIC = re.compile(rf"\s*{_ONE}(?:(?:\s*{_JOINS}\s*|/){_ONE})*\s*")
_SEVERAL = re.compile(rf"[0-9][a-z]{{0,3}}\s*{_JOINS}\s*{_ONE}")
_ROMAN_RANGE = re.compile(r"[ivxlcdm]+\s*[-–]\s*(?:[ivxlcdm]+|[0-9]+)")
_PIECES = re.compile(r"\s*(, ?&|[-–—,&]|\band\b)\s*")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def is_numeric(value: str) -> bool:
    """Whether a value is numeric by CSL 1.0.2, "choose": ``2``, ``D2``, ``2nd``, ``2-4``, ``2, 3``.

    >>> is_numeric("2nd"), is_numeric("2 & 4"), is_numeric("second")
    (True, True, False)
    """
    return len(value) < 200 and NUMERIC.fullmatch(value) is not None


def split_numbers(value: str) -> list[str]:
    """Numbers and what stands between them, in turn.

    >>> split_numbers("2 - 4, 6")
    ['2', '-', '4', ',', '6']
    """
    return _PIECES.split(value)


def is_plural(value: str) -> bool:
    """Whether a value holds several numbers.

    >>> is_plural("12-15"), is_plural("12"), is_plural("3 and 5"), is_plural("iv-x")
    (True, False, True, True)
    """
    if len(value) >= 200:
        return False
    several = _SEVERAL.search(value) is not None and is_numeric(value)
    return several or _ROMAN_RANGE.fullmatch(value) is not None


def roman(number: int) -> str:
    """A number in small roman numerals; beyond 3999 in digits.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out
