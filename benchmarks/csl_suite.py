"""Score a CSL engine on fixtures of the public CSL test suite.

    python benchmarks/csl_suite.py [DIR] [--engine publist|citeproc-py] [--json OUT] [--show NAME]

DIR holds fixtures as ``*.txt``; without it, ``$PUBLIST_SHARED/csl/test-suite`` or
``../shared/csl/test-suite`` is used. Output is compared strictly, but for blanks at both
ends and the spelling of entities.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SECTION = re.compile(r">>=+ *([A-Z-]+) *=+(?:>>)?[ \t]*\n(.*?)\n?<<=+ *\1 *=+<<", re.DOTALL)

Engine = Callable[["Fixture"], str]


@dataclass(frozen=True)
class Fixture:
    """One fixture of the suite."""

    name: str
    mode: str
    style: str
    items: list[dict[str, Any]]
    clusters: list[list[dict[str, Any]]] | None
    citations: list[Any] | None
    expected: str

    @property
    def group(self) -> str:
        """The part of the suite it belongs to."""
        return self.name.partition("_")[0]


def read_fixture(path: Path) -> Fixture:
    """Read one fixture file."""
    parts = dict(_SECTION.findall(path.read_text("utf-8-sig").replace("\r\n", "\n")))
    return Fixture(
        name=path.stem,
        mode=parts["MODE"].strip(),
        style=parts["CSL"].strip(),
        items=json.loads(parts["INPUT"]),
        clusters=json.loads(parts["CITATION-ITEMS"]) if "CITATION-ITEMS" in parts else None,
        citations=json.loads(parts["CITATIONS"]) if "CITATIONS" in parts else None,
        expected=parts["RESULT"],
    )


def normalized(text: str) -> str:
    """A result without what the comparison does not look at."""
    text = text.strip()
    for char, spellings in (
        ("&#38;", ("&amp;",)),
        ("&#60;", ("&lt;",)),
        ("&#62;", ("&gt;",)),
        ('"', ("&quot;", "&#34;")),
        ("'", ("&#39;", "&apos;")),
    ):
        for spelling in spellings:
            text = text.replace(spelling, char)
    return text


def wrap(entries: list[str]) -> str:
    """Entries as the suite prints a bibliography."""
    body = "".join(f'  <div class="csl-entry">{entry}</div>\n' for entry in entries)
    return f'<div class="csl-bib-body">\n{body}</div>'


def with_publist(fixture: Fixture) -> str:
    """The output of publist's engine."""
    from publist.csl import Style

    style = Style(fixture.style)
    if fixture.mode == "bibliography":
        return wrap([entry.text for entry in style.bibliography(_registered(fixture))])
    if fixture.citations is not None:
        session = importlib.import_module("csl_session").session
        return str(session(style, fixture.items, fixture.citations))
    clusters = fixture.clusters or [[{"id": item.get("id")} for item in fixture.items]]
    return "\n".join(style.citation(cluster, fixture.items) for cluster in clusters)


def _registered(fixture: Fixture) -> list[dict[str, Any]]:
    """The items of a bibliography: those cited in the end, where the fixture cites."""
    if not fixture.citations:
        return fixture.items
    final: dict[str, Any] = {}
    for citation, ahead, behind in fixture.citations:
        known = {**final, str(citation["citationID"]): citation}
        order = [name for name, _ in ahead] + [citation["citationID"]] + [n for n, _ in behind]
        final = {str(name): known[str(name)] for name in order}
    cited = [cite["id"] for citation in final.values() for cite in citation["citationItems"]]
    by_id = {item["id"]: item for item in fixture.items}
    return [by_id[name] for name in dict.fromkeys(cited)]


def with_citeproc_py(fixture: Fixture) -> str:
    """The output of citeproc-py."""
    peer = importlib.import_module("csl_citeproc_py")
    if fixture.mode == "bibliography":
        return wrap([text for _, text in peer.bibliography(fixture.style, fixture.items)])
    clusters = fixture.clusters or [[{"id": item.get("id")} for item in fixture.items]]
    return "\n".join(peer.citations(fixture.style, fixture.items, clusters))


ENGINES: dict[str, Engine] = {"publist": with_publist, "citeproc-py": with_citeproc_py}


def passes(fixture: Fixture, engine: Engine) -> tuple[bool, str]:
    """Whether the engine prints what the suite expects, and what it prints."""
    try:
        output = engine(fixture)
    except Exception as error:  # noqa: BLE001 - a crash of an engine is a result
        return False, f"{type(error).__name__}: {error}"
    return normalized(output) == normalized(fixture.expected), output


def default_folder() -> Path:
    """Where the fixtures are when nobody says."""
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("PUBLIST_SHARED", root / "shared")) / "csl" / "test-suite"


def report(results: dict[str, bool], fixtures: list[Fixture]) -> dict[str, Any]:
    """Print the score by group and mode; return it as plain data."""
    total: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for fixture in fixtures:
        for key in (fixture.group, f"mode {fixture.mode}", "all"):
            total[key] += 1
            passed[key] += results[fixture.name]
    for key in sorted(total, key=lambda key: (key == "all", " " in key, key)):
        print(f"{key:20} {passed[key]:4} / {total[key]:4}  {passed[key] / total[key]:6.1%}")
    failing = sorted(name for name, good in results.items() if not good)
    return {"passed": dict(passed), "total": dict(total), "failing": failing}


def main() -> int:
    """Run the fixtures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=default_folder())
    parser.add_argument("--engine", choices=ENGINES, default="publist")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show", action="append", help="print what these fixtures give")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"There is no folder {options.folder}.")
        return 2
    fixtures = [read_fixture(path) for path in sorted(options.folder.glob("*.txt"))]
    if options.show:
        fixtures = [f for f in fixtures if any(part in f.name for part in options.show)]
    results = {}
    for fixture in fixtures:
        good, output = passes(fixture, ENGINES[options.engine])
        results[fixture.name] = good
        if options.show:
            print(f"== {fixture.name}: {'ok' if good else 'FAILS'}")
            print("-- expected", fixture.expected.strip(), "-- got", output, sep="\n")
    score = report(results, fixtures)
    print("failing:", *score["failing"], sep="\n  ")
    if options.json:
        options.json.write_text(json.dumps(score, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
