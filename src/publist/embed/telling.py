"""How a page's builder hears of trouble: as a warning it counts, or as an error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable

from publist.errors import PublistError
from publist.problems import Problem, Severity

__all__ = ["counts_warnings", "error_box", "tell", "tell_error"]

_COUNTING = {"mkdocs": "mkdocs.plugins.publist", "pelican": "pelican.publist"}
"""Builders whose strict modes fail on a warning, with the names under which they hear one."""


def _logger() -> logging.Logger:
    name = next((name for builder, name in _COUNTING.items() if builder in sys.modules), "publist")
    return logging.getLogger(name)


def counts_warnings() -> bool:
    """Whether the program around counts warnings, so that one is enough to fail a strict build."""
    return any(builder in sys.modules for builder in _COUNTING)


def tell(problems: Iterable[Problem]) -> None:
    """Say problems; mere notes only where somebody listens to them."""
    logger = _logger()
    for problem in problems:
        if problem.severity is Severity.INFO:
            logger.debug("%s", problem)
        else:
            logger.warning("%s", problem)


def tell_error(error: PublistError) -> None:
    """Say that a list could not be made."""
    # An error, since builders that are asked to be quiet do not count warnings.
    _logger().error("No list of publications could be made: %s", error)


def error_box(error: PublistError) -> str:
    """What stands in the page in place of a list that could not be made.

    >>> from publist.errors import SourceError
    >>> error_box(SourceError("Not there.", file="a<b.bib"))[45:]
    'role="alert"><p>a&lt;b.bib: Not there.</p></div>'
    """
    from html import escape

    opening = '<div class="publist-error admonition danger" role="alert">'
    return f"{opening}<p>{escape(str(error))}</p></div>"
