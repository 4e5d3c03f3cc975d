"""Genres and states in the language of the list."""

from __future__ import annotations

import pytest

import publist

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
