"""CSL-JSON items, read once and leniently: what has a wrong type is skipped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from publist.csl.dates import Date, read_date
from publist.csl.markup import clean, field_text
from publist.csl.names import Names, names_of
from publist.csl.variables import (
    ALIASES,
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    TYPE_ALIASES,
    VARIABLES,
)

__all__ = ["Item", "Kind", "item_id"]

Kind = tuple[str, frozenset[str]]
"""The type of an item and the variables it has."""

_CHEATER_LINE = re.compile(r"[ \t]*([A-Za-z]{1,20}(?:[-_ ][A-Za-z]{1,20}){0,4})[ ]?:[ ]?(\S.*)")
_CHEATER_INLINE = re.compile(r"\{:([-_a-zA-Z]+): *([^}]*)\}")


# Labels that some write into the number; the style has its own.
_LABELS = {
    "page": re.compile(r"pp?\. ?(?=[0-9])"),
    "volume": re.compile(r"vols?\. ?(?=[0-9])"),
    "issue": re.compile(r"nos?\. ?(?=[0-9])"),
    "number": re.compile(r"nos?\. ?(?=[0-9])"),
}


class _Texts(dict[str, str]):
    """The values of ordinary variables with their markup as marks, read when asked for."""

    __slots__ = ("fields",)
    fields: Mapping[str, Any]

    def __missing__(self, variable: str) -> str:
        value = self.fields.get(variable)
        text = self[variable] = "" if value is None else field_text(_value(variable, value))
        return text


class _Names(dict[str, "Names | None"]):
    """The lists of names, read when asked for."""

    __slots__ = ("fields",)
    fields: Mapping[str, Any]

    def __missing__(self, variable: str) -> Names | None:
        names = self[variable] = names_of(self.fields.get(variable))
        return names


class _Dates(dict[str, "Date | None"]):
    """The dates, read when asked for."""

    __slots__ = ("fields",)
    fields: Mapping[str, Any]

    def __missing__(self, variable: str) -> Date | None:
        date = self[variable] = read_date(self.fields.get(variable))
        return date


class Item:
    """One CSL-JSON item, as the compiled style asks for it.

    Args:
        data: The item. Keys that CSL does not know are never used.

    ``texts``, ``names`` and ``dates`` give the value of a variable of that kind; one
    without a value is empty, or None.
    """

    __slots__ = ("_fields", "dates", "id", "kind", "names", "texts", "type")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.id = _string(data.get("id"))
        kind = _string(data.get("type"))
        self.type = TYPE_ALIASES.get(kind, kind)
        self._fields = data
        note = data.get("note")
        if isinstance(note, str) and ":" in note:
            self._fields = self._with_note(dict(data), note)
        if not ALIASES.keys().isdisjoint(self._fields):
            for alias, name in ALIASES.items():
                if alias in self._fields and name not in self._fields:
                    self._fields = {**self._fields, name: self._fields[alias]}
        fields = self._fields
        self.kind: Kind = (self.type, VARIABLES.intersection(fields))
        self.texts, self.names, self.dates = _Texts(), _Names(), _Dates()
        self.texts.fields = self.names.fields = self.dates.fields = fields

    def raw(self, variable: str) -> str:
        """The value of an ordinary variable as it was given; empty when there is none."""
        return _value(variable, self._fields.get(variable))

    def number(self, variable: str) -> str:
        """The value of a number variable; it holds no markup."""
        return clean(_value(variable, self._fields.get(variable)))

    def _with_note(self, fields: dict[str, Any], note: str) -> dict[str, Any]:
        """Variables that CSL-JSON writers without a field for them leave in ``note``.

        They stand as ``{:volume: 3}``, or as lines ``volume: 3`` at the beginning of
        the note or directly behind one line of text.
        """
        for key, value in _CHEATER_INLINE.findall(note):
            self._cheat(fields, key, value.strip())
        kept: list[str] = []
        done = False
        for index, line in enumerate(note.split("\n")):
            found = None if done else _CHEATER_LINE.match(line)
            if found and self._cheat(fields, found[1], found[2].strip()):
                continue
            done = done or index > 0
            kept.append(line)
        fields["note"] = _CHEATER_INLINE.sub("", "\n".join(kept)).strip()
        return fields

    def _cheat(self, fields: dict[str, Any], key: str, value: str) -> bool:
        """Take one variable out of a note; False for what is no variable."""
        name = key if key.isupper() else key.lower().replace(" ", "-").replace("_", "-")
        if name == "type" and value:
            self.type = TYPE_ALIASES.get(value, value)
        elif name in NAME_VARIABLES:
            family, bars, given = value.partition("||")
            entry = {"family": family.strip(), "given": given.strip()}
            known = fields.get(name)
            fields[name] = [
                *(known if isinstance(known, list) else ()),
                entry if bars else {"literal": value},
            ]
        elif name in DATE_VARIABLES:
            fields[name] = {"raw": value}
        elif name in TEXT_VARIABLES or name in NUMBER_VARIABLES:
            fields[name] = fields.get(name) or value
        else:
            return False
        return True


def item_id(value: object) -> str:
    """The id of an item, which CSL-JSON lets be a number.

    >>> item_id(12)
    '12'
    """
    return _string(value)


def _value(variable: str, value: object) -> str:
    """A value as text, without the label in front of a number."""
    text = value.strip() if value.__class__ is str else _string(value)
    if variable in _LABELS and text[:1] in "pvn":
        return _LABELS[variable].sub("", text, count=1)
    return text


def _string(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(value)
    return ""
