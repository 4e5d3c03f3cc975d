"""The command line: ``pubs`` and ``publist`` are the same program."""

from __future__ import annotations

import sys

__all__ = ["main"]

_COMMANDS = {
    "block": "block",
    "build": "build",
    "check": "check",
    "convert": "convert",
    "dedupe": "dedupe",
    "export": "export",
    "format": "format",
    "import": "import_",
    "init": "init",
    "lab": "lab",
    "people": "people",
    "styles": "styles",
    "template": "template",
}
"""The module of each command; a command registers itself when its module is imported."""


def main() -> None:
    """Run the program with the arguments of the process, and end the process.

    The exit status is 0, 1 when ``--strict`` found problems or ``--check`` found files out of
    date, 2 when it could not be done.
    """
    import gc
    import os
    from importlib import import_module

    # No plugin of pydantic has a say here, and looking for some costs a part of the start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    # A short process that makes many lasting objects: looking for garbage among them as often
    # as usual takes a tenth of the time of a short list.
    gc.set_threshold(50_000, 20, 20)

    from publist.cli.app import app
    from publist.cli.report import reporting_errors

    # Only the command that is asked for is loaded; all of them for help, or a slip.
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    for command in [asked] if asked in _COMMANDS else _COMMANDS:
        import_module(f"publist.cli.{_COMMANDS[command]}")
    try:
        with reporting_errors():
            app()
    finally:
        # What is left goes with the process: looking through it for garbage once more would
        # take a tenth of the time of a short list.
        gc.freeze()
