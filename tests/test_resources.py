"""Data and styles are found in a wheel, in an sdist's wheel and in the repository."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from publist.resources import data_folder, styles_folder

ROOT = Path(__file__).parents[1]


def test_the_repository_has_them() -> None:
    assert data_folder().joinpath("venues.yml").is_file()
    assert styles_folder().joinpath("homepage.csl").is_file()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from an sdist, as an index would get it."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("dist")
    build = "from hatchling.build import *; import sys; print({}(sys.argv[1]))"
    sdist = _run(build.format("build_sdist"), folder, ROOT)
    _run(
        "import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2], filter='data')",
        folder / sdist,
        folder,
        ROOT,
    )
    unpacked = folder / sdist.removesuffix(".tar.gz")
    return folder / _run(build.format("build_wheel"), folder, unpacked)


def _run(code: str, *arguments: Path) -> str:
    *given, folder = arguments
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code, *map(str, given)],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
    )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def test_a_wheel_has_them(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "publist/data/venues.yml" in names
    assert "publist/styles/homepage.csl" in names
    assert "publist/py.typed" in names


def test_they_are_read_from_inside_a_zip(wheel: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "import publist.resources as r; assert sys.argv[1] in r.__file__, r.__file__;"
        "print(len(r.data_folder().joinpath('venues.yml').read_text('utf-8')))"
    )
    assert int(_run(code, wheel, tmp_path)) > 1000
