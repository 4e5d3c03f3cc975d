from __future__ import annotations

import pytest

from publist.names import (
    abbreviated,
    initials,
    inverted,
    joined,
    normalised,
    parse_name,
    short_list,
    split_particles,
)


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("Grace Brewster", "G. B."),
        ("Yiu-Ming", "Y.-M."),
        ("J.-P.", "J.-P."),
        ("Élodie", "É."),
        ("ʿAbdallāh", "A."),
        ("AC", "A. C."),
    ],
)
def test_initials(given: str, short: str) -> None:
    assert initials(given) == short


def test_lists_in_the_forms_that_lists_have() -> None:
    names = [parse_name(text) for text in ("Ludwig van Beethoven", "Grace Hopper", "{W3C}")]
    assert short_list(names) == "van Beethoven et al."
    assert short_list(names[:2]) == "van Beethoven and Hopper"
    printed = [inverted(abbreviated(name)) for name in names]
    assert joined(printed, ", and ") == "van Beethoven, L., Hopper, G., and W3C"


def test_normalised_initials_have_full_stops() -> None:
    assert inverted(normalised(parse_name("M.-C.F. Chang"))) == "Chang, M.-C. F."
    assert inverted(normalised(parse_name("Hopper, Grace B"))) == "Hopper, Grace B."


@pytest.mark.parametrize(
    ("family", "parts"),
    [
        ("van der Berg", ("", "van der", "Berg")),
        ("von Humboldt", ("von", "", "Humboldt")),
        ("von und zu Liechtenstein", ("von und zu", "", "Liechtenstein")),
        ("de la Cruz", ("", "de la", "Cruz")),
        ("d'Alembert", ("", "d'", "Alembert")),
        ("al-Sufi", ("", "al-", "Sufi")),
        ("Hopper", ("", "", "Hopper")),
    ],
)
def test_particles_are_parted_for_csl(family: str, parts: tuple[str, str, str]) -> None:
    assert tuple(split_particles(family)) == parts
