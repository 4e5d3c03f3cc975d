"""Members, co-authors and counts, on a made-up lab small enough to count by hand."""

from __future__ import annotations

import pytest

from publist.lab import Lab, coauthors_of, count_works, make_lab, within
from publist.lab.members import owned
from publist.model import Author, Date, Name, Person, Record, Work
from publist.names import read_authors

PEOPLE = tuple(
    Person(
        id=id_,
        names=(Name(given=given, family=family),),
        membership=tuple(map(Date.parse, times)),
        groups=groups,
    )
    for id_, given, family, times, groups in (
        ("ada", "Ada", "Lovelace", ("2019-10/2023-03",), ("Engines",)),
        ("emmy", "Emmy", "Noether", ("2018/..",), ("Engines", "Symmetry")),
        ("mary", "Mary", "Somerville", ("2017/2019", "2022/.."), ()),
        ("charles", "Charles", "Babbage", (), ()),
    )
)


def work(key: str, date: str | None, *authors: str, kind: str = "article-journal") -> Work:
    record = Record(
        key=key,
        type=kind,
        authors=tuple(
            Author(name=Name(literal=who), person=who if who.islower() else None) for who in authors
        ),
        date=Date.parse(date) if date else None,
    )
    return Work.of(record)


WORKS = (
    work("a", "2022", "ada", "emmy", "X"),
    work("b", "2023-05", "ada"),
    work("c", "2021", "mary", "emmy", "charles", "X", kind="book"),
    work("d", "2021", "charles"),
    work("e", "in press", "emmy", "mary"),
    work("f", None, "mary"),
)


def keys(works: tuple[Work, ...]) -> str:
    return "".join(work.key for work in works)


def lab(*, in_membership: bool = False) -> Lab:
    return make_lab(WORKS, PEOPLE, in_membership=in_membership)


def test_members_are_those_of_whom_it_is_told() -> None:
    assert [member.person.id for member in lab().members] == ["ada", "emmy", "mary"]
    untold = tuple(Person(id=person.id, names=person.names) for person in PEOPLE)
    assert len(make_lab(WORKS, untold).members) == 4


def test_works_of_members() -> None:
    assert {member.person.id: keys(member.works) for member in lab().members} == {
        "ada": "ab", "emmy": "ace", "mary": "cef",
    }  # fmt: skip
    assert keys(lab().works) == "abcef"
    assert {group: keys(lab().works_of(theirs)) for group, theirs in lab().groups.items()} == {
        "Engines": "abce", "Symmetry": "ace",
    }  # fmt: skip


def test_works_in_membership() -> None:
    found = lab(in_membership=True)
    assert {member.person.id: keys(member.works) for member in found.members} == {
        "ada": "a", "emmy": "ace", "mary": "e",
    }  # fmt: skip


def test_who_has_no_works_is_told() -> None:
    found = make_lab(WORKS[:1], PEOPLE)
    told = [(each.code, each.key) for each in found.problems]
    assert told[0] == ("member-without-works", "mary")
    assert {code for code, _ in told[1:]} == {"member-without-orcid"}


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [
        ("2023", "2019-10/2023-03", True),
        ("2023-03-31", "2019-10/2023-03", True),
        ("2023-04-01", "2019-10/2023-03", False),
        ("2019-09", "2019-10/2023-03", False),
        ("2019-09/2019-11", "2019-10/2023-03", True),
        ("2023-21", "2023-03", True),
        ("2024", "2024-12-31/..", True),
        ("2023", "2024/..", False),
        ("forthcoming", "2024/..", True),
        ("forthcoming", "2020/2024", False),
        ("whenever", "2024/..", False),
    ],
)
def test_within(date: str, time: str, *, expected: bool) -> None:
    record = Record(key="k", date=Date.parse(date))
    assert within(record, (Date.parse(time),)) is expected
    assert within(record, ())


def test_counts() -> None:
    counts = count_works(lab())
    assert (counts.total.whole, round(counts.total.share, 3)) == (5, round(2 / 3 + 1 + 0.5 + 2, 3))
    assert [(row.name, row.whole) for row in counts.years] == [
        ("forthcoming", 1), ("2023", 1), ("2022", 1), ("2021", 1), ("", 1),
    ]  # fmt: skip
    assert [(row.name, row.whole, round(row.share, 2)) for row in counts.kinds] == [
        ("journal", 4, 3.67), ("book", 1, 0.5),
    ]  # fmt: skip
    assert [(row.name, row.whole, round(row.share, 2)) for row in counts.members] == [
        ("ada", 2, 1.33), ("emmy", 3, 1.08), ("mary", 3, 1.75),
    ]  # fmt: skip
    assert counts.table["2021", "book"] == 1
    assert sum(counts.table.values()) == counts.total.whole
    assert round(sum(row.share for row in counts.members), 6) == round(counts.total.share, 6)


def test_coauthors_are_told_by_identity_and_by_initials() -> None:
    people = {person.id: person for person in PEOPLE}
    lists = ("A. Bee and C. Dee", "Ann Bee and Carl Dee and Ed Fox", "Ann Bee and others")
    works = [
        Work.of(
            Record(
                key=str(at),
                date=Date.parse(f"202{at}"),
                authors=(*read_authors(text).authors, Author(name=Name(family="L"), person="ada"),
                         Author(name=Name(family="me"), person="emmy")),
            )
        )
        for at, text in enumerate(lists)
    ]  # fmt: skip
    found = coauthors_of(works, "emmy", people)
    assert [(one.name, one.count, one.last, one.person) for one in found] == [
        ("Ada Lovelace", 3, 2022, "ada"),
        ("Ann Bee", 3, 2022, None),
        ("Carl Dee", 2, 2021, None),
        ("Ed Fox", 1, 2021, None),
    ]


def test_only_they_are_owners() -> None:
    shown = owned(WORKS[:1], frozenset(("emmy",)))
    assert [author.me for author in shown[0].record.authors] == [False, True, False]
    again = owned(shown, frozenset(("ada",)))
    assert [author.me for author in again[0].record.authors] == [True, False, False]
