"""Who is who, proposed from author lists: small lists and what comes of them, side by side."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.link.people import propose_people
from publist.model import Name, Person, Record
from publist.names import Comparison, compatible, parse_name, read_authors


def records(*lists: str) -> list[Record]:
    return [
        Record(key=f"r{number}", authors=read_authors(names, "human").authors)
        for number, names in enumerate(lists)
    ]


def groups(*lists: str, people: tuple[Person, ...] = ()) -> set[frozenset[str]]:
    proposals = propose_people(records(*lists), people)
    return {frozenset(str(name) for name in each.person.names) for each in proposals}


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        pytest.param(
            ["AC Zhou", "A. C. Zhou, B. Li", "Amelie Chi Zhou"],
            [{"A. C. Zhou", "Amelie Chi Zhou"}, {"B. Li"}],
            id="initials",
        ),
        pytest.param(
            ["Zhenheng Tang", "Zichen Tang", "Z. Tang"],
            [{"Zhenheng Tang"}, {"Zichen Tang"}, {"Z. Tang"}],
            id="initials that fit two stay apart",
        ),
        pytest.param(
            ["Zhenheng Tang, Z. Tang"],
            [{"Zhenheng Tang"}, {"Z. Tang"}],
            id="two of one list are two",
        ),
        pytest.param(
            ["Robert Smith, Ann Lee", "Robert J. Smith", "Robert K. Smith"],
            [{"Robert Smith"}, {"Robert J. Smith"}, {"Robert K. Smith"}, {"Ann Lee"}],
            id="a name that fits two stays apart",
        ),
        pytest.param(
            ["Jürgen Müller", "Juergen Mueller", "J. Muller"],
            [{"Jürgen Müller", "Juergen Mueller", "J. Muller"}],
            id="accents and umlauts",
        ),
        pytest.param(["Tang", "Zhenheng Tang"], [{"Tang"}, {"Zhenheng Tang"}], id="no given name"),
        pytest.param(
            ["Wei Wang", "Wei-Yao Wang"], [{"Wei Wang"}, {"Wei-Yao Wang"}], id="syllables"
        ),
    ],
)
def test_who_is_one_person(lists: list[str], expected: list[set[str]]) -> None:
    assert groups(*lists) == {frozenset(group) for group in expected}


def test_it_says_who_a_name_may_be_as_well() -> None:
    proposals = propose_people(records("Zhenheng Tang", "Zichen Tang", "Z. Tang"))
    [unclear] = [each for each in proposals if each.perhaps]
    assert [str(name) for name in unclear.person.names] == ["Z. Tang"]
    assert {str(name) for name in unclear.perhaps} == {"Zhenheng Tang", "Zichen Tang"}


def test_a_name_that_stands_twice_in_one_list_is_told() -> None:
    [one] = propose_people(records("Z. Tang, Z. Tang", "Z. Tang"))
    assert one.twice == ("r0",)
    assert one.count == 2


def test_orcid_and_ids_keep_namesakes_apart_and_join_other_names() -> None:
    name, other = Name(family="Li", given="Wei"), Name(family="Lee", given="V.")
    orcids = ("0000-0002-1825-0097", "0000-0001-5109-3700")
    found = []
    for number, (printed, orcid) in enumerate(
        [(name, orcids[0]), (name, orcids[1]), (other, orcids[0])]
    ):
        [author] = records("X Y")[0].authors
        author = author.model_copy(update={"name": printed, "orcid": orcid})
        found.append(Record(key=str(number), authors=(author,)))
    proposals = propose_people(found)
    assert {(each.person.orcid, each.person.names) for each in proposals} == {
        (orcids[0], (name, other)),
        (orcids[1], (name,)),
    }
    assert len({each.person.id for each in proposals}) == 2


def test_known_people_keep_what_is_known_and_gain_names() -> None:
    ada = Person(
        id="ada",
        names=(parse_name("Ada Lovelace", "human"),),
        url="https://example.org/ada",
        not_names=(parse_name("A. B. Lovelace", "human"),),
    )
    [one] = propose_people(records("A. Lovelace"), [ada])
    assert [str(name) for name in one.person.names] == ["Ada Lovelace", "A. Lovelace"]
    assert (one.person.id, one.person.url) == ("ada", ada.url)
    assert len(propose_people(records("A. B. Lovelace"), [ada])) == 2


_GIVEN = st.sampled_from(["Ada", "A.", "A. B.", "Anna Bea", "Bea", "B.", "Zoë", ""])
_FAMILY = st.sampled_from(["Li", "Lee", "García Márquez", "Márquez", "von Ahn", "Ahn"])
_LISTS = st.lists(
    st.lists(st.builds(lambda given, family: Name(given=given or None, family=family),
                       _GIVEN, _FAMILY), min_size=1, max_size=4),
    max_size=8,
)  # fmt: skip


@given(_LISTS, st.randoms(use_true_random=False))
def test_any_lists(lists: list[list[Name]], chance: random.Random) -> None:
    [author] = records("X Y")[0].authors
    given_records = [
        Record(
            key=str(number),
            authors=tuple(author.model_copy(update={"name": name}) for name in names),
        )
        for number, names in enumerate(lists)
    ]
    proposals = propose_people(given_records)
    shuffled = list(given_records)
    chance.shuffle(shuffled)
    assert [each.person for each in propose_people(shuffled)] == [each.person for each in proposals]
    everyone = [name for each in proposals for name in each.person.names]
    assert sorted(map(str, everyone)) == sorted({str(name) for names in lists for name in names})
    for names in lists:
        for each in proposals:
            assert len(set(names) & set(each.person.names)) <= 1


def test_a_crowd_of_namesakes_is_not_compared_by_the_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0

    def counted(one: Name, other: Name) -> Comparison:
        nonlocal calls
        calls += 1
        return compatible(one, other)

    monkeypatch.setattr("publist.link.people.compatible", counted)
    monkeypatch.setattr("publist.link.people._MANY", 10)
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"{a.upper()}{b}xo Wang" for a in letters for b in letters]
    propose_people(records(*names))
    assert calls < len(names) * 2 * len(letters)
