"""What all tests share: material that may be absent, and rewriting of expected results."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Programs colour and wrap what they print by what surrounds them: CI services set ``CI`` and
# ``GITHUB_ACTIONS``, people ``FORCE_COLOR`` or a narrow ``COLUMNS``. Set before anything reads
# it, and inherited by every program that a test starts, so that all see the same everywhere.
for _variable in ("CI", "GITHUB_ACTIONS", "FORCE_COLOR", "PY_COLORS", "COLUMNS", "LINES"):
    os.environ.pop(_variable, None)
os.environ["NO_COLOR"] = "1"

# The same examples every time, so that a run can be repeated. To look for new ones:
# HYPOTHESIS_PROFILE=explore python -m pytest
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the expected results in the case files"
    )


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds keep nothing in the cache of whoever runs the tests, and take nothing from it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUBLIST_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected results are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that is measured against but not part of the project."""
    folder = Path(os.environ.get("PUBLIST_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no measuring material: {folder} is not there (set PUBLIST_SHARED)")
    return folder
