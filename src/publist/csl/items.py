"""CSL-JSON items, read once and leniently: what has a wrong type is skipped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from publist.csl.dates import Date, read_date
from publist.csl.markup import clean, field_text
from publist.csl.names import Name, read_name
from publist.csl.variables import ALIASES, DATE_VARIABLES, NAME_VARIABLES, TYPE_ALIASES

__all__ = ["Item", "item_id"]

_CHEATER_LINE = re.compile(r"^\s*([A-Za-z]+(?:[-_ ][A-Za-z]+)*) *: *(\S.*?)\s*$")
_CHEATER_INLINE = re.compile(r"\{:([-_a-zA-Z]+): *([^}]*)\}")


class _Texts(dict[str, str]):
    """The values of ordinary variables with their markup as marks, read when asked for."""

    __slots__ = ("fields",)

    def __init__(self, fields: dict[str, Any]) -> None:
        super().__init__()
        self.fields = fields

    def __missing__(self, variable: str) -> str:
        raw = _string(self.fields.get(variable))
        text = self[variable] = field_text(raw) if raw else ""
        return text


class Item:
    """One CSL-JSON item, as the compiled style asks for it.

    Args:
        data: The item. Keys that CSL does not know are kept and never used.
        position: Where it stands among the items given, from 0.
    """

    __slots__ = ("_dates", "_fields", "_names", "data", "id", "position", "texts", "type")

    def __init__(self, data: Mapping[str, Any], position: int = 0) -> None:
        self.data = data
        self.position = position
        self.id = _string(data.get("id"))
        kind = _string(data.get("type"))
        self.type = TYPE_ALIASES.get(kind, kind)
        self._fields: dict[str, Any] = dict(data)
        self.texts = _Texts(self._fields)
        self._names: dict[str, tuple[Name, ...]] = {}
        self._dates: dict[str, Date | None] = {}
        note = data.get("note")
        if isinstance(note, str) and ":" in note:
            self._read_note(note)
        for alias, name in ALIASES.items():
            if alias in self._fields and name not in self._fields:
                self._fields[name] = self._fields[alias]

    def raw(self, variable: str) -> str:
        """The value of an ordinary variable as it was given; empty when there is none."""
        return _string(self._fields.get(variable))

    def number(self, variable: str) -> str:
        """The value of a number variable; it holds no markup."""
        return clean(_string(self._fields.get(variable)))

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names of a name variable."""
        names = self._names.get(variable)
        if names is None:
            given = self._fields.get(variable)
            entries = given if isinstance(given, (list, tuple)) else ()
            read = (read_name(entry, index) for index, entry in enumerate(entries))
            names = self._names[variable] = tuple(name for name in read if name is not None)
        return names

    def date(self, variable: str) -> Date | None:
        """The value of a date variable."""
        if variable not in self._dates:
            self._dates[variable] = read_date(self._fields.get(variable))
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Whether the variable has a value."""
        if variable in NAME_VARIABLES:
            return bool(self.names(variable))
        if variable in DATE_VARIABLES:
            return self.date(variable) is not None
        return bool(self.raw(variable))

    def _read_note(self, note: str) -> None:
        """Variables that CSL-JSON writers without a field for them leave in ``note``.

        They stand as ``{:volume: 3}``, or as lines ``volume: 3`` at the beginning of
        the note or directly behind one line of text.
        """
        for key, value in _CHEATER_INLINE.findall(note):
            self._cheat(key, value.strip())
        kept: list[str] = []
        done = False
        for index, line in enumerate(note.split("\n")):
            found = None if done else _CHEATER_LINE.match(line)
            if found and self._cheat(found[1], found[2]):
                continue
            done = done or index > 0
            kept.append(line)
        self._fields["note"] = _CHEATER_INLINE.sub("", "\n".join(kept)).strip()

    def _cheat(self, key: str, value: str) -> bool:
        name = key if key in ("DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL") else key.lower()
        name = name.replace(" ", "-").replace("_", "-")
        if name == "type":
            self.type = TYPE_ALIASES.get(value, value)
            return True
        if name in NAME_VARIABLES:
            parts = [part.strip() for part in value.split("||")]
            entry: dict[str, str] = {"literal": parts[0]}
            if len(parts) > 1:
                entry = {"family": parts[0], "given": parts[1]}
            known = self._fields.get(name)
            self._fields[name] = [*(known if isinstance(known, list) else ()), entry]
            return True
        if name in DATE_VARIABLES:
            self._fields[name] = {"raw": value}
            return True
        if not self._fields.get(name):
            self._fields[name] = value
        return True


def item_id(value: object) -> str:
    """The id of an item, which CSL-JSON lets be a number.

    >>> item_id(12)
    '12'
    """
    return _string(value)


def _string(value: object) -> str:
    if isinstance(value, str):
        return value.strip() if value[:1].isspace() or value[-1:].isspace() else value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(value)
    return ""
