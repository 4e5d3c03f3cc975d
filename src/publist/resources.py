"""Finds the curated data and the styles that come with publist.

In the repository they are the top-level folders ``data/`` and ``styles/``; in a wheel they
lie inside the package. An editable install sees the repository's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["data_folder", "styles_folder"]


def data_folder() -> Traversable:
    """The folder of curated facts: ``venues.yml``, ``awards.yml`` and their like."""
    return _folder("data")


def styles_folder() -> Traversable:
    """The folder of publist's own CSL styles, ``homepage.csl`` and others."""
    return _folder("styles")


def _folder(name: str) -> Traversable:
    # Asked first, because most installations are folders and importlib.resources is slow to load.
    for parent in (Path(__file__).parent, Path(__file__).parents[2]):
        if (parent / name).is_dir():
            return parent / name
    from importlib.resources import files

    return files("publist").joinpath(name)
