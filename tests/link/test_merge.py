"""Merging field by field: a table of what wins, and that nothing is ever lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.errors import ProjectError
from publist.link.appearance import Appearance, appearance_of, version_label
from publist.link.merge import merge
from publist.link.merge_claims import FIELDS, texts
from publist.link.merge_policy import ORDER, Policy, Reach, Rule, Take
from publist.link.works import join
from publist.model import (
    CORRESPONDING,
    EQUAL,
    LEAD,
    Author,
    Award,
    Date,
    Identifier,
    Link,
    Name,
    Record,
    Source,
    Track,
    TrackKind,
    Venue,
    VenueKind,
    Work,
)
from publist.problems import Severity
from publist.richtext import RichText

from .strategies import record_lists

PREPRINT = Record(
    key="pre",
    type="article",
    venue=Venue(name="arXiv", short="arXiv", kind=VenueKind.PREPRINT),
    date=Date.parse("2023-05"),
    identifiers=(Identifier(scheme="arxiv", value="2305.00001"),),
)
CONFERENCE = Record(
    key="conf",
    type="paper-conference",
    venue=Venue(name="Conference on Ledgers", kind=VenueKind.CONFERENCE),
    date=Date.parse("2024"),
)
JOURNAL = Record(
    key="jour",
    type="article-journal",
    venue=Venue(name="Journal of Ledgers", kind=VenueKind.JOURNAL),
    date=Date.parse("2025"),
)
WORKSHOP = CONFERENCE.change(
    key="shop",
    venue=Venue(
        name="Conference on Ledgers",
        kind=VenueKind.CONFERENCE,
        track=Track(kind=TrackKind.WORKSHOP),
    ),
)


def of(*names: str) -> tuple[Author, ...]:
    """Authors written ``Family, Given``."""
    parts = [name.split(", ") for name in names]
    return tuple(Author(name=Name(family=family, given=given)) for family, given in parts)


def versions(*records: Record) -> Work:
    return merge([[record] for record in records])[0]


def copies(*records: Record) -> Work:
    return merge([records])[0]


# Which field, what the preferred record says, what another record of the publication says, and
# what is shown.
COPIES: list[tuple[str, Any, Any, Any]] = [
    ("volume", "3", "4", "3"),
    ("volume", None, "4", "4"),
    ("pages", "230", "230–237", "230–237"),
    ("pages", "230–237", "12", "230–237"),
    (
        "title",
        RichText.of("Ledgers"),
        RichText.of("Ledgers: A Story"),
        RichText.of("Ledgers: A Story"),
    ),
    ("title", RichText.of("Ledgers"), RichText.of("Other"), RichText.of("Ledgers")),
    ("abstract", RichText.of("One."), RichText.of("One. Two."), RichText.of("One. Two.")),
    ("date", Date.parse("2024"), Date.parse("2024-07"), Date.parse("2024-07")),
    ("date", Date.parse("2024"), Date.parse("2023-07"), Date.parse("2024")),
    ("selected", False, True, True),
    ("keywords", ("a", "B"), ("b", "c"), ("a", "B", "c")),
    ("extra", {"x": "1"}, {"x": "2", "y": "3"}, {"x": "1", "y": "3"}),
    ("authors", of("Tang, Z."), of("Tang, Zhenheng"), of("Tang, Zhenheng")),
    ("authors", of("Müller, Jo"), of("Muller, J."), of("Müller, Jo")),
]


@pytest.mark.parametrize(("name", "mine", "other", "shown"), COPIES)
def test_copies_fill_each_other_in(name: str, mine: Any, other: Any, shown: Any) -> None:
    first = CONFERENCE.change(publisher="P", publisher_place="Q", **{name: mine})
    second = CONFERENCE.change(key="copy", **{name: other})
    for records in ((first, second), (second, first)):
        work = copies(*records)
        assert work.key == "conf"
        assert getattr(work.record, name) == shown


def test_what_belongs_to_a_publication_comes_from_the_preferred_one() -> None:
    preprint = PREPRINT.change(
        volume="abs/2305.00001", note=RichText.of("Under review"), pages="1–30"
    )
    work = versions(preprint, CONFERENCE.change(pages="3–9"))
    assert work.record.pages == "3–9"
    assert (work.record.volume, work.record.note.plain, work.record.year) == (None, "", 2024)
    origin = next(each for each in work.provenance if each.field == "volume")
    assert origin.taken == ()
    assert [(claim.value, claim.key) for claim in origin.overrode] == [("abs/2305.00001", "pre")]


def test_what_belongs_to_the_work_comes_from_every_version() -> None:
    preprint = PREPRINT.change(
        abstract=RichText.of("What it is."),
        keywords=("ledgers",),
        links=(Link(relation="code", url="https://example.org/code"),),
        selected=True,
    )
    record = versions(preprint, CONFERENCE).record
    assert record.abstract.plain == "What it is."
    assert record.keywords == ("ledgers",)
    assert record.selected is True
    assert [link.relation for link in record.links] == ["code", "arxiv"]
    assert record.identifier("arxiv") == "2305.00001"


ORDERED = [
    ([PREPRINT, CONFERENCE], ["conf", "pre"]),
    ([WORKSHOP, PREPRINT, CONFERENCE], ["conf", "shop", "pre"]),
    ([CONFERENCE, JOURNAL, PREPRINT], ["jour", "conf", "pre"]),
    ([CONFERENCE, CONFERENCE.change(key="later", date=Date.parse("2025"))], ["later", "conf"]),
    ([JOURNAL.change(status="submitted"), JOURNAL.change(key="out")], ["out", "jour"]),
]


@pytest.mark.parametrize(("records", "keys"), ORDERED)
def test_the_preferred_version_comes_first(records: list[Record], keys: list[str]) -> None:
    assert [each.key for each in versions(*records).versions] == keys
    assert [each.key for each in versions(*reversed(records)).versions] == keys


def test_the_policy_may_prefer_the_conference() -> None:
    order = (Appearance.CONFERENCE, *(each for each in ORDER if each is not Appearance.CONFERENCE))
    work, _ = merge([[JOURNAL], [CONFERENCE]], Policy(order=order))
    assert work.key == "conf"


def test_the_policy_may_take_a_field_otherwise() -> None:
    takes = {"note": Take(Rule.LONGEST, Reach.WORK)}
    preprint = PREPRINT.change(note=RichText.of("With an appendix"))
    work, _ = merge([[CONFERENCE], [preprint]], Policy(takes=takes))
    assert work.record.note.plain == "With an appendix"


@pytest.mark.parametrize(
    ("name", "rule"), [("volume", Rule.UNION), ("date", Rule.LONGEST), ("colour", Rule.FIRST)]
)
def test_a_rule_has_to_fit_its_field(name: str, rule: Rule) -> None:
    with pytest.raises(ProjectError):
        Policy(takes={name: Take(rule)})


def test_authors_of_other_versions_may_be_left_out() -> None:
    policy = Policy(takes={"authors": Take(Rule.PEOPLE)})
    cut = CONFERENCE.change(authors=of("Tang, Z."), authors_truncated=True)
    preprint = PREPRINT.change(authors=of("Tang, Zhenheng", "Chu, X."))
    work, _ = merge([[cut], [preprint]], policy)
    assert (work.record.authors, work.record.authors_truncated) == (of("Tang, Z."), True)


def test_roles_go_to_the_same_people() -> None:
    first, second = of("Tang, Z.", "Tang, Z.")
    preprint = PREPRINT.change(authors=(first, second.with_roles(LEAD)))
    published = CONFERENCE.change(
        authors=(first.with_roles(EQUAL), second.with_roles(CORRESPONDING))
    )
    record = versions(published, preprint).record
    assert [author.roles for author in record.authors] == [(EQUAL,), (CORRESPONDING, LEAD)]


def test_a_cut_author_list_gives_way_to_a_whole_one() -> None:
    cut = CONFERENCE.change(authors=of("Tang, Z."), authors_truncated=True, volume="1", issue="2")
    whole = CONFERENCE.change(key="whole", authors=of("Tang, Z.", "Chu, X."))
    record = copies(cut, whole).record
    assert (record.key, len(record.authors), record.authors_truncated) == ("conf", 2, False)


def test_awards_of_a_workshop_are_not_taken_for_the_conferences() -> None:
    workshop = WORKSHOP.change(awards=(Award(name="Oral", kind="oral"),))
    assert [award.name for award in versions(workshop, CONFERENCE).record.awards] == [
        "Oral at the workshop"
    ]
    preprint = PREPRINT.change(awards=(Award(name="Oral", kind="oral"),))
    assert [award.name for award in versions(preprint, CONFERENCE).record.awards] == ["Oral"]


def test_links_lead_to_the_other_versions_under_their_names() -> None:
    doi = (Identifier(scheme="doi", value="10.1000/shop"),)
    pdf = (Link(relation="pdf", url="https://example.org/pre.pdf"),)
    work = versions(CONFERENCE, WORKSHOP.change(identifiers=doi), PREPRINT.change(links=pdf))
    assert [(link.relation, link.label) for link in work.record.links] == [
        ("pdf", "PDF (arXiv)"),
        ("other", "workshop version"),
        ("arxiv", None),
    ]
    # The workshop paper's DOI is not the conference paper's.
    assert work.record.identifier("doi") is None


def test_an_identifier_that_more_records_have_wins_and_the_other_is_told() -> None:
    def with_doi(key: str, doi: str, **more: object) -> Record:
        return CONFERENCE.change(
            key=key, identifiers=(Identifier(scheme="doi", value=doi),), **more
        )

    wrong = with_doi("conf", "10.1000/wrong", volume="3", source=Source(file="a.bib", line=4))
    work, problems = merge([[wrong, with_doi("b", "10.1000/1"), with_doi("c", "10.1000/1")]])
    assert work.record.identifier("doi") == "10.1000/1"
    (problem,) = problems
    assert (problem.code, problem.severity) == ("merge-conflict", Severity.WARNING)
    assert (problem.file, problem.line, problem.value) == ("a.bib", 4, "doi:10.1000/wrong")


CONFLICTS: list[tuple[dict[str, Any], dict[str, Any], list[Severity]]] = [
    ({"volume": "3"}, {"volume": "4"}, [Severity.WARNING]),
    ({"pages": "3–9"}, {"pages": "3"}, []),
    ({"pages": "3–9"}, {"pages": "4–9"}, [Severity.WARNING]),
    ({"date": Date.parse("2024")}, {"date": Date.parse("2025")}, [Severity.WARNING]),
    ({"date": Date.parse("2024")}, {"date": Date.parse("2024-05")}, []),
    ({"publisher": "ACM Press"}, {"publisher": "IEEE"}, [Severity.INFO]),
    ({"publisher": "ACM Press"}, {"publisher": "acm press"}, []),
    ({"authors": of("Tang, Z.")}, {"authors": of("Chu, X.")}, [Severity.INFO]),
    (
        {"authors": of("Tang, Z.")},
        {"authors": (of("Chu, X.")[0].with_roles(LEAD),)},
        [Severity.WARNING],
    ),
]


@pytest.mark.parametrize(("mine", "other", "severities"), CONFLICTS)
def test_contradictions_are_problems(
    mine: dict[str, Any], other: dict[str, Any], severities: list[Severity]
) -> None:
    first = CONFERENCE.change(edition="1", issue="2", **mine)
    _, problems = merge([[first, CONFERENCE.change(key="copy", **other)]])
    assert [problem.severity for problem in problems] == severities
    assert {problem.code for problem in problems} <= {"merge-conflict"}


def test_online_in_one_year_and_in_print_in_the_next_is_harmless() -> None:
    first = JOURNAL.change(volume="3")
    for year, severity in (("2024", Severity.INFO), ("2023", Severity.WARNING)):
        _, problems = merge([[first, JOURNAL.change(key="copy", date=Date.parse(year))]])
        assert [problem.severity for problem in problems] == [severity]


def test_versions_differ_in_venue_and_year_by_nature() -> None:
    _, problems = merge([[PREPRINT], [CONFERENCE.change(volume="1")], [JOURNAL.change(volume="2")]])
    assert problems == ()


@pytest.mark.parametrize(
    ("record", "appearance", "label"),
    [
        (PREPRINT, Appearance.PREPRINT, "arXiv"),
        (WORKSHOP, Appearance.WORKSHOP, "workshop version"),
        (Record(key="a", type="report"), Appearance.REPORT, "report"),
        (Record(key="a", type="document"), Appearance.OTHER, "other version"),
        (
            Record(
                key="a",
                type="article-journal",
                identifiers=(Identifier(scheme="doi", value="10.31234/osf.io/abcde"),),
            ),
            Appearance.PREPRINT,
            "preprint",
        ),
    ],
)
def test_appearances(record: Record, appearance: Appearance, label: str) -> None:
    assert appearance_of(record) is appearance
    assert version_label(record) == label


@settings(max_examples=60, deadline=None)
@given(record_lists())
def test_no_value_is_lost(records: list[Record]) -> None:
    works, _ = join(records)
    assert sorted(each.model_dump_json() for work in works for each in work.versions) == sorted(
        each.model_dump_json() for each in records
    )
    for work in works:
        if len(work.versions) == 1:
            assert work == Work.of(work.versions[0])
            continue
        told = {origin.field: origin for origin in work.provenance}
        for version in work.versions:
            for name in FIELDS:
                known = set(texts(getattr(work.record, name)))
                gave_way = [claim.value for claim in told[name].overrode] if name in told else []
                for text in texts(getattr(version, name)):
                    default = Record.model_fields[name].get_default(call_default_factory=True)
                    unsaid = getattr(version, name) == default
                    assert unsaid or text in known or any(text in value for value in gave_way)


@settings(max_examples=40, deadline=None)
@given(record_lists(max_size=5), st.randoms(use_true_random=False))
def test_merging_does_not_depend_on_the_order(records: list[Record], random: Any) -> None:
    groups = [records[:2], records[2:4], records[4:]]
    groups = [group for group in groups if group]
    work, problems = merge(groups)
    shuffled = [random.sample(group, len(group)) for group in random.sample(groups, len(groups))]
    other, more = merge(shuffled)
    assert (other, set(more)) == (work, set(problems))
