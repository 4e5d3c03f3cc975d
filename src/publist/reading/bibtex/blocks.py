"""The blocks that a BibTeX source is split into, before macros are expanded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from publist.problems import Severity

__all__ = ["Block", "Damage", "EntryBlock", "Field", "MacroBlock", "Remark"]


class Damage(NamedTuple):
    """Something wrong with the syntax of a block, and how it was got over."""

    code: str
    message: str
    line: int
    value: str | None = None
    severity: Severity = Severity.WARNING


# Name, value, and whether the value is plain: then it is the inside of one braced string, as
# nearly all are, else an expression. A bare tuple, because there are so many of them.
Field = tuple[str, str, bool]


@dataclass(slots=True)
class EntryBlock:
    """An entry: ``@type{key, name = value, …}``."""

    entry_type: str
    key: str
    fields: list[Field]
    line: int
    damages: tuple[Damage, ...] = ()


@dataclass(slots=True)
class MacroBlock:
    """A definition: ``@string{name = value}``."""

    name: str
    value: str
    line: int


@dataclass(slots=True)
class Remark:
    """Text that is no entry; ``damages`` says what it hides that looks like one."""

    text: str
    line: int
    damages: tuple[Damage, ...] = ()


Block = EntryBlock | MacroBlock | Remark
