"""people.yaml: every shape, and what is wrong in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.errors import ProjectError
from publist.reading.people import people_from_text, read_people

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "chu: {names: [Xiaowen Chu, X. Chu]}",
        "chu: [Xiaowen Chu, X. Chu]",
        "- {id: chu, name: Xiaowen Chu, aliases: X. Chu}",
        "people:\n- {id: chu, names: [Xiaowen Chu, X. Chu, Xiaowen Chu]}",
        "people: {chu: {name: 'Chu, Xiaowen', alias: [X. Chu]}}",
        '{"chu": {"names": ["Xiaowen Chu", "X. Chu"]}}',
    ],
)
def test_shapes(text: str) -> None:
    people, problems = people_from_text(text, "people.yaml")
    assert [person.id for person in people] == ["chu"]
    assert [str(name) for name in people[0].names] == ["Xiaowen Chu", "X. Chu"]
    assert not problems


def test_everything_that_can_be_said() -> None:
    text = """
    tang:
      names: [Zhenheng Tang]
      orcid: https://orcid.org/0000-0002-1825-0097
      url: https://example.org
      not: [Zhiwei Tang, Zhou Tang]
      not_on: [tang2020]
    """
    person = people_from_text(text, "people.yaml")[0][0]
    assert person.orcid == "0000-0002-1825-0097"
    assert person.url == "https://example.org"
    assert [str(name) for name in person.not_names] == ["Zhiwei Tang", "Zhou Tang"]
    assert person.not_keys == ("tang2020",)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: {name: A. Bee, orcid: 12}", "'12' is not an ORCID iD.", 1),
        ("- {name: A. Bee}\n- {url: x}\n", "Expected at least one name", 2),
        ("- A. Bee\n- A. Bee\n", "a second time", 2),
        ("a: {name: A. Bee,\n  homepag: x}", "'homepag' says nothing about a person", 2),
    ],
)
def test_problems_have_their_line(text: str, message: str, line: int) -> None:
    _, problems = people_from_text(text, "people.yaml")
    assert len(problems) == 1
    assert message in problems[0].message
    assert problems[0].line == line


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be read"):
        read_people(tmp_path / "people.yaml")
    (tmp_path / "people.yaml").write_text("a: [")
    with pytest.raises(ProjectError, match="not YAML"):
        read_people(tmp_path / "people.yaml")


def test_the_example_is_read() -> None:
    people, problems = read_people(ROOT / "examples" / "homepage" / "people.yaml")
    assert "zhenheng-tang" in [person.id for person in people]
    assert not problems
