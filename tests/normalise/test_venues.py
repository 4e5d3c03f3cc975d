from __future__ import annotations

import pytest

from publist.model import Day, Identifier, Record, Track, TrackKind, Venue, VenueKind
from publist.normalise.venues import settle_venues
from publist.richtext import RichText
from publist.venues import Catalogue
from publist.venues.meetings import meeting_in


def settled(**fields: object) -> Record:
    container = fields.pop("container", "")
    collection = fields.pop("collection", "")
    record = Record(
        key="a",
        container=RichText.of(str(container)),
        collection=RichText.of(str(collection)),
        **fields,  # type: ignore[arg-type]
    )
    records, _ = settle_venues([record], Catalogue.load())
    return records[0]


def venue_id(**fields: object) -> str | None:
    venue = settled(**fields).venue
    return venue.id if venue else None


def test_containers_decide() -> None:
    record = settled(type="paper-conference", container="ICML 2022")
    assert record.venue is not None
    assert (record.venue.id, record.venue.year, record.venue.printed) == (
        "icml",
        2022,
        "ICML 2022",
    )


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"type": "paper-conference", "collection": "CHI '20"}, "chi"),
        ({"type": "paper-conference", "event": "ICDCS 2019"}, "icdcs"),
        (
            {
                "type": "paper-conference",
                "container": "Lecture Notes in Computer Science",
                "event": "ECCV 2022",
            },
            "eccv",
        ),
        ({"type": "paper-conference", "extra": {"abbr": "NeurIPS"}}, "neurips"),
        ({"type": "document", "publisher": "bioRxiv"}, "biorxiv"),
        (
            {"type": "document", "identifiers": (Identifier(scheme="arxiv", value="2401.17644"),)},
            "arxiv",
        ),
        ({"type": "article-journal", "container": "Manuscript under review"}, None),
        ({"type": "article-journal", "container": "In prep."}, None),
        ({"type": "paper-conference", "container": "Submitted to ICML 2025"}, None),
        ({"type": "document", "note": RichText.of("Under review at NeurIPS 2024")}, None),
        ({"type": "document", "note": RichText.of("Accepted at ICML 2025")}, "icml"),
        ({"type": "chapter", "container": "Science and Wine"}, None),
        # A badge that tells a topic, not a venue, and one of another venue.
        ({"type": "article-journal", "container": "Zebra Letters", "extra": {"abbr": "IS"}}, None),
    ],
)
def test_other_fields_stand_in(fields: dict[str, object], wanted: str | None) -> None:
    assert venue_id(**fields) == wanted


@pytest.mark.parametrize(
    ("said", "container", "wanted"),
    [
        ("article-journal", "arXiv preprint arXiv:2401.17644", "article"),
        ("article-journal", "International Conference on Machine Learning", "paper-conference"),
        ("paper-conference", "Nature Communications", "article-journal"),
        ("article-journal", "Zebra Letters", "article-journal"),
        ("thesis", "arXiv", "thesis"),
        ("chapter", "Computer Vision - ECCV 2022", "chapter"),
    ],
)
def test_types_follow_sure_venues_only(said: str, container: str, wanted: str) -> None:
    assert settled(type=said, container=container).type == wanted


def test_what_a_source_spells_out_is_respected() -> None:
    given = Venue(
        name="My Conference on Machines",
        short="ICML",
        track=Track(kind=TrackKind.DEMO),
        printed="My Conference on Machines",
    )
    venue = settled(type="paper-conference", container="whatever", venue=given).venue
    assert venue is not None
    assert (venue.name, venue.short) == (given.name, given.short)
    assert venue.track.kind is TrackKind.DEMO


def test_an_id_brings_the_rest_of_its_entry() -> None:
    given = Venue(name="NeurIPS", id="neurips")
    venue = settled(type="paper-conference", venue=given).venue
    assert venue is not None
    assert (venue.short, venue.kind) == ("NeurIPS", VenueKind.CONFERENCE)


def test_abbreviations_of_journals_are_filled_in() -> None:
    record = settled(type="article-journal", container="Nature Communications")
    assert record.container_short == "Nat. Commun."
    kept = settled(
        type="article-journal", container="Nature Communications", container_short="NComms"
    )
    assert kept.container_short == "NComms"


def test_days_and_place_come_from_the_printed_name() -> None:
    record = settled(
        type="paper-conference",
        container="Conference on Learning Theory, COLT 2019, Phoenix, AZ, USA, June 25-28, 2019",
    )
    assert record.event_place == "Phoenix, AZ, USA"
    assert record.event_date is not None
    assert record.event_date.end == Day(year=2019, month=6, day=28)


@pytest.mark.parametrize(
    ("printed", "days", "place"),
    [
        ("X 2022, Yokohama, Japan, 29 April 2022 - 5 May 2022", "2022-04-29", "Yokohama, Japan"),
        ("X '13, Paris, France, April 27 - May 2, 2013", "2013-04-27/2013-05-02", "Paris, France"),
        ("X 2021, virtual, June 19-25, 2021", "2021-06-19/2021-06-25", None),
        ("X, 19th-25th August 2023, Macao", "2023-08-19/2023-08-25", None),
        ("X 2021, February 30, 2021", None, None),
        ("X 2021", None, None),
    ],
)
def test_meetings(printed: str, days: str | None, place: str | None) -> None:
    found = meeting_in(printed)
    assert (str(found.date) if found.date else None, found.place) == (days, place)


def test_the_series_tells_the_year() -> None:
    record = settled(
        type="paper-conference",
        container="Extended Abstracts of the CHI Conference on Human Factors in Computing Systems",
        collection="CHI EA '24",
    )
    assert record.venue is not None
    assert (record.venue.id, record.venue.year) == ("chi", 2024)


def test_two_readings_alike_are_told() -> None:
    record = Record(key="k", type="paper-conference", container=RichText.of("SEC 2019"))
    records, problems = settle_venues([record], Catalogue.load())
    assert [problem.code for problem in problems] == ["venue-ambiguous"]
    assert records[0].venue is not None
    assert records[0].venue.id is None


def test_settling_twice_changes_nothing() -> None:
    record = Record(key="k", type="article-journal", container=RichText.of("ICML'22"))
    once, _ = settle_venues([record], Catalogue.load())
    twice, _ = settle_venues(once, Catalogue.load())
    assert once == twice
