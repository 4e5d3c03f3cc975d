from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import Record, Role, Source
from publist.names import read_authors
from publist.normalise.roles import settle_roles
from publist.richtext import RichText


def record(
    authors: str,
    extra: dict[str, str] | None = None,
    *,
    note: str = "",
    file: str = "x.bib",
    key: str = "k",
) -> Record:
    return Record(
        key=key,
        authors=read_authors(authors).authors,
        note=RichText.of(note),
        extra=extra or {},
        source=Source(file=file, line=1),
    )


def roles(found: Record) -> list[str]:
    """One text for each author: roles, and ``bold`` where the name is emphasised."""
    return [
        " ".join([*map(str, author.roles), *(["bold"] if author.emphasised else [])])
        for author in found.authors
    ]


THREE = "Ann Li and Bo He and Cy Wu"
FIELDS = [
    ({"author+an": "1=equal; 2=equal,corresponding; 3=corresponding"},
     ["equal", "equal corresponding", "corresponding"]),
    ({"author+an": "1=jointfirst;2=jointfirst"}, ["equal", "equal", ""]),
    ({"author+an": "1=highlight,equal;2=equal % both did the work"}, ["equal bold", "equal", ""]),
    ({"author+an": "3=zoe; 1=student,postdoc"}, ["student postdoc", "", "zoe"]),
    ({"author+an": '2="Corresponding author"'}, ["", "corresponding", ""]),
    ({"author+an:lead": "1=true"}, ["lead", "", ""]),
    ({"author+an": "1:family=equal; 2=equal"}, ["equal", "equal", ""]),
    ({"equal_contribution": "{1,2}"}, ["equal", "equal", ""]),
    ({"equal_contribution": "1-2"}, ["equal", "equal", ""]),
    ({"equal_contributions": '["Ann Li", "Wu"]'}, ["equal", "", "equal"]),
    ({"equal_contributions": "[]"}, ["", "", ""]),
    ({"equal": "[[1], [2, 3]]"}, ["equal", "equal:2", "equal:2"]),
    ({"corresponding_author": "Bo He"}, ["", "corresponding", ""]),
    ({"author_notes": "['Equal contribution', 'Equal contribution', '']"}, ["equal", "equal", ""]),
    ({"author_notes": '["", "", "Corresponding author"]'}, ["", "", "corresponding"]),
    ({"author_notes": "Equal contribution and Equal contribution and -"}, ["equal", "equal", ""]),
    ({"author_notes": "equal; ; corresponding"}, ["equal", "", "corresponding"]),
    ({"annotation": "The first two authors contributed equally."}, ["equal", "equal", ""]),
    ({"addendum": "\\emph{Li and He contributed equally}"}, ["equal", "equal", ""]),
    ({"annotation": "All authors contributed equally"}, ["equal", "equal", "equal"]),
    ({"annotation": "First and third authors contributed equally"}, ["equal", "", "equal"]),
]  # fmt: skip


@pytest.mark.parametrize(("extra", "expected"), FIELDS)
def test_fields_that_say_who(extra: dict[str, str], expected: list[str]) -> None:
    (settled,), problems = settle_roles([record(THREE, extra)], [])
    assert roles(settled) == expected
    assert settled.extra == {}
    assert problems == ()


UNREAD = [
    {"author+an": "7=equal"},
    {"author+an": "who knows"},
    {"equal_contribution": "true"},
    {"equal_contribution": "1-9"},
    {"author_notes": "['Equal contribution', 'a fine person', '']"},
]


@pytest.mark.parametrize("extra", UNREAD)
def test_what_is_not_understood_stays_and_is_said(extra: dict[str, str]) -> None:
    before = record(THREE, extra)
    (settled,), problems = settle_roles([before], [])
    assert settled == before
    assert [problem.code for problem in problems] == ["role-unread"]


MARKS = [
    ("Ann Li* and Bo He* and Cy Wu", "* co-first authors", [], ["equal", "equal", ""]),
    ("*Ann Li and *Bo He and Cy Wu", "", ["* equal contribution"], ["equal", "equal", ""]),
    ("Ann Li* and Bo He and Cy Wu$^\\dagger$", "", ["* denotes corresponding, † my student"],
     ["corresponding", "", "student"]),
    ("\\textbf{Ann Li*} and {Bo He*} and {Cy Wu (* indicates equal contribution)}", "", [],
     ["equal bold", "equal", ""]),
    ("Ann Li* and Bo He* and Cy Wu† and Di Xu†", "", ["*, † equal contribution"],
     ["equal", "equal", "equal:2", "equal:2"]),
    ("Ann Li\\textsuperscript{1} and Bo He\\textsuperscript{1,2}", "", [], ["", ""]),
    ("Ann Li and Bo He† (corresponding author)", "", [], ["", "corresponding"]),
    ("Ann Li\\thanks{Equal contribution.} and Bo He\\footnote{Draft}", "", [], ["equal", ""]),
    ("\\underline{Ann Li} and \\underline{Bo He} and \\textbf{Cy Wu}", "",
     ["Underlined authors contributed equally"], ["equal", "equal", "bold"]),
]  # fmt: skip


@pytest.mark.parametrize(("authors", "note", "remarks", "expected"), MARKS)
def test_marks_by_their_legend(
    authors: str, note: str, remarks: Sequence[str], expected: list[str]
) -> None:
    (settled,), problems = settle_roles([record(authors, note=note)], remarks)
    assert roles(settled) == expected
    assert not any(author.marks for author in settled.authors)
    assert settled.note.plain == ""
    assert problems == ()


def test_the_project_says_more_than_the_record_and_the_record_more_than_the_file() -> None:
    marked = record("Ann Li* and Bo He*", note="* co-first authors")
    remarks = ["* corresponding author"]
    (by_record,), _ = settle_roles([marked], remarks)
    assert roles(by_record) == ["equal", "equal"]
    (by_project,), _ = settle_roles([marked], remarks, {"＊": Role(kind="lead")})
    assert roles(by_project) == ["lead", "lead"]


def test_remarks_that_contradict_each_other_are_said() -> None:
    remarks = ["* equal contribution", "* corresponding author"]
    (settled,), problems = settle_roles([record("Ann Li* and Bo He*")], remarks)
    assert roles(settled) == ["equal", "equal"]
    assert [(problem.code, problem.value) for problem in problems] == [("legend-unclear", "*")]


def test_a_guess_is_said_once_for_each_mark_and_file() -> None:
    records = [
        record("Ann Li* and Bo He* and Cy Wu✉", key="a"),
        record("Ann Li* and Cy Wu*", key="b"),
        record("Ann Li* and Cy Wu*", key="c", file="y.bib"),
    ]
    settled, problems = settle_roles(records, [])
    assert roles(settled[0]) == ["equal", "equal", "corresponding"]
    assert [(problem.code, problem.file, problem.value) for problem in problems] == [
        ("role-guessed", "x.bib", "*"),
        ("role-guessed", "x.bib", "✉"),
        ("role-guessed", "y.bib", "*"),
    ]


def test_a_star_on_single_authors_is_the_corresponding_one() -> None:
    settled, _ = settle_roles([record("Ann Li and Bo He*"), record("Cy Wu* and Bo He")], [])
    assert [roles(one) for one in settled] == [["", "corresponding"], ["corresponding", ""]]


def test_a_mark_that_nothing_explains_is_kept_aside() -> None:
    (settled,), problems = settle_roles([record("Ann Li** and Bo He")], [])
    assert [problem.code for problem in problems] == ["mark-unknown"]
    assert settled.extra == {"author+an:marks": '1="**"'}
    assert settled.authors[0].marks == ()


def test_a_note_that_says_more_stays() -> None:
    note = "Oral presentation; equal contribution: Li and He"
    (settled,), _ = settle_roles([record(THREE, note=note)], [])
    assert roles(settled) == ["equal", "equal", ""]
    assert settled.note.plain == note


@pytest.mark.parametrize(
    "note", ["Corresponding code is available.", "Lead paper of the issue", "Two volumes"]
)
def test_other_notes_are_left_alone(note: str) -> None:
    before = record(THREE, note=note)
    assert settle_roles([before], []) == ((before,), ())


def test_a_role_without_its_author_is_the_emphasised_ones_or_a_problem() -> None:
    (settled,), _ = settle_roles([record("Ann Li and \\textbf{Bo He}", note="Co-first author")], [])
    assert roles(settled) == ["", "equal bold"]
    (settled,), problems = settle_roles([record("Ann Li and Bo He", note="Co-first author")], [])
    assert settled.note.plain == "Co-first author"
    assert [problem.code for problem in problems] == ["role-unplaced"]


FIELD_LISTS = st.lists(
    st.sampled_from(
        [
            "Ann Li*",
            "Bo He†",
            "\\textbf{Cy Wu}",
            "Di Xu✉",
            "Ed Yu**",
            "Flo Ma\\textsuperscript{2,*}",
        ]
    ),
    min_size=1,
    max_size=4,
    unique=True,
).map(" and ".join)


@given(st.lists(FIELD_LISTS, max_size=4), st.sampled_from(["", "* equal", "† my student; * equal"]))
def test_settling_twice_changes_nothing_and_order_does_not_matter(
    fields: list[str], remark: str
) -> None:
    records = [record(text, key=str(number)) for number, text in enumerate(fields)]
    settled, _ = settle_roles(records, [remark])
    assert settle_roles(settled, [remark])[0] == settled
    backwards, _ = settle_roles(records[::-1], [remark])
    assert backwards[::-1] == settled
