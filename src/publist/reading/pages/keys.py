"""Keys for works that have none: ``tang2024fusefl``."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from publist.model import Record

__all__ = ["key_of", "with_unique_keys"]

_SMALL = frozenset(
    "a an the on in of for to towards toward from by with at is are do does and what how why "
    "when der die das ein eine le la les un une el los".split()
)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def key_of(record: Record) -> str:
    """Family name of the first author, year, first word of the title that says something.

    >>> from publist.names import read_authors
    >>> from publist.richtext import RichText
    >>> authors = read_authors("Z. Tang, S. Shi", "human").authors
    >>> key_of(Record(key="", title=RichText.of("On FuseFL: Learning"), authors=authors))
    'tangfusefl'
    """
    name = record.authors[0].name if record.authors else None
    family = _plain(name.literal or name.family or "") if name else ""
    words = [_plain(word) for word in re.findall(r"[^\W_]+", record.title.plain[:300])]
    told = next((word for word in words if word and word not in _SMALL), "")
    return f"{family[:30]}{record.year or ''}{told[:30]}" or "work"


def _plain(text: str) -> str:
    """Small letters without accents; letters of other scripts as they are."""
    apart = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    return "".join(char for char in apart if char.isalnum())


def with_unique_keys(records: Iterable[Record]) -> list[Record]:
    """The records with keys made for them, a letter behind those that come again."""
    seen: dict[str, int] = {}
    out = []
    for record in records:
        key = key_of(record)
        count = seen.get(key, 0)
        seen[key] = count + 1
        out.append(record.change(key=key + _suffix(count)))
    return out


def _suffix(count: int) -> str:
    if not count:
        return ""
    return chr(ord("a") + count) if count < 26 else f"-{count + 1}"
