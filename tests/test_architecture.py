"""What ARCHITECTURE.md says of the rooms is so: who may import whom, and that each is told of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "publist"
STAGES = frozenset({"reading", "normalise", "link", "arrange", "cite", "write"})
FOUNDATION = frozenset({"errors", "problems", "richtext", "model"})


def imports() -> Iterator[tuple[Path, str, str]]:
    """Each module, its room, and a room of publist's that it imports from."""
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.startswith("publist."):
                    yield path.relative_to(ROOT), room, name.split(".")[1]


IMPORTS = tuple(imports())


def test_stages_do_not_import_each_other() -> None:
    wrong = [each for each in IMPORTS if {each[1], each[2]} <= STAGES and each[1] != each[2]]
    assert wrong == []


def test_the_foundation_imports_nothing_above_it() -> None:
    wrong = [each for each in IMPORTS if each[1] in FOUNDATION and each[2] not in FOUNDATION]
    assert wrong == []


def test_the_csl_engine_knows_rich_text_and_errors_only() -> None:
    used = {target for _, room, target in IMPORTS if room == "csl"}
    assert used <= {"csl", "richtext", "errors"}


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("rapidfuzz", {"link", "names", "dedupe"}),
        ("typer", {"cli"}),
        ("sphinx", {"embed"}),
        ("docutils", {"embed"}),
        ("markdown", {"embed"}),
        ("jinja2", {"embed"}),
        ("duckdb", {"link"}),
        ("pyspark", {"link"}),
    ],
)
def test_third_parties_are_fenced(library: str, rooms: set[str]) -> None:
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            if any(name.split(".")[0] == library for name in modules):
                found.add(path.relative_to(SOURCE).parts[0].removesuffix(".py"))
    assert found <= rooms


def test_every_room_is_on_the_page() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {
        f"`{path.name}/`" if path.is_dir() else f"`{path.name}`"
        for path in SOURCE.iterdir()
        if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")
    }
    assert {room for room in rooms if room not in page} <= {"`__init__.py`"}
