"""Records as items: their variables, and the way back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.crosswalk.csl import item_from_record, record_from_item
from publist.model import (
    Author,
    Identifier,
    Name,
    Record,
    Role,
    Source,
    Track,
    TrackKind,
    Venue,
    VenueKind,
)
from publist.richtext import Element, RichText, Tag, parse_markup

from .csl_records import records

SOURCE = Source(file="refs.json")
NEURIPS = Venue(
    name="Advances in Neural Information Processing Systems",
    short="NeurIPS",
    kind=VenueKind.CONFERENCE,
    id="neurips",
)


@settings(max_examples=150, deadline=None)
@given(records)
def test_round_trip(record: Record) -> None:
    item = json.loads(json.dumps(item_from_record(record)))
    found, problems = record_from_item(item, SOURCE)
    assert found == record.change(source=SOURCE)
    assert not problems


@settings(max_examples=50, deadline=None)
@given(records, st.sampled_from(list(TrackKind)), st.sampled_from(list(VenueKind)))
def test_round_trip_with_venue(record: Record, track: TrackKind, kind: VenueKind) -> None:
    venue = NEURIPS.model_copy(update={"kind": kind, "track": Track(kind=track), "year": 2024})
    record = record.change(venue=venue)
    found, _ = record_from_item(item_from_record(record), SOURCE)
    assert found == record.change(source=SOURCE)


@pytest.mark.parametrize(
    ("track", "short"),
    [
        (Track(), "NeurIPS"),
        (
            Track(kind=TrackKind.WORKSHOP, name="Federated Foundation Models"),
            "Workshop on Federated Foundation Models @ NeurIPS",
        ),
        (
            Track(kind=TrackKind.WORKSHOP, name="Workshop on Systems", short="Sys"),
            "Workshop on Systems @ NeurIPS",
        ),
        (Track(kind=TrackKind.WORKSHOP, name="LLM"), "LLM Workshop @ NeurIPS"),
        (Track(kind=TrackKind.WORKSHOP, short="FL@FM"), "FL@FM Workshop @ NeurIPS"),
        (Track(kind=TrackKind.WORKSHOP, short="FL-NeurIPS"), "FL-NeurIPS Workshop"),
        (Track(kind=TrackKind.WORKSHOP), "NeurIPS Workshop"),
        (Track(kind=TrackKind.FINDINGS), "Findings of NeurIPS"),
        (Track(kind=TrackKind.BLOG_POST), "NeurIPS Blogpost Track"),
        (Track(kind=TrackKind.DEMO, name="Demonstrations"), "NeurIPS Demonstrations"),
    ],
)
def test_track_in_short_container(track: Track, short: str) -> None:
    venue = NEURIPS.model_copy(update={"track": track})
    item = item_from_record(Record(key="x", type="paper-conference", venue=venue))
    assert item["container-title-short"] == short


@pytest.mark.parametrize(
    ("printed", "container"),
    [
        ("NeurIPS 2024", NEURIPS.name),
        ("Proc. of NeurIPS", NEURIPS.name),
        ("Adv. Neural Inf. Process. Syst.", NEURIPS.name),
        ("", NEURIPS.name),
        ("Advances in Neural Information Processing Systems 37", None),
        ("Proceedings of the Thirty-Eighth Conference on Neural Information Processing", None),
    ],
)
def test_container_is_the_source_s_where_that_is_full(printed: str, container: str | None) -> None:
    record = Record(key="x", venue=NEURIPS, container=parse_markup(printed))
    assert item_from_record(record)["container-title"] == (container or printed)


def test_a_journal_s_short_name_behind_its_name_goes() -> None:
    jmlr = Venue(id="jmlr", name="Journal of Machine Learning Research", kind=VenueKind.JOURNAL)
    record = Record(
        key="x", venue=jmlr, container=parse_markup("Journal of Machine Learning Research (JMLR)")
    )
    assert item_from_record(record)["container-title"] == "Journal of Machine Learning Research"


def test_unknown_venue_passes_through() -> None:
    record = Record(key="x", container=parse_markup("Some Meeting"), container_short="SM")
    item = item_from_record(record)
    assert (item["container-title"], item["container-title-short"]) == ("Some Meeting", "SM")
    cleaned = Record(
        key="x", container=parse_markup("2019 Some Meeting (SM)"), venue=Venue(name="Some Meeting")
    )
    assert item_from_record(cleaned)["container-title-short"] == "Some Meeting"


def test_preprint_is_written_as_zotero_does() -> None:
    record = Record(
        key="x",
        type="article-journal",
        container=parse_markup("CoRR"),
        volume="abs/2003.06307",
        venue=Venue(name="arXiv", short="arXiv", kind=VenueKind.PREPRINT),
        identifiers=(Identifier(scheme="arxiv", value="2003.06307"),),
    )
    item = item_from_record(record)
    assert {name: item[name] for name in item if name not in ("id", "custom")} == {
        "type": "article",
        "publisher": "arXiv",
        "number": "arXiv:2003.06307",
        "URL": "https://arxiv.org/abs/2003.06307",
    }


def test_names_keep_their_index_and_roles() -> None:
    record = Record(
        key="x",
        authors=(
            Author(name=Name(literal="The Team"), roles=(Role(kind="equal"),)),
            Author(name=Name(family="Tang", given="Zhenheng"), me=True),
        ),
    )
    item: dict[str, Any] = item_from_record(record)
    assert item["author"] == [{"literal": "The Team"}, {"family": "Tang", "given": "Zhenheng"}]
    assert item["custom"]["publist"]["names"] == {
        "author": {"0": {"roles": [{"kind": "equal"}]}, "1": {"me": True}}
    }


def test_title_markup() -> None:
    title = RichText.of(
        "Is ", Element(Tag.MATH, ("O(n)",)), " < ", Element(Tag.PROTECTED, ("DNA",)), "?"
    )
    item = item_from_record(Record(key="x", title=title))
    assert item["title"] == 'Is $O(n)$ < <span class="nocase">DNA</span>?'


def test_latex_in_extra_is_no_variable() -> None:
    item = item_from_record(Record(key="x", extra={"archive": r"\emph{x}", "source": "web"}))
    assert "archive" not in item
    assert item["source"] == "web"


def test_identifiers_as_they_are_printed() -> None:
    arxiv = Identifier(scheme="doi", value="10.48550/arxiv.2401.17644")
    item = item_from_record(Record(key="x", identifiers=(arxiv,), extra={"ISBN": "0-0"}))
    assert (item["DOI"], item["ISBN"]) == ("10.48550/arXiv.2401.17644", "0-0")
