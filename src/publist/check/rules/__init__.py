"""The rules, one module a family; :data:`RULES` has them all."""

from __future__ import annotations

from publist.check.rules import (
    characters,
    fields,
    identifiers,
    links,
    names,
    numbers,
    protection,
    titles,
    venues,
    versions,
)

__all__ = ["RULES"]

RULES = (
    *titles.RULES,
    *protection.RULES,
    *names.RULES,
    *numbers.RULES,
    *venues.RULES,
    *identifiers.RULES,
    *links.RULES,
    *fields.RULES,
    *versions.RULES,
    *characters.RULES,
)
"""In the order of the documentation; each code once."""
