"""publist's own YAML is read as its own: what is written is never taken for a theme's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.crosswalk.bibtex import entry_from_record
from publist.reading import read_text
from publist.reading.encoding import decode
from publist.write.yaml import write_yaml

BIB = {
    "a publisher and one link": "@article{a, title={T}, publisher={P}, year=2020,"
    " url={https://example.org/a}}",
    "a link with a label": "@misc{a, title={T}, links={other <https://example.org/x> preprint},"
    " url={https://example.org/a}}",
    "a key that is a DOI": "@article{doi:10.1234/x, title={T}, doi={10.1234/x}, year=2020}",
    "a year in the booktitle": "@inproceedings{a, title={T}, booktitle={2023 Meeting of Bees}}",
}


def lost(text: str, file: str) -> list[str]:
    """The fields of a bibliography that do not come back from YAML as they were."""
    document = read_text(text, file, "bibtex")
    again = read_text(write_yaml(document), "again.yaml", "yaml")
    assert len(again.records) == len(document.records)
    gone = []
    for before, after in zip(document.records, again.records, strict=True):
        one, two = entry_from_record(before), entry_from_record(after)
        assert (one.entry_type, one.key) == (two.entry_type, two.key)
        names = one.fields.keys() | two.fields.keys()
        gone += [f"{one.key}.{n}" for n in names if one.fields.get(n) != two.fields.get(n)]
    return sorted(gone)


@pytest.mark.parametrize("case", BIB)
def test_nothing_is_lost(case: str) -> None:
    assert lost(BIB[case], "x.bib") == []


def test_nothing_is_lost_over_the_corpus(shared: Path) -> None:
    gone = []
    for file in sorted((shared / "corpus" / "bib").glob("*.bib")):
        text, _ = decode(file.read_bytes(), str(file))
        gone += lost(text, str(file))
    # What stays is markup without a meaning of its own: \\textnormal, and a link around a title.
    assert all(name.endswith((".journal", ".title")) for name in gone)
    assert len(gone) < 40


def test_a_type_that_begins_like_a_comment_is_an_entry() -> None:
    text = "@comment{none}\n@commentary{a, title={T}, year=2020}\n@article{b, title={U}}"
    assert [each.key for each in read_text(text, "x.bib").records] == ["a", "b"]
