"""Variables in the note: how programs without a field for them write them down."""

from __future__ import annotations

import re

from publist.crosswalk.csl_variables import canonical

__all__ = ["split_note"]

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,40}):[ \t]*(\S.*)")
_INLINE = re.compile(r"\{:([A-Za-z][A-Za-z_-]{0,40}):([^{}]*)\}")


def split_note(note: str) -> tuple[tuple[tuple[str, str], ...], str]:
    r"""Take CSL variables out of a note, as Zotero's *Extra* field has them.

    Only names that CSL knows are variables; any other line is a part of the note.

    Args:
        note: The note, in lines.

    Returns:
        Pairs of variable and value in the order found, and what is left of the note.

    >>> split_note("DOI: 10.1000/182\nSee also: page 3\n{:volume: 3}")
    ((('volume', '3'), ('DOI', '10.1000/182')), 'See also: page 3')
    """
    found: list[tuple[str, str]] = []

    def take(match: re.Match[str]) -> str:
        variable = _known(match[1])
        if variable is None:
            return match.group()
        found.append((variable, match[2].strip()))
        return ""

    rest: list[str] = []
    for line in _INLINE.sub(take, note).splitlines():
        match = _LINE.fullmatch(line.strip())
        variable = _known(match[1]) if match else None
        if match and variable:
            found.append((variable, _name(match[2].strip())))
        else:
            rest.append(line)
    return tuple(found), "\n".join(rest).strip()


def _known(name: str) -> str | None:
    if name.casefold() == "arxiv":
        return "arxiv"
    variable = canonical(name)
    # A note may well begin with "Note:", "Source:" or "Abstract:" and mean just that.
    return None if variable in ("note", "source", "abstract", "title", "references") else variable


def _name(value: str) -> str:
    """``Family || Given``, the form for names, as the form that any name may have."""
    family, bars, given = value.partition("||")
    return f"{family.strip()}, {given.strip()}" if bars else value
