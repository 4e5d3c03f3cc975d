"""Problems: trouble that leaves something to go on with, kept as data.

A stage never raises for one, never drops it and never only logs it: problems travel
beside the result up to the user, and ``--strict`` turns them into failure there.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

__all__ = ["Problem", "Severity"]


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Something of the source could not be used as it stands."""
    WARNING = "warning"
    """Something was guessed or looks wrong; a person should look."""
    INFO = "info"
    """Something was changed or left out on good grounds, and is said."""


class Problem(BaseModel):
    """One finding about one place in a source.

    Args:
        severity: How much it matters.
        code: A stable short name in kebab-case, e.g. ``role-guessed``; filters and docs use it.
        message: What is wrong and what to do, in one or two sentences.
        file: The file, as the user named it; ``-`` is standard input.
        line: The line, counted from 1.
        column: The column, counted from 1.
        key: The key of the entry, where there is one.
        value: The offending text, as it was found.

    >>> print(Problem(severity=Severity.WARNING, code="role-guessed", file="my.bib", line=7,
    ...               key="tang24", message="'*' was taken to mean equal contribution."))
    my.bib:7: warning: tang24: '*' was taken to mean equal contribution. [role-guessed]
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    severity: Severity
    code: str
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    key: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        place = self.file or ""
        if place and self.line is not None:
            place += f":{self.line}"
            if self.column is not None:
                place += f":{self.column}"
        parts = [place, self.severity.value, self.key or "", f"{self.message} [{self.code}]"]
        return ": ".join(part for part in parts if part)
