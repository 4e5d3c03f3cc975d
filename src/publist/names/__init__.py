"""Names: splitting author fields, taking names apart, comparing and printing them.

Names come in two forms: ``bibtex``, undecoded LaTeX by BibTeX's rules, and ``human``, as
people type them on pages and in YAML.
"""

from publist.names.authors import AuthorList, read_authors
from publist.names.compare import Comparison, Likeness, compatible
from publist.names.initials import initials
from publist.names.lists import split_human_list
from publist.names.marks import Marked, plain_mark, take_marks
from publist.names.particles import Particles, split_particles
from publist.names.printing import (
    abbreviated,
    direct,
    inverted,
    joined,
    normalised,
    short_list,
    surname,
)
from publist.names.read import Form, parse_name, read_author
from publist.names.split import split_authors

__all__ = [
    "AuthorList",
    "Comparison",
    "Form",
    "Likeness",
    "Marked",
    "Particles",
    "abbreviated",
    "compatible",
    "direct",
    "initials",
    "inverted",
    "joined",
    "normalised",
    "parse_name",
    "plain_mark",
    "read_author",
    "read_authors",
    "short_list",
    "split_authors",
    "split_human_list",
    "split_particles",
    "surname",
    "take_marks",
]
