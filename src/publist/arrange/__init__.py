"""Arranging: which works a list shows, in what order, under which headings, how numbered.

Everything is pure, works in and works out; nothing here formats.
"""

from publist.arrange.group import CRITERIA, Section, group, lay_out
from publist.arrange.kinds import KINDS, kind_of
from publist.arrange.number import Numbering, number
from publist.arrange.select import select
from publist.arrange.selection import Selection
from publist.arrange.sort import SORT_KEYS, sort

__all__ = [
    "CRITERIA",
    "KINDS",
    "SORT_KEYS",
    "Numbering",
    "Section",
    "Selection",
    "group",
    "kind_of",
    "lay_out",
    "number",
    "select",
    "sort",
]
