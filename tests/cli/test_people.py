"""``pubs people`` as its users run it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from publist.reading.people import people_from_text


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    file = tmp_path / "papers.bib"
    file.write_text(
        "@misc{a, title={One}, author={Zhou, Amelie Chi and Tang, Zhenheng}, year=2020}\n"
        "@misc{b, title={Two}, author={A. C. Zhou and Z. Tang and Z. Tang}, year=2021}\n"
        "@misc{c, title={Three}, author={AC Zhou}, year=2022}\n"
        "@misc{d, title={Four}, author={{The Consortium} and A. C. Zhou}, year=2022}\n",
        encoding="utf-8",
    )
    return file


def test_it_proposes_a_file_that_reads_back(pubs: Run, papers: Path) -> None:
    done = pubs("people", papers)
    assert done.returncode == 0, done.stderr
    people, problems = people_from_text(done.stdout, "people.yaml")
    assert not problems
    names = [[str(name) for name in person.names] for person in people]
    assert names == [["Amelie Chi Zhou", "A. C. Zhou"], ["Zhenheng Tang", "Z. Tang"]]
    assert people[0].id == "amelie-chi-zhou"
    assert "    - A. C. Zhou  # 3; initials\n" in done.stdout
    assert "  # two people of this name in one list: b\n" in done.stdout


def test_what_it_proposes_is_understood_by_format(pubs: Run, papers: Path) -> None:
    pubs("people", papers, "-o", "people.yaml")
    done = pubs("format", papers, "--people", "people.yaml", "--me", "amelie-chi-zhou")
    assert done.stdout.count("**A. C. Zhou**") == 4, done.stdout


def test_the_rare_are_left_out_but_not_the_known(pubs: Run, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "known.yaml").write_text("bo: {names: [Bo Li], not: [B. Lin]}\n", encoding="utf-8")
    done = pubs("people", papers, "--at-least", "3", "--people", "known.yaml")
    people, _ = people_from_text(done.stdout, "people.yaml")
    assert [person.id for person in people] == ["amelie-chi-zhou", "bo"]
    assert [str(name) for name in people[1].not_names] == ["B. Lin"]


def test_hostile_names_stay_names(pubs: Run, tmp_path: Path) -> None:
    file = tmp_path / "odd.bib"
    file.write_text(
        "@misc{a, author={No, Yes and {{- id: x}} and Null: #x, [A] and \u2028Ev\u0085il, O'B}}\n",
        encoding="utf-8",
    )
    done = pubs("people", file)
    assert done.returncode == 0, done.stderr
    people, problems = people_from_text(done.stdout, "people.yaml")
    assert not problems, done.stdout
    assert len(people) >= 3


def test_what_is_known_of_people_stays(pubs: Run, papers: Path, tmp_path: Path) -> None:
    known = """\
- id: dee
  names: [Dora Dee]
  orcid: 0000-0002-1825-0097
  url: https://example.org/dee
  not: [Dan Dee]
  not_on: [a2020]
  member: [2018/2020-09, 2022/..]
  groups: ["Hives, Wax", Bees]
"""
    (tmp_path / "people.yaml").write_text(known, "utf-8")
    done = pubs("people", papers, "--people", "people.yaml")
    assert done.returncode == 0, done.stderr
    (before,), _ = people_from_text(known, "people.yaml")
    after, problems = people_from_text(done.stdout, "people.yaml")
    assert before in after
    assert not problems
