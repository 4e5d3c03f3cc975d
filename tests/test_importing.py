"""Importing pages: tidy data, filled in, reviewed, and never over somebody's work."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from publist.cli import import_  # noqa: F401  # it registers itself
from publist.cli.app import app
from publist.errors import OutputError
from publist.importing import Imported, filled_from, import_pages, reviewed, tidy_yaml
from publist.pipeline import normalise
from publist.reading import read_text
from publist.setup import Setup

PAGE = """# Papers
\\* equal contribution, 📧 corresponding author

* A. Li\\*, **B. He**\\*, C. Wu📧. A surveyof fine mice. In ICML 2024.
* **B. He**, C. Wu. A survey of cheese. Journal of Very Fine Cheese, 12(3):45-67, 2020.
"""
BIB = """@inproceedings{x, title={A surveyof Fine Mice}, year={2024}, doi={10.1234/mice},
 author={Li, Ann and He, Bo and Wu, Cy}, pages={1--9}, booktitle={ICML}}"""


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    page = tmp_path / "about.md"
    page.write_text(PAGE, encoding="utf-8")
    return import_pages([page])


def test_what_is_written_reads_as_the_same(imported: Imported) -> None:
    text = tidy_yaml(imported)
    assert "# A blank seems to be lost: 'surveyof' may be 'survey of'." in text
    again = normalise([read_text(text, "publications.yaml")], Setup()).records
    for before, after in zip(imported.records, again, strict=True):
        assert [(a.name, a.roles, a.me) for a in after.authors] == [
            (a.name, a.roles, a.me) for a in before.authors
        ]
        assert (after.key, after.title, after.year) == (before.key, before.title, before.year)
        assert (after.pages, after.volume, after.type) == (before.pages, before.volume, before.type)
        assert after.venue is not None
        assert before.venue is not None
        assert after.venue.id == before.venue.id


def test_the_page_says_roles_and_owner(imported: Imported) -> None:
    first = imported.records[0]
    assert [[str(role) for role in a.roles] for a in first.authors] == [
        ["equal"], ["equal"], ["corresponding"],
    ]  # fmt: skip
    assert [a.me for a in first.authors] == [False, True, False]


def test_a_bibliography_fills_in_and_changes_nothing_said(
    imported: Imported, tmp_path: Path
) -> None:
    bib = tmp_path / "papers.bib"
    bib.write_text(BIB, encoding="utf-8")
    first, second = filled_from(imported, [bib]).records
    assert [str(author.name) for author in first.authors] == ["Ann Li", "Bo He", "Cy Wu"]
    assert [author.me for author in first.authors] == [False, True, False]
    assert (first.identifier("doi"), first.pages) == ("10.1234/mice", "1–9")
    assert first.container.plain == "ICML 2024"
    assert second == imported.records[1]


def test_a_review_shows_both_lines(imported: Imported) -> None:
    first = reviewed(imported)[0]
    assert first.original.startswith("A. Li")
    assert "A surveyof fine mice" in first.rendered
    assert first.doubts


def test_pages_of_the_same_works_get_keys_of_their_own(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    keys = [r.key for r in import_pages([tmp_path / "a.md", tmp_path / "b.md"]).records]
    assert len(set(keys)) == 4


def test_a_new_key_is_none_of_the_file_s_own(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@misc{a, title={One}}", encoding="utf-8")
    (tmp_path / "b.bib").write_text(
        "@misc{a, title={Two}}\n@misc{a-2, title={Three}}", encoding="utf-8"
    )
    imported = import_pages([tmp_path / "a.bib", tmp_path / "b.bib"])
    assert [record.key for record in imported.records] == ["a", "a-3", "a-2"]
    assert len(imported.originals) == 3


def test_the_command_writes_and_does_not_overwrite(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text(PAGE, encoding="utf-8")
    out, report = tmp_path / "out.yaml", tmp_path / "review.html"
    run = CliRunner()
    arguments = ["import", str(page), "-o", str(out), "--report", str(report), "--review"]
    result = run.invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "was: A. Li" in result.output
    assert out.read_text(encoding="utf-8").count("- id:") == 2
    assert "<article" in report.read_text(encoding="utf-8")
    out.write_text("mine", encoding="utf-8")
    again = run.invoke(app, ["import", str(page), "-o", str(out)])
    assert isinstance(again.exception, OutputError)
    assert out.read_text(encoding="utf-8") == "mine"
    assert run.invoke(app, ["import", str(page), "-o", str(out), "--force"]).exit_code == 0
    assert "- id:" in out.read_text(encoding="utf-8")
