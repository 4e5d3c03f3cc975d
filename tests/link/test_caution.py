"""What is joined in people's lists without asking: two records side by side, and the verdict."""

from __future__ import annotations

import pytest

from publist.link.works import join
from publist.model import Author, Date, Identifier, Name, Record, Source, Venue, VenueKind
from publist.richtext import RichText

PEOPLE = tuple(
    Author(name=Name(family=family, given=given))
    for family, given in (("Adler", "Ida"), ("Brandt", "Karl"), ("Chen", "Mei"))
)
STRANGERS = tuple(
    Author(name=Name(family=family, given="X.")) for family in ("Zuse", "Adler", "Yilmaz")
)
PREPRINT = Venue(name="arXiv", id="arxiv", kind=VenueKind.PREPRINT)
CONFERENCE = Venue(name="Conference on Ledgers", id="ledgers", kind=VenueKind.CONFERENCE)
RIVAL = Venue(name="Conference on Books", id="books", kind=VenueKind.CONFERENCE)
JOURNAL = Venue(name="Journal of Ledgers", id="jl", kind=VenueKind.JOURNAL)
ARXIV = (Identifier(scheme="arxiv", value="2501.00001"),)
OTHER_ARXIV = (Identifier(scheme="arxiv", value="2501.00002"),)
SUBTITLED = RichText.of("Ledgers for Preemptible Sparse Accelerators: Theory and Practice")
PART_TWO = RichText.of("Ledgers for Preemptible Sparse Accelerators: Part Two")


def record(key: str, file: str, **fields: object) -> Record:
    return Record(
        key=key,
        type="paper-conference",
        title=RichText.of("Ledgers for Preemptible Sparse Accelerators"),
        authors=PEOPLE,
        date=Date.parse("2024"),
        venue=CONFERENCE,
        source=Source(file=file, line=1),
    ).change(**fields)


# Beside a conference paper of 2024: another record in the same list, or in another one, and
# whether the two are joined.
ONE_LIST: list[tuple[str, dict[str, object], bool]] = [
    ("the entry typed twice", {}, True),
    ("its preprint", {"type": "article", "venue": PREPRINT, "date": Date.parse("2023")}, True),
    ("its journal version", {"type": "article-journal", "venue": JOURNAL}, True),
    ("at another conference", {"venue": RIVAL}, False),
    ("at the conference a year later", {"date": Date.parse("2025")}, False),
    ("ten years later", {"venue": JOURNAL, "date": Date.parse("2034")}, False),
    ("a talk", {"type": "speech", "venue": None}, False),
    ("a thesis", {"type": "thesis", "venue": None}, False),
    ("something without a venue", {"type": "document", "venue": None}, False),
    ("with a subtitle", {"title": SUBTITLED, "venue": JOURNAL}, False),
    ("by others", {"authors": STRANGERS, "venue": JOURNAL}, False),
]
TWO_LISTS: list[tuple[str, dict[str, object], bool]] = [
    ("the same entry", {}, True),
    ("its preprint", {"type": "article", "venue": PREPRINT, "date": Date.parse("2023")}, True),
    ("a talk", {"type": "speech", "venue": None}, False),
    ("a thesis", {"type": "thesis", "venue": None}, False),
    (
        "the journal version with a subtitle",
        {"title": SUBTITLED, "venue": JOURNAL, "date": Date.parse("2025")},
        True,
    ),
    (
        "a second part",
        {"title": PART_TWO, "venue": JOURNAL, "date": Date.parse("2025")},
        False,
    ),
    (
        "with a subtitle, by others",
        {"title": SUBTITLED, "venue": JOURNAL, "authors": STRANGERS},
        False,
    ),
]


@pytest.mark.parametrize(("what", "fields", "joined"), ONE_LIST)
def test_in_one_list(what: str, fields: dict[str, object], *, joined: bool) -> None:
    records = [record("a", "mine.bib"), record("b", "mine.bib", **fields)]
    assert (len(join(records)[0]) == 1) is joined, what


@pytest.mark.parametrize(("what", "fields", "joined"), TWO_LISTS)
def test_in_two_lists(what: str, fields: dict[str, object], *, joined: bool) -> None:
    records = [record("a", "mine.bib"), record("b", "lab.bib", **fields)]
    assert (len(join(records)[0]) == 1) is joined, what


def test_an_identifier_copied_to_another_paper_joins_nothing() -> None:
    wrong = record(
        "b",
        "mine.bib",
        title=RichText.of("Winter Habits of Barnacle Geese"),
        authors=STRANGERS,
        identifiers=ARXIV,
    )
    assert len(join([record("a", "mine.bib", identifiers=ARXIV), wrong])[0]) == 2


def test_the_doi_of_a_book_of_abstracts_joins_nothing() -> None:
    doi = (Identifier(scheme="doi", value="10.1000/abstracts"),)
    first = record("a", "mine.bib", identifiers=doi, pages="12")
    second = first.change(key="b", pages="185", title=RichText.of("Winter Habits of Geese"))
    assert len(join([first, second])[0]) == 2


def test_a_new_title_with_the_same_number_is_the_same_work() -> None:
    before = record("a", "mine.bib", identifiers=ARXIV, venue=PREPRINT, type="article")
    after = record("b", "mine.bib", identifiers=ARXIV, title=RichText.of("Bursts in Real Traffic"))
    assert len(join([before, after])[0]) == 1


def test_two_preprints_with_numbers_of_their_own_are_two_works_in_one_list() -> None:
    first = record("a", "mine.bib", identifiers=ARXIV, venue=PREPRINT, type="article")
    second = record("b", "mine.bib", identifiers=OTHER_ARXIV, venue=PREPRINT, type="article")
    assert len(join([first, second])[0]) == 2
