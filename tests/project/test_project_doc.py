"""docs/project.md: its tables are those of the code, its examples load, its commands run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from publist.cli import _COMMANDS
from publist.project import load_project
from publist.project.keys import LIST_KEYS, PROJECT_KEYS
from publist.project.options import OPTIONS, Option
from publist.reading.values import plain
from publist.reading.yaml_values import parse_yaml

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "project.md"
BIB = "@misc{a, author={Ada Lovelace}, title={Notes}, year=2024, url={https://example.org}}\n"


def table(rows: Iterable[tuple[str, str]], head: str) -> str:
    lines = [f"| {head} | |", "|---|---|", *(f"| `{name}` | {about} |" for name, about in rows)]
    return "\n" + "\n".join(lines) + "\n"


def about(option: Option) -> str:
    known = ", ".join(f"`{value}`" for value in option.known)
    return f"{option.about} {known}".strip()


TABLES = {
    "keys": table(((key.name, key.about) for key in PROJECT_KEYS.values()), "key"),
    "list keys": table(((key.name, key.about) for key in LIST_KEYS.values()), "key"),
    "options": table(((each.name, about(each)) for each in OPTIONS.values()), "option"),
}


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_those_of_the_code(name: str, update: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, _, rest = text.partition(start)
    inside, _, after = rest.partition(end)
    if update:
        PAGE.write_text(f"{before}{start}{TABLES[name]}\n{end}{after}", encoding="utf-8")
        return
    assert inside == TABLES[name] + "\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("text", [each for each in blocks("yaml") if "lists:" in each])
def test_the_yaml_loads(text: str, tmp_path: Path) -> None:
    (tmp_path / "pubs.yaml").write_text(text, encoding="utf-8")
    assert set(load_project(tmp_path / "pubs.yaml").lists) == {"all", "selected", "cv"}


def test_the_toml_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(blocks("toml")[0], encoding="utf-8")
    spec = load_project(tmp_path / "pyproject.toml").lists["selected"]
    assert (spec.file, spec.region) == ("index.md", "selected")
    assert spec.options["years"] == "2020-"


def test_the_commands_run_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    for line in "".join(blocks("sh")).splitlines():
        arguments = shlex.split(line)
        assert arguments[0] == "pubs"
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-c", "from publist.cli import main; main()", *arguments[1:]],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
        )
        assert done.returncode == 0, f"{line}: {done.stderr}"
    assert (tmp_path / "publications.html").exists()


def test_hooks_and_action_call_commands_that_there_are() -> None:
    hooks, problems = parse_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(), "hooks")
    assert not problems
    said = [str(hook["entry"]) for hook in plain(hooks[0])]  # type: ignore[attr-defined]
    values, problems = parse_yaml((ROOT / "action.yml").read_text(encoding="utf-8"), "action")
    assert not problems
    steps = plain(values[0])["runs"]["steps"]  # type: ignore[index]
    said += [str(step["run"]) for step in steps if "pubs " in str(step.get("run"))]
    assert said[:2] == ["pubs build --check", "pubs check"]
    assert {line.split()[1] for line in said} <= set(_COMMANDS)
    told = "".join(
        (ROOT / "src" / "publist" / "cli" / name).read_text(encoding="utf-8")
        for name in ("build.py", "check.py", "in_project.py")
    )
    for option in re.findall(r"--[\w-]+", " ".join(said)):
        assert f'"{option}"' in told
    ids = [hook["id"] for hook in plain(hooks[0])]  # type: ignore[attr-defined]
    assert all(f"id: {each}" in PAGE.read_text(encoding="utf-8") for each in ids)


def test_the_example_builds(tmp_path: Path) -> None:
    from shutil import copytree

    from publist.project.build import build, chosen
    from publist.project.outputs import save

    for name in ("homepage", "project"):
        copytree(ROOT / "examples" / name, tmp_path / name)
    project = load_project(tmp_path / "project" / "pubs.yaml")
    made = build(project, chosen(project))
    assert made.problems == ()
    save(made.outputs)
    texts = {
        name: (tmp_path / "project" / name).read_text(encoding="utf-8")
        for name in ("publications.html", "README.md", "cv.tex", "publications.rst")
    }
    assert texts["publications.html"].count("<li id=") >= 30
    assert texts["README.md"].count("\n- ") == 8
    assert r"\item[30.]" in texts["cv.tex"]
    assert '   <li id="pan2025fsmoe">' in texts["publications.rst"]
    assert all(output.is_current for output in build(project, chosen(project)).outputs)
