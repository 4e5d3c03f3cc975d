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


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("A quantitative surveyof looms", "surveyof"),
        ("Learning withsparsification of looms", "withsparsification"),
        ("Protein domains and proof of forgetting", None),
        ("Therapists without theory, within reason", None),
    ],
)
def test_lost_spaces(title: str, word: str | None) -> None:
    entry = "@misc{{{0}, title={{{1}}}, author={{A}}, year=2020}}\n"
    others = (
        "Survey: sparsification, getting, draw, holding, ory, rapists, domain, pro, reason, out"
    )
    source = entry.format("a", title) + entry.format("b", others)
    found = check({"x.bib": source.encode()}, REQUEST)
    assert [each.problem.value for each in found if each.problem.code == "lost-space"] == (
        [word] if word else []
    )


def test_a_year_may_follow_its_conference_but_not_precede_it() -> None:
    entry = "@inproceedings{a, title={T}, author={A}, booktitle={ICML 2020}, year=%d}"
    assert [year for year in range(2018, 2025) if "year-edition" in codes(entry % year)] == [
        2018,
        2019,
        2023,
        2024,
    ]


@pytest.mark.parametrize(
    ("pages", "wrong"),
    [
        ("19--3", True),
        ("12--3", False),
        ("1234--45", False),
        ("98--102", False),
        ("e12--e9", False),
    ],
)
def test_pages_may_be_shortened(pages: str, wrong: bool) -> None:
    source = f"@misc{{a, title={{T}}, author={{A}}, year=2020, pages={{{pages}}}}}"
    assert ("pages-backwards" in codes(source)) == wrong


def test_what_reading_finds_comes_with_its_code() -> None:
    source = "@misc{a, title={T}, author={A}, year=2020, isbn={978-3-16-148410-1}}"
    assert codes(source) == ["identifier-malformed"]


def test_findings_come_in_the_order_of_the_source() -> None:
    source = "\n".join(f"@book{{k{number}, title={{T}}, author={{A}}}}" for number in range(5))
    found = check({"b.bib": source.encode(), "a.bib": source.encode()}, REQUEST)
    places = [(each.problem.file, each.problem.line) for each in found]
    assert places == sorted(places, key=lambda place: (place[0] != "b.bib", place[1] or 0))


@pytest.mark.parametrize(
    ("venue", "slip"),
    [
        ("International Conference on Machine Leraning", "Leraning"),
        ("Proceedings of the 39th Interntional Conference on Machine Learning", "Interntional"),
        ("Journal of Machine Lerning Research", "Lerning"),
        ("Congreso Internacional de Máquinas", None),
        ("Physics B", None),
        ("International Conference on Machine Weaving", None),
    ],
)
def test_misspelt_venues(venue: str, slip: str | None) -> None:
    source = f"@article{{a, title={{T}}, author={{A}}, year=2020, journal={{{venue}}}}}"
    found = check({"x.bib": source.encode()}, REQUEST)
    told = [each.problem.message for each in found if each.problem.code == "venue-misspelt"]
    assert [message.partition(" looks")[0] for message in told] == ([repr(slip)] if slip else [])


def test_codes_are_told_apart() -> None:
    assert len(set(IDS)) == len(IDS)
