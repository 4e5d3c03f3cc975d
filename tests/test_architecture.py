"""What ARCHITECTURE.md says of the rooms is so: who may import whom, and that each is told of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "publist"
STAGES = frozenset({"reading", "normalise", "link", "arrange", "cite", "write"})
FOUNDATION = frozenset({"errors", "problems", "richtext", "model"})
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
# The rows of the table of rooms, from the bottom up, each with the names of its rooms.
ROWS = tuple(
    tuple(name.rstrip("/").removesuffix(".py") for name in re.findall(r"`([^`]+)`", row))
    for row in re.findall(
        r"^\| ((?:`[\w./]+`(?:, )?)+) \|", PAGE.partition("\n## Decisions")[0], re.MULTILINE
    )
)


def imported() -> Iterator[tuple[Path, str, str]]:
    """Each module, its room, and the name of a module that it imports from."""
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                yield path.relative_to(ROOT), room, name


IMPORTED = tuple(imported())
# The same between rooms: each module, its room, and a room of publist's that it imports from.
IMPORTS = tuple(
    (path, room, name.split(".")[1]) for path, room, name in IMPORTED if name.startswith("publist.")
)


def test_stages_do_not_import_each_other() -> None:
    wrong = [each for each in IMPORTS if {each[1], each[2]} <= STAGES and each[1] != each[2]]
    assert wrong == []


def test_the_foundation_imports_nothing_above_it() -> None:
    wrong = [each for each in IMPORTS if each[1] in FOUNDATION and each[2] not in FOUNDATION]
    assert wrong == []


def test_a_room_imports_only_from_rooms_above_it_in_the_table() -> None:
    height = {room: number for number, row in enumerate(ROWS) for room in row}
    # What `import publist` gives stands above all rooms.
    rooms = [each for each in IMPORTS if each[1] != "__init__"]
    assert [each for each in rooms if height[each[2]] > height[each[1]]] == []


def test_the_csl_engine_knows_rich_text_and_errors_only() -> None:
    used = {target for _, room, target in IMPORTS if room == "csl"}
    assert used <= {"csl", "richtext", "errors"}


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("bibtexparser", {"reading"}),
        ("citeproc", {"cite"}),
        ("docutils", {"embed"}),
        ("duckdb", {"link"}),
        ("ftfy", {"reading"}),
        ("jinja2", {"embed"}),
        ("markdown", {"embed"}),
        ("markdown_it", {"reading"}),
        ("numpy", {"link"}),
        ("pylatexenc", {"latex"}),
        ("pyspark", {"link"}),
        ("rapidfuzz", {"link"}),
        ("rich", {"cli"}),
        ("ruamel", {"reading", "dedupe", "venues"}),
        ("sphinx", {"embed"}),
        ("typer", {"cli"}),
    ],
)
def test_third_parties_are_fenced(library: str, rooms: set[str]) -> None:
    assert {room for _, room, name in IMPORTED if name.split(".")[0] == library} == rooms


def test_nothing_uses_the_network() -> None:
    network = ("socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "asyncio")
    found = [each for each in IMPORTED if f"{each[2]}.".startswith(tuple(f"{n}." for n in network))]
    assert found == []


def test_every_room_is_in_the_table_once() -> None:
    rooms = sorted(
        path.stem
        for path in SOURCE.iterdir()
        if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")
    )
    assert sorted(room for row in ROWS for room in row) == [
        room for room in rooms if room != "__init__"
    ]


def test_every_place_named_on_the_page_is_there() -> None:
    named = set(re.findall(r"`([\w*./-]+(?:/|\.(?:py|yml|txt|css|js)))`", PAGE))
    assert len(named) > 40
    assert [name for name in named if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    return any(True for folder in (ROOT, SOURCE) for _ in folder.glob(name))
