"""The errors of publist, as one tree.

::

    PublistError
    ├── SourceError     a source cannot be read at all (missing, not text, unknown form)
    ├── StyleError      a citation style or locale cannot be used
    ├── ProjectError    people, venues, marks or options of the user's do not make sense
    └── OutputError     a result cannot be written where it was asked for

Trouble that leaves something to go on with is not an error but a
:class:`~publist.problems.Problem`: data that travels beside the result.
"""

from __future__ import annotations

__all__ = ["OutputError", "ProjectError", "PublistError", "SourceError", "StyleError"]


class PublistError(Exception):
    """Something that stops the work, told to the person who can act on it.

    Args:
        message: What is wrong and what to do about it, one or two sentences.
        file: The file at fault, as the user named it; ``-`` is standard input.
        line: The line in it, counted from 1.
        column: The column in it, counted from 1.
        key: The entry, option or element at fault.
        value: The offending value as it was found.

    >>> str(PublistError("No such style.", file="cv.yaml", line=3, key="style"))
    'cv.yaml:3: style: No such style.'
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
        key: str | None = None,
        value: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.value = value

    def __str__(self) -> str:
        place = self.file or ""
        if place and self.line is not None:
            place += f":{self.line}"
            if self.column is not None:
                place += f":{self.column}"
        return ": ".join(part for part in (place, self.key or "", self.message) if part)


class SourceError(PublistError):
    """A source cannot be read at all."""


class StyleError(PublistError):
    """A citation style or one of its locales cannot be used."""


class ProjectError(PublistError):
    """What the user set up (people, venues, marks, options) does not make sense."""


class OutputError(PublistError):
    """A result cannot be written where it was asked for."""
