"""Runs the program as a user does: a process of its own, with its streams and status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
_MAIN = "from publist.cli import main; main()"


@pytest.fixture
def pubs(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run ``pubs`` with arguments in an empty folder; the result has status and streams."""

    cache = tmp_path_factory.mktemp("cache")

    def run(
        *arguments: str | Path, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-c", _MAIN, *map(str, arguments)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            input=stdin,
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "80", "PUBLIST_CACHE": str(cache), **environment},
        )

    return run


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    """A small bibliography with a role, an award and a venue."""
    file = tmp_path / "papers.bib"
    file.write_text(
        """@inproceedings{lovelace2022notes,
  author = {Ada Lovelace* and Charles Babbage* and Mary Somerville},
  title = {Notes on the {Analytical Engine}},
  booktitle = {Proceedings of the 39th International Conference on Machine Learning},
  year = 2022,
  award = {Oral},
}
@article{babbage1999economy,
  author = {Charles Babbage},
  title = {On the Economy of Machinery},
  journal = {Journal of Machine Learning Research},
  year = 1999,
}
@comment{* equal contribution}
""",
        encoding="utf-8",
    )
    return file
