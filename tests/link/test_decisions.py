"""People's decisions: found again whatever was edited, and stronger than any evidence."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publist.link.decisions import find_rulings, rule
from publist.link.regroup import regroup
from publist.link.verdict import Decision
from publist.link.works import group_records, join
from publist.model import Author, Date, Identifier, Name, Record, Ruling, Saying, Side, Source
from publist.problems import Severity
from publist.richtext import RichText

from .strategies import record_lists

DOI = (Identifier(scheme="doi", value="10.1000/182"),)


def record(key: str, title: str = "Sparse Ledgers at Work", **fields: object) -> Record:
    return Record(
        key=key,
        type="paper-conference",
        title=RichText.of(title),
        authors=(
            Author(name=Name(family="Adler", given="Ida")),
            Author(name=Name(family="Brandt", given="Karl")),
        ),
        date=Date.parse("2024"),
        container=RichText.of("International Conference on Ledgers"),
        source=Source(file="mine.bib", line=1),
    ).change(**fields)


OTHER = record("b", "Barnacle Geese in Winter", date=Date.parse("1999"))
ADLER, BRANDT = record("a").authors

# What was edited between the decision and now; whether the record is still found.
EDITS: list[tuple[dict[str, object], dict[str, object], bool]] = [
    ({}, {}, True),
    ({}, {"key": "renamed"}, True),
    ({}, {"title": RichText.of("Ledgers, Sparse and at Work")}, True),
    ({}, {"source": Source(file="moved.bib", line=99)}, True),
    ({}, {"date": Date.parse("2025"), "key": "renamed"}, True),
    ({}, {"key": "renamed", "title": RichText.of("Altogether Different")}, False),
    (
        {"identifiers": DOI},
        {"identifiers": DOI, "key": "renamed", "title": RichText.of("Altogether Different")},
        True,
    ),
    ({"identifiers": DOI}, {}, True),
]


@pytest.mark.parametrize(("before", "after", "found"), EDITS)
def test_decisions_survive_edits(
    before: dict[str, object], after: dict[str, object], *, found: bool
) -> None:
    ruling = rule(record("a").change(**before), OTHER, Saying.SAME)
    now = [record("x", "Strangers in a Train"), OTHER, record("a").change(**after)]
    pairs, problems = find_rulings([ruling], now)
    assert [(a, b) for a, b, _ in pairs] == ([(1, 2)] if found else [])
    assert [problem.code for problem in problems] == ([] if found else ["decision-unmatched"])


def test_two_records_of_one_identifier_are_told_apart_by_the_rest() -> None:
    a = record("a", identifiers=DOI)
    b = record("b", "Sparse Ledgers, Corrected", identifiers=DOI)
    assert len(join([a, b])[0]) == 1
    assert len(join([a, b], [rule(a, b, Saying.DIFFERENT)])[0]) == 2


def test_a_decision_written_by_hand_may_say_no_more_than_the_keys() -> None:
    ruling = Ruling(says=Saying.SAME, a=Side(key="a"), b=Side(key="b"))
    assert len(join([record("a"), OTHER, record("c", "Strangers")], [ruling])[0]) == 2


def test_same_joins_what_nothing_else_would() -> None:
    a, b = record("a"), OTHER
    assert len(join([a, b])[0]) == 2
    works, problems = join([a, b], [rule(a, b, Saying.SAME)])
    assert len(works) == 1
    assert "decided: same" in problems[0].message


def test_versions_joins_as_versions() -> None:
    a, b = record("a"), record("b", source=Source(file="other.bib", line=2))
    (group,) = group_records([a, b]).works
    assert group == ((0, 1),)
    (group,) = group_records([a, b], [rule(a, b, Saying.VERSIONS)]).works
    assert group == ((0,), (1,))


def test_what_was_decided_is_not_asked_again() -> None:
    a, b = record("a"), record("b", "Sparse Ledgers at Rest")
    linkage = group_records([a, b], [rule(a, b, Saying.DIFFERENT)]).linkage
    (pair,) = linkage.pairs
    assert pair.decision is Decision.APART
    assert pair.reasons[0] == "decided: different"


def test_a_third_record_stays_with_the_one_it_is_more_like() -> None:
    a = record("a", source=Source(file="a.bib", line=1))
    b = record("b", source=Source(file="b.bib", line=1), date=Date.parse("2023"))
    c = record("c", source=Source(file="c.bib", line=1), date=Date.parse("2023"))
    works, _ = join([a, b, c], [rule(a, b, Saying.DIFFERENT)])
    assert sorted(sorted(v.key for v in work.versions) for work in works) == [["a"], ["b", "c"]]


def at(line: int, ruling: Ruling) -> Ruling:
    return ruling.model_copy(update={"source": Source(file="pubs.decisions.yaml", line=line)})


def test_contradicting_decisions_on_one_pair_are_told_and_the_careful_one_is_followed() -> None:
    a, b = record("a"), record("b")
    rulings = [at(1, rule(a, b, Saying.SAME)), at(9, rule(b, a, Saying.DIFFERENT))]
    works, problems = join([a, b], rulings)
    assert len(works) == 2
    (conflict,) = (each for each in problems if each.code == "decision-conflict")
    assert (conflict.severity, conflict.file, conflict.line) == (
        Severity.WARNING,
        "pubs.decisions.yaml",
        1,
    )


def test_contradictions_over_a_chain_are_told() -> None:
    a, b, c = record("a"), record("b", "Another One"), record("c", "A Third One")
    rulings = [
        at(1, rule(a, b, Saying.SAME)),
        at(2, rule(b, c, Saying.SAME)),
        at(3, rule(a, c, Saying.DIFFERENT)),
    ]
    works, problems = join([a, b, c], rulings)
    assert sorted(sorted(v.key for v in work.versions) for work in works) == [["a", "b"], ["c"]]
    assert [each.line for each in problems if each.code == "decision-conflict"] == [2]


@settings(max_examples=40, deadline=None)
@given(record_lists(), st.integers(0, 6), st.integers(0, 6), st.sampled_from(Saying))
def test_decisions_always_win(records: list[Record], one: int, other: int, says: Saying) -> None:
    records = [each.change(key=f"k{number}") for number, each in enumerate(records)]
    assume(len(records) > 1)
    a = records.pop(one % len(records))
    b = records[other % len(records)]
    records.append(a)
    grouped = group_records(records, [rule(a, b, says)])
    work = [at for at, group in enumerate(grouped.works) for _ in group]
    publication = {
        at: number
        for number, each in enumerate(each for group in grouped.works for each in group)
        for at in each
    }
    left, right = publication[records.index(a)], publication[records.index(b)]
    assert (work[left] == work[right]) is (says is not Saying.DIFFERENT)
    assert (left == right) is (says is Saying.SAME)


def test_regrouping_joins_groups_whole_and_parts_them_by_their_scores() -> None:
    def score(one: str, other: str) -> float:
        return 1.0 if {one, other} in ({"a", "c"}, {"b", "d"}) else -1.0

    assert regroup([("a", "b"), ("c", "d")], [("b", "c")], [], score)[0] == (("a", "b", "c", "d"),)
    assert regroup([("a", "b", "c", "d")], [], [("a", "b")], score)[0] == (("a", "c"), ("b", "d"))
    assert regroup([("a",), ("b",)], [("a", "b")], [("b", "a")], score)[1] == (("a", "b"),)
