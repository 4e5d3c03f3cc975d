"""Items as programs and people write them, and what is read of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.crosswalk.csl import record_from_item
from publist.model import Name, Record, Source

SOURCE = Source(file="refs.json", line=3)


def read(**item: Any) -> Record:
    return record_from_item({"id": "x", "type": "book", **item}, SOURCE)[0]


def codes(**item: Any) -> list[str]:
    return [problem.code for problem in record_from_item({"id": "x", **item}, SOURCE)[1]]


@pytest.mark.parametrize(
    ("item", "field", "expected"),
    [
        ({"id": 12}, "key", "12"),
        ({"citation-key": "tang24"}, "key", "tang24"),
        ({"type": "journal-article"}, "type", "article-journal"),
        ({"type": "journal-article"}, "entry_type", "journal-article"),
        ({"type": "posted-content"}, "type", "article"),
        ({"type": "conferencePaper"}, "type", "paper-conference"),
        ({"type": "no-such"}, "type", "document"),
        ({"volume": 12}, "volume", "12"),
        ({"volume": 12.0}, "volume", "12"),
        ({"page": "1--9"}, "pages", "1–9"),
        ({"container-title": ["Water Research"]}, "container.plain", "Water Research"),
        ({"title": ["Main"], "subtitle": ["Sub"]}, "title.plain", "Main: Sub"),
        ({"title": "A &amp; B <scp>dna</scp>"}, "title.plain", "A & B dna"),
        ({"title": "On <mml:math><mml:mi>x</mml:mi></mml:math>"}, "title.plain", "On x"),
        ({"journalAbbreviation": "Water Res."}, "container_short", "Water Res."),
        ({"shortTitle": "Main"}, "short_title.plain", "Main"),
        ({"event": "ICML"}, "event", "ICML"),
        ({"keyword": "a, b; c"}, "keywords", ("a", "b", "c")),
        ({"subject": ["a", "b, c"]}, "keywords", ("a", "b, c")),
        ({"note": "PMID: 123\nSeen twice"}, "note.plain", "Seen twice"),
        ({"note": "Note: this stays"}, "note.plain", "Note: this stays"),
        ({"note": "translator: Doe || Jane"}, "contributors.translator.0.name.family", "Doe"),
        ({"note": "Edition: 2\nreal note"}, "edition", "2"),
        ({"URL": "https://example.org/a.pdf"}, "links.0.relation", "pdf"),
        ({"URL": "https://doi.org/10.1000/182"}, "identifiers.0.value", "10.1000/182"),
        ({"DOI": "https://doi.org/10.1000/ABC"}, "identifiers.0.value", "10.1000/abc"),
        ({"ISSN": "0317-8471 1050-124X"}, "identifiers.1.value", "1050-124X"),
        ({"ISBN": ["9780306406157"]}, "identifiers.0.value", "9780306406157"),
        ({"number": "arXiv:2401.17644"}, "identifiers.0.value", "2401.17644"),
        ({"number": "arXiv:2401.17644"}, "number", None),
        ({"number": "2401.17644", "publisher": "arXiv"}, "identifiers.0.scheme", "arxiv"),
        ({"DOI": "10.48550/arXiv.2401.17644"}, "identifiers.1.value", "2401.17644"),
        ({"note": "arXiv: 2401.17644"}, "identifiers.0.scheme", "arxiv"),
        ({"call-number": "QA 76"}, "extra.call-number", "QA 76"),
        ({"mood": {"a": 1}}, "extra.mood", '{"a": 1}'),
        ({"submitted": {"raw": "2020-01"}}, "extra.submitted", "2020-01"),
    ],
)
def test_field(item: dict[str, Any], field: str, expected: object) -> None:
    found: Any = read(**item)
    for part in field.split("."):
        if part.isdecimal():
            found = found[int(part)]
        else:
            found = found[part] if isinstance(found, dict) else getattr(found, part)
    assert found == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [["2020", "4", "5"]]}, "2020-04-05"),
        ({"date-parts": [[2020]], "season": 2}, "2020-22"),
        ({"date-parts": [[2020]], "season": "Fall"}, "2020-23"),
        ({"date-parts": [[2020, 13]]}, "2020-21"),
        ({"date-parts": [[2020, 4], [2021, 5]]}, "2020-04/2021-05"),
        ({"date-parts": [[2020], [0]]}, "2020/.."),
        ({"date-parts": [[2020]], "circa": 1}, "2020~"),
        ({"date-parts": [2020, 4]}, "2020-04"),
        ({"raw": "circa 1850"}, "1850~"),
        ({"raw": "3 May 2020"}, "2020-05-03"),
        ({"raw": "May 3, 2020"}, "2020-05-03"),
        ({"raw": "Sept. 2020"}, "2020-09"),
        ({"raw": "Spring 2020"}, "2020-21"),
        ({"raw": "2020/5"}, "2020-05"),
        ({"literal": "forthcoming"}, "forthcoming"),
        ("in press", "in press"),
        (2020, "2020"),
        ([{"year": 2020, "month": 5}], "2020-05"),
        ({"year": "2020"}, "2020"),
        ({"date-time": "2020-05-03T10:00:00Z"}, "2020-05-03"),
        ({"date-parts": [[-44, 3, 15]]}, "-0044-03-15"),
    ],
)
def test_date(value: object, expected: str) -> None:
    assert str(read(issued=value).date) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"family": "van der Berg", "given": "W."}, "particle=van der family=Berg given=W."),
        ({"family": '"van Houten"', "given": "A."}, "family=van Houten given=A."),
        ({"family": "d'Alembert", "given": "Jean"}, "particle=d' family=Alembert given=Jean"),
        (
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            "family=Humboldt given=Alexander dropping_particle=von",
        ),
        (
            {"family": "King", "given": "Martin Luther, Jr."},
            "family=King given=Martin Luther suffix=Jr.",
        ),
        ({"family": "WHO", "isInstitution": 1}, "literal=WHO"),
        ({"name": "WHO", "sequence": "first"}, "literal=WHO"),
        ({"firstName": "A", "lastName": "B"}, "family=B given=A"),
        ({"literal": "R &amp; D"}, "literal=R & D"),
        ("Doe, Jane", "family=Doe given=Jane"),
        ("The Team", "literal=The Team"),
        ({"family": "周"}, "family=周"),
    ],
)
def test_name(value: object, expected: str) -> None:
    name = read(author=[value]).authors[0].name
    parts = ("particle", "family", "given", "dropping_particle", "suffix", "literal")
    found = " ".join(f"{part}={getattr(name, part)}" for part in parts if getattr(name, part))
    assert found == expected


def test_crossref_author_keeps_orcid_and_affiliation() -> None:
    author = read(
        author=[
            {
                "family": "Carberry",
                "given": "Josiah",
                "ORCID": "http://orcid.org/0000-0002-1825-0097",
                "affiliation": [{"name": "Brown University"}],
            }
        ]
    ).authors[0]
    assert author.orcid == "0000-0002-1825-0097"
    assert author.affiliation == "Brown University"


def test_and_others_is_no_author() -> None:
    record = read(author=[{"family": "Doe"}, {"literal": "others"}])
    assert [author.name for author in record.authors] == [Name(family="Doe")]
    assert record.authors_truncated


def test_problems_say_what_and_where() -> None:
    assert codes() == ["type-unknown"]
    assert codes(type="book", DOI="nonsense") == ["identifier-invalid"]
    assert codes(type="book", author=[7]) == ["name-unreadable"]
    assert codes(type="book", issued={"date-parts": [[None]]}) == ["date-unreadable"]
    assert codes(type="book", custom={"publist": {"venue": 3}}) == ["custom-invalid"]
    _, problems = record_from_item({"id": "x", "type": "book", "DOI": "?"}, SOURCE)
    assert (problems[0].file, problems[0].line, problems[0].key) == ("refs.json", 3, "x")


def test_invalid_identifier_is_kept() -> None:
    assert read(DOI="nonsense").extra["DOI"] == "nonsense"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["date-parts", "raw", "literal", "family", "given", "publist", "names"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
_ITEM_KEYS = ["id", "type", "title", "author", "issued", "DOI", "ISBN", "note", "custom"]
_MORE_KEYS = ["keyword", "URL", "number", "container-title", "submitted", "mood", "volume"]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(_ITEM_KEYS + _MORE_KEYS), _JSON, max_size=5))
def test_no_item_raises(item: dict[str, Any]) -> None:
    record, problems = record_from_item(item, SOURCE)
    assert record.key
    assert all(problem.file == "refs.json" for problem in problems)
