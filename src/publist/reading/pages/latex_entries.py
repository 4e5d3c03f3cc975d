r"""Entries of CV classes in LaTeX as items: ``\cventry{2022}{Title}{Journal}{}{}{Authors}``."""

from __future__ import annotations

import re

__all__ = ["entries_as_items"]

# moderncv, europecv, AltaCV, Awesome-CV and their descendants: commands with several arguments.
_ENTRY = re.compile(
    r"\\(?:cventry|cvitem|cvitemwithcomment|cvdoubleitem|cvlistitem|cvlistdoubleitem|cvevent"
    r"|cvpubitem|cvpub|cventryshort|entry)\*?(?=\s*[\[{])"
)
_OPTION = re.compile(r"\s*\[[^\[\]\n]{0,60}\]")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_MOST = 8
"""Arguments of one entry; what follows is no part of it."""


def entries_as_items(source: str) -> str:
    r"""LaTeX with such commands made ``\item``, each argument on a line of its own.

    Every offset stays what it was.

    Args:
        source: The LaTeX, comments blanked.

    >>> entries_as_items(r"\cventry{2022}{Of Mice}{}")
    '\\item    2022\\\\Of Mice\\\\ '
    """
    out: list[str] = []
    done = 0
    for entry in _ENTRY.finditer(source):
        if entry.start() < done:
            continue
        out += [source[done : entry.start()], r"\item".ljust(len(entry[0]))]
        at = entry.end()
        if option := _OPTION.match(source, at):
            out.append(" " * len(option[0]))
            at = option.end()
        done = at
        for index, (start, end) in enumerate(_arguments(source, at)):
            lead = source[done:start]  # the blanks between two arguments and their braces
            out.append((r"\\" if index else "").ljust(len(lead)))
            out.append(source[start:end])
            done = end
        if done > at:
            out.append(" ")
            done += 1
    return "".join([*out, source[done:]])


def _arguments(source: str, at: int) -> list[tuple[int, int]]:
    """What stands between the braces of the arguments that begin at an offset."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST:
        opened = re.compile(r"\s{0,80}\{").match(source, at)
        end = _closing(source, opened.end()) if opened else None
        if opened is None or end is None:
            return found
        found.append((opened.end(), end))
        at = end + 1
    return found


def _closing(source: str, start: int) -> int | None:
    depth = 1
    for brace in _BRACES.finditer(source, start, start + 5000):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.start()
    return None
