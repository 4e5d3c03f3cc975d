from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.resources import data_folder
from publist.venues.abbreviations import SMALL_WORDS, Table, abbreviated_title

TITLES = """
Journal of Invented Research               | J. Invented Res.
The Lancet                                 | Lancet
Nature                                     | Nature
Psycho-Oncology                            | Psycho-Oncol.
Knowledge-Based Systems                    | Knowl.-Based Syst.
IEEE Transactions on Robotics              | IEEE Trans. Rob.
PLoS Computational Biology                 | PLoS Comput. Biol.
Physica A: Statistical Mechanics and its Applications | Phys. A: Stat. Mech. Appl.
Revue d'Économie Politique                 | Rev. Écon. Polit.
L'Année Psychologique                      | Année Psychol.
Zeitschrift für Analysis und ihre Anwendungen | Z. Anal. Anwend.
Computers, Environment & Urban Systems     | Comput. Environ. Urban Syst.
Journal of Owls (Hoot)                     | J. Owls (Hoot)
J. Mach. Learn. Res.                       | J. Mach. Learn. Res.
J of Mach Learn Res                        | J Mach Learn Res
计算机学报                                  | 计算机学报
A Journal of One's Own                     | J. One's Own
Of                                         | Of
"""


@pytest.mark.parametrize("row", TITLES.strip().splitlines())
def test_titles(row: str) -> None:
    title, expected = (part.strip() for part in row.split("|"))
    assert abbreviated_title(title) == expected


def test_a_table_looks_at_words_then_beginnings_then_ends() -> None:
    table = Table({"natural": "nat.", "nature": "nature"}, {"natur": "natur."}, {"ology": "ol."})
    words = ("natural", "nature", "naturism", "owlology")
    looked_up = {word: table.look_up(word) for word in words}
    assert looked_up == {
        "natural": "nat.",
        "nature": None,
        "naturism": "natur.",
        "owlology": "owlol.",
    }
    assert table.look_up("ology") is None, "an end needs something in front of it"
    assert Table({}, {"owls": "owl."}, {}).look_up("owls") is None, "a letter less is no shorter"


@given(st.text(max_size=80))
def test_any_title_is_never_longer_and_never_emptied(title: str) -> None:
    short = abbreviated_title(title)
    assert len(short) <= len(title)
    assert bool(short.strip(" -‐")) or not any(map(str.isalpha, title))


@given(st.lists(st.sampled_from(["Journal", "Applied", "Physics", "of", "Owl-Watching", "IEEE"])))
def test_abbreviating_twice_changes_nothing(words: list[str]) -> None:
    once = abbreviated_title(" ".join(words))
    assert abbreviated_title(once) == once


def test_the_lines_of_the_data_are_sound() -> None:
    text = data_folder().joinpath("title-words.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 3000
    assert len({word for word, _ in lines}) == len(lines), "a word stands there once"
    for word, short in lines:
        bare = word.strip("-")
        assert bare == bare.casefold(), word
        assert bare not in SMALL_WORDS, word
        assert short.endswith(".") or short == word, word
