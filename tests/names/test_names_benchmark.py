"""Other projects' cases, where the material is at hand: none may fail that is not decided."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "names.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("names_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_cases_that_are_not_decided_pass(shared: Path, benchmark: ModuleType) -> None:
    cases = json.loads((shared / "names" / "cases.json").read_text("utf-8"))
    decided = json.loads(benchmark.DECIDED.read_text("utf-8"))["cases"]
    failing = [
        case["input"]
        for case in cases
        if not case.get("xfail")
        and benchmark.fingerprint(case) not in decided
        and not benchmark.CHECKS[case["kind"]](case)
    ]
    assert failing == []
    assert len(decided) <= 0.04 * len(cases)


def test_variants_of_one_person_are_recognised(shared: Path, benchmark: ModuleType) -> None:
    path = shared / "names" / "acl-name-variants.json"
    pairs = benchmark.variant_pairs(json.loads(path.read_text("utf-8")))
    assert sum(bool(benchmark.compatible(*pair)) for pair in pairs) >= 0.9 * len(pairs)


def test_every_decision_has_a_reason(benchmark: ModuleType) -> None:
    decided = json.loads(benchmark.DECIDED.read_text("utf-8"))
    used = {*decided["cases"].values(), *decided["culture"].values()}
    assert used == decided["reasons"].keys()
