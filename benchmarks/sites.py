"""Build times of a page with a list of 1,000 works in Jekyll, Hugo and pandoc.

Usage: python benchmarks/sites.py [--entries N] [--runs N]

For each builder: the example's site with a page that has no list, with the same page with
publist's list, and what publist itself takes before it (``pubs build`` with an empty cache and
again with nothing changed; for pandoc the filter runs it). The best of several runs, in
seconds. Builders that are not installed are left out, with a note.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
WITHOUT = "---\ntitle: Publications\n---\n\nNo list here.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"{options.entries} entries, best of {options.runs}, seconds")
    print(f"{'':22}{'no list':>9}{'list':>9}{'pubs build':>12}{'again':>8}")
    with tempfile.TemporaryDirectory() as folder:
        bib = Path(folder) / "papers.bib"
        bib.write_text(bibliography(options.entries), "utf-8")
        jekyll(bib, Path(folder) / "jekyll", options.runs)
        for name, program in hugos().items():
            hugo(bib, Path(folder) / name, name, program, options.runs)
        for name, program in pandocs().items():
            pandoc(bib, Path(folder) / name, name, program, options.runs)


def bibliography(entries: int) -> str:
    """Made-up entries, each a little different."""
    people = ("Lovelace, Ada", "Babbage, Charles", "Noether, Emmy", "Somerville, Mary")
    venues = ("NeurIPS", "Proceedings of ICML", "AAAI Conference", "KDD")
    return "\n".join(
        f"@inproceedings{{k{at},\n  author = {{{' and '.join(people[at % 3 :])}}},\n"
        f"  title = {{On Engine Number {at} and the {at * 7919 % 10007} Tables It Makes}},\n"
        f"  booktitle = {{{venues[at % 4]}}},\n  year = {1990 + at % 35},\n"
        f"  doi = {{10.1000/{at}}},\n  selected = {{{'true' if at == 0 else 'false'}}},\n}}"
        for at in range(entries)
    )


def hugos() -> dict[str, Path]:
    return programs("hugo", "hugo", "binaries/hugo")


def pandocs() -> dict[str, Path]:
    return programs("pandoc", "pypandoc", "files/pandoc")


def programs(name: str, package: str, place: str) -> dict[str, Path]:
    """A program of the system and the one that a Python package carries."""
    found = {}
    system = shutil.which(name, path="/usr/bin:/usr/local/bin")
    if system:
        found[f"{name} (system)"] = Path(system)
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(folder) / place).is_file():
            found[f"{name} (package)"] = Path(folder) / place
    if not found:
        print(f"{name:22} not installed here")
    return found


def jekyll(bib: Path, folder: Path, runs: int) -> None:
    if shutil.which("jekyll") is None:
        print(f"{'jekyll':22} not installed here")
        return
    shutil.copytree(EXAMPLES / "jekyll", folder)
    shutil.copy(bib, folder / "_bibliography")
    command = ("jekyll", "build", "-q", "-d", "out")
    report("jekyll", folder, folder / "publications.md", command, runs)


def hugo(bib: Path, folder: Path, name: str, program: Path, runs: int) -> None:
    shutil.copytree(EXAMPLES / "hugo", folder)
    shutil.copy(bib, folder)
    command = (str(program), "--quiet")
    report(name, folder, folder / "content" / "publications.md", command, runs)


def pandoc(bib: Path, folder: Path, name: str, program: Path, runs: int) -> None:
    shutil.copytree(EXAMPLES / "pandoc", folder)
    shutil.copy(bib, folder)
    page = folder / "cv.md"
    command = (str(program), "cv.md", "-L", "publications.lua", "-s", "-o", "cv.html")
    with_list = best(command, folder, runs)
    page.write_text(WITHOUT, "utf-8")
    print(f"{name:22}{best(command, folder, runs):9.2f}{with_list:9.2f}")


def report(name: str, folder: Path, page: Path, command: Sequence[str], runs: int) -> None:
    first = seconds(("pubs", "build", "--no-cache"), folder)
    seconds(("pubs", "build"), folder)
    again = best(("pubs", "build"), folder, runs)
    with_list = best(command, folder, runs)
    page.write_text(WITHOUT, "utf-8")
    without = best(command, folder, runs)
    print(f"{name:22}{without:9.2f}{with_list:9.2f}{first:12.2f}{again:8.2f}")


def best(command: Sequence[str], folder: Path, runs: int) -> float:
    return min(seconds(command, folder) for _ in range(runs))


def seconds(command: Sequence[str], folder: Path) -> float:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    began = time.perf_counter()
    done = subprocess.run(  # the programs of this benchmark
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode('utf-8', 'replace')}")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
