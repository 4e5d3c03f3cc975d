"""Awards: distinctions of a work."""

from __future__ import annotations

from publist.model.base import Model

__all__ = ["Award"]


class Award(Model):
    """A distinction that a work was given.

    Args:
        name: As it is shown, e.g. ``Best Paper Award``.
        kind: Which sort, one of the catalogue's ids (``oral``, ``spotlight``, ``highlight``,
            ``best-paper``, ``best-paper-runner-up``, ``best-student-paper`` …) or ``other``.
        note: More about it in the source's words, e.g. ``top 1.5%``.
    """

    name: str
    kind: str = "other"
    note: str | None = None
