"""Origins: where the fields of a merged record come from, and what gave way to them."""

from __future__ import annotations

from publist.model.base import Model
from publist.model.source import Source

__all__ = ["Claim", "FieldOrigin"]


class Claim(Model):
    """What one record says in one field.

    Args:
        value: The value as plain text.
        key: The key of the record that says so.
        source: Where it was read.
    """

    value: str
    key: str
    source: Source | None = None


class FieldOrigin(Model):
    """Where one field of a merged record comes from.

    Args:
        field: The field's name on :class:`publist.model.Record`.
        taken: The claims that are in the field, the preferred record's first; several where
            records agree or their values were put together.
        overrode: The claims that are not, because the policy preferred others.
    """

    field: str
    taken: tuple[Claim, ...] = ()
    overrode: tuple[Claim, ...] = ()
