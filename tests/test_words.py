"""Words of lists: every language that is promised has its own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from publist.curated import curated_blocks
from publist.resources import data_folder

LANGUAGES = ("de", "fr", "es", "pt", "it", "zh", "ja", "ko", "ar", "he", "fa")
# Names of things, and words that languages share, need no translation of their own.
SHARED = {
    *("links.pdf", "links.html", "links.arxiv", "links.bibtex", "labels.bibtex"),
    *("links.demo", "links.blog", "links.poster", "links.paper", "links.code", "links.video"),
    *("links.slides", "links.supplement", "links.other"),
}


def blocks() -> Mapping[str, Mapping[str, str]]:
    file = data_folder() / "words.yml"
    read = curated_blocks(file.read_text("utf-8"), str(file))
    return {block.id: block.texts for block in read if block.texts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing(language: str) -> None:
    own = (
        "kinds",
        "headings",
        "labels",
        "roles",
        "authors",
        "page",
        "versions",
        "genres",
        "states",
    )
    tables = tuple(f"{table}." for table in own)
    wanted = {key for key in blocks() if key.startswith(tables)} - SHARED
    assert {key for key in wanted if language not in blocks()[key]} == set()


@pytest.mark.parametrize("language", ["zh", "ja", "ko", "ar", "he", "fa"])
def test_languages_with_other_letters_have_every_label_of_links(language: str) -> None:
    names = {"links.pdf", "links.html", "links.arxiv", "links.bibtex"}
    wanted = {key for key in blocks() if key.startswith("links.")} - names
    assert {key for key in wanted if language not in blocks()[key]} == set()


def test_places_for_numbers_and_words_are_kept() -> None:
    for key, forms in blocks().items():
        places = {part for part in ("{number}", "{words}", "{decade}", "{shown}", "{total}")
                  if part in forms["en"]}  # fmt: skip
        for language, text in forms.items():
            assert all(part in text for part in places), (key, language)
