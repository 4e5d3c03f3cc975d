"""What all models share: they are values, frozen and closed."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

__all__ = ["Model"]


class Model(BaseModel):
    """A value: compared by content, never changed in place, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
