"""Documents: what reading gave, records and trouble together."""

from __future__ import annotations

from publist.model.base import Model
from publist.model.work import Record
from publist.problems import Problem

__all__ = ["Document"]


class Document(Model):
    """What one source, or several put together, said.

    Args:
        records: In the order of the source, none left out.
        problems: What a person should know about the source.
        remarks: Text of the source that belongs to no entry (comments, front matter, a page's
            legend), as the source has it: it may say what the marks mean.
    """

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()

    def __add__(self, other: Document) -> Document:
        return Document(
            records=self.records + other.records,
            problems=self.problems + other.problems,
            remarks=self.remarks + other.remarks,
        )
