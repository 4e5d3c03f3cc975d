"""YAML text as values with places: safe types only, bounded, and as much as can be saved.

Works on the parser's events, so nothing is ever constructed, depth costs no recursion, and an
alias shares what it refers to. Scalars follow YAML 1.2's core schema: ``no`` is a word, and a
date stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from publist.problems import Problem, Severity
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value
from publist.reading.yaml_mending import mended

__all__ = ["parse_yaml"]

_DEPTH = 40
_NODES = 1_000_000
"""How deep values may be nested, and how many there may be with all aliases written out."""

_INT = re.compile(r"[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.nan")
_NULLS = frozenset(["", "~", "null", "Null", "NULL"])
_BOOLS = frozenset(["true", "True", "TRUE", "false", "False", "FALSE"])


class _RefusedError(Exception):
    """A text that is valid and still not taken: too deep, too much, an unknown alias."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.place = place


def parse_yaml(text: str, file: str) -> tuple[list[Value], tuple[Problem, ...]]:
    r"""Read YAML text.

    Where the text is broken, the items of its list are read one by one, and only the broken
    ones are missing.

    Args:
        text: One or several YAML documents.
        file: Its name, for problems.

    Returns:
        The documents' values, and what was wrong. No value and an ``yaml-syntax`` error mean
        that nothing could be read.

    >>> values, problems = parse_yaml("- country: no\n- [broken\n- title: kept", "x.yaml")
    >>> [len(value.items) for value in values], problems[0].line
    ([2], 2)
    """
    try:
        builder = _Builder(file)
        return builder.build(text), tuple(builder.problems)
    except _RefusedError as error:
        return [], (_syntax_problem(error, file, 1),)
    except (YAMLError, ValueError) as error:
        return _saved(text, file, error)


def _saved(text: str, file: str, error: Exception) -> tuple[list[Value], tuple[Problem, ...]]:
    """Read the pieces of a broken text that can be read."""
    problems: list[Problem] = []
    whole: list[tuple[str | None, list[Value]]] = []
    for name, first_line, piece in _pieces(text):
        values, found = _read_piece(piece, file, first_line)
        problems += found
        if values is None:
            continue
        if not whole or whole[-1][0] != name:
            whole.append((name, []))
        whole[-1][1].extend(values)
    if not whole:
        return [], (_syntax_problem(error, file, 1),)
    return [_assembled(whole)], tuple(problems)


def _read_piece(
    piece: str, file: str, first_line: int
) -> tuple[list[Value] | None, tuple[Problem, ...]]:
    """Read a piece, if need be as it was probably meant; None where that fails too."""
    refused: Problem | None = None
    for text in (piece, mended(piece)):
        builder = _Builder(file, first_line)
        try:
            values = builder.build(text)
        except (YAMLError, _RefusedError, ValueError) as error:
            refused = refused or _syntax_problem(error, file, first_line)
            continue
        return values, (*builder.problems, *([_as_meant(refused)] if refused else []))
    return None, (refused,) if refused else ()


def _as_meant(refused: Problem) -> Problem:
    message = f"{refused.message} It was read as if there were some."
    return refused.model_copy(
        update={"severity": Severity.WARNING, "code": "yaml-mended", "message": message}
    )


def _assembled(pieces: list[tuple[str | None, list[Value]]]) -> Value:
    """Put the saved pieces back under their top-level keys."""
    place = Place(1, 1)
    if all(name is None for name, _ in pieces):
        return Sequence(place, [item for _, values in pieces for item in _unwrapped(values)])
    mapping = Mapping(place)
    for name, values in pieces:
        if name is not None:
            mapping.items.setdefault(name, Sequence(place, _unwrapped(values)))
            continue
        for value in values:
            if isinstance(value, Mapping):
                mapping.items.update(value.items)
                mapping.places.update(value.places)
    return mapping


def _unwrapped(values: list[Value]) -> list[Value]:
    """The items of lists of one: each piece is an item with its dash."""
    return [item for value in values if isinstance(value, Sequence) for item in value.items]


_LIST_KEY = re.compile(r"([A-Za-z_]\w*)[ \t]*:[ \t]*(?:#.*)?")
_DASH = re.compile(r"( *)-(?=[ \t]|$)")


def _pieces(text: str) -> Iterator[tuple[str | None, int, str]]:
    """Cut a text into top-level items: ``(key it stands under, first line, text)``."""
    cutter = _Cutter()
    for number, line in enumerate(text.split("\n"), 1):
        if cutter.begins(line):
            yield from cutter.cut(number)
        cutter.lines.append(line)
    yield from cutter.cut(0)


@dataclass(slots=True)
class _Cutter:
    """The lines of the piece that is being read, and what it stands under."""

    lines: list[str] = field(default_factory=list)
    start: int = 1
    under: str | None = None
    indent: int | None = None
    header: str | None = None

    def begins(self, line: str) -> bool:
        """Whether a line begins another piece."""
        dash = _DASH.match(line)
        if dash and self.indent is None and not self._has_content():
            self.under, self.indent, self.lines = self.header, len(dash[1]), []
            return True
        if dash and len(dash[1]) == self.indent:
            return True
        if line[:1] in ("", " ", "\t", "#", "-", "]", "}") or ":" not in line:
            return False
        self.header = self.indent = None
        return True

    def cut(self, number: int) -> Iterator[tuple[str | None, int, str]]:
        """Give the piece up to here, and begin the next one on this line."""
        if any(line.strip() for line in self.lines):
            listed = _DASH.match(self.lines[0]) is not None
            yield self.under if listed else None, self.start, "\n".join(self.lines)
        self.lines, self.start = [], number

    def _has_content(self) -> bool:
        """Whether the piece is more than blank lines, comments and the key of a list."""
        content = [line for line in self.lines if line.strip() and line.lstrip()[0] != "#"]
        if len(content) == 1 and (key := _LIST_KEY.fullmatch(content[0].rstrip())):
            self.header = key[1]
            return False
        return bool(content) and content != ["---"]


def _syntax_problem(error: Exception, file: str, first_line: int) -> Problem:
    place = Place(first_line)
    message = f"This is not YAML: {error}."
    if isinstance(error, _RefusedError):
        place, message = error.place, str(error)
    elif isinstance(error, MarkedYAMLError):
        mark: Any = error.problem_mark or error.context_mark
        if mark is not None:
            place = Place(mark.line + first_line, mark.column + 1)
        said = " ".join(part for part in (error.problem, error.context) if part)
        hint = _BACKSLASH if "escape" in said else _HINT
        message = f"This is not YAML: {said}. {hint}"
    return Problem(
        severity=Severity.ERROR,
        code="yaml-syntax",
        message=message,
        file=file,
        line=place.line,
        column=place.column,
    )


_HINT = "Often a text with a colon, a hash or a bracket wants quotation marks around it."
_BACKSLASH = (
    "Between double quotation marks a backslash begins an escape; write paths with /, and other "
    "texts between single ones."
)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; ``key`` waits for its value."""

    value: Sequence | Mapping
    anchor: str | None
    key: tuple[str, Place] | None = None
    nodes: int = 1


@dataclass(slots=True)
class _Builder:
    """Builds values from the parser's events."""

    file: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[str, tuple[Value, int]] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    roots: list[Value] = field(default_factory=list)

    def build(self, text: str) -> list[Value]:
        yaml = YAML(typ="safe", pure=True)
        for event in yaml.parse(text):
            self._take(event, type(event).__name__)
        return self.roots

    def _take(self, event: Any, name: str) -> None:
        if name == "ScalarEvent":
            value = Scalar(event.value, _kind(event), self._place(event))
            self._add(value, 1, event.anchor)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(event, name)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            closed = self.stack.pop()
            self._add(closed.value, closed.nodes, closed.anchor)
        elif name == "AliasEvent":
            self._alias(event.anchor, self._place(event))

    def _alias(self, anchor: str, place: Place) -> None:
        if anchor in self.anchors:
            self._add(*self.anchors[anchor], None)
            return
        self._report("yaml-alias", f"Nothing is called &{anchor} before this.", place, anchor)
        self._add(Scalar("", "null", place), 1, None)

    def _report(self, code: str, message: str, place: Place, key: str) -> None:
        self.problems.append(
            Problem(
                severity=Severity.WARNING,
                code=code,
                message=message,
                file=self.file,
                line=place.line,
                column=place.column,
                value=key,
            )
        )

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(mark.line + self.first_line, mark.column + 1)

    def _open(self, event: Any, name: str) -> None:
        place = self._place(event)
        if len(self.stack) >= _DEPTH:
            raise _RefusedError(f"Values are nested deeper than {_DEPTH} levels.", place)
        value = Mapping(place) if name == "MappingStartEvent" else Sequence(place)
        self.stack.append(_Open(value, event.anchor))

    def _add(self, value: Value, nodes: int, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, nodes)
        if not self.stack:
            self.roots.append(value)
            return
        top = self.stack[-1]
        top.nodes += nodes
        if top.nodes > _NODES:
            raise _RefusedError("The aliases in this text multiply without bounds.", value.place)
        if isinstance(top.value, Sequence):
            top.value.items.append(value)
        elif top.key is None:
            top.key = (value.text if isinstance(value, Scalar) else "?", value.place)
        else:
            self._put(top.value, top.key, value)
            top.key = None

    def _put(self, mapping: Mapping, key: tuple[str, Place], value: Value) -> None:
        name, place = key
        if name == "<<" and isinstance(value, Mapping):
            for inherited, item in value.items.items():
                mapping.items.setdefault(inherited, item)
        elif name in mapping.items and name in mapping.places:
            message = f"{name!r} stands here a second time; the first one is used."
            self._report("duplicate-field", message, place, name)
        else:
            mapping.items[name] = value
            mapping.places[name] = place


def _kind(event: Any) -> str:
    text = event.value
    if (
        event.style not in (None, "", " ")
        or event.tag == "!"
        or str(event.tag or "").endswith(":str")
    ):
        return "str"
    if text in _NULLS:
        return "null"
    if text in _BOOLS:
        return "bool"
    first = text[0]
    if first.isdigit() or first in "+-.":
        if _INT.fullmatch(text):
            return "int"
        if _FLOAT.fullmatch(text):
            return "float"
    return "str"
