"""The command line: ``pubs`` and ``publist`` are the same program."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the program with the arguments of the process, and end the process.

    The exit status is 0, 1 when ``--strict`` found problems, 2 when it could not be done.
    """
    import gc

    # A short process that makes many lasting objects: looking for garbage among them as often
    # as usual takes a tenth of the time of a short list.
    gc.set_threshold(50_000, 20, 20)

    # They register themselves.
    from publist.cli import convert, format, import_, styles  # noqa: A004, F401
    from publist.cli.app import app
    from publist.cli.report import reporting_errors

    with reporting_errors():
        app()
