"""The fuzzer itself: it finds what it plants, and a short run of every reader is clean."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "fuzz_readers.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_readers", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz_readers"] = module
    spec.loader.exec_module(module)
    return module


FUZZ = load()


@pytest.mark.parametrize("form", FUZZ.SEEDS)
def test_a_short_run_is_clean(form: str) -> None:
    seeds = [text.encode() for text in FUZZ.SEEDS[form]]
    run = FUZZ.fuzz(form, seeds, random.Random(5), FUZZ.until(60, 15))  # noqa: S311  # repeatable
    assert run.tried == 15 + len(seeds)
    assert len(run.seen) > 100
    assert run.broken == {}


def test_a_reader_that_breaks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, _file: str, _form: str) -> None:
        raise KeyError(data)

    monkeypatch.setattr(FUZZ, "read_bytes", broken)
    run = FUZZ.fuzz("ris", [b"TY  - X"], random.Random(5), FUZZ.until(60, 3))  # noqa: S311  # repeatable
    assert [place.startswith("KeyError at") for place in run.broken] == [True]
