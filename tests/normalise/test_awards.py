from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.awards import awards_in
from publist.model import Award, Record
from publist.normalise.awards import settle_awards
from publist.normalise.cutting import cut
from publist.richtext import Element, RichText, Tag

CASES = Path(__file__).parent / "cases" / "awards.txt"


def rows() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(said, wanted) for said, wanted in pairs]


@pytest.mark.parametrize(("said", "wanted"), rows())
def test_reads_notes(said: str, wanted: str) -> None:
    awards = [found.award for found in awards_in(said, strict=False)]
    shown = [f"{award.name} | {award.kind} | {award.note or '-'}" for award in awards]
    assert (" + ".join(shown) or "-") == wanted


def settled(**fields: object) -> Record:
    texts = {
        name: RichText.of(value)
        for name, value in fields.items()
        if name != "extra" and isinstance(value, str)
    }
    records, problems = settle_awards([Record(key="k", **{**fields, **texts})])  # type: ignore[arg-type]
    assert problems == ()
    return records[0]


def names(record: Record) -> list[str]:
    return [award.name for award in record.awards]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("On Mice (spotlight)", "On Mice", ["Spotlight"]),
        ("On Mice [Best Paper Award]", "On Mice", ["Best Paper Award"]),
        ("On Mice (Oral, Best Paper Award)", "On Mice", ["Oral", "Best Paper Award"]),
        ("On Mice (oral) and Men", "On Mice and Men", ["Oral"]),
        ("On Mice (ICML'24 oral)", "On Mice (ICML'24 oral)", ["Oral"]),
        ("Oral History of the War", "Oral History of the War", []),
        ("Mice (Mus musculus) in the Spotlight", "Mice (Mus musculus) in the Spotlight", []),
        ("Oral (Buccal) Swabs", "Oral (Buccal) Swabs", []),
        ("Tests (oral and written)", "Tests (oral and written)", []),
    ],
)
def test_titles(before: str, after: str, wanted: list[str]) -> None:
    record = settled(title=before)
    assert (record.title.plain, names(record)) == (after, wanted)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("NeurIPS 2024 (spotlight)", "NeurIPS 2024", ["Spotlight"]),
        ("NeurIPS 2024 Spotlight", "NeurIPS 2024", ["Spotlight"]),
        ("CVPR 2024, Highlight", "CVPR 2024", ["Highlight"]),
        ("Spotlight at NeurIPS AI4Mat workshop", "NeurIPS AI4Mat workshop", ["Spotlight"]),
        ("CVPR 2023 Highlight (Top 3%)", "CVPR 2023", ["Highlight"]),
        ("CVPR 2025 Oral (Top 7‰)", "CVPR 2025", ["Oral"]),
        ("EMNLP 2024 (Findings)", "EMNLP 2024 (Findings)", []),
        ("Journal of Oral Pathology", "Journal of Oral Pathology", []),
        ("Proceedings of ICML 2020", "Proceedings of ICML 2020", []),
    ],
)
def test_venues(before: str, after: str, wanted: list[str]) -> None:
    record = settled(container=before)
    assert (record.container.plain, names(record)) == (after, wanted)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Oral", "", ["Oral"]),
        ("Oral; code online", "code online", ["Oral"]),
        ("Equal contribution. Best Paper Award.", "Equal contribution.", ["Best Paper Award"]),
        ("Acceptance rate 22%", "Acceptance rate 22%", []),
    ],
)
def test_notes_keep_the_rest(before: str, after: str, wanted: list[str]) -> None:
    record = settled(note=before)
    assert (record.note.plain, names(record)) == (after, wanted)


@pytest.mark.parametrize(
    ("extra", "wanted", "left"),
    [
        ({"award": "Best Paper"}, [Award(name="Best Paper", kind="best-paper")], {}),
        (
            {"award_name": "Spotlight!", "award": "Top 10\\% of accepted papers."},
            [Award(name="Spotlight", kind="spotlight", note="Top 10% of accepted papers")],
            {},
        ),
        (
            {"award": "<a href='x'>Glass Bead Prize</a>"},
            [Award(name="Glass Bead Prize")],
            {},
        ),
        ({"award": "true"}, [], {}),
        ({"addendum": "Oral", "tags": "a"}, [Award(name="Oral", kind="oral")], {"tags": "a"}),
        (
            {"additional_info": "Best Poster Award. See also the talk"},
            [Award(name="Best Poster Award", kind="best-poster")],
            {"additional_info": "See also the talk"},
        ),
        ({"addendum": "\\$10,000"}, [], {"addendum": "\\$10,000"}),
    ],
)
def test_fields(extra: dict[str, str], wanted: list[Award], left: dict[str, str]) -> None:
    record = settled(extra=extra)
    assert list(record.awards) == wanted
    if wanted:
        assert record.extra == left


def test_no_award_twice_and_in_order() -> None:
    record = settled(
        title="On Mice (oral)",
        note="Best Paper Award",
        extra={"award": "Oral, top 2%"},
        awards=(Award(name="Test of Time Award", kind="test-of-time"),),
    )
    assert names(record) == ["Test of Time Award", "Oral", "Best Paper Award"]
    assert record.awards[1].note == "top 2%"


def test_markup_around_an_award_goes_with_it() -> None:
    title = RichText.of(
        "On ", Element(Tag.EMPH, ("Mice",)), " (", Element(Tag.STRONG, ("spotlight",)), ")"
    )
    record = settle_awards([Record(key="k", title=title)])[0][0]
    assert record.title == RichText.of("On ", Element(Tag.EMPH, ("Mice",)))


@pytest.mark.parametrize("piece", [" ", "(", "(oral) ", "[a", "top 5%, ", "oral, ", "<", "best "])
def test_hostile_texts_grow_no_costs(piece: str) -> None:
    """Fifty times the text must not take a thousand times as long."""

    def seconds(times: int) -> float:
        text = RichText.of(piece * times)
        start = time.process_time()
        settle_awards([Record(key="k", title=text, container=text, note=text)])
        return time.process_time() - start

    seconds(10)
    assert seconds(20_000) < 1000 * seconds(400) + 0.2


@given(st.text(max_size=120))
def test_settling_twice_changes_nothing(text: str) -> None:
    once = settle_awards([Record(key="k", title=RichText.of(text), note=RichText.of(text))])[0]
    assert settle_awards(once)[0] == once


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_cutting_takes_nothing_else(text: str, first: int, last: int) -> None:
    rest = cut(RichText.of(text), [(min(first, last), min(max(first, last), len(text)))])
    assert set(rest.plain) <= set(text) | {" "}


def test_awards_that_a_source_lists_keep_their_names_and_get_kinds() -> None:
    listed = ("oral", "ICML Best Paper Award", "The Crumb Medal")
    record = Record(key="k", awards=tuple(Award(name=name) for name in listed))
    settled = settle_awards([record])[0][0].awards
    assert [(award.name, award.kind) for award in settled] == [
        ("oral", "oral"),
        ("ICML Best Paper Award", "best-paper"),
        ("The Crumb Medal", "other"),
    ]
