"""Whose works are chosen: by name, by id, by group, and by those who were members then."""

from __future__ import annotations

from typing import Any

import pytest

from publist.arrange import Selection, select
from publist.model import Author, Date, Name, Person, Record, Work
from publist.names import parse_name


def person(id_: str, names: str, member: str = "", groups: str = "") -> Person:
    return Person(
        id=id_,
        names=tuple(parse_name(name, "human") for name in names.split(", ")),
        membership=(Date.parse(member),) if member else (),
        groups=tuple(groups.split()),
    )


PEOPLE = (
    person("bee", "Ann Bee, A. Bee", "2020/2022", "Hives"),
    person("wei", "Wei Ceh, W. Ceh", "2021/..", "Hives Wax"),
    person("wen", "Wen Ceh", "2019/..", "Wax"),
    person("dee", "Dora Dee"),
)


def author(printed: str) -> Author:
    """An author as resolved: ``W. Ceh = wen``."""
    name, _, id_ = printed.partition(" = ")
    return Author(name=parse_name(name, "human"), person=id_ or None)


def work(key: str, year: str, *authors: str) -> Work:
    found = tuple(map(author, authors))
    return Work.of(Record(key=key, date=Date.parse(year), authors=found))


WORKS = (
    work("early", "2019", "Ann Bee = bee", "Wen Ceh = wen"),
    work("hive", "2021", "A. Bee = bee", "W. Ceh = wei"),
    work("wax", "2023", "W. Ceh = wen", "A. Bee = bee"),
    work("other", "2021", "Barbara Bee", "W. Ceh"),
    work("guest", "2022", "Dora Dee = dee"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"authors": "bee"}, "early hive wax"),  # an id is nobody else of that name
        ({"authors": "Bee"}, "early hive wax other"),
        ({"authors": "B. Bee"}, "other"),
        ({"authors": "Wei Ceh"}, "hive other"),  # Wen is known, whatever the work prints
        ({"authors": "!bee"}, "other guest"),
        ({"authors": "bee", "in_membership": True}, "hive"),
        ({"groups": "wax"}, "early hive wax"),
        ({"groups": ["!Hives"]}, "other guest"),
        ({"groups": "any"}, "early hive wax"),
        ({"groups": "Hives", "in_membership": True}, "hive"),
        ({"in_membership": True}, "early hive wax"),  # Wen was a member all the time
        ({"groups": "Nobody’s"}, ""),
        ({"groups": "Wax", "roles": "first"}, "wax"),
    ],
)
def test_selects(asked: dict[str, Any], found: str) -> None:
    chosen = select(WORKS, Selection.model_validate(asked), PEOPLE)
    assert " ".join(work.key for work in chosen) == found


def test_an_id_is_nobody_else_even_without_works() -> None:
    new = person("ceh", "Carl Ceh")
    assert select(WORKS, Selection(authors=("ceh",)), (*PEOPLE, new)) == ()


def test_names_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from publist.arrange import whose

    compared: list[tuple[Name, Name]] = []

    def compatible(a: Name, b: Name) -> bool:
        compared.append((a, b))
        return False

    monkeypatch.setattr(whose, "compatible", compatible)
    select(WORKS * 50, Selection(authors=("Eva Eff",)), PEOPLE)
    assert len(compared) == len(set(compared))
