# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.venues import Catalogue, readings, recognise
from publist.venues.words import words_of

CASES = Path(__file__).parent / "cases"
PIECES = """
Proceedings of the 3rd International Conference on Blue Machine Things Learning 2021 , ( ) : -
ICML Workshop @ IEEE 'Rome May 4 & and A
""".split()


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cases = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(printed, *wanted.split(" | ")) for printed, wanted in cases]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.mark.parametrize("row", rows("venues.txt"), ids=lambda row: row[0][:60])
def test_recognises(row: tuple[str, ...], catalogue: Catalogue) -> None:
    printed, *wanted = row
    venue = recognise(printed, catalogue)
    year = venue.year if venue.id else None
    found = (venue.id, year, venue.track.kind.name.lower().replace("_", " "), venue.track.name)
    assert [str(part or "-") for part in found] == wanted


@pytest.mark.parametrize("row", rows("unknown_venues.txt"), ids=lambda row: row[0][:60])
def test_cleans_what_it_does_not_know(row: tuple[str, ...], catalogue: Catalogue) -> None:
    printed, *wanted = row
    venue = recognise(printed, catalogue)
    found = (venue.name, venue.short, venue.year, venue.kind.value)
    assert venue.id is None
    assert [str(part or "-") for part in found] == wanted


def test_one_short_name_of_several_venues_is_in_doubt(catalogue: Catalogue) -> None:
    venue, doubt = readings("SEC 2019", catalogue)
    assert venue.id is None
    assert doubt == ("ifip-sec", "sec-edge")


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("SEC 2019: ACM/IEEE Symposium on Edge Computing, Arlington, VA, USA", "sec-edge"),
        ("ISWC 2019 - 18th International Semantic Web Conference", "semweb"),
        ("Proceedings of the 22nd International Symposium on Wearable Computers", "iswc-wearables"),
        ("SIAM International Conference on Data Mining", "sdm"),
        ("IEEE International Conference on Data Mining", "icdm"),
    ],
)
def test_other_words_settle_a_doubt(printed: str, wanted: str, catalogue: Catalogue) -> None:
    assert recognise(printed, catalogue).id == wanted


def test_the_type_settles_journal_or_proceedings(catalogue: Catalogue) -> None:
    assert recognise("The Semantic Web", catalogue, "article-journal").id == "swj"
    assert recognise("The Semantic Web", catalogue, "paper-conference").id == "semweb"


def test_every_entry_is_found_by_its_own_name(catalogue: Catalogue) -> None:
    """But for the few whose name several venues share; there the doubt is said."""
    lost = []
    for entry in catalogue.entries.values():
        hint = "article-journal" if entry.kind.value == "journal" else "paper-conference"
        venue, doubt = readings(entry.name, catalogue, hint)
        if venue.id != entry.id and entry.id not in doubt:
            lost.append((entry.id, venue.id))
    assert len(lost) < 0.01 * len(catalogue), lost


@given(st.text(max_size=200))
def test_any_text_gives_a_venue(text: str) -> None:
    venue = recognise(text, Catalogue.load())
    assert venue.printed == text


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_unknown_names_keep_their_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    venue = recognise(text, Catalogue.load(), "paper-conference")
    if venue.id is None:
        printed = [word.text for word in words_of(text)]
        for word in words_of(venue.name):
            assert word.text in printed


@pytest.mark.parametrize(
    "piece",
    ["ICML ", "(", "a@", "workshop ", "1", "Conf. ", "- ", "'22", "arXiv cs.", "of the ", "), "],
)
def test_hostile_texts_grow_no_costs(piece: str, catalogue: Catalogue) -> None:
    """Ten times the text must not take a hundred times as long."""

    def seconds(times: int) -> float:
        start = time.process_time()
        for number in range(5):
            recognise(piece * times + str(number), catalogue)
        return time.process_time() - start

    seconds(10)
    assert seconds(20_000) < 100 * seconds(200) + 0.05


def test_years_are_those_of_the_edition(catalogue: Catalogue) -> None:
    text = "ICDM 2019, IEEE Press, 2020"
    assert recognise(text, catalogue).year == 2019


def test_nothing_but_the_catalogue_decides(tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text(
        "tiny:\n  name: Symposium on Tiny Things\n  short: TinyThings\n  kind: conference\n"
        "icml: {name: Island Conference on Mud Larking, short: ICML, kind: conference}\n",
        encoding="utf-8",
    )
    mine = Catalogue.load(file)
    assert recognise("TinyThings 2020", mine).id == "tiny"
    assert recognise("4th Symposium on Tiny Things", mine).short == "TinyThings"
    assert recognise("ICML 2020", mine).name == "Island Conference on Mud Larking"
    assert re.search("Machine Learning", recognise("ICML 2020", Catalogue.load()).name)
