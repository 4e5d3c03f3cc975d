"""Splitting a BibTeX name field into its names."""

from __future__ import annotations

import re

from publist.names.scan import top_level

__all__ = ["split_authors"]

_PLAIN_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)


def split_authors(field: str) -> list[str]:
    r"""Split a field at ``and``, exactly as BibTeX does.

    The word stands between blanks (ties are none), in any case of letters, outside braces
    (``name_scan_for_and`` in bibtex.web). An ``and`` at either end separates nothing and is
    left in its name; :func:`~publist.names.read_authors` mends that.

    Args:
        field: The value of ``author`` or ``editor``, LaTeX not decoded.

    Returns:
        The names in order, blanks around them removed; none for an empty field.

    >>> split_authors("Donald E. Knuth and {Barnes and Noble} AND others")
    ['Donald E. Knuth', '{Barnes and Noble}', 'others']
    """
    field = field.strip()
    if not field:
        return []
    if "{" not in field and "\\" not in field:
        return [name.strip() for name in _PLAIN_AND.split(field)]
    names = [name.strip() for name in _PLAIN_AND.split(field)]
    if all(name.count("{") == name.count("}") for name in names) and "\\and" not in field:
        return names
    names = []
    start = 0
    for left, right in _ands(field):
        names.append(field[start:left].strip())
        start = right
    names.append(field[start:].strip())
    return names


def _ands(field: str) -> list[tuple[int, int]]:
    pieces = list(top_level(field))
    found = []
    for (before_at, before), (at, piece), (after_at, after) in zip(
        pieces, pieces[1:], pieces[2:], strict=False
    ):
        if (
            piece.lower() == "and"
            and before[-1].isspace()
            and after[0].isspace()
            and before_at + len(before) == at
            and at + len(piece) == after_at
        ):
            found.append((at, after_at))
    return found
