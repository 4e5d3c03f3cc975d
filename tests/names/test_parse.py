"""Names taken apart, by the tables in ``names-bibtex.txt`` and ``names-human.txt``."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import Name
from publist.names import Form, inverted, parse_name, read_author


def cases(name: str) -> list[tuple[str, list[str]]]:
    found = []
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, expected = line.rpartition("=>")
            found.append((text.strip(), [part.strip() for part in expected.split("|")]))
    return found


def parts(name: Name) -> list[str]:
    family = f"{{{name.literal}}}" if name.literal is not None else name.family or ""
    particle = name.particle or name.dropping_particle or ""
    return [name.given or "", particle, family, name.suffix or ""]


@pytest.mark.parametrize(("text", "expected"), cases("names-bibtex.txt"))
def test_bibtex(text: str, expected: list[str]) -> None:
    assert parts(parse_name(text)) == expected


@pytest.mark.parametrize(("text", "expected"), cases("names-human.txt"))
def test_human(text: str, expected: list[str]) -> None:
    assert parts(parse_name(text, "human")) == expected


@pytest.mark.parametrize("useprefix", ["true", "false"])
def test_useprefix_decides_what_drops(useprefix: str) -> None:
    name = parse_name(f"family=Humboldt, given=Ada, prefix=von, useprefix={useprefix}")
    assert (name.particle, name.dropping_particle) == (
        ("von", None) if useprefix == "true" else (None, "von")
    )


def test_what_the_source_says_of_identity() -> None:
    assert read_author("Wei Zhang 0001").person == "dblp:Wei Zhang 0001"
    assert read_author("id=zhang1, family=Zhang, given=Wei").person == "zhang1"


def test_composed_and_decomposed_accents_are_one_name() -> None:
    accented = "José Núñez"
    assert parse_name(unicodedata.normalize("NFD", accented)) == parse_name(accented)


LETTERS = st.text("ABCDEabcdeéüŁ", min_size=2, max_size=7).map(str.capitalize)
FORMS: list[Form] = ["bibtex", "human"]


@given(st.lists(LETTERS.filter(lambda word: word[1:].islower()), min_size=1, max_size=2), LETTERS)
def test_the_inverted_form_is_read_back(given_names: list[str], family: str) -> None:
    name = Name(family=family, given=" ".join(given_names))
    assert parse_name(inverted(name)) == name


@pytest.mark.parametrize("form", FORMS)
@given(text=st.text("aB .,-{}\\\"'=~$^*&;<>()[]é周1and\n", max_size=60))
def test_no_text_makes_reading_fail(form: Form, text: str) -> None:
    author = read_author(text, form)
    assert author == read_author(text, form)
    assert author.name.literal is None or author.name.family is None
