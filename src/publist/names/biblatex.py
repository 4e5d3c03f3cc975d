"""Names in biblatex's extended form: ``family=Berg, given=Hans, prefix=van den``."""

from __future__ import annotations

import re

from publist.names.scan import split_at, unbraced

__all__ = ["read_extended"]

# biblatex manual 3.20, section 3.4 (the name format) and its data model's name parts; the
# options that biber knows beside them are read and have nothing to say here.
_PARTS = ("family", "given", "prefix", "suffix")
_KEYS = frozenset(
    {*_PARTS, *(f"{part}-i" for part in _PARTS), "useprefix", "id", "hash", "nosortprefix"}
)
_OPTION = re.compile(r"[a-z]*(?:template|templatename|name|transliteration|scheme)s?", re.ASCII)
_PAIR = re.compile(r"\s*\"?\s*([A-Za-z][A-Za-z-]*)\s*=\s*(.*)", re.DOTALL)


def read_extended(name: str) -> dict[str, str] | None:
    """The parts of a name in extended form, None when it is not in that form.

    Args:
        name: One name, LaTeX not decoded.

    Returns:
        The values by key, one pair of braces or quotes around each taken off.
        Values that were all in braces keep them for ``family``, where they mean that the
        name is not to be taken apart.

    >>> read_extended('family=Doe, suffix=Jr, given=John, given-i=J')
    {'family': 'Doe', 'suffix': 'Jr', 'given': 'John', 'given-i': 'J'}
    >>> read_extended("Doe, John")
    """
    if "=" not in name:
        return None
    parts: dict[str, str] = {}
    for section in _sections(name):
        found = _PAIR.fullmatch(section)
        if not found:
            return None
        key = found[1].lower()
        if key not in _KEYS and not _OPTION.fullmatch(key):
            return None
        parts[key] = _value(found[2], keep_braces=key == "family")
    return parts if parts.keys() & {"family", "given"} else None


def _sections(name: str) -> list[str]:
    """Split at commas outside braces and quotation marks."""
    if '"' not in name:
        return split_at(name, ",")
    sections: list[str] = []
    quoted = False
    for part in split_at(name, ","):
        if quoted:
            sections[-1] += "," + part
        else:
            sections.append(part)
        quoted ^= part.count('"') % 2 == 1
    return sections


def _value(text: str, *, keep_braces: bool) -> str:
    text = text.strip().strip('"').strip()
    if keep_braces:
        return text
    inner = unbraced(text)
    return text if inner is None else inner
