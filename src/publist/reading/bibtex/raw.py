"""What reading BibTeX gives: entries whose values are still LaTeX."""

from __future__ import annotations

from dataclasses import dataclass

from publist.problems import Problem

__all__ = ["RawBibliography", "RawEntry"]


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One entry, its syntax understood and its values not yet decoded.

    Args:
        entry_type: In lower case, e.g. ``inproceedings``; a type nobody knows is kept.
        key: The citation key as it stands; ``entry-12`` where line 12 has an entry without one.
        fields: Values by lower-case field name, in the order of the source: ``#`` and macros
            expanded, outer delimiters removed, runs of white space made one blank, what
            crossref and xdata supply filled in (after the entry's own fields).
        line: The line of its ``@``, counted from 1.
    """

    entry_type: str
    key: str
    fields: dict[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class RawBibliography:
    """All that one BibTeX source holds.

    Args:
        entries: In the order of the source; those with the same key are all kept.
        problems: What is wrong in the source or had to be guessed.
        remarks: Text outside entries, ``@comment``, ``@preamble`` and front matter.
    """

    entries: tuple[RawEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
