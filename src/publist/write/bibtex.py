"""Records as clean BibTeX."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publist.crosswalk.bibtex import entry_from_record
from publist.crosswalk.bibtex_write import BibtexEntry
from publist.model import Author, Document, Record
from publist.richtext import EMPTY

__all__ = ["citation_bibtex", "entry_text", "write_bibtex"]

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


def citation_bibtex(record: Record) -> str:
    """The entry that readers need who cite a work: without what only the list's owner needs.

    Left out are roles, awards, links, pictures, keywords, the abstract, and the source's
    fields without a meaning here.

    Args:
        record: The record of the work.

    >>> print(citation_bibtex(Record(key="a", selected=True, preview="a.png", title="Why?")))
    @misc{a,
      title = {Why?},
    }
    <BLANKLINE>
    """
    authors = tuple(_bare(author) for author in record.authors)
    editors = tuple(_bare(author) for author in record.editors)
    return write_bibtex([record.change(**_OWNERS, authors=authors, editors=editors)])


_OWNERS: dict[str, object] = {
    "abstract": EMPTY,
    "annotation": EMPTY,
    "awards": (),
    "extra": {},
    "keywords": (),
    "links": (),
    "preview": None,
    "selected": None,
}


def _bare(author: Author) -> Author:
    return Author(name=author.name)


def entry_text(entry: BibtexEntry, fields: Mapping[str, str]) -> str:
    """One entry, a field a line.

    Args:
        entry: The entry: its type, its key, which of its fields are macros.
        fields: LaTeX values by field name, in order.
    """
    width = min(max(map(len, fields), default=0), _WIDEST)
    lines = [f"@{entry.entry_type}{{{entry.key},"]
    for name, value in fields.items():
        written = value if name in entry.macros else f"{{{value}}}"
        lines.append(f"  {name:<{width}} = {written},")
    return "\n".join([*lines, "}", ""])


def _text(entry: BibtexEntry) -> str:
    return entry_text(entry, entry.fields)
