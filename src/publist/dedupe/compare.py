"""Two records side by side, with what differs told apart from what agrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from textwrap import shorten

from publist.model import Record
from publist.names import joined

__all__ = ["FieldBeside", "Part", "side_by_side"]

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_ABSTRACT = 300
"""Characters of an abstract that are shown: enough to tell it, and the rest stays in sight."""
_LONGEST = 600
"""Pieces of a text that are compared one by one; longer ones differ as a whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, and whether the other record has it otherwise."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class FieldBeside:
    """One field of two records.

    Args:
        name: What people call it.
        left: The text of the one record in parts; empty where it says nothing.
        right: The text of the other.
    """

    name: str
    left: tuple[Part, ...]
    right: tuple[Part, ...]

    @property
    def differs(self) -> bool:
        """Whether the two say anything different."""
        return any(part.differs for part in (*self.left, *self.right))


def side_by_side(left: Record, right: Record) -> tuple[FieldBeside, ...]:
    """Compare two records field by field; fields that neither has are left out.

    >>> one, other = Record(key="a", volume="3"), Record(key="b", volume="4")
    >>> [(each.name, each.left, each.differs) for each in side_by_side(one, other)][0]
    ('volume', (Part(text='3', differs=True),), True)
    """
    one, other = dict(_said(left)), dict(_said(right))
    return tuple(
        FieldBeside(name, *_parts(one.get(name, ""), other.get(name, "")))
        for name in _NAMES
        if one.get(name) or other.get(name)
    )


_NAMES = (
    *("title", "authors", "editors", "where", "series", "date", "volume", "issue", "number"),
    *("pages", "publisher", "identifiers", "type", "links", "awards", "note", "abstract"),
)


def _said(record: Record) -> Iterator[tuple[str, str]]:
    """What a record says, as texts by what people call the field."""
    yield "title", record.title.plain
    yield "authors", _people(record.authors, truncated=record.authors_truncated)
    yield "editors", _people(record.editors)
    yield "where", _where(record)
    yield "series", record.collection.plain
    yield "date", str(record.date or "")
    for name in ("volume", "issue", "number", "pages", "publisher", "type"):
        yield name, getattr(record, name) or ""
    yield "identifiers", ", ".join(_identifiers(record))
    yield "links", ", ".join(link.url for link in record.links)
    yield "awards", ", ".join(award.name for award in record.awards)
    yield "note", record.note.plain
    yield "abstract", shorten(record.abstract.plain, _ABSTRACT, placeholder=" …")


def _people(people: Iterable[object], *, truncated: bool = False) -> str:
    names = [str(getattr(author, "name", "")) for author in people]
    return joined([*names, "others"] if truncated else names)


def _where(record: Record) -> str:
    printed = record.container.plain
    venue = record.venue.name if record.venue else ""
    return venue if not printed or printed == venue else printed


def _identifiers(record: Record) -> Iterator[str]:
    for each in record.identifiers:
        version = "" if each.version is None else f"v{each.version}"
        yield f"{each.scheme}:{each.value}{version}"


def _parts(left: str, right: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    one, other = _PIECES.findall(left), _PIECES.findall(right)
    # Long texts are not matched piece by piece: that may take the square of their length.
    if not one or not other or max(len(one), len(other)) > _LONGEST:
        return _whole(left, differs=left != right), _whole(right, differs=left != right)
    matcher = SequenceMatcher(None, [each.casefold() for each in one],
                              [each.casefold() for each in other], autojunk=False)  # fmt: skip
    spans = [
        (kind != "equal", "".join(one[a:b]), "".join(other[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
    ]
    return (
        _merged([(text, differs) for differs, text, _ in spans]),
        _merged([(text, differs) for differs, _, text in spans]),
    )


def _whole(text: str, *, differs: bool) -> tuple[Part, ...]:
    return (Part(text, differs),) if text else ()


def _merged(spans: Sequence[tuple[str, bool]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for text, differs in spans:
        if not text:
            continue
        if parts and parts[-1].differs is differs:
            parts[-1] = Part(parts[-1].text + text, differs)
        else:
            parts.append(Part(text, differs))
    return tuple(parts)
