"""The form of publist's own curated files: the part of YAML that a few lines read.

Some thousand venues through a YAML parser would cost every start a second; this form is
plain YAML to every other tool and to people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from publist.errors import ProjectError

__all__ = ["Block", "curated_blocks"]


class Block(NamedTuple):
    """One thing of a curated file.

    Args:
        id: What it is called by.
        texts: Its texts by their keys.
        lists: Its lists of texts by their keys.
    """

    id: str
    texts: dict[str, str]
    lists: dict[str, list[str]]


def curated_blocks(text: str, file: str) -> Iterator[Block]:
    r"""Read a curated file.

    An id and a colon stand at the start of a line; two blanks in, ``key: text``, or a key
    with a list whose items are four blanks in. Texts are plain, or quoted as in JSON.

    Args:
        text: The content of the file.
        file: Its name, for messages.

    Raises:
        ProjectError: A line is none of these.

    >>> next(curated_blocks("jmlr:\n  name: JMLR\n  names:\n    - J. M. L. R.\n", "f"))
    Block(id='jmlr', texts={'name': 'JMLR'}, lists={'names': ['J. M. L. R.']})
    """
    block = Block("", {}, {})
    items: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("    - ") and items is not None:
            items.append(_value(line[6:]))
        elif line.startswith("  ") and block.id:
            key, colon, value = line[2:].partition(":")
            if not colon:
                raise _unknown_line(line, file, number)
            if value:
                block.texts[key] = _value(value[1:])
            else:
                items = block.lists[key] = []
        elif line and line[0] != "#":
            if line[-1] != ":" or line[0] == " ":
                raise _unknown_line(line, file, number)
            if block.id:
                yield block
            block, items = Block(line[:-1], {}, {}), None
    if block.id:
        yield block


def _value(text: str) -> str:
    return json.loads(text) if text.startswith('"') else text


def _unknown_line(line: str, file: str, number: int) -> ProjectError:
    message = "This line has no form that curated files have."
    return ProjectError(message, file=file, line=number, value=line)
