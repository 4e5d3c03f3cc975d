"""Watching the files of a project: by their times, which works on every system and share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from publist.errors import PublistError
from publist.project.load import load_current
from publist.project.making import ask
from publist.project.spec import Project
from publist.project.stamps import Stamp, stamp
from publist.project.works import settings_files, source_files

__all__ = ["State", "snapshot", "watch"]


@dataclass(frozen=True, slots=True)
class State:
    """The state of all files of a project; missing ones and broken ones have one too.

    Args:
        inputs: The project file and what its lists depend on.
        outputs: What lists are put into.
    """

    inputs: tuple[Stamp, ...]
    outputs: tuple[Stamp, ...] = ()


def snapshot(file: Path) -> State:
    """The state of all files that a project's lists depend on or are put into.

    Args:
        file: The project file.
    """
    try:
        project = load_current(file.absolute())
    except PublistError:
        return State((stamp(file),))
    inputs = dict.fromkeys((file, *_inputs(project)))
    outputs = dict.fromkeys(spec.file for spec in project.lists.values() if spec.file)
    return State(
        tuple(stamp(each) for each in inputs),
        tuple(stamp(project.folder / each) for each in outputs),
    )


def _inputs(project: Project) -> Iterator[Path]:
    for spec in project.lists.values():
        asked = ask(spec.options, project)
        try:
            yield from source_files(asked)
        except PublistError:
            yield from (project.folder / source for source in asked.sources)
        yield from settings_files(asked)
        style = str(spec.options.get("style", ""))
        if style.endswith(".csl"):
            yield project.folder / style


def watch(
    file: Path,
    build: Callable[[], None],
    *,
    every: float = 0.5,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Build now and after every change, until somebody interrupts.

    A change is waited out: nothing is built before the files have been still for a moment.

    Args:
        file: The project file.
        build: Builds, and tells what went wrong; it raises nothing.
        every: Seconds between two looks.
        sleep: Waits; for tests.

    Raises:
        KeyboardInterrupt: Somebody interrupted.
    """
    while True:
        before = snapshot(file)
        build()
        # What changed while it was built is not in it; what it has written is.
        state = State(before.inputs, snapshot(file).outputs)
        while (now := snapshot(file)) == state:
            sleep(every)
        while True:
            sleep(every)
            earlier, now = now, snapshot(file)
            if now == earlier:
                break
