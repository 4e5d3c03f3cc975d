"""The reader of BibTeX and biblatex: text to records."""

from __future__ import annotations

from publist.crosswalk.bibtex import record_from_entry
from publist.model import Document
from publist.problems import Problem
from publist.reading.bibtex import parse_bibtex

__all__ = ["read_bibtex"]


def read_bibtex(text: str, file: str) -> Document:
    """Read a bibliography in BibTeX or biblatex.

    Args:
        text: Its text.
        file: What to call it in messages and in every record's source.

    Returns:
        A record for every entry, in order; none is left out.

    >>> document = read_bibtex("@article{a, title={T}, journal={J}, year=2024}", "x.bib")
    >>> [(record.key, record.type, str(record.source)) for record in document.records]
    [('a', 'article-journal', 'x.bib:1')]
    """
    raw = parse_bibtex(text, file)
    records = []
    problems: list[Problem] = list(raw.problems)
    for entry in raw.entries:
        record, found = record_from_entry(entry, file)
        records.append(record)
        problems += found
    return Document(records=tuple(records), problems=tuple(problems), remarks=raw.remarks)
