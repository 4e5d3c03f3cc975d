"""Where something was read."""

from __future__ import annotations

from publist.model.base import Model

__all__ = ["Source"]


class Source(Model):
    """A place in a source.

    Args:
        file: The file as the user named it; ``-`` is standard input.
        line: The line on which the entry begins, counted from 1.
        also: Further files that have it, where it was merged of several records.

    >>> str(Source(file="papers.bib", line=12))
    'papers.bib:12'
    """

    file: str
    line: int | None = None
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"
