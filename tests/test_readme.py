"""What the README says is what happens."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_PUBS = "from publist.cli import main; main()"


def block(language: str, containing: str) -> str:
    """The one code block of a language that holds a text."""
    blocks = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    (found,) = [each for each in blocks if containing in each]
    return str(found)


def pubs(arguments: list[str], folder: Path) -> str:
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", _PUBS, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_library_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    example = doctest.DocTestParser().get_doctest(
        block("python", ">>>"), {}, "README.md", "README.md", 0
    )
    assert example.examples
    results = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(example)
    assert results.failed == 0


def test_the_first_command_makes_the_list_of_the_example() -> None:
    command = block("sh", "examples/homepage")
    arguments = shlex.split(command.rpartition("&& .venv/bin/pubs")[2])
    shown = pubs(arguments, ROOT)
    assert shown.count("\n- ") == 30
    assert shown.count("**Z. Tang**") == 30


def test_the_entry_becomes_what_is_said(tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_text(block("bibtex", "shen2024hot"), encoding="utf-8")
    # The quotation in the README, without its marks, is the Markdown that comes out.
    said = re.search(r"^> .*?(?=\n\n-)", README, re.DOTALL | re.MULTILINE)
    assert said is not None
    expected = re.sub(r"^> ?", "", said[0], flags=re.MULTILINE) + "\n"
    shown = pubs(["format", "papers.bib", "--me", "Zhenheng Tang"], tmp_path)
    assert shown == expected


@pytest.mark.parametrize(
    "line", [line for line in block("sh", "pubs styles").splitlines() if line.startswith("pubs")]
)
def test_the_commands_run(line: str, tmp_path: Path) -> None:
    source = ROOT / "examples" / "homepage" / "publications.bib"
    (tmp_path / "papers.bib").write_bytes(source.read_bytes())
    arguments = shlex.split(line, comments=True)[1:]
    shown = pubs(arguments, tmp_path)
    assert shown or "-o" in arguments
    if "-o" in arguments:
        assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 0


def test_links_lead_to_files() -> None:
    targets = re.findall(
        r"\]\(((?!https?:|#)[^)]+)\)", re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    )
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
