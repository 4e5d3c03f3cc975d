from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import Author, Name, Person, Record
from publist.names import parse_name, read_authors
from publist.normalise.people import resolve_people

ORCID = "0000-0002-1825-0097"
OTHER_ORCID = "0000-0001-5109-3700"


def record(authors: str, key: str = "k") -> Record:
    return Record(key=key, authors=read_authors(authors).authors)


def person(key: str, *names: str, orcid: str | None = None, no: str | None = None) -> Person:
    return Person(
        id=key,
        names=tuple(parse_name(name, "human") for name in names),
        orcid=orcid,
        not_names=(parse_name(no, "human"),) if no else (),
    )


def owners(found: Record) -> list[str]:
    return [str(author.name) for author in found.authors if author.me]


MATCHING = [
    ("Z. Tang and S. Shi", "Zhenheng Tang", ["Z. Tang"]),
    ("Tang, Z. and Shi, S.", "Zhenheng Tang", ["Z. Tang"]),
    ("Zhenheng TANG and S. Shi", "Zhenheng Tang", ["Zhenheng TANG"]),
    ("Zhen-Heng Tang and S. Shi", "Zhenheng Tang", ["Zhen-Heng Tang"]),
    ("Tang Zhenheng and S. Shi", "Zhenheng Tang", ["Tang Zhenheng"]),
    ("Zhihao Tang and S. Shi", "Zhenheng Tang", []),
    ("Zhen Tang and S. Shi", "Zhenheng Tang", []),
    ("Y. Tang and S. Shi", "Zhenheng Tang", []),
    ("Zhihao Tang and Z. Tang", "Zhenheng Tang", ["Z. Tang"]),
    ("Z. Tang and Zhenheng Tang", "Zhenheng Tang", ["Zhenheng Tang"]),
    ("Z. Tang and \\textbf{Z. Tang}", "Zhenheng Tang", ["Z. Tang"]),
    ("Z. Tang and S. Shi and Z. Tang", "Zhenheng Tang", []),
    ("{\\'E}. N{\\'u}{\\~n}ez and S. Shi", "Elena Nunez", ["É. Núñez"]),
    ("J. Mueller and S. Shi", "Jürgen Müller", ["J. Mueller"]),
    ("A. C. Zhou and S. Shi", "Amelie Chi Zhou", ["A. C. Zhou"]),
    ("Zhou and S. Shi", "Amelie Chi Zhou", []),
    ("{The Zhou Team} and S. Shi", "Amelie Chi Zhou", []),
]


@pytest.mark.parametrize(("authors", "me", "expected"), MATCHING)
def test_the_owner_by_name(authors: str, me: str, expected: list[str]) -> None:
    (resolved,), _ = resolve_people([record(authors)], [], me)
    assert owners(resolved) == expected


def test_the_emphasised_of_two_namesakes_is_the_owner() -> None:
    (resolved,), problems = resolve_people(
        [record("Z. Tang and B. Li and \\textbf{Z. Tang} and X. Chu")], [], "Zhenheng Tang"
    )
    assert [author.me for author in resolved.authors] == [False, False, True, False]
    assert problems == ()


def test_two_possible_owners_are_a_problem_and_nobody_is_highlighted() -> None:
    resolved, problems = resolve_people(
        [record("Z. Tang and Z. Tang", "a"), record("Z. Tang", "b")], [], "Zhenheng Tang"
    )
    assert [owners(one) for one in resolved] == [[], ["Z. Tang"]]
    assert [(problem.code, problem.key) for problem in problems] == [("owner-unclear", "a")]


def test_an_owner_who_is_nowhere_is_said() -> None:
    _, problems = resolve_people([record("Z. Tang")], [], "Grace Hopper")
    assert [problem.code for problem in problems] == ["owner-unknown"]


def test_people_of_the_project_are_found_by_any_of_their_names() -> None:
    people = [person("grace", "Grace Hopper", "Grace Murray"), person("ada", "Ada Lovelace")]
    resolved, problems = resolve_people(
        [record("G. Hopper and A. Lovelace"), record("Murray, Grace and Bo Li")], people, "grace"
    )
    assert [[author.person for author in one.authors] for one in resolved] == [
        ["grace", "ada"],
        ["grace", None],
    ]
    assert [owners(one) for one in resolved] == [["G. Hopper"], ["Grace Murray"]]
    assert problems == ()


def test_names_that_are_somebody_else() -> None:
    owner = person("tang", "Zhenheng Tang", "Z. Tang", no="Zhen Heng Tang")
    (resolved,), _ = resolve_people([record("Zhen Heng Tang and Bo Li")], [owner], "tang")
    assert owners(resolved) == []
    elsewhere = owner.model_copy(update={"not_names": (), "not_keys": ("k",)})
    (resolved,), _ = resolve_people([record("Zhenheng Tang and Bo Li")], [elsewhere], "tang")
    assert owners(resolved) == []


def test_orcid_decides_over_names() -> None:
    first, second = record("Z. Tang and Z. Tang").authors
    marked = Record(key="a", authors=(first, second.model_copy(update={"orcid": ORCID})))
    people = [person("tang", "Zhenheng Tang", orcid=ORCID)]
    for me in ("tang", ORCID, f"https://orcid.org/{ORCID}", "Zhenheng Tang"):
        (resolved,), problems = resolve_people([marked], people, me)
        assert [author.me for author in resolved.authors] == [False, True], me
        assert problems == ()
    stranger = Record(key="b", authors=(first.model_copy(update={"orcid": OTHER_ORCID}),))
    (resolved,), _ = resolve_people([stranger], people, "tang")
    assert owners(resolved) == []


def test_an_orcid_alone_brings_its_names() -> None:
    known = Record(
        key="a", authors=(record("Zhenheng Tang").authors[0].model_copy(update={"orcid": ORCID}),)
    )
    resolved, problems = resolve_people([known, record("Z. Tang and Bo Li", "b")], [], ORCID)
    assert [owners(one) for one in resolved] == [["Zhenheng Tang"], ["Z. Tang"]]
    assert problems == ()


def test_dblp_numbers_tell_namesakes_apart() -> None:
    resolved, _ = resolve_people(
        [record("Wei Zhang 0001", "a"), record("Wei Zhang 0002", "b")], [], "Wei Zhang 0001"
    )
    assert [owners(one) for one in resolved] == [["Wei Zhang"], []]


def test_two_people_who_fit_are_neither() -> None:
    people = [person("zh", "Zhenheng Tang"), person("zi", "Zixin Tang")]
    (resolved,), _ = resolve_people([record("Z. Tang and Zixin Tang")], people, None)
    assert [author.person for author in resolved.authors] == [None, "zi"]


def test_nobody_is_twice_in_one_list() -> None:
    people = [person("ada", "Ada Lovelace")]
    (resolved,), _ = resolve_people([record("A. Lovelace and A. Lovelace")], people, None)
    assert [author.person for author in resolved.authors] == [None, None]


def test_without_me_the_emphasised_name_is_the_owner() -> None:
    records = [
        record("Ann Li and \\textbf{Z. Tang}", "a"),
        record("\\textbf{Zhenheng Tang} and Bo He", "b"),
        record("Zhenheng Tang and Zhihao Tang", "c"),
    ]
    resolved, problems = resolve_people(records, [], None)
    assert [owners(one) for one in resolved] == [["Z. Tang"], ["Zhenheng Tang"], ["Zhenheng Tang"]]
    assert problems == ()


def test_emphasis_of_many_is_no_owner() -> None:
    records = [
        record("\\textbf{Ann Li} and Bo He", "a"),
        record("Ann Li and \\textbf{Cy Wu}", "b"),
        record("\\textbf{Di Xu} and Bo He", "c"),
    ]
    resolved, _ = resolve_people(records, [], None)
    assert [owners(one) for one in resolved] == [[], [], []]


AUTHORS = st.lists(
    st.sampled_from(
        ["Z. Tang", "Zhenheng Tang", "\\textbf{Z. Tang}", "Zhihao Tang", "Bo Li", "B. Li", "Cy Wu"]
    ),
    min_size=1,
    max_size=4,
).map(" and ".join)
PEOPLE = [person("tang", "Zhenheng Tang"), person("bo", "Bo Li"), person("ben", "Ben Li")]


@given(st.lists(AUTHORS, min_size=1, max_size=4), st.sampled_from(["tang", "Zhenheng Tang", None]))
def test_once_at_most_twice_the_same_and_in_any_order(fields: list[str], me: str | None) -> None:
    records = [record(text, str(number)) for number, text in enumerate(fields)]
    resolved, _ = resolve_people(records, PEOPLE, me)
    assert all(len(owners(one)) <= 1 for one in resolved)
    assert not any(owner == "Zhihao Tang" for one in resolved for owner in owners(one))
    assert resolve_people(resolved, PEOPLE, me)[0] == resolved
    assert resolve_people(records[::-1], PEOPLE, me)[0][::-1] == resolved


def test_what_is_known_of_a_person_is_known_of_the_author() -> None:
    ada = Person(
        id="ada",
        names=(Name(family="Lovelace", given="Ada"),),
        orcid="0000-0002-1825-0097",
        url="https://example.org/ada",
    )
    printed = Author(name=Name(family="Lovelace", given="A."))
    own_page = printed.model_copy(update={"url": "https://example.org/other"})
    records = [Record(key="a", authors=(printed,)), Record(key="b", authors=(own_page,))]
    resolved, _ = resolve_people(records, [ada], None)
    first, second = (record.authors[0] for record in resolved)
    assert (first.person, first.orcid, first.url) == ("ada", ada.orcid, ada.url)
    assert (second.orcid, second.url) == (ada.orcid, "https://example.org/other")


def test_names_that_fit_several_are_told_once_each() -> None:
    people = [person("zh", "Zhenheng Tang"), person("zi", "Zixin Tang"), person("bo", "Bo Li")]
    records = [record("Z. Tang and B. Li", "a"), record("Z. Tang", "b"), record("Zixin Tang", "c")]
    _, problems = resolve_people(records, people, None)
    (told,) = problems
    assert (told.code, told.key, told.value) == ("person-unclear", "a", "Z. Tang")
    assert "may be zh, zi, and" in told.message
    assert "on 2 lists" in told.message


def test_an_id_in_the_source_settles_whose_name_it_is() -> None:
    people = [person("zh", "Zhenheng Tang"), person("zi", "Zixin Tang")]
    author = Author(name=parse_name("Z. Tang", "human"), person="zi")
    (resolved,), problems = resolve_people([Record(key="a", authors=(author,))], people, None)
    assert [author.person for author in resolved.authors] == ["zi"]
    assert problems == ()
