"""Linking: which records are of one work, with reasons.

Pure functions over rows: nothing is read, written or remembered here.

>>> from publist.link import link, row_from_strings
>>> rows = [
...     row_from_strings({"id": "a", "title": "Deep Equilibrium Models", "year": "2019",
...                       "authors": "S. Bai, J. Z. Kolter, V. Koltun", "venue": "NeurIPS"}),
...     row_from_strings({"id": "b", "title": "Deep equilibrium models.", "year": "2019",
...                       "authors": "Bai, Shaojie and Kolter, J. Zico and Koltun, Vladlen"}),
... ]
>>> link(rows).clusters
(('a', 'b'),)
"""

from publist.link.bylines import Byline, read_byline
from publist.link.linkage import Linkage, Pair, link, relate
from publist.link.row import Row, row_from_record, row_from_strings, rows_from_records
from publist.link.verdict import ASK, JOIN, Decision, Relation

__all__ = [
    "ASK",
    "JOIN",
    "Byline",
    "Decision",
    "Linkage",
    "Pair",
    "Relation",
    "Row",
    "link",
    "read_byline",
    "relate",
    "row_from_record",
    "row_from_strings",
    "rows_from_records",
]
