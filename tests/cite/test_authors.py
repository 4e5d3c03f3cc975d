"""Author lists cut to a length, the owner always among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.cite import format_works
from publist.cite.authors import author_index
from publist.model import Author, Date, Name, Record, Work

LETTERS = "ABCDEFGHIJ"


def record(count: int, owner: int | None = None, *, truncated: bool = False) -> Record:
    authors = tuple(
        Author(name=Name(family=f"{letter}an", given=letter), me=at == owner)
        for at, letter in enumerate(LETTERS[:count])
    )
    return Record(
        key="x",
        type="article-journal",
        title="Title",  # type: ignore[arg-type]
        authors=authors,
        authors_truncated=truncated,
        date=Date.parse("2020"),
    )


def shown(
    style: str, given: Record, limit: int | None, engine: str = "csl", locale: str = "en-US"
) -> str:
    """The author list of an entry: what stands in front of the title or the year."""
    formatted = format_works(
        [Work.of(given)], style, locale=locale, engine=engine, max_authors=limit
    )
    text = formatted.entries[0].text.plain
    ends = [text.find(end) for end in ("Title", "(2020)", "2020") if end in text]
    return text[: min(ends)].rstrip(" “")


@pytest.mark.parametrize("engine", ["csl", "citeproc-py"])
@pytest.mark.parametrize(
    ("style", "count", "owner", "limit", "expected"),
    [
        ("homepage", 6, None, 3, "A. Aan, B. Ban, C. Can, and 3 others."),
        ("homepage", 6, 1, 3, "A. Aan, B. Ban, C. Can, and 3 others."),
        ("homepage", 6, 4, 3, "A. Aan, B. Ban, … E. Ean … and 3 others."),
        ("homepage", 6, 5, 2, "A. Aan, … F. Fan … and 4 others."),
        ("homepage", 6, 3, 1, "… D. Dan … and 5 others."),
        ("homepage", 6, 2, 3, "A. Aan, B. Ban, C. Can, and 3 others."),
        ("homepage", 6, None, 1, "A. Aan and 5 others."),
        ("homepage", 3, None, 3, "A. Aan, B. Ban, C. Can."),
        ("homepage", 4, None, 3, "A. Aan, B. Ban, C. Can, and 1 other."),
        ("apa", 6, None, 3, "Aan, A., Ban, B., Can, C., & 3 others."),
        ("apa", 6, 4, 3, "Aan, A., Ban, B., … Ean, E. … & 3 others."),
        ("ieee", 6, 4, 3, "A. Aan, B. Ban, … E. Ean … and 3 others,"),
        ("cv", 6, None, 1, "A. Aan and 5 others."),
        ("springer-basic-author-date", 6, 4, 3, "Aan A, Ban B, … Ean E … and 3 others"),
    ],
)
def test_cut(
    style: str, count: int, owner: int | None, limit: int, expected: str, engine: str
) -> None:
    found = shown(style, record(count, owner), limit, engine)
    assert found == expected


@pytest.mark.parametrize(
    ("style", "count", "expected"),
    [
        ("homepage", 1, "A. Aan et al."),
        ("homepage", 2, "A. Aan, B. Ban, et al."),
        ("apa", 2, "Aan, A., Ban, B., et al."),
        ("cv", 2, "A. Aan, B. Ban, et al."),
        ("homepage", 0, ""),
    ],
)
def test_source_ends_in_others(style: str, count: int, expected: str) -> None:
    assert shown(style, record(count, truncated=True), None) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de-DE", "A. Aan, B. Ban und 4 weitere."),
        ("fr-FR", "A. Aan, B. Ban et 4 autres."),
        ("zh-CN", "A. Aan, B. Ban, 等另外4人."),
    ],
)
def test_words_in_other_languages(locale: str, expected: str) -> None:
    assert shown("homepage", record(6), 2, locale=locale) == expected


def test_owner_stays_in_a_style_s_own_et_al() -> None:
    assert shown("ieee", record(9, 7), None) == "A. Aan, … H. Han, et al.,"


@given(st.integers(0, 10), st.none() | st.integers(0, 9), st.integers(1, 11))
def test_names_keep_their_index(count: int, owner: int | None, limit: int) -> None:
    (entry,) = format_works([Work.of(record(count, owner))], max_authors=limit).entries
    found = [index for node in entry.text.walk() if (index := author_index(node)) is not None]
    assert found == sorted(set(found))
    assert len(found) == min(count, limit)
    if owner is not None and owner < count:
        assert owner in found
    for node in entry.text.walk():
        if (index := author_index(node)) is not None and not isinstance(node, str):
            assert node.children == (f"{LETTERS[index]}. {LETTERS[index]}an",)
