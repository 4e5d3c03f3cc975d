"""Records as CSL-JSON, for every program that speaks CSL."""

from __future__ import annotations

import json
from collections.abc import Iterable

from publist.crosswalk.csl import item_from_record
from publist.model import Document, Record

__all__ = ["write_csl_json"]


def write_csl_json(source: Document | Iterable[Record]) -> str:
    """Write records as a CSL-JSON array (schema 1.0.2).

    What CSL has no variable for stands under ``custom.publist`` and is read again.

    Args:
        source: A document, or records.

    >>> print(write_csl_json([Record(key="a", type="book", volume="2")]))
    [
      {
        "id": "a",
        "type": "book",
        "volume": "2"
      }
    ]
    <BLANKLINE>
    """
    records = source.records if isinstance(source, Document) else source
    items = [item_from_record(record) for record in records]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
