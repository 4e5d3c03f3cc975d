from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.normalise.roles import named_role, read_legend

LEGENDS = [
    ("The \\* represents the equal contribution, 📧 corresponding author, 💡 project lead.",
     {"*": "equal", "✉": "corresponding", "💡": "lead"}),
    ("[\\*: As Corresponding Author, †: My Mentored Student]",
     {"*": "corresponding", "†": "mentored-student"}),
    ("# denotes co-supervised", {"#": "co-supervised"}),
    ("(*: equal contribution; †: project leader)", {"*": "equal", "†": "lead"}),
    ("$^\\dagger$ denotes corresponding", {"†": "corresponding"}),
    ("### (<sup>$*$</sup> equal contribution, <sup>#</sup> corresponding author)",
     {"*": "equal", "#": "corresponding"}),
    ("（*）indicates the equal contributions and（†）indicates the corresponding author.",
     {"*": "equal", "†": "corresponding"}),
    ("Equal contribution (*), corresponding author (†)", {"*": "equal", "†": "corresponding"}),
    ("* Equal contribution  † Corresponding author", {"*": "equal", "†": "corresponding"}),
    ("* and † denote equal contribution", {"*": "equal", "†": "equal"}),
    ("Authors marked with * contributed equally.", {"*": "equal"}),
    ("Equal and corresponding contributions", {}),
    ("Equal contributors and corresponding authors are denoted by * and †, respectively.",
     {"*": "equal", "†": "corresponding"}),
    ("*Equal contribution. ‡Joint last authors.", {"*": "equal", "‡": "equal:2"}),
    ("* 共同一作，† 通讯作者", {"*": "equal", "†": "corresponding"}),
    ("* gleicher Beitrag; † Korrespondenzautor", {"*": "equal", "†": "corresponding"}),
    ("* contribution égale, † auteur correspondant", {"*": "equal", "†": "corresponding"}),
    ("<sup>1</sup> Equal contribution", {"1": "equal"}),
    ("Underlined authors contributed equally.", {"underlined": "equal"}),
    ("Students are underlined.", {"underlined": "students"}),
    ("* Selected papers", {}),
    ("* TODO: sort these", {}),
    ("%%% papers of 2020 %%%", {}),
    ("We thank the reviewers for equal parts of wit and * wisdom that no legend has.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meanings"), LEGENDS)
def test_legends(text: str, meanings: dict[str, str]) -> None:
    assert {mark: str(role) for mark, role in read_legend(text).items()} == meanings


@given(st.text("*†#✉ .,;:()[]$^{}\\\nequalcontribution", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for mark, role in read_legend(text).items():
        assert mark
        assert role.kind


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("equal", "equal"),
        ("jointfirst", "equal"),
        ("co-first", "equal"),
        ("joint_last", "equal:2"),
        ("Corresponding Author", "corresponding"),
        ("project-lead", "lead"),
        ("equal:3", "equal:3"),
        ("postdoc", "postdoc"),
    ],
)
def test_words_of_annotations(word: str, role: str) -> None:
    assert str(named_role(word)) == role
