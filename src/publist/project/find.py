"""Finding the project file of a folder."""

from __future__ import annotations

from pathlib import Path

__all__ = ["NAMES", "TABLE", "find_project"]

TABLE = ("tool", "publist")
"""The table of ``pyproject.toml`` that may hold the project."""

NAMES = ("pubs.yaml", "pubs.yml")
"""The names that a project file has, besides ``pyproject.toml``."""


def find_project(folder: str | Path = ".") -> Path | None:
    """The project file of a folder: its own, or that of the nearest folder above with one.

    The search ends at the root of a Git repository, and at the home folder.

    Args:
        folder: Where to begin.

    Returns:
        ``pubs.yaml``, or ``pyproject.toml`` with a table ``[tool.publist]``; None where there
        is none.
    """
    start = Path(folder).absolute()
    home = _home()
    for each in (start, *start.parents):
        if each == home and each != start:
            return None
        if (found := _in(each)) is not None:
            return found
        if (each / ".git").exists():
            return None
    return None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # nobody's process
        return None


def _in(folder: Path) -> Path | None:
    for name in NAMES:
        if (folder / name).is_file():
            return folder / name
    file = folder / "pyproject.toml"
    return file if file.is_file() and _has_table(file) else None


def _has_table(file: Path) -> bool:
    """Whether a pyproject.toml speaks of publist; a broken one that seems to is taken as well."""
    try:
        return f"[{'.'.join(TABLE)}" in file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
