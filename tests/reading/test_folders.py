"""Folders as sources: one publication a file, as site builders keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.errors import SourceError
from publist.reading import read_sources

HUGO = "---\ntitle: {title}\nauthors: [A. Bee]\npublication_types: ['1']\ndate: 2020-01-01\n---\n"
PAGES = "---\ntitle: {title}\ncollection: publications\ndate: 2020-01-01\nvenue: ICML\n---\n"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def titles(folder: Path) -> list[str]:
    return [record.title.plain for record in read_sources([folder]).records]


def test_hugoblox(tmp_path: Path) -> None:
    write(tmp_path / "_index.md", "---\ntitle: Publications\n---\n")
    for name in ("One", "Two"):
        write(tmp_path / name / "index.md", HUGO.format(title=name))
    assert titles(tmp_path) == ["One", "Two"]


def test_academicpages(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / "_publications" / f"{name}.md", PAGES.format(title=name))
    assert titles(tmp_path / "_publications") == ["one", "two"]


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "README.md", PAGES.format(title="T"))
    write(tmp_path / "note.md", "# Notes\n")
    write(tmp_path / "a.bib", "@misc{a, title={T}}")
    with pytest.raises(SourceError, match="It is a folder"):
        read_sources([tmp_path])
