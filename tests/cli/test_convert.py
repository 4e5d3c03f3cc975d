"""``pubs convert``: every record in another form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


def test_json_has_the_documented_keys(pubs: Run, bib: Path) -> None:
    done = pubs("convert", bib, "--to", "json", "--me", "Ada Lovelace")
    works = json.loads(done.stdout)
    assert [work["id"] for work in works] == ["lovelace2022notes", "babbage1999economy"]
    first = works[0]
    assert first["authors"][0]["family"] == "Lovelace"
    assert first["authors"][0]["roles"] == ["equal"]
    assert first["authors"][0]["me"] is True
    assert first["venue"]["short"] == "ICML"
    assert first["venue"]["type"] == "conference"
    assert first["venue"]["track"] == "main"
    assert first["date"] == "2022"
    assert first["awards"] == ["Oral"]
    assert first["source"] == {"file": str(bib), "line": 1}
    assert set(first["formatted"]) == {"markdown", "html", "latex", "text"}


def test_records_are_kept_even_if_they_are_alike(pubs: Run, bib: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.bib").write_text(bib.read_text(encoding="utf-8"), encoding="utf-8")
    done = pubs("convert", bib, "copy.bib", "--to", "json")
    assert len(json.loads(done.stdout)) == 4


@pytest.mark.parametrize("to", ["yaml", "bibtex", "csl-json"])
def test_what_is_converted_reads_as_the_same(pubs: Run, bib: Path, to: str) -> None:
    there = pubs("convert", bib, "--to", to)
    assert there.returncode == 0, there.stderr
    back = pubs("convert", "-", "--from", to, "--to", "json", stdin=there.stdout)
    direct = json.loads(pubs("convert", bib, "--to", "json").stdout)
    for work in (returned := json.loads(back.stdout)):
        work["source"] = None
    for work in direct:
        work["source"] = None
    assert returned == direct


def test_bibtex_is_clean(pubs: Run, bib: Path) -> None:
    done = pubs("convert", bib, "--to", "bibtex")
    assert "Lovelace*" not in done.stdout
    assert "author+an" in done.stdout
    assert "1=equal; 2=equal" in done.stdout
