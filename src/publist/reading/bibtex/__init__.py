"""BibTeX and biblatex syntax: from text to raw entries.

Stages, each a module: :mod:`split` (bibtexparser) and :mod:`recover` (damaged stretches)
cut the text into blocks, :mod:`macros` expands, :mod:`inherit` fills in, and :mod:`parse`
puts them together. What the fields mean is none of this room's business.
"""

from publist.reading.bibtex.parse import parse_bibtex
from publist.reading.bibtex.raw import RawBibliography, RawEntry

__all__ = ["RawBibliography", "RawEntry", "parse_bibtex"]
