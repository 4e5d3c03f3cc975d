"""How the command line speaks of trouble: on standard error, with its place, and by status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from publist.errors import OutputError, PublistError
from publist.files import write_changed, write_whole
from publist.problems import Problem, Severity

__all__ = [
    "CANNOT",
    "STRICT",
    "deliver",
    "deliver_files",
    "finish",
    "lacks_a_source",
    "report_error",
    "report_problems",
    "reporting_errors",
]

STRICT = 1
"""Exit status: done, but there were problems and ``--strict`` was asked for."""
CANNOT = 2
"""Exit status: it could not be done."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


@contextmanager
def reporting_errors() -> Iterator[None]:
    """Tell an error in words and end the process with status 2; no traceback for users."""
    try:
        yield
    except PublistError as error:
        report_error(error)
        sys.exit(CANNOT)
    except BrokenPipeError:
        # The reader of a pipe left early, as `pubs format | head` does.
        sys.stderr.close()
        sys.exit(0)


def report_error(error: PublistError) -> None:
    """Print an error to standard error."""
    sys.stderr.write(f"{_coloured('error', '31')}: {error}\n")


def report_problems(problems: Iterable[Problem], *, verbose: bool = False) -> bool:
    """Print problems to standard error.

    Args:
        problems: In the order to print them.
        verbose: Whether to print the ones that only inform as well; else they are counted.

    Returns:
        Whether any of them is a warning or an error.
    """
    counts: Counter[Severity] = Counter()
    for problem in dict.fromkeys(problems):
        counts[problem.severity] += 1
        if verbose or problem.severity is not Severity.INFO:
            word = problem.severity.value
            line = str(problem).replace(
                f"{word}: ", f"{_coloured(word, _COLOURS[problem.severity])}: ", 1
            )
            sys.stderr.write(line + "\n")
    if counts[Severity.INFO] and not verbose:
        note = "note" if counts[Severity.INFO] == 1 else "notes"
        sys.stderr.write(f"{counts[Severity.INFO]} {note} more with --verbose\n")
    return bool(counts[Severity.ERROR] or counts[Severity.WARNING])


def _coloured(word: str, colour: str) -> str:
    import os

    if sys.stderr.isatty() and not os.environ.get("NO_COLOR"):
        return f"\x1b[{colour}m{word}\x1b[0m"
    return word


def deliver(result: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output.

    Raises:
        OutputError: The file cannot be written, or a terminal is to show what is no text.
    """
    if output is not None and str(output) != "-":
        write_whole(output, result)
    elif isinstance(result, str):
        sys.stdout.write(result)
        sys.stdout.flush()
    elif sys.stdout.isatty():
        raise OutputError("This is no text for a terminal; name a file with --output.")
    else:
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()


def deliver_files(files: Mapping[str, str], folder: Path) -> None:
    """Write files into a folder, those that changed, and say how many.

    Raises:
        OutputError: One of them cannot be written.
    """
    written = write_changed(folder, files)
    sys.stdout.write(f"{folder}: {len(files)} files, {written} written\n")


def finish(problems: Iterable[Problem], *, strict: bool, verbose: bool) -> None:
    """Tell the problems, and end the process with status 1 if they call for it.

    They do with ``strict``, and where a whole file was left out: what was written is there,
    but whoever goes on with it should know.
    """
    told = tuple(problems)
    if report_problems(told, verbose=verbose) and (strict or lacks_a_source(told)):
        sys.exit(STRICT)


def lacks_a_source(problems: Iterable[Problem]) -> bool:
    """Whether a whole file could not be read."""
    from publist.reading.sources import UNREADABLE

    return any(problem.code == UNREADABLE for problem in problems)
