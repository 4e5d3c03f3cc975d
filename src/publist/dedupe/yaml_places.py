"""Where entries and their keys stand in publist's YAML form, line by line.

Only what is laid out in lines is found: a list of entries, each a block of ``key: value`` lines.
Entries in braces, and files with anchors, in which one entry may be part of another, are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from publist.dedupe.bibtex_places import EntryPlace
from publist.reading.form.keys import ALIASES, folded
from publist.reading.values import Mapping, Sequence, Value, as_text, plain
from publist.reading.yaml_values import parse_yaml

__all__ = ["KeyPlace", "find_items", "find_keys", "read_items"]

_ODD_BREAKS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that end a line for some and not for others."""
_LISTS = ("publications", "references", "works", "items", "entries")


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a key of an entry stands in the text of its entry.

    Args:
        name: The key, under its first name if it has several.
        start: Where its name begins.
        end: Behind its value, and behind a comment on the same line.
        column: How far in the keys of the entry are.
        comment: The comment behind a value of one line, blanks in front of it included.
    """

    name: str
    start: int
    end: int
    column: int
    comment: str = ""


def find_items(text: str, wanted: Iterable[tuple[str, int]]) -> list[EntryPlace | None]:
    r"""Find entries by the lines on which they begin.

    Args:
        text: The whole source with the line ends it has.
        wanted: Keys, which are not looked at, and lines, counted from 1.

    Returns:
        From the margin before the dash to the end of the last line, its line end not included;
        None for what cannot be found for sure.

    >>> find_items("- id: a\n  title: T\n\n# More.\n- {id: b}\n", [("a", 1), ("b", 5)])
    [EntryPlace(start=0, end=18), None]
    """
    found = {node.start_mark.line: place for node, place in _items(text)}
    return [found.get(line - 1) for _, line in wanted]


def _items(text: str) -> Iterator[tuple[Any, EntryPlace]]:
    listed = _list_node(text)
    if listed is None:
        return
    lines = text.splitlines(keepends=True) if _ODD_BREAKS.isdisjoint(text) else []
    starts = _starts(lines)
    nodes = listed.value
    for at, node in enumerate(nodes):
        first = node.start_mark.line
        margin = listed.start_mark.column
        if not _is_block(node) or first >= len(lines) or not _has_dash(lines[first], node, margin):
            continue
        after = nodes[at + 1].start_mark.line if at + 1 < len(nodes) else listed.end_mark.line
        if after <= first:
            after = len(lines) if listed.end_mark.line <= first else first + 1
        last = _last_line(lines, first, min(after, len(lines)), margin)
        end = starts[last] + len(lines[last].rstrip("\r\n"))
        yield node, EntryPlace(starts[first], end)


def _list_node(text: str) -> Any:
    """The list of entries of a document without anchors, laid out in lines; None otherwise."""
    yaml = YAML(typ="safe", pure=True)
    try:
        if any(getattr(event, "anchor", None) for event in yaml.parse(text)):
            return None
        root: Any = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError):
        return None
    if type(root).__name__ == "MappingNode":
        root = next((value for key, value in root.value if key.value in _LISTS), None)
    is_list: bool = type(root).__name__ == "SequenceNode" and not root.flow_style
    return root if is_list else None


def _is_block(node: Any) -> bool:
    """Whether an entry is laid out in lines and has the form's own keys only."""
    if type(node).__name__ != "MappingNode" or node.flow_style:
        return False
    return all(folded(str(key.value)) in ALIASES for key, _ in node.value)


def _has_dash(line: str, node: Any, margin: int) -> bool:
    """Whether nothing but a dash stands before the first key of an entry."""
    before = line[: node.start_mark.column]
    return before.strip(" ") == "-" and before.index("-") == margin


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _last_line(lines: list[str], first: int, after: int, margin: int) -> int:
    """The last line of an entry: blank lines and comments at the margin are the next one's."""
    last = after - 1
    while last > first and _is_between(lines[last], margin):
        last -= 1
    return last


def _is_between(line: str, margin: int) -> bool:
    plain = line.strip()
    inset = len(line) - len(line.lstrip(" "))
    return not plain or plain == "---" or plain == "..." or (plain[0] == "#" and inset <= margin)


def read_items(text: str) -> list[tuple[str, int, object]]:
    r"""All entries of a list: key, line counted from 1, and what they say as plain data.

    >>> read_items("- id: a\n- title: T\n")
    [('a', 1, {'id': 'a'}), ('', 2, {'title': 'T'})]
    """
    values, _ = parse_yaml(text, "")
    listed: list[Value] = []
    for value in values:
        under = value.items if isinstance(value, Mapping) else {}
        found = next((under[name] for name in _LISTS if name in under), value)
        listed += found.items if isinstance(found, Sequence) else []
    items = [item for item in listed if isinstance(item, Mapping)]
    return [(_id(item), item.place.line, plain(item)) for item in items]


def _id(item: Mapping) -> str:
    return as_text(item.items["id"]) if "id" in item.items else ""


def find_keys(entry: str) -> list[KeyPlace] | None:
    r"""Find the keys of one entry, given with its dash; None where that cannot be done.

    >>> [key.name for key in find_keys("- id: a\n  year: 2020  # checked")]
    ['id', 'date']
    """
    found = [node for node, _ in _items(entry)]
    if len(found) != 1:
        return None
    lines = entry.splitlines(keepends=True)
    starts = _starts(lines)
    pairs = found[0].value
    column = found[0].start_mark.column
    places = []
    for at, (key, value) in enumerate(pairs):
        if key.start_mark.column != column:
            return None
        first = key.start_mark.line
        after = pairs[at + 1][0].start_mark.line if at + 1 < len(pairs) else len(lines)
        last = _last_line(lines, first, after, len(entry) if _is_inline(value) else column)
        start = starts[first] + column
        end = starts[last] + len(lines[last].rstrip("\r\n"))
        places.append(
            KeyPlace(ALIASES[folded(str(key.value))], start, end, column, _comment(lines, value))
        )
    return places


def _is_inline(value: Any) -> bool:
    """Whether a value is no block in which a hash may be text."""
    return bool(type(value).__name__ == "ScalarNode" and value.style not in ("|", ">"))


def _comment(lines: list[str], value: Any) -> str:
    if not _is_inline(value):
        return ""
    tail = lines[value.end_mark.line][value.end_mark.column :] if _on_line(lines, value) else ""
    return tail.rstrip() if tail.lstrip(" \t").startswith("#") else ""


def _on_line(lines: list[str], value: Any) -> bool:
    return bool(value.start_mark.line == value.end_mark.line < len(lines))
