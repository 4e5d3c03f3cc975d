"""The project file: sources, people and lists, told once for commands and site builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publist.project.find import find_project
    from publist.project.load import load_project
    from publist.project.spec import ListSpec, Project

__all__ = ["ListSpec", "Project", "find_project", "load_project"]

_HOMES = {"find_project": "find", "load_project": "load"}


def __getattr__(name: str) -> object:
    # Commands ask here whether there is a project file; only with one the rest is wanted.
    if name not in __all__:
        raise AttributeError(f"module 'publist.project' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"publist.project.{_HOMES.get(name, 'spec')}"), name)
