"""YAML that is none, mended as far as it is plain what was meant.

Hand-typed lists break the same few rules again and again: a colon or a star in a value without
quotation marks, a tab for a blank. One such line would cost the whole entry.
"""

from __future__ import annotations

import re

__all__ = ["mended"]

_LINE = re.compile(r"([ ]*(?:-[ ]+)?[\w-][\w -]{0,40}:[ ]+)(\S.*)")
_BLOCK = re.compile(r"[|>][-+0-9]*(?:[ ]+#.*)?")
_CLOSED = re.compile(r"(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|\[[^\[\]]*\]|\{[^{}]*\})(?:[ ]+#.*)?")
_SPECIAL = frozenset("*&!%@`[]{},?'\"#")


def mended(text: str) -> str:
    r"""Put quotation marks around values that YAML would take for something else.

    Args:
        text: YAML that its parser refuses.

    Returns:
        The text, line by line; blocks of text and values
        that stand in marks already are left alone.

    >>> mended("- title: Of Mice: A Study\n\tyear: 2020")
    "- title: 'Of Mice: A Study'\n  year: 2020"
    """
    out: list[str] = []
    block: int | None = None
    for line in (each.rstrip(" ") for each in _without_tabs(text)):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indent > block):
            out.append(line)
            continue
        found = _LINE.fullmatch(line)
        block = indent if found and _BLOCK.fullmatch(found[2]) else None
        out.append(f"{found[1]}{_quoted(found[2])}" if found and block is None else line)
    return "\n".join(out)


_LEADING = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)


def _without_tabs(text: str) -> list[str]:
    """Lines with two blanks for a tab at their beginning, and one for any other."""
    text = _LEADING.sub(lambda found: found[0].replace("\t", "  "), text)
    return text.replace("\t", " ").split("\n")


def _quoted(value: str) -> str:
    if _CLOSED.fullmatch(value) or _left_open(value):
        return value
    if value[0] in _SPECIAL or ": " in value or value.endswith(":") or " #" in value:
        return "'" + value.replace("'", "''") + "'"
    return value


def _left_open(value: str) -> bool:
    """Whether a list or mapping begins and does not end here: what was meant is not plain."""
    return value[0] in "[{" and {"[": "]", "{": "}"}[value[0]] not in value
