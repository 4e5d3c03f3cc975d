"""Genres and states in the language of the list."""

from __future__ import annotations

import pytest

import publist
from publist.cite.said import said_in
from publist.model import Date, Record
from publist.richtext import RichText

SOURCE = """
@phdthesis{a, author={Ann Li}, title={Über Listen}, school={Uni Bonn}, year=2020}
@thesis{b, author={Ann Li}, title={On Tables}, type={Habilitation}, school={Uni Bonn}, year=2021}
@article{c, author={Ann Li}, title={On Rows}, journal={Rows}, pubstate={inpress}}
@article{d, author={Ann Li}, title={On Cells}, journal={Cells}, year={in press}}
@article{e, author={Ann Li}, title={On Gaps}, journal={Gaps}, note={To appear.}}
"""


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", ("PhD thesis", "Habilitation", "in press", "in press", "to appear")),
        ("de-DE", ("Dissertation", "Habilitation", "im Druck", "im Druck", "im Erscheinen")),
        ("zh-CN", ("博士论文", "Habilitation", "印刷中", "印刷中", "待刊")),
    ],
)
def test_words_of_the_form_are_in_the_language_of_the_list(
    locale: str, words: tuple[str, ...]
) -> None:
    pubs = publist.parse(SOURCE)
    lines = pubs.format("text", style="cv", locale=locale).strip().splitlines()
    assert [word for word, line in zip(words, lines, strict=True) if word in line] == list(words)
    assert pubs["a"].record.genre == "PhD thesis"


@pytest.mark.parametrize(
    ("note", "status"),
    [("To appear", "to appear"), ("(in press)", "in press"), ("To appear in the spring", None)],
)
def test_a_note_that_says_only_a_state_is_one(note: str, status: str | None) -> None:
    record = Record(key="a", date=Date.parse("2024"), note=RichText.of(note))
    said = said_in(record, "en")
    assert said.status == status
    assert bool(said.note) is (status is None)
