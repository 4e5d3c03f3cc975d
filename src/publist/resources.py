"""Finds the curated data and the styles that come with publist.

In the repository they are the top-level folders ``data/`` and ``styles/``; in a wheel they
lie inside the package. An editable install sees the repository's.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["data_folder", "styles_folder"]


def data_folder() -> Traversable:
    """The folder of curated facts: ``venues.yml``, ``awards.yml`` and their like."""
    return _folder("data")


def styles_folder() -> Traversable:
    """The folder of publist's own CSL styles, ``homepage.csl`` and others."""
    return _folder("styles")


def _folder(name: str) -> Traversable:
    packaged = files("publist").joinpath(name)
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[2] / name
