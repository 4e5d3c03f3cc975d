"""Changing YAML: keys of an entry completed, all else as it was."""

from __future__ import annotations

from collections.abc import Mapping

from publist.dedupe.yaml_places import KeyPlace, find_keys
from publist.model import Record
from publist.reading.values import Sequence, Value, plain
from publist.reading.yaml_values import parse_yaml
from publist.write.yaml import entry_data
from publist.write.yaml_text import Data, yaml_items

__all__ = ["complete"]


def complete(entry: str, before: Record, after: Record) -> str:
    r"""Write what a record gained into the text of its entry.

    Keys that did not change stay to the letter, with their comments; a changed value takes the
    place of the old one, a new key comes last. Where that would not read back as wanted, the whole
    entry is written anew.

    Args:
        entry: The text of the entry, its dash included.
        before: The record that was read from it.
        after: The same with what other records knew of the work.

    >>> before = Record(key="a", type="document", volume="2")
    >>> print(complete("- id: a  # mine\n  volume: 2", before, before.change(pages="3-9")))
    - id: a  # mine
      volume: 2
      pages: "3-9"
    """
    old, new = entry_data(before), entry_data(after)
    changed = {name: value for name, value in new.items() if old.get(name) != value}
    if not changed:
        return entry
    places = find_keys(entry)
    if places:
        named = {place.name for place in places}
        # What had a value under another name would be said twice.
        if all(name in named or name not in old for name in changed):
            edited = _edited(entry, places, changed)
            if _reads_as_wanted(entry, edited, changed):
                return edited
    return _anew(entry, new)


def _edited(entry: str, places: list[KeyPlace], values: Mapping[str, Data]) -> str:
    text = entry
    column = places[0].column
    new = [name for name in values if name not in {place.name for place in places}]
    for place in reversed(places):
        if place is places[-1] and new:
            added = "\n".join(" " * column + _member(name, values[name], column) for name in new)
            text = f"{text[: place.end]}\n{added}{text[place.end :]}"
        if place.name in values:
            written = _member(place.name, values[place.name], column)
            first, newline, rest = written.partition("\n")
            text = text[: place.start] + first + place.comment + newline + rest + text[place.end :]
    return _with_line_ends(text, entry)


def _member(name: str, value: Data, column: int) -> str:
    """A key and its value as lines, the first without its margin."""
    lines = yaml_items([{name: value}]).rstrip("\n").split("\n")
    return ("\n" + " " * column).join(line[2:] for line in lines)


def _with_line_ends(text: str, entry: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in entry else text


def _anew(entry: str, data: Mapping[str, Data]) -> str:
    margin = entry[: entry.index("-")]
    lines = yaml_items([data]).rstrip("\n").split("\n")
    return _with_line_ends("\n".join(margin + line if line else line for line in lines), entry)


def _reads_as_wanted(entry: str, edited: str, values: Mapping[str, Data]) -> bool:
    """Whether the new text says what was wanted, and all else as before."""
    read, kept = _said(edited), _said(entry)
    wanted = _said(_anew("- ", values))
    return read == {**kept, **wanted}


def _said(entry: str) -> dict[str, object]:
    values, problems = parse_yaml(entry, "")
    items: list[Value] = [
        item for value in values if isinstance(value, Sequence) for item in value.items
    ]
    said = plain(items[0]) if len(items) == 1 and not problems else None
    return said if isinstance(said, dict) else {}
