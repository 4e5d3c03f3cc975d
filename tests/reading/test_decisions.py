"""The decisions file: what it says, that it reads back, and that nothing in it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.errors import ProjectError
from publist.model import Ruling, Saying, Side
from publist.reading.decisions import (
    add_decisions,
    decisions_from_text,
    decisions_to_text,
    read_decisions,
    write_decisions,
)

A = Side(title="Ledgers: A Story", by="Adler", year=2024, key="a", ids=("doi:10.1000/x(1)",))
B = Side(title="Geese", by="Brandt", year=1999, key="b", file="lab.bib")
RULING = Ruling(says=Saying.VERSIONS, a=A, b=B, note="asked Ida")
TEXT = """\
- versions:
    - title: "Ledgers: A Story"
      by: Adler
      year: 2024
      key: a
      ids: [doi:10.1000/x(1)]
    - title: Geese
      by: Brandt
      year: 1999
      key: b
      file: lab.bib
  note: asked Ida
"""


def without_places(rulings: tuple[Ruling, ...]) -> list[Ruling]:
    return [ruling.model_copy(update={"source": None}) for ruling in rulings]


def test_the_file_is_readable() -> None:
    assert decisions_to_text([RULING]).endswith(f"\n\n{TEXT}")
    rulings, problems = decisions_from_text(TEXT, "f.yaml")
    assert without_places(rulings) == [RULING]
    assert (str(rulings[0].source), problems) == ("f.yaml:1", ())


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_SIDES = st.builds(
    Side,
    title=_TEXTS,
    by=_TEXTS,
    key=_TEXTS,
    file=_TEXTS,
    year=st.none() | st.integers(1400, 2100),
    ids=st.lists(_TEXTS, max_size=3).map(tuple),
)


@given(
    st.lists(
        st.builds(
            Ruling,
            says=st.sampled_from(Saying),
            a=_SIDES,
            b=_SIDES,
            note=st.none() | _TEXTS.filter(bool),
        ),
        max_size=3,
    )
)
def test_whatever_is_written_reads_back(rulings: list[Ruling]) -> None:
    found, problems = decisions_from_text(decisions_to_text(rulings), "f.yaml")
    assert without_places(found) == rulings
    assert problems == ()


def test_adding_keeps_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "pubs.decisions.yaml"
    add_decisions(path, [RULING])
    path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")
    add_decisions(path, [RULING.model_copy(update={"says": Saying.SAME})])
    assert "# a remark\n" in path.read_text("utf-8")
    rulings, problems = read_decisions(path)
    assert [ruling.says for ruling in rulings] == [Saying.VERSIONS, Saying.SAME]
    assert problems == ()
    write_decisions(path, [RULING])
    assert len(read_decisions(path)[0]) == 1


def test_nothing_is_added_to_a_list_in_brackets(tmp_path: Path) -> None:
    path = tmp_path / "pubs.decisions.yaml"
    path.write_text("[{same: [a, b]}]\n", "utf-8")
    with pytest.raises(ProjectError):
        add_decisions(path, [RULING])
    assert path.read_text("utf-8") == "[{same: [a, b]}]\n"


def test_keys_alone_will_do() -> None:
    rulings, problems = decisions_from_text("- different: [tang24, tang24a]\n", "f.yaml")
    assert [(ruling.a.key, ruling.b.key) for ruling in rulings] == [("tang24", "tang24a")]
    assert problems == ()


BROKEN = [
    ("- same: [a]\n", 0, "Expected two entries"),
    ("- similar: [a, b]\n", 0, "'similar' is none of"),
    ("- note: x\n", 0, "Expected one of same"),
    ("same: [a, b]\n", 0, "Expected a list"),
    ("- nothing\n", 0, "Expected a decision"),
    ("- same: [{key: a, colour: red}, b]\n", 1, "'colour' says nothing"),
    ("", 0, ""),
]


@pytest.mark.parametrize(("text", "count", "message"), BROKEN)
def test_what_is_wrong_is_told_with_its_place(text: str, count: int, message: str) -> None:
    rulings, problems = decisions_from_text(text, "f.yaml")
    assert len(rulings) == count
    assert all(problem.line == 1 for problem in problems)
    assert any(message in problem.message for problem in problems) is bool(message)


def test_a_missing_file_is_told() -> None:
    with pytest.raises(ProjectError):
        read_decisions("nowhere.yaml")
