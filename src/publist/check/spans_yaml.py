"""Finds the fields of entries in the text of a YAML list, to the character.

Only what stands on one line, at the entry's own indentation, without escapes is located.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.check.lines import Lines
from publist.check.subject import Written, WrittenField

__all__ = ["locate_yaml"]

_FRONT = re.compile(r"[ ]*(?:-[ ]+)*")
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ ]*:(?:[ \t]+|$)")
_VALUE = re.compile(r"\"([^\"\\]*)\"[ \t]*(?:#.*)?|'([^']*)'[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"[ \t]#")
_NOT_PLAIN = tuple("|>&*!%@`[{}]\"'#,?-:")


def locate_yaml(text: str, places: list[tuple[int, str]]) -> Iterator[Written | None]:
    r"""Find entries.

    Args:
        text: The source as the file has it.
        places: Line and key of each entry, in the order of the source.

    Returns:
        For each the entry as written, or None where it is not to be found for certain.

    >>> written = next(locate_yaml("- title: A  # x\n  year: 2001\n", [(1, "a")]))
    >>> written.fields["title"]
    WrittenField(value='A', start=9, line=1)
    """
    lines = Lines(text)
    for index, (line, _) in enumerate(places):
        later = places[index + 1][0] if index + 1 < len(places) else len(lines) + 1
        if index and places[index - 1][0] >= line:
            yield None
        else:
            yield _entry(lines, line, later)


def _entry(lines: Lines, first: int, later: int) -> Written | None:
    front = _FRONT.match(lines.text(first))
    indent = front.end() if front else 0
    fields: dict[str, WrittenField] = {}
    names: dict[str, int] = {}
    for number in range(first, later):
        line = lines.text(number)
        if number > first and line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        key = _KEY.match(line, indent) if number == first or not line[:indent].strip() else None
        if key is None or line[indent : indent + 1] == " " or key[1].lower() in names:
            continue
        name = key[1].lower()
        names[name] = number
        if not _goes_on(lines, number, indent) and (span := _scalar(line, key.end())):
            start, end = span
            fields[name] = WrittenField(line[start:end], lines.start(number) + start, number)
    return Written("yaml", fields, names) if names else None


def _goes_on(lines: Lines, number: int, indent: int) -> bool:
    """Whether the value of a line may run on: the next line is indented more, or is blank."""
    if number >= len(lines):
        return False
    following = lines.text(number + 1)
    if not following.strip():
        return number + 1 < len(lines) and _goes_on_after_blank(lines, number + 1, indent)
    return len(following) - len(following.lstrip(" ")) > indent


def _goes_on_after_blank(lines: Lines, number: int, indent: int) -> bool:
    if number >= len(lines):
        return False
    following = lines.text(number + 1)
    return not following.strip() or len(following) - len(following.lstrip(" ")) > indent


def _scalar(line: str, at: int) -> tuple[int, int] | None:
    quoted = _VALUE.fullmatch(line, at)
    if quoted:
        return quoted.span(1 if quoted[1] is not None else 2)
    if line[at : at + 1] in _NOT_PLAIN:
        return None
    comment = _COMMENT.search(line, at)
    value = line[at : comment.start() if comment else None].rstrip()
    return (at, at + len(value)) if value else None
