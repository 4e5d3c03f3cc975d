"""Every rule finds its bad example, not its good one, and its fix makes one of the other."""

from __future__ import annotations

import pytest

from publist.check import RULES, Request, Rule, check, mend

REQUEST = Request(this_year=2026)
IDS = [rule.code for rule in RULES]


def codes(source: str, name: str = "x.bib") -> list[str]:
    return [found.problem.code for found in check({name: source.encode()}, REQUEST)]


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_the_bad_example_breaks_the_rule_and_the_good_one_does_not(rule: Rule) -> None:
    assert rule.code in codes(rule.bad)
    assert rule.code not in codes(rule.good)


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_the_fix_makes_the_good_example_of_the_bad_one(rule: Rule) -> None:
    mended = mend({"x.bib": rule.bad.encode()}, REQUEST)
    if rule.fixes:
        assert mended.mended["x.bib"] == rule.good
    else:
        assert all(not found.edits for found in mended.findings)


def test_codes_are_told_apart() -> None:
    assert len(set(IDS)) == len(IDS)
