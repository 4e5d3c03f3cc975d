r"""Prints the lower bounds of the dependencies as constraints for pip.

    python tools/lower_bounds.py > bounds.txt
    python -m venv bounds
    bounds/bin/pip install -c bounds.txt hypothesis jsonschema pytest hatchling \
        -e ".[docs,jinja,markdown,pages,scale,sphinx,styles]"
    bounds/bin/python -m pytest src tests --ignore tests/builders \
        --ignore tests/embed/test_builders.py --ignore tests/write/test_page_browser.py

Only the bounds of what users install are tried so; site builders and tools of the tests are left
to be as new as they are.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

NOT_OF_USERS = ("test", "spark")


def bounds(core: list[str], extras: dict[str, list[str]]) -> Iterator[str]:
    """Requirements with ``==`` in place of ``>=``."""
    wanted = [line for name, lines in extras.items() if name not in NOT_OF_USERS for line in lines]
    for line in [*core, *wanted]:
        if found := re.fullmatch(r"([\w.-]+)>=([\w.]+)", line):
            yield f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    text = Path(__file__).parents[1].joinpath("pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    found = bounds(project["dependencies"], project["optional-dependencies"])
    sys.stdout.writelines(f"{line}\n" for line in found)
