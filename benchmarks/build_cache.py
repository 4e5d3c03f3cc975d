"""How long the first and the second ``pubs build`` of a large project take, and whether both agree.

Makes a bibliography up, builds two lists of it in processes of their own, as a user does, and
prints the seconds of:

- the first build, with an empty cache,
- the second build, with nothing changed,
- a build after one entry has changed, and the same build without a cache.

Run: python benchmarks/build_cache.py [ENTRIES]
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = """
    deep learning federated graph neural networks sparse efficient robust training inference
    optimisation models large language vision systems distributed privacy compression data
"""
FAMILIES = "Bee Dee Ant Wasp Fly Moth Gnat Cricket Beetle Tick Mite Louse Flea Hornet"
PROJECT = """\
sources: papers.bib
lists:
  all: {file: all.md, style: apa, group-by: year}
  page: {file: page.html, style: homepage}
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("entries", type=int, nargs="?", default=5000)
    count = arguments.parse_args().entries
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pubs.yaml").write_text(PROJECT, encoding="utf-8")
        bib = bibliography(count)
        (folder / "papers.bib").write_text(bib, encoding="utf-8")
        first, made = timed(folder)
        for file in made:  # made again, not only found to be there
            (folder / file).unlink()
        second, again = timed(folder)
        print(f"{count} entries, two lists")
        print(f"first build        {first:7.2f} s")
        print(f"second build       {second:7.2f} s   {first / second:.1f} times faster")
        print(f"identical          {'yes' if made == again else 'NO'}")
        (folder / "papers.bib").write_text(bib.replace("title={", "title={New ", 1), "utf-8")
        changed, with_cache = timed(folder)
        fresh, without = timed(folder, "--no-cache")
        print(f"one entry changed  {changed:7.2f} s   without a cache {fresh:.2f} s")
        print(f"identical          {'yes' if with_cache == without else 'NO'}")


def bibliography(count: int) -> str:
    chance = random.Random(1)  # noqa: S311  # the same every time
    return "".join(entry(number, chance) for number in range(count))


def entry(number: int, chance: random.Random) -> str:
    title = " ".join(chance.choice(WORDS.split()) for _ in range(8)).title()
    families = FAMILIES.split()
    authors = " and ".join(
        f"{chance.choice(families)}{chance.randrange(400)}, {chr(65 + chance.randrange(26))}."
        for _ in range(chance.randint(1, 7))
    )
    where = (
        "journal={Journal of Machine Learning Research}"
        if number % 3
        else "booktitle={Proceedings of the 38th International Conference on Machine Learning}"
    )
    kind = "article" if number % 3 else "inproceedings"
    year = chance.randint(1990, 2025)
    return (
        f"@{kind}{{k{number}, author={{{authors}}}, title={{{title} {number}}}, {where}, "
        f"year={{{year}}}, pages={{{number}--{number + 9}}}}}\n"
    )


def timed(folder: Path, *more: str) -> tuple[float, dict[str, bytes]]:
    """The seconds that a build takes, and what it makes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "from publist.cli import main; main()", "build", *more],
        check=True,
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PUBLIST_CACHE": str(folder / "cache")},
    )
    seconds = time.perf_counter() - began
    return seconds, {name: (folder / name).read_bytes() for name in ("all.md", "page.html")}


if __name__ == "__main__":
    main()
