"""Linking as the users of ``pubs format`` and ``pubs convert`` meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

CONFERENCE = """\
@inproceedings{conf,
  author = {Adler, Ida and Brandt, Karl and Chen, Mei},
  title = {Ledgers for Preemptible Sparse Accelerators},
  booktitle = {International Conference on Machine Learning},
  year = {2025},
}
"""
PREPRINT = """\
@article{pre,
  author = {Adler, I. and Brandt, K. and Chen, M.},
  title = {Ledgers for Preemptible Sparse Accelerators},
  journal = {arXiv preprint arXiv:2501.00001},
  year = {2024},
}
"""


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "mine.bib").write_text(PREPRINT, "utf-8")
    (tmp_path / "lab.bib").write_text(CONFERENCE, "utf-8")
    return "mine.bib", "lab.bib"


def entries(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


def test_a_work_is_one_entry_with_a_link_to_its_preprint(pubs: Run, lists: tuple[str, str]) -> None:
    done = pubs("format", *lists, "--verbose")
    (entry,) = entries(done.stdout)
    assert "In ICML 2025." in entry
    assert "[arXiv](https://arxiv.org/abs/2501.00001)" in entry
    assert "mine.bib:1: info: pre: Shown as one work with 'conf' (lab.bib:1)" in done.stderr
    assert "[joined]" in done.stderr


def test_what_was_joined_is_no_problem(pubs: Run, lists: tuple[str, str]) -> None:
    assert pubs("format", *lists, "--strict").returncode == 0


@pytest.mark.parametrize("options", [("--no-link",), ("--versions", "all")])
def test_versions_may_be_entries_of_their_own(
    pubs: Run, lists: tuple[str, str], options: tuple[str, ...]
) -> None:
    assert len(entries(pubs("format", *lists, *options).stdout)) == 2


def test_there_is_no_other_choice_of_versions(pubs: Run, lists: tuple[str, str]) -> None:
    done = pubs("format", *lists, "--versions", "some")
    assert done.returncode == 2
    assert "known: one, all" in done.stderr


@pytest.mark.parametrize("name", ["pubs.decisions.yaml", "elsewhere.yaml"])
def test_decisions_are_followed(
    pubs: Run, lists: tuple[str, str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("- different: [pre, conf]\n", "utf-8")
    options = () if name == "pubs.decisions.yaml" else ("--decisions", name)
    assert len(entries(pubs("format", *lists, *options).stdout)) == 2


def test_json_tells_the_versions_of_a_joined_work(pubs: Run, lists: tuple[str, str]) -> None:
    apart = json.loads(pubs("convert", *lists, "--to", "json").stdout)
    assert [(work["id"], work["versions"]) for work in apart] == [("pre", []), ("conf", [])]
    (work,) = json.loads(pubs("convert", *lists, "--to", "json", "--link").stdout)
    assert (work["id"], [version["id"] for version in work["versions"]]) == ("conf", ["pre"])


@pytest.mark.parametrize("to", ["yaml", "bibtex", "csl-json"])
def test_convert_keeps_every_record_unless_it_is_told_to_link(
    pubs: Run, lists: tuple[str, str], to: str
) -> None:
    title = "Ledgers for Preemptible Sparse Accelerators"
    assert pubs("convert", *lists, "--to", to).stdout.count(title) == 2
    assert pubs("convert", *lists, "--to", to, "--link").stdout.count(title) == 1
