from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import Name
from publist.names import Likeness, compatible, parse_name

SAME = [
    ("Amelie Chi Zhou", "Zhou, Amelie Chi"),
    ("Yiu-ming Cheung", "Yiuming Cheung"),
    ("Jürgen Müller", "Juergen Mueller"),
    ("Jürgen Müller", "Jurgen Muller"),
    ("Søren Holm", "Soren Holm"),
    ("Łukasz Kaiser", "Lukasz Kaiser"),
    ("Rianne van den Berg", "Rianne Vandenberg"),
    ("{OpenAI}", "OpenAI"),
    ("Ann O'Neil", "Ann ONeil"),
    ("{Grace Hopper}", "Hopper, Grace"),
]
COMPATIBLE = [
    ("Amelie Chi Zhou", "A. C. Zhou"),
    ("Amelie Chi Zhou", "AC Zhou"),
    ("Amelie Chi Zhou", "A. Zhou"),
    ("Yiu-ming Cheung", "Y.-M. Cheung"),
    ("Yiuming Cheung", "Y. M. Cheung"),
    ("Robert Smith", "Bob Smith"),
    ("Robert J. Smith", "Robert Smith"),
    ("Steve Abel", "Steven P. Abel"),
    ("Xiaoming Li", "Li Xiaoming"),
    ("Mohammed Al-Ali", "Mohamed Al Ali"),
    ("Aleksandr Ivanov", "Alexander Ivanov"),
    ("Marie Skłodowska-Curie", "Marie Curie"),
    ("Gabriel García Márquez", "García-Márquez, G."),
    ("King, Jr., Martin Luther", "Martin Luther King"),
    ("Berg, R. v.d.", "van den Berg, Rianne"),
]
DIFFERENT = [
    ("A. Zhou", "B. Zhou"),
    ("Zhenheng Tang", "Zhihao Tang"),
    ("Zhenheng Tang", "Zhen Tang"),
    ("Wei Wang", "Wei-Yao Wang"),
    ("Yu Jiang", "Yue Jiang"),
    ("Yi Chen", "Yang Chen"),
    ("Min-Jun Kim", "Min-Ji Kim"),
    ("John A. Smith", "John B. Smith"),
    ("King, Sr., Martin", "King, Jr., Martin"),
    ("C. H. Lee", "Chi-Yao Lee"),
    ("Ann Center", "{Ann Center Team}"),
    ("Smith, John", "Smyth, Jane"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same(a: str, b: str) -> None:
    found = compatible(parse_name(a), parse_name(b))
    assert found.score >= 0.94, found
    assert found


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_compatible(a: str, b: str) -> None:
    found = compatible(parse_name(a), parse_name(b))
    assert found.likeness is Likeness.COMPATIBLE, found
    assert found.reasons


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different(a: str, b: str) -> None:
    found = compatible(parse_name(a), parse_name(b))
    assert not found
    assert found.score == 0


def test_initials_are_less_sure_than_names() -> None:
    full, initial, other = map(parse_name, ("Zhenheng Tang", "Z. Tang", "Zhenheng K. Tang"))
    assert compatible(full, initial).score < compatible(full, other).score < 1


WORDS = st.sampled_from(
    ["Ann", "Anna", "A.", "Yu-Min", "Yumin", "Bo", "Zhou", "O'Neil", "Müller", ""]
)
NAMES = st.builds(
    lambda given, family, suffix: Name(family=family or "X", given=given or None, suffix=suffix),
    WORDS,
    WORDS,
    st.sampled_from([None, "Jr.", "Sr."]),
)


@given(NAMES, NAMES)
def test_order_does_not_matter_and_a_name_is_itself(a: Name, b: Name) -> None:
    assert compatible(a, b) == compatible(b, a)
    assert compatible(a, a).likeness is Likeness.SAME


def test_scores_are_a_share() -> None:
    names = [parse_name(text) for pair in (*SAME, *COMPATIBLE, *DIFFERENT) for text in pair]
    for a, b in itertools.combinations(names, 2):
        found = compatible(a, b)
        assert 0 <= found.score <= 1
        assert bool(found) == (found.score > 0)
