"""Keep one publication list and show it everywhere.

>>> import publist
>>> pubs = publist.read("examples/homepage/publications.bib", me="Zhenheng Tang")
>>> best = pubs.select(awards="any").sort("-date")
>>> [work.key for work in best]
['tang2024fusefl', 'shen2024hot', 'he2022fedcv']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publist.collection import Publications, parse, read
    from publist.errors import (
        OutputError,
        ProjectError,
        PublistError,
        SourceError,
        StyleError,
    )
    from publist.problems import Problem, Severity

__all__ = [
    "OutputError",
    "Problem",
    "ProjectError",
    "Publications",
    "PublistError",
    "Severity",
    "SourceError",
    "StyleError",
    "parse",
    "read",
]

_HOMES = {
    "Publications": "collection",
    "parse": "collection",
    "read": "collection",
    "Problem": "problems",
    "Severity": "problems",
}


def __getattr__(name: str) -> object:
    # Loaded when used: `import publist` stays light.
    if name not in __all__:
        raise AttributeError(f"module 'publist' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"publist.{_HOMES.get(name, 'errors')}"), name)
