"""Whether files have changed: by their times and sizes."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Stamp", "stamp"]

Stamp = tuple[str, int, int]
"""A file with the time of its last change (nanoseconds) and its size (bytes); -1 if it is gone."""


def stamp(file: Path) -> Stamp:
    """What tells whether a file has changed since."""
    try:
        found = file.stat()
    except OSError:
        return str(file), -1, -1
    return str(file), found.st_mtime_ns, found.st_size
