"""Our own fixtures: a readable case for every feature of the engine."""

from __future__ import annotations

import pytest

from .reading import CASES, Case, read_cases, rewrite

CASES_READ = read_cases()


@pytest.mark.parametrize("case", CASES_READ, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_case(case: Case, update: bool) -> None:
    given = case.format()
    if update and given != case.expected:
        rewrite(case, given)
        return
    assert given == case.expected


def test_every_file_is_read_whole() -> None:
    titles = [(case.file.name, case.title) for case in CASES_READ]
    assert len(titles) == len(set(titles))
    for file in CASES.glob("*.txt"):
        in_file = sum(line.startswith("~~~ expected") for line in file.read_text().splitlines())
        assert in_file == sum(case.file == file for case in CASES_READ)
