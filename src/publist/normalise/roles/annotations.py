"""biblatex's annotations of names: ``author+an = {1=equal; 2=equal,corresponding}``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.model import Role
from publist.normalise.roles.words import OWNER_WORDS, SYMBOL_NAMES, named_role

__all__ = ["Said", "read_annotation"]

# biblatex manual 3.20, section 3.7 (data annotations): items by number, with the part of the
# name behind a colon; a value in quotes is a literal. Pieces in quotes are not parted.
_PIECE = re.compile(r"\"[^\"]*\"|[^;\"]+|[;\"]")
_ITEM = re.compile(r"\s*(?P<index>\d{1,4})?\s*(?::\s*[\w-]+)?\s*=\s*(?P<value>.*?)\s*", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%.*")
_TRUE = frozenset({"true", "yes", "1", "x", "y", ""})


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one author, or of all where the index is None.

    Args:
        index: Counted from 0.
        role: A role, or None.
        mark: A symbol that was named instead of a role.
        owner: Whether the author is highlighted as the owner.
    """

    index: int | None
    role: Role | None = None
    mark: str | None = None
    owner: bool = False


def read_annotation(text: str, name: str = "") -> list[Said] | None:
    """Read the value of an annotation field.

    Args:
        text: The value; comments behind it are passed over.
        name: The annotation's own name, ``lead`` in ``author+an:lead``, or nothing.

    Returns:
        What it says; None where it is no annotation.

    >>> [(said.index, str(said.role)) for said in read_annotation("1=equal; 2=equal,corresponding")]
    [(0, 'equal'), (1, 'equal'), (1, 'corresponding')]
    """
    items: list[str] = [""]
    for piece in _PIECE.findall(_COMMENT.sub("", text)):
        if piece == ";":
            items.append("")
        else:
            items[-1] += piece
    found: list[Said] = []
    for item in items:
        if not item.strip(" ,\n\t"):
            continue
        parsed = _ITEM.fullmatch(item)
        if not parsed:
            return None
        index = int(parsed["index"]) - 1 if parsed["index"] else None
        found += [_said(index, word, name) for word in _words(parsed["value"])]
    return found or None


def _words(value: str) -> list[str]:
    if value.startswith('"'):
        return [value.strip('"').strip()]
    return [word for part in value.split(",") if (word := part.strip().strip('"').strip())]


def _said(index: int | None, word: str, name: str) -> Said:
    if word.casefold() in _TRUE and name:
        word = name
    lowered = re.sub(r"[\s_-]", "", word.casefold())
    if lowered in OWNER_WORDS:
        return Said(index, owner=True)
    if lowered in SYMBOL_NAMES:
        return Said(index, mark=SYMBOL_NAMES[lowered])
    return Said(index, role=named_role(word))
