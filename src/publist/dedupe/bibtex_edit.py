"""Changing BibTeX: fields of an entry completed, entries taken out, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from publist.crosswalk.bibtex import entry_from_record
from publist.dedupe.bibtex_places import EntryPlace, FieldPlace, find_fields
from publist.model import Record
from publist.reading.bibtex import parse_bibtex
from publist.write.bibtex import write_bibtex

__all__ = ["complete", "cut"]

_RIVALS = (
    (frozenset(("date",)), frozenset(("year", "month", "day"))),
    (frozenset(("journal",)), frozenset(("journaltitle",))),
    (frozenset(("school",)), frozenset(("institution",))),
    (frozenset(("address",)), frozenset(("location",))),
    (frozenset(("annote",)), frozenset(("annotation",))),
    (frozenset(("archiveprefix",)), frozenset(("eprinttype",))),
    (frozenset(("primaryclass",)), frozenset(("eprintclass",))),
)
"""Fields that say the same under other names: a field is not written beside a rival of its own."""


def complete(entry: str, before: Record, after: Record) -> str:
    r"""Write what a record gained into the text of its entry.

    Fields that did not change stay to the letter; a changed value takes the place of the old
    one, a new field comes behind the last. Where that would not read back as wanted, the whole
    entry is written anew.

    Args:
        entry: The text of the entry.
        before: The record that was read from it.
        after: The same with what other records knew of the work.

    >>> before = Record(key="a", type="document")
    >>> print(complete("@misc{a,\n  note = {N}\n}", before, before.change(volume="3")))
    @misc{a,
      note = {N},
      volume = {3}
    }
    """
    old, new = entry_from_record(before), entry_from_record(after)
    changed = {
        name: value for name, value in new.fields.items() if old.fields.get(name, "") != value
    }
    if not changed:
        return entry
    fields = find_fields(entry)
    if fields is not None:
        there = {field.name for field in fields}
        if there & changed.keys():
            # A value that goes may have said more than its own field: marks behind names,
            # an award in a title. What was read from it is written beside it.
            changed |= {name: new.fields[name] for name in new.fields if name not in there}
        wanted = {name: value for name, value in changed.items() if not _said_by(name, there)}
        if len(wanted) == len(changed) or not _grave(changed, old.fields, there):
            edited = _edited(entry, fields, wanted, new.macros)
            if _reads_as_wanted(entry, edited, wanted):
                return edited
    return _anew(entry, after)


def _said_by(name: str, there: set[str]) -> bool:
    """Whether a rival of the field is in the entry, and the field itself is not."""
    return name not in there and any(
        (name in one and other & there) or (name in other and one & there) for one, other in _RIVALS
    )


def _grave(changed: Mapping[str, str], old: Mapping[str, str], there: set[str]) -> bool:
    """Whether something that really changed is said in a field of another name."""
    return any(_said_by(name, there) and old.get(name) != changed[name] for name in changed)


def _anew(entry: str, record: Record) -> str:
    written = write_bibtex([record]).rstrip("\n")
    return written.replace("\n", "\r\n") if "\r\n" in entry else written


def _edited(
    entry: str, fields: Sequence[FieldPlace], values: Mapping[str, str], macros: frozenset[str]
) -> str:
    known = {field.name: field for field in reversed(fields)}
    text = entry
    for field in sorted(known.values(), key=lambda each: -each.start):
        if field.name not in values:
            continue
        text = text[: field.start] + _value(field.name, values, macros) + text[field.end :]
    more = [name for name in values if name not in known]
    if not more:
        return text
    last = max(fields, key=lambda each: each.end, default=None)
    if last is None:
        return ""
    shift = len(text) - len(entry)
    written = "".join(_new_field(entry, last, name, values, macros) for name in more)
    return text[: last.end + shift] + written + text[last.end + shift :]


def _new_field(
    entry: str,
    last: FieldPlace,
    name: str,
    values: Mapping[str, str],
    macros: frozenset[str],
) -> str:
    """A field behind the last one, laid out like it."""
    line_at = max(entry.rfind("\n", 0, last.name_at), entry.rfind("\r", 0, last.name_at)) + 1
    margin = entry[line_at : last.name_at]
    column = last.equals_at - last.name_at
    spaced = entry[last.equals_at + 1 : last.start]
    named = name.ljust(max(column, len(name) + 1)) if column > len(last.name) else name
    field = f"{named}={spaced}{_value(name, values, macros)}"
    if not margin.strip(" \t") and line_at:
        newline = "\r\n" if "\r\n" in entry else "\n"
        return f",{newline}{margin}{field}"
    return f", {field}"


def _value(name: str, values: Mapping[str, str], macros: frozenset[str]) -> str:
    return values[name] if name in macros else f"{{{values[name]}}}"


def _reads_as_wanted(entry: str, edited: str, values: Mapping[str, str]) -> bool:
    before, after = parse_bibtex(entry, "").entries, parse_bibtex(edited, "").entries
    if len(after) != 1 or after[0].key != before[0].key:
        return False
    read, kept = after[0].fields, before[0].fields
    return all(read.get(name) == _squeezed(value) for name, value in values.items()) and all(
        read.get(name) == value for name, value in kept.items() if name not in values
    )


def _squeezed(value: str) -> str:
    return " ".join(value.split())


_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


def cut(text: str, places: Sequence[EntryPlace]) -> list[tuple[int, int]]:
    r"""What to take out of a text so that entries leave no hole: from where to where.

    With an entry goes the rest of its line, if there is nothing on it, and one blank line.

    >>> text = "@misc{a}\n\n@misc{b}\n% end"
    >>> [text[start:end] for start, end in cut(text, [EntryPlace(0, 8)])]
    ['@misc{a}\n\n']
    """
    return [(place.start, _hole_end(text, place)) for place in places]


def _hole_end(text: str, place: EntryPlace) -> int:
    line_at = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
    gap = _GAP.match(text, place.end)
    if gap is None or text[line_at : place.start].strip():
        return place.end
    blank = _GAP.match(text, gap.end())
    return blank.end() if blank and _follows_blank(text, line_at) else gap.end()


def _follows_blank(text: str, line_at: int) -> bool:
    """Whether a line comes after a blank one, or is the first."""
    before = text[max(line_at - 4, 0) : line_at].replace("\r\n", "\n")
    return line_at == 0 or before.endswith("\n\n") or (before == "\n" and line_at <= 2)
