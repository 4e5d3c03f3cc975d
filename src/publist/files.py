"""Writes files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from publist.errors import OutputError

__all__ = ["write_changed", "write_whole"]


def write_whole(path: str | Path, content: str | bytes) -> None:
    """Write a file so that nobody ever sees half of it.

    The text goes to a new file beside the target, which then takes the target's place. A
    symbolic link keeps pointing where it did, and an existing file keeps its permissions.

    Args:
        path: The file to write; its folder must be there.
        content: The whole content; text is written as UTF-8 with the line ends it has.

    Raises:
        OutputError: The file cannot be written, or is read-only; the old one, if any, is as
            it was.
    """
    import tempfile  # loads hashing and random numbers, which most runs have no use for

    target = Path(os.path.realpath(path))
    try:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        if not mode & 0o222:  # it could be replaced all the same, which nobody wants
            raise OutputError("It is read-only; nothing was written.", file=str(path))
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).chmod(mode)
            Path(beside).replace(target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        # The error's own text names the file beside, which nobody has heard of.
        folder = target.parent
        why = f"there is no folder {folder}" if not folder.is_dir() else error.strerror
        raise OutputError(f"It cannot be written: {why}.", file=str(path)) from error
    except UnicodeEncodeError as error:
        raise OutputError(f"It cannot be written: {error}.", file=str(path)) from error


def write_changed(folder: Path, texts: Mapping[str, str]) -> int:
    """Write files into a folder, and leave alone what is right already.

    Args:
        folder: The folder; it is made where it is missing, and so are folders in it.
        texts: Texts by path, from the folder.

    Returns:
        How many files were written. Times of the others stay: site builders go by them.

    Raises:
        OutputError: One cannot be written.
    """
    written = 0
    for path, text in texts.items():
        target = folder / path
        if target.is_file() and target.read_bytes() == text.encode("utf-8"):
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"It cannot be made: {error.strerror}.", file=str(target.parent)
            ) from error
        write_whole(target, text)
        written += 1
    return written


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
