"""Records as clean BibTeX."""

from __future__ import annotations

from collections.abc import Iterable

from publist.crosswalk.bibtex import entry_from_record
from publist.crosswalk.bibtex_write import BibtexEntry
from publist.model import Document, Record

__all__ = ["write_bibtex"]

_WIDEST = 12


def write_bibtex(source: Document | Iterable[Record]) -> str:
    """Write records as a bibliography that BibTeX and biblatex read.

    UTF-8, one field a line, names without marks; roles are annotations (``author+an``).

    Args:
        source: A document, or records.

    >>> from publist.reading import read_text
    >>> print(write_bibtex(read_text('@misc{a, title="On {DNA}", author="B, A", month=may, '
    ...                              'year=2020}', "x.bib")))
    @misc{a,
      author = {B, A},
      title  = {On {DNA}},
      year   = {2020},
      month  = may,
    }
    <BLANKLINE>
    """
    records = source.records if isinstance(source, Document) else source
    return "\n".join(_text(entry_from_record(record)) for record in records)


def _text(entry: BibtexEntry) -> str:
    width = min(max(map(len, entry.fields), default=0), _WIDEST)
    lines = [f"@{entry.entry_type}{{{entry.key},"]
    for name, value in entry.fields.items():
        written = value if name in entry.macros else f"{{{value}}}"
        lines.append(f"  {name:<{width}} = {written},")
    return "\n".join([*lines, "}", ""])
