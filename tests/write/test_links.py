"""Labels of links to other versions."""

from __future__ import annotations

import pytest

from publist.link.appearance import Appearance, version_label
from publist.model import RELATIONS, Entry, Identifier, Link, Record, Venue, VenueKind, Work
from publist.richtext import RichText
from publist.words import words
from publist.write.links import in_words, shown_links


@pytest.mark.parametrize("kind", VenueKind)
def test_every_version_that_linking_names_is_translated(kind: VenueKind) -> None:
    label = version_label(Record(key="a", venue=Venue(name="", short="", kind=kind)))
    assert label == "" or in_words(label, "ja") != label


def test_there_is_a_word_for_every_appearance() -> None:
    assert set(words("versions", "en")) == {appearance.value for appearance in Appearance}


@pytest.mark.parametrize(
    ("label", "language", "shown"),
    [
        ("workshop version", "de", "Workshopfassung"),
        ("Paper (workshop version)", "es", "Artículo (versión de taller)"),
        ("PDF (arXiv)", "fr", "PDF (arXiv)"),
        ("My errata (2)", "fr", "My errata (2)"),
        ("workshop version", "en-GB", "workshop version"),
        ("preprint", "pt-BR", "preprint"),
        ("report", "zh", "报告"),
    ],
)
def test_labels(label: str, language: str, shown: str) -> None:
    assert in_words(label, language) == shown


@pytest.mark.parametrize(
    ("type_", "label"),
    [("article-journal", "Paper"), ("software", "Link"), ("dataset", "Data"), ("article", "Paper")],
)
def test_only_papers_are_called_so(type_: str, label: str) -> None:
    link = Link(relation="paper", url="https://example.org/")
    record = Record(key="a", type=type_, links=(link,))
    (shown,) = shown_links(Entry(work=Work.of(record), text=RichText()), RELATIONS, "en")
    assert (shown.relation, shown.label) == ("paper", label)


def test_a_percent_encoded_doi_makes_no_second_link() -> None:
    record = Record(
        key="a",
        identifiers=(Identifier(scheme="doi", value="10.1000/182"),),
        links=(Link(relation="paper", url="https://doi.org/10.1000%2F182"),),
    )
    links = shown_links(Entry(work=Work.of(record), text=RichText()), RELATIONS, "en")
    assert [link.href for link in links] == ["https://doi.org/10.1000%2F182"]
