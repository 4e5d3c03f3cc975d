"""Page ranges in the forms of ``page-range-format`` (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

__all__ = ["format_pages"]

_PIECE = re.compile(r"([,;&]\s*|\s+(?=&)|\s+and\s+)")
_PAGE = r"([0-9]*[^\W\d_]+|)([0-9]+)([^\W\d_]*)"
_RANGE = re.compile(rf"\s*{_PAGE}\s*[-–]\s*{_PAGE}\s*")
_LOOSE = re.compile(r"\s*([0-9]+|[ivxlcdm]+)\s*[-–]\s*([0-9]+|[ivxlcdm]+)\s*")
_HYPHEN = re.compile(r"\s*[-–]\s*")
_AMPERSAND = re.compile(r"\s*&\s*")
_MAX = 500


def format_pages(value: str, style: str, delimiter: str) -> str:
    """Format the ranges in a value.

    A hyphen between two pages of the same kind is a range; any other one stays.

    Args:
        value: Pages as they were given.
        style: ``chicago``, ``chicago-15``, ``chicago-16``, ``expanded``, ``minimal``,
            ``minimal-two``, or nothing.
        delimiter: What stands in a range, mostly an en dash.

    >>> format_pages("321-328", "minimal", "–")
    '321–8'
    >>> format_pages("42-45, 321-328", "chicago", "–")
    '42–45, 321–28'
    >>> format_pages("N110 - P5", "", "–")
    'N110-P5'
    """
    if value.isalnum() or len(value) > _MAX:
        return value
    value = _AMPERSAND.sub(" & ", value)
    if "\\" in value:
        return value.replace("\\-", "-")
    return "".join(_piece(piece, style, delimiter) for piece in _PIECE.split(value))


def _piece(piece: str, style: str, delimiter: str) -> str:
    if not _HYPHEN.search(piece):
        return piece
    found = _RANGE.fullmatch(piece)
    if found:
        if found[1] == found[4]:
            return _range(found, style, delimiter)
    elif loose := _LOOSE.fullmatch(piece):
        return loose[1] + delimiter + loose[2]
    return _HYPHEN.sub("-", piece) if found else piece


def _range(found: re.Match[str], style: str, delimiter: str) -> str:
    prefix, first, first_suffix, _, last, last_suffix = found.groups()
    start = prefix + first + first_suffix
    if not style or first_suffix or last_suffix:
        return start + delimiter + prefix + last + last_suffix
    if len(last) > len(first) or (len(last) == len(first) and last < first):
        return start + delimiter + (prefix if style == "expanded" else "") + last
    full = first[: len(first) - len(last)] + last
    if full == first:
        return start + delimiter + prefix + full
    if style == "expanded":
        return start + delimiter + prefix + full
    if style.startswith("chicago"):
        return start + delimiter + _chicago(first, full, style)
    keep = 2 if style == "minimal-two" else 1
    return start + delimiter + _minimal(first, full, keep)


def _minimal(first: str, last: str, keep: int) -> str:
    """The digits of the last page from the first one that differs, ``keep`` at least."""
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - keep and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago(first: str, last: str, style: str) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    if 0 < number % 100 < 10:
        return _minimal(first, last, 1)
    if len(first) == 4 and style != "chicago-16":
        short = _minimal(first, last, 2)
        return last if len(short) >= 3 else short
    return _minimal(first, last, 2)
