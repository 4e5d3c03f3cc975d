"""The commands and options that the pages name are there, and the pages name all commands."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import typer

from publist.cli import _COMMANDS
from publist.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = (
    *sorted((ROOT / "docs").glob("*.md")),
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "examples/README.md")),
)
_COMMAND = re.compile(r"(?<![\w-])pubs (?P<command>[a-z]+)(?P<rest>[^`|;#&\n]*)")
_OPTION = re.compile(r"(?<!\S)--?[a-z][a-z-]*")


@cache
def options() -> dict[str, set[str]]:
    """The options of each command."""
    for module in _COMMANDS.values():
        import_module(f"publist.cli.{module}")
    program = typer.main.get_group(app)
    return {
        name: {"--help"}.union(*({*each.opts, *each.secondary_opts} for each in command.params))
        for name, command in program.commands.items()
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_options_on_a_page_exist(page: Path) -> None:
    unknown = [
        found[0]
        for found in _COMMAND.finditer(page.read_text(encoding="utf-8"))
        if not set(_OPTION.findall(found["rest"])) <= options().get(found["command"], set())
        or found["command"] not in options()
    ]
    assert unknown == []


def test_every_command_is_on_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert set(options()) <= {found["command"] for found in _COMMAND.finditer(text)}
