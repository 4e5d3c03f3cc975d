"""The module for builders in JavaScript, run in Node, and the JSON that they read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Sh, commands, write_files

Copy = Callable[[str], Path]
SHOW = "console.log(JSON.stringify(data))"


def test_the_example_has_the_current_module() -> None:
    example = ROOT / "examples" / "javascript" / "_data" / "publications.mjs"
    assert example.read_text() == (ROOT / "data" / "templates" / "publications.mjs").read_text()


def test_eleventy_s_data(example: Copy, sh: Sh, node: Path) -> None:
    """Eleventy imports the module and calls what it exports by default."""
    example("javascript")
    code = f"const data = await (await import('./_data/publications.mjs')).default(); {SHOW}"
    data = json.loads(sh(f'{node} --input-type=module -e "{code}"').stdout)
    assert [group["heading"] for group in data["groups"]] == ["2022", "2021"]
    assert "A. Lovelace" in data["groups"][0]["entries"][0]["html"]


def test_astro_s_import(example: Copy, sh: Sh, node: Path) -> None:
    folder = example("javascript")
    (folder / "page.mjs").write_text(
        "import { load } from './_data/publications.mjs';\n"
        "const recent = load({ sources: 'papers.bib', years: '2021' });\n"
        "const data = [load({ list: 'selected' }), recent];\n"
        f"{SHOW}\n"
    )
    selected, recent = json.loads(sh(f"{node} page.mjs").stdout)
    assert [entry["anchor"] for entry in selected["groups"][0]["entries"]] == ["lovelace2022notes"]
    assert [entry["anchor"] for entry in recent["groups"][0]["entries"]] == ["lovelace2021tables"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("{ list: 'none' }", "none"),
        ("{ sources: 'none.bib' }", "none.bib"),
        ("{ sources: 'papers.bib', years: '1700' }", "no publications"),
        ("{ sources: 'papers.bib; touch owned' }", "touch owned"),
        ("{ '--output': 'owned', sources: 'papers.bib' }", "--output"),
    ],
)
def test_trouble_stops_the_build(
    example: Copy, sh: Sh, node: Path, options: str, said: str
) -> None:
    folder = example("javascript")
    (folder / "page.mjs").write_text(
        f"import {{ load }} from './_data/publications.mjs';\nload({options});\n"
    )
    assert said in sh(f"{node} page.mjs", status=1).stderr
    assert not (folder / "owned").exists()


def test_the_page_of_the_docs(tmp_path: Path, sh: Sh) -> None:
    shutil.copy(ROOT / "examples" / "javascript" / "papers.bib", tmp_path)
    write_files("javascript.md", tmp_path)
    for command in commands("javascript.md"):
        sh(command)
    data = json.loads((tmp_path / "_data" / "publications.json").read_text("utf-8"))
    assert data["count"] == 2
    assert (tmp_path / "_data" / "publications.mjs").is_file()
