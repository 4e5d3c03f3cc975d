"""Blocks for publist in Markdown text: where they are, and what their options say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publist.errors import ProjectError

__all__ = ["Fenced", "Written", "blocks_in", "options_in"]

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>.*?)[ \t]*")
_OURS = re.compile(r"\{?\.?publications\}?(?:[ \t]+(?P<list>[\w.-]+))?")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A block that asks for a list.

    Args:
        options: Its text, YAML.
        name: The list of the project file that stands behind the word *publications*.
        indent: The blanks before its first line: a block may stand inside another.
        line: Where it begins, counted from 1.
        closed: Whether its last line is there.
    """

    options: str
    name: str | None
    indent: str
    line: int
    closed: bool = True


Written = str | Fenced
"""A line as it was, or a block in its place."""


def blocks_in(lines: list[str]) -> Iterator[Written]:
    """Find the blocks: ``::: publications`` or a code fence of that name, to its closing fence.

    What stands inside another fence is an example, not a block.

    Args:
        lines: A page.

    >>> list(blocks_in(["Hi", "::: publications", "years: 2020-", ":::"]))[1].options
    'years: 2020-'
    """
    at = 0
    while at < len(lines):
        fence = _FENCE.fullmatch(lines[at])
        if fence is None:
            yield lines[at]
            at += 1
            continue
        end = _end_of(lines, at, fence)
        ours = _OURS.fullmatch(fence["info"])
        if ours:
            inside = lines[at + 1 : end]
            text = "\n".join(_unindented(line, fence["indent"]) for line in inside)
            yield Fenced(text, ours["list"], fence["indent"], at + 1, end < len(lines))
            at = end + 1
        elif fence["marks"][0] == ":":
            # Other people's containers hold Markdown, and so perhaps a block of ours.
            yield lines[at]
            at += 1
        else:
            yield from lines[at : end + 1]
            at = end + 1


def _end_of(lines: list[str], start: int, fence: re.Match[str]) -> int:
    """The line that closes a fence: at least as many of the same marks, and nothing else."""
    mark, least = fence["marks"][0], len(fence["marks"])
    for at in range(start + 1, len(lines)):
        bare = lines[at].strip()
        if len(bare) >= least and bare == mark * len(bare):
            return at
    return len(lines)


def _unindented(line: str, indent: str) -> str:
    return line.removeprefix(indent) if line.startswith(indent) else line.lstrip()


def options_in(block: Fenced, file: str | None = None) -> Mapping[str, object]:
    """The options of a block.

    Args:
        block: The block.
        file: The page, for messages.

    Raises:
        ProjectError: The block is not closed, or what it holds is no YAML mapping.

    >>> options_in(Fenced("years: 2020-", "selected", "", 1))
    {'list': 'selected', 'years': '2020-'}
    """
    from publist.reading.values import Mapping as Said
    from publist.reading.values import plain
    from publist.reading.yaml_values import parse_yaml

    if not block.closed:
        message = (
            "The block of publications is not closed; end it with a line of the same "
            "marks that opened it."
        )
        raise ProjectError(message, file=file, line=block.line)
    named: dict[str, object] = {"list": block.name} if block.name else {}
    values, problems = parse_yaml(block.options, file or "page")
    if problems:
        line = block.line + (problems[0].line or 1)
        raise ProjectError(problems[0].message, file=file, line=line)
    if not values:
        return named
    said = plain(values[0]) if isinstance(values[0], Said) else None
    if not isinstance(said, dict):
        message = "A block of publications holds options, one a line, e.g. 'years: 2020-'."
        raise ProjectError(message, file=file, line=block.line, value=block.options[:60])
    return {**named, **said}
