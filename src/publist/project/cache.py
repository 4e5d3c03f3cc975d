"""What earlier builds have kept: texts of lists, and formatted entries, for the next build.

It lies in the user's cache folder, not in the project, so that nothing that comes along with a
project is taken for something that publist has made. It is data (JSON) under a checksum, and
belongs to one state of the program: what is damaged, older or another's is built anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from publist.errors import OutputError
from publist.files import write_whole
from publist.resources import data_folder, styles_folder

__all__ = ["Cache", "cache_folder", "digest", "program"]

# Other packages that have a say in what a list looks like.
_PACKAGES = ("publist", "bibtexparser", "citeproc-py", "ftfy", "pylatexenc", "rapidfuzz")
_DAYS = 90
_IGNORE = "# Made by publist; it can be deleted at any time.\n*\n"


def cache_folder() -> Path | None:
    """The folder for all caches: ``$PUBLIST_CACHE``, or publist's in the user's cache folder.

    Returns:
        None where there is no such folder.
    """
    if given := os.environ.get("PUBLIST_CACHE"):
        return Path(given)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "publist/cache"
    if sys.platform == "darwin":
        return home / "Library/Caches/publist"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "publist"


def digest(*parts: str | bytes) -> str:
    """A name for content: different for all that differs.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8))
        found.update(data)
    return found.hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """A name for the state of the program: its version, its files and what it stands on.

    The files count by their times and sizes: who works on publist itself has the same version
    for a long time.
    """
    folders = [Path(__file__).parents[1], data_folder(), styles_folder()]
    stamps = [
        f"{entry.name} {entry.stat().st_mtime_ns} {entry.stat().st_size}"
        for folder in folders
        if isinstance(folder, Path)
        for entry in sorted(folder.rglob("*"))
        if entry.suffix not in ("", ".pyc")
    ]
    return digest(sys.version, *map(_version, _PACKAGES), *stamps)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


class Cache:
    """What earlier builds of a project have kept, in parts that are read when they are needed.

    Args:
        folder: Where it lies; None for a cache that keeps nothing.
        project: What the cache belongs to, e.g. the project file's path.
    """

    def __init__(self, folder: Path | None, project: str) -> None:
        self._folder = folder
        self._name = digest(project)[:32]
        self._parts: dict[str, dict[str, Any]] = {}
        self._new: dict[str, dict[str, Any]] = {}

    def get(self, part: str, key: str) -> Any:
        """What is kept under a key of a part, or None."""
        if part not in self._parts:
            self._parts[part] = self._read(part)
        return self._parts[part].get(key)

    def put(self, part: str, entries: Mapping[str, Any]) -> None:
        """Keep entries of a part; what is kept of it and not put in again is forgotten."""
        self._new.setdefault(part, {}).update(entries)

    def carry(self, part: str, key: str, found: Any) -> None:
        """Keep an entry as it is, unless something was put in its place."""
        self._new.setdefault(part, {}).setdefault(key, found)

    def save(self) -> None:
        """Write what was put in. A cache that cannot be written is none, and no trouble."""
        if self._folder is None or not self._new:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not (self._folder / ".gitignore").exists():
                write_whole(self._folder / ".gitignore", _IGNORE)
            for part, entries in self._new.items():
                if entries != self._parts.get(part):
                    self._write(part, entries)
            self._clear_old(self._folder)
        except (OSError, OutputError):
            return

    def _clear_old(self, folder: Path) -> None:
        """Remove what belongs to projects that nobody has changed for long."""
        oldest = time.time() - _DAYS * 86_400
        for file in folder.glob("*.json"):
            if file.stat().st_mtime < oldest:
                file.unlink()

    def _path(self, part: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{self._name}-{part}.json"

    def _read(self, part: str) -> dict[str, Any]:
        if self._folder is None:
            return {}
        try:
            sum_line, _, body = self._path(part).read_bytes().partition(b"\n")
        except OSError:
            return {}
        if sum_line.decode("ascii", "replace") != digest(program(), body):
            return {}
        found = json.loads(body)
        return found if isinstance(found, dict) else {}

    def _write(self, part: str, entries: Mapping[str, Any]) -> None:
        body = json.dumps(entries, ensure_ascii=True, separators=(",", ":")).encode()
        write_whole(self._path(part), digest(program(), body).encode() + b"\n" + body)
