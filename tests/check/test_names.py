"""Names that may be one person's: which are told, and what telling costs."""

from __future__ import annotations

import pytest

from publist.check import check
from publist.check.rules import names
from publist.model import Name
from publist.names import compatible
from publist.names.likeness import Comparison

ENTRY = "@misc{{a{0}, title={{T{0}}}, author={{{1}}}, year=2020}}\n"


def told(*authors: str) -> list[tuple[str, str | None]]:
    source = "".join(ENTRY.format(number, author) for number, author in enumerate(authors))
    found = check({"x.bib": source.encode()})
    codes = ("name-spelling", "name-form", "name-twice")
    return [(each.problem.code, each.problem.value) for each in found if each.problem.code in codes]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("Ada Lovelace", "Ada Lovelace"), []),
        (("Ada Lovelace", "Ada Lovelace", "A. Lovelace"), [("name-form", "A. Lovelace")]),
        (("Ada Lovelace", "Anne Lovelace", "A. Lovelace"), []),
        (("José Núñez", "José Núñez", "Jose Nunez"), [("name-spelling", "Jose Nunez")]),
        (
            ("Ida Somervil",) * 2 + ("Ida Sommervil",),
            [("name-spelling", "Ida Sommervil")],
        ),
        (("Wei Zhang", "Wen Zhang"), []),
        (("Mary Kim", "Mary Kin"), []),
        (("Ada Lovelace and Ada Lovelace",), [("name-twice", "Ada Lovelace")]),
        (("José Núñez and Jose Nunez",), []),
    ],
    ids=lambda value: " / ".join(value) if value and isinstance(value[0], str) else "",
)
def test_names(authors: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told(*authors) == expected


def test_a_form_is_told_among_very_many_of_one_family() -> None:
    initials = "BCDEFGHIJK"
    crowd = [f"{first}{second.lower()}x Smith" for first in initials for second in initials]
    assert ("name-form", "Z. Smith") in told(*crowd, "Zoe Smith", "Zoe Smith", "Z. Smith")


@pytest.mark.parametrize("form", ["Given{0} Smith", "Given Smith{0}", "G{0} Smith-{0}"])
def test_comparisons_grow_no_faster_than_names(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def counted(a: Name, b: Name) -> Comparison:
        nonlocal calls
        calls += 1
        return compatible(a, b)

    monkeypatch.setattr(names, "compatible", counted)
    costs = []
    for size in (150, 300):
        calls = 0
        told(*(form.format(_letters(number)) for number in range(size)))
        costs.append(calls)
    assert costs[1] < 3.5 * costs[0] + 200  # four times, were all compared with all


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")
