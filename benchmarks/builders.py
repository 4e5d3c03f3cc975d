"""How long site builders take for a page with a long list, with and without publist's block.

Run: ``python benchmarks/builders.py [--entries 1000] [--runs 3] [NAME ...]``

Each builder is a process of its own and builds the same small site from nothing, once with a
page that holds a block and once with the same page without; the fastest of the runs counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
BUILDERS = {
    "mkdocs": ("mkdocs", "build -q"),
    "material": ("mkdocs", "build -q"),
    "zensical": ("zensical", "build --clean"),
    "pelican": ("pelican", "-q"),
    "nikola": ("nikola", "build"),
    "sphinx": ("sphinx", "-q -E . _build"),
    "jupyter-book": ("sphinx", "-q -E . _build"),
}
"""Module and arguments by the name of the example."""

_ENTRY = """@article{{work{n}, author = {{Lovelace, Ada and Babbage, Charles and Author{n}, Some}},
  title = {{Engines that Count to {n}}}, journal = {{Journal of Engines}}, volume = {{{n}}},
  year = {{{year}}}, doi = {{10.5555/{n}}}}}
"""


def site(name: str, folder: Path, entries: int, *, block: bool) -> Path:
    """The example with more entries, its pages with or without the block."""
    shutil.copytree(EXAMPLES / name, folder)
    lab = shutil.copytree(EXAMPLES / "lab", folder.parent / "lab")
    text = "".join(_ENTRY.format(n=n, year=1980 + n % 45) for n in range(entries))
    (lab / "papers.bib").write_text(text, encoding="utf-8")
    if not block:
        for page in (*folder.rglob("*.md"), *folder.rglob("*.rst")):
            page.write_text(without_block(page.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def without_block(text: str) -> str:
    """A page's text up to its list; what cites entries of the list goes too."""
    lines = []
    for line in text.splitlines():
        if line.startswith(("::: publications", ".. publications::", "```{publications}")):
            break
        lines.append("Words." if ":pub:" in line or "{pub}" in line else line)
    return "\n".join(lines) + "\n"


def fastest(name: str, entries: int, runs: int, *, block: bool) -> float:
    """Seconds of the fastest build."""
    module, arguments = BUILDERS[name]
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as temporary:
            folder = site(name, Path(temporary) / "site", entries, block=block)
            begin = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", module, *arguments.split()],
                check=True,
                cwd=folder,
                capture_output=True,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            )
            times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BUILDERS))
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    print("| builder | without, s | with, s | publist's part, s |")
    print("|---|---|---|---|")
    for name in asked.names or BUILDERS:
        if find_spec(BUILDERS[name][0]) is None:
            print(f"| {name} | not installed | | |")
            continue
        plain = fastest(name, asked.entries, asked.runs, block=False)
        full = fastest(name, asked.entries, asked.runs, block=True)
        print(f"| {name} | {plain:.1f} | {full:.1f} | {full - plain:.1f} |", flush=True)


if __name__ == "__main__":
    main()
