from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from publist.curated import curated_blocks
from publist.errors import ProjectError
from publist.model import VenueKind
from publist.resources import data_folder
from publist.venues import Catalogue
from publist.venues.entries import parse_curated


def own_text(name: str) -> str:
    return data_folder().joinpath(name).read_text(encoding="utf-8")


def test_a_yaml_parser_reads_the_same() -> None:
    """The catalogue's quick reader must not see anything else than YAML does."""
    said = YAML(typ="safe").load(own_text("venues.yml"))
    entries = {entry.id: entry for entry in parse_curated(own_text("venues.yml"))}
    assert said.keys() == entries.keys()
    for key, fields in said.items():
        entry = entries[key]
        assert fields["name"] == entry.name
        assert fields.get("short") == entry.short
        assert fields.get("abbreviation") == entry.abbreviation
        assert fields["kind"] == entry.kind.value
        for name in ("names", "former", "acronyms"):
            assert tuple(fields.get(name, ())) == getattr(entry, name)


def test_a_yaml_parser_reads_the_awards_alike() -> None:
    said = YAML(typ="safe").load(own_text("awards.yml"))
    for block in curated_blocks(own_text("awards.yml"), "awards.yml"):
        assert said[block.id] == {**block.texts, **block.lists}


def test_the_catalogue_is_broad_and_tidy() -> None:
    catalogue = Catalogue.load()
    kinds = [entry.kind for entry in catalogue.entries.values()]
    assert kinds.count(VenueKind.CONFERENCE) > 700
    assert kinds.count(VenueKind.WORKSHOP) > 300
    assert kinds.count(VenueKind.JOURNAL) > 1500
    for entry in catalogue.entries.values():
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", entry.id), entry
        for name in (entry.name, *entry.names, *entry.former):
            assert name == " ".join(name.split()), entry
            assert not re.search(r"\b(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th) ", name), entry


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("icml: [a, b]\n", "A venue is a mapping"),
        ("icml:\n  short: ICML\n", "A venue has a name"),
        ("icml:\n  name: X\n  kind: party\n", "one of conference"),
        ("icml:\n  name: X\n  shrot: Y\n", "'shrot'"),
        ("- a\n- b\n", "under their ids"),
        ("a: [\n", "cannot be read"),
    ],
)
def test_files_of_users_are_checked(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "venues.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError, match=re.escape(said)) as caught:
        Catalogue.load(file)
    assert caught.value.file == str(file)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProjectError):
        Catalogue.load(tmp_path / "none.yml")


@pytest.mark.parametrize("text", ["a:\n  what\n", "  name: x\n", "a:\n  name: X\n"])
def test_the_own_form_is_strict(text: str) -> None:
    with pytest.raises(ProjectError):
        list(parse_curated(text))


@pytest.mark.parametrize("text", ["a:\n  what\n", "  name: x\n", "a\n"])
def test_curated_files_are_strict(text: str) -> None:
    with pytest.raises(ProjectError) as caught:
        list(curated_blocks(text, "f.yml"))
    assert caught.value.line is not None


def test_strings_of_dblp_and_the_anthology(shared: Path) -> None:
    """A floor under the measured scores; benchmarks/venues.py tells them."""
    import csv

    from publist.latex import to_unicode
    from publist.venues import recognise

    catalogue = Catalogue.load()
    known = total = 0
    with (shared / "venues" / "dblp-strings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            venue = recognise(to_unicode(row["string"]), catalogue, "paper-conference")
            total += int(row["entries"])
            known += int(row["entries"]) * (venue.id is not None and venue.year is not None)
    assert known > 0.99 * total
