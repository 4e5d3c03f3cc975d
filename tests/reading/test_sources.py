"""Sources: files, patterns, standard input, forms, and messages for people."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from publist.errors import SourceError
from publist.reading import read_sources
from publist.reading.sources import BUILT_IN, form_of, reader_named


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pubs" / "old").mkdir(parents=True)
    (tmp_path / "pubs" / "b.bib").write_text("@misc{b, title={B}}")
    (tmp_path / "pubs" / "a.bib").write_text("\n@misc{a, title={A}}")
    (tmp_path / "pubs" / "old" / "c.bib").write_text("@misc{c, title={C}}")
    (tmp_path / "pubs" / "d.yaml").write_text("- {id: d, title: D}")
    (tmp_path / "pubs" / "e.json").write_text('[{"id": "e", "title": "E"}]')
    (tmp_path / "odd[1].bib").write_text("@misc{odd, title={O}}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def keys(*sources: str | Path, form: str | None = None) -> list[str]:
    return [record.key for record in read_sources(sources, form).records]


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (["pubs/b.bib"], ["b"]),
        (["pubs/b.bib", "pubs/a.bib"], ["b", "a"]),
        (["pubs/*.bib"], ["a", "b"]),
        (["pubs/**/*.bib"], ["a", "b", "c"]),
        (["pubs/[ad].*"], ["a", "d"]),
        (["pubs/e.json", "pubs/d.yaml"], ["e", "d"]),
        (["odd[1].bib"], ["odd"]),
        (["pubs/b.bib", "pubs/*.bib", "./pubs/b.bib"], ["b", "a"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_paths_and_patterns(sources: list[str], found: list[str]) -> None:
    assert keys(*sources) == found


def test_records_remember_file_and_line(folder: Path) -> None:
    document = read_sources(["pubs/a.bib", folder / "pubs" / "d.yaml"])
    sources = [str(record.source) for record in document.records]
    assert sources == ["pubs/a.bib:2", f"{folder}/pubs/d.yaml:1"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("@misc{x, title={T}}", None),
        ("% comment\n\n@string{a = {b}}\n@misc{x, title={T}}", None),
        ("---\n---\n@misc{x, title={T}}", None),
        ("- id: x\n  title: T", None),
        ("# list\n- {id: x, title: T}", None),
        ("publications:\n- {id: x, title: T}", None),
        ('[{"id": "x", "title": "T"}]', None),
        ('[{"id": "x", "title": "T", "type": "book"}]', "csl-json"),
        ("- {id: x, title: T, type: book}", "csl-yaml"),
        ("- {id: x, title: T}", "yml"),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, text: str, form: str | None) -> None:
    class Stream:
        buffer = io.BytesIO(text.encode())

    monkeypatch.setattr(sys, "stdin", Stream)
    document = read_sources(["-"], form)
    assert [(record.key, record.title.plain) for record in document.records] == [("x", "T")]
    assert document.records[0].source is not None
    assert document.records[0].source.file == "-"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("pubs/bb.bib", "no such file. Did you mean 'pubs/b.bib'"),
        ("nowhere/x.bib", "no folder 'nowhere'"),
        ("pubs", "It is a folder. Name its files"),
        ("pubs/*.ris", "No file fits this pattern"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_missing_is_said(source: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read_sources([source])
    assert caught.value.file == source


def test_nothing_named_is_an_error() -> None:
    with pytest.raises(SourceError, match="No source"):
        read_sources([])


def test_the_form_named_goes_before_the_extension(folder: Path) -> None:
    (folder / "list.txt").write_text("- {id: x, title: T}")
    assert keys("list.txt", form="yaml") == ["x"]
    with pytest.raises(SourceError, match="Did you mean 'bibtex'"):
        read_sources(["list.txt"], "bibtx")


def test_a_form_that_nothing_tells_is_asked_for() -> None:
    with pytest.raises(SourceError, match="--from"):
        form_of("notes.dat", "My publications are many")
    assert form_of("notes.txt", "My publications are many") == "text"


def test_every_built_in_reader_is_there() -> None:
    for name in BUILT_IN:
        assert callable(reader_named(name))


def test_keys_in_two_files_are_reported_and_kept(folder: Path) -> None:
    (folder / "again.bib").write_text("@misc{a, title={Again}}")
    document = read_sources(["pubs/a.bib", "again.bib"])
    assert [record.key for record in document.records] == ["a", "a"]
    assert [problem.code for problem in document.problems] == ["duplicate-key"]
    assert "pubs/a.bib" in document.problems[0].message


def test_a_guessed_encoding_is_among_the_problems(folder: Path) -> None:
    (folder / "old.bib").write_bytes(b"@misc{a, title={M\xfcller}}")
    document = read_sources(["old.bib"])
    assert document.records[0].title.plain == "Müller"
    assert [problem.code for problem in document.problems] == ["encoding-guessed"]


def test_the_corpus_is_read_from_its_files(shared: Path) -> None:
    for pattern, least in (("bib/*.bib", 2900), ("yaml/*.y*ml", 200)):
        document = read_sources([shared / "corpus" / pattern])
        assert len(document.records) >= least


@pytest.mark.parametrize(("name", "text"), [("a.bib", ""), ("a.bib", "% none\n"), ("a.yaml", "[]")])
def test_a_source_without_entries_is_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    document = read_sources([tmp_path / name])
    assert [problem.code for problem in document.problems] == ["no-entries"]
