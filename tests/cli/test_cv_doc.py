"""What docs/cv.md says of a CV is what happens."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]
import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "cv.md").read_text(encoding="utf-8")
PAPERS = r"""
@article{a, author={Ada Lovelace* and Charles Babbage*}, title={$E=mc^2$ \& more},
  journal={Examples}, year=2024, note={$^*$Equal contribution}}
@article{b, author={Ada Lovelace}, title={Soon}, journal={Examples}, note={In press}}
@misc{c, author={Ada Lovelace}, title={Spoken}, howpublished={Invited talk, Example University},
  year=2022}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every command of the page was run, and every file of it written."""
    folder = tmp_path_factory.mktemp("cv")
    (folder / "papers.bib").write_text(PAPERS, encoding="utf-8")
    for name, text in re.findall(
        r"^```(?:latex|typst) (\S+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
    ):
        (folder / name).write_text(text, encoding="utf-8")
    programs = folder / "bin"
    programs.mkdir()
    (programs / "pandoc").symlink_to(pypandoc.get_pandoc_path())
    pubs = programs / "pubs"
    pubs.write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from publist.cli import main; main()" "$@"\n'
    )
    pubs.chmod(0o755)
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL):
        command = block.replace("python -c", f"{sys.executable} -c")
        subprocess.run(  # noqa: S602  # our own docs
            command, shell=True, cwd=folder, check=True, env={"PATH": f"{programs}:/usr/bin:/bin"}
        )
    return folder


def test_each_form_has_the_numbers_and_the_state(made: Path) -> None:
    latex = (made / "publications.tex").read_text(encoding="utf-8")
    typst = (made / "publications.typ").read_text(encoding="utf-8")
    assert re.findall(r"\\item\[(\w+)\.\]", latex) == ["J2", "J1", "T1"]
    assert re.findall(r"^(\w+)\. ", typst, re.MULTILINE) == ["J2", "J1", "T1"]
    for text in (latex, typst):
        assert "in press" in text
        assert "Invited talk, Example University" in text
    assert r"\textbf{A. Lovelace}" in latex
    assert "#strong[A. Lovelace]" in typst


@pytest.mark.parametrize("program", ["pdflatex", "xelatex", "lualatex"])
def test_the_cv_compiles(made: Path, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run(  # noqa: S603
        [program, "-interaction=nonstopmode", "-halt-on-error", f"-jobname={program}", "cv.tex"],
        cwd=made,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]
