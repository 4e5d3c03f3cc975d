"""Entry types to CSL types and back."""

from __future__ import annotations

import pytest

from publist.crosswalk.bibtex_types import (
    PREPRINT_SERVER,
    csl_type,
    entry_type,
    genre_of,
    known_entry_types,
    subtype_of,
)
from publist.crosswalk.csl_variables import TYPES


def test_every_entry_type_has_a_type_that_csl_has() -> None:
    for name in known_entry_types():
        found, known = csl_type(name, {})
        assert known
        assert found in TYPES


@pytest.mark.parametrize("name", ["commentary", "set", "inbook", "mvreference"])
def test_types_of_the_manual(name: str) -> None:
    assert csl_type(name, {})[1]


def test_every_csl_type_can_be_written_and_read() -> None:
    for name in sorted(TYPES):
        written = entry_type(name, genre_of(name))
        fields = {"entrysubtype": subtype_of(name)}
        assert csl_type(written, fields) == (name, True)


@pytest.mark.parametrize(
    "journal",
    ["arXiv preprint arXiv:2401.17644", "CoRR", "bioRxiv", "ChemRxiv", "SSRN Electronic Journal",
     "Research Square", "Preprint", "ArXiv e-prints", "Cryptology ePrint Archive"],
)  # fmt: skip
def test_preprint_servers(journal: str) -> None:
    assert csl_type("article", {"journal": journal}) == ("article", True)


@pytest.mark.parametrize(
    "journal",
    ["Correspondences", "Halides Today", "Archives of Examples", "Nature", "Corrosion Science",
     "Preprinting Review"],
)  # fmt: skip
def test_journals_that_only_look_like_servers(journal: str) -> None:
    assert PREPRINT_SERVER.match(journal) is None
    assert csl_type("article", {"journal": journal}) == ("article-journal", True)
