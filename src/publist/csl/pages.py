"""Page ranges in the forms of ``page-range-format`` (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

__all__ = ["format_pages"]

_RANGE = re.compile(r"([^\W\d_]*)([0-9]+)([^\W\d_]*)\s*[-–—]+\s*([^\W\d_]*)([0-9]+)([^\W\d_]*)")
_HYPHEN = re.compile(r"(?<=\w)\s*(?:--+|[-–—])\s*(?=\w)")
_AMPERSAND = re.compile(r"\s*&\s*")


def format_pages(value: str, style: str, delimiter: str) -> str:
    """Format the ranges in a value.

    Args:
        value: Pages as they were given.
        style: ``chicago``, ``chicago-15``, ``chicago-16``, ``expanded``, ``minimal``,
            ``minimal-two``, or nothing.
        delimiter: What stands in a range, mostly an en dash.

    >>> format_pages("321-328", "minimal", "–")
    '321–8'
    >>> format_pages("42-45, 321-328", "chicago", "–")
    '42–45, 321–28'
    """
    value = _AMPERSAND.sub(" & ", value)
    if "\\" in value:
        return value.replace("\\-", "-")
    if not style or not _RANGE.search(value):
        return _HYPHEN.sub(lambda _found: delimiter, value)
    return _RANGE.sub(lambda found: _range(found, style, delimiter), value)


def _range(found: re.Match[str], style: str, delimiter: str) -> str:
    first_prefix, first, first_suffix, last_prefix, last, last_suffix = found.groups()
    start = first_prefix + first + first_suffix
    if first_suffix or last_suffix or (last_prefix and last_prefix != first_prefix):
        return start + delimiter + last_prefix + last + last_suffix
    if len(last) > len(first) or (len(last) == len(first) and last < first):
        return start + delimiter + last_prefix + last
    full = first[: len(first) - len(last)] + last
    if style == "expanded":
        return start + delimiter + first_prefix + full
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
