"""docs/checks.md says what the rules say, and every code of the source is on it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from publist.check import CODES, RULES
from publist.check.page import page

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "checks.md"
# Rooms whose problems a check never meets: they format, join works, merge files, or tell of labs.
LATER = {"csl", "cite", "write", "link", "dedupe", "check", "cli", "lab"}
SPEAKERS = re.compile("report|warn|_say|_problem|_damage|Damage|Problem")


def test_the_page_is_current(*, update: bool) -> None:
    if update:
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run pytest tests/check --update"


def test_every_rule_is_on_the_page() -> None:
    text = page()
    assert [rule.code for rule in RULES if f"\n### {rule.code}\n" not in text] == []


def test_every_code_of_the_other_rooms_is_known() -> None:
    unknown = {code for code in codes_in_source() if code not in CODES}
    assert unknown == set()


def codes_in_source() -> Iterator[str]:
    for file in (ROOT / "src" / "publist").rglob("*.py"):
        if file.relative_to(ROOT / "src" / "publist").parts[0] not in LATER:
            yield from codes_in(ast.parse(file.read_text(encoding="utf-8")))


def codes_in(tree: ast.Module) -> Iterator[str]:
    """The first kebab-case text in calls that make problems."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not SPEAKERS.search(ast.unparse(node.func)):
            continue
        for value in [*node.args, *(word.value for word in node.keywords if word.arg == "code")]:
            text = value.value if isinstance(value, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"[a-z]+(?:-[a-z]+)+", text):
                yield text
