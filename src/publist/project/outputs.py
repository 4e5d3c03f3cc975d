"""Where lists go: files of the project, written whole or in part, and never without need."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from publist.errors import OutputError
from publist.files import write_whole
from publist.project.regions import fill
from publist.project.spec import ListSpec, Project

__all__ = ["Output", "compare", "difference", "save", "target"]


@dataclass(frozen=True, slots=True)
class Output:
    """A file with what it is to hold.

    Args:
        name: The file as the project names it.
        path: The file.
        lists: The lists in it.
        old: What it holds; None where it is not there.
        new: What it is to hold.
    """

    name: str
    path: Path
    lists: tuple[str, ...]
    old: bytes | None
    new: bytes

    @property
    def is_current(self) -> bool:
        """Whether there is nothing to write."""
        return self.old == self.new


def target(project: Project, file: str) -> Path:
    """The file that a list is written to, made sure of to be one of the project's own.

    Args:
        project: The project.
        file: The file as a list names it, from the project's folder.

    Raises:
        OutputError: It lies outside of the folder, by symbolic links too; or in a repository's
            own folder; or is the project file itself.
    """
    folder = Path(os.path.realpath(project.folder))
    path = Path(os.path.realpath(folder / file))
    if not path.is_relative_to(folder) or path == folder:
        message = "It lies outside of the project's folder; nothing is written there."
        raise OutputError(message, file=file)
    if ".git" in (part.lower() for part in path.relative_to(folder).parts):
        raise OutputError("Nothing is written into a repository's own folder.", file=file)
    if path == Path(os.path.realpath(project.file)):
        raise OutputError("It is the project file itself.", file=file)
    return path


def compare(
    project: Project, texts: Mapping[str, str | bytes], sources: Iterable[Path] = ()
) -> tuple[Output, ...]:
    """What files are to hold, beside what they hold.

    Args:
        project: The project.
        texts: The lists' texts by name.
        sources: Files that lists are made of, which no list may be written over.

    Raises:
        ProjectError: A region is missing, or the marks of regions are not right.
        OutputError: A list cannot be written where it is to go.
    """
    by_file: dict[str, list[ListSpec]] = {}
    for name in texts:
        spec = project.lists[name]
        if spec.file is not None:
            by_file.setdefault(spec.file, []).append(spec)
    _expect_no_circle(project, sources)
    outputs = []
    for file, specs in by_file.items():
        path = target(project, file)
        old = _bytes(path, file)
        new = _filled(file, specs, texts, old)
        outputs.append(Output(file, path, tuple(spec.name for spec in specs), old, new))
    return tuple(outputs)


def _expect_no_circle(project: Project, sources: Iterable[Path]) -> None:
    """No list is written into what lists are made of, whether it is built now or not."""
    read = {Path(os.path.realpath(file)) for file in sources if file != project.file}
    for spec in project.lists.values():
        if spec.file is not None and Path(os.path.realpath(project.folder / spec.file)) in read:
            message = f"Lists are made of this file, and {spec.name!r} is written into it."
            raise OutputError(message, file=spec.file)


def _bytes(path: Path, file: str) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"It cannot be read: {error.strerror}.", file=file) from error


def _filled(
    file: str, specs: list[ListSpec], texts: Mapping[str, str | bytes], old: bytes | None
) -> bytes:
    if specs[0].region is None:
        whole = texts[specs[0].name]
        return whole if isinstance(whole, bytes) else whole.encode("utf-8")
    if old is None:
        message = f"There is no such file with a region {specs[0].region!r} to fill."
        raise OutputError(message, file=file)
    parts: dict[str, str] = {}
    for spec in specs:
        text = texts[spec.name]
        if isinstance(text, bytes):
            message = f"{spec.to} is no text, so it cannot be a region of a file."
            raise OutputError(message, file=file, value=spec.to)
        parts[spec.region or spec.name] = text
    return fill(old, parts, file)


def save(outputs: Iterable[Output]) -> None:
    """Write the files that are not right yet, each whole or not at all.

    Whether they can be written is looked at before anything is; missing folders are made.

    Raises:
        OutputError: One cannot be written.
    """
    stale = [output for output in outputs if not output.is_current]
    for output in stale:
        _expect_writable(output)
    for output in stale:
        try:
            output.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(output.path, output.new)
        except OSError as error:
            message = f"Its folder cannot be made: {error.strerror}."
            raise OutputError(message, file=output.name) from error
        except OutputError as error:
            error.file = output.name
            raise


def _expect_writable(output: Output) -> None:
    if output.path.exists() and not output.path.stat().st_mode & 0o222:
        raise OutputError("It is read-only; nothing was written.", file=output.name)
    folder = next(each for each in output.path.parents if each.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise OutputError("Its folder cannot be written to; nothing was.", file=output.name)


def difference(output: Output) -> str:
    """What would change in a file, as a unified diff; of what is no text only that it would."""
    if b"\0" in output.new:
        return f"{output.name}: it is no text, and would be written anew\n"
    old = (output.old or b"").decode("utf-8", "backslashreplace")
    new = output.new.decode("utf-8", "backslashreplace")
    before = output.name if output.old is not None else "/dev/null"
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), before, output.name
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
