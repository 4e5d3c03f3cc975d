"""The YAML form as text, and that it reads as the same records."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from publist.model import (
    Author,
    Award,
    Date,
    Identifier,
    Link,
    Name,
    Record,
    Role,
    Track,
    TrackKind,
    Venue,
    VenueKind,
)
from publist.reading.bib import read_bibtex
from publist.reading.form import read_yaml
from publist.reading.values import plain
from publist.reading.yaml_values import parse_yaml
from publist.richtext import RichText, parse_markup
from publist.write.yaml import write_yaml
from publist.write.yaml_text import yaml_items

EXPECTED = """\
- id: tang2024
  type: paper-conference
  title: "FuseFL: 1 < 2"
  authors:
    - {name: Zhenheng Tang, roles: [equal], person: tang, me: true}
    - The Example Collaboration
    - "Bee Ceh Dee, A."
    - others
  date: 2024-12
  venue:
    name: International Conference on Examples
    short: ICE
    track: {kind: workshop, short: W}
  volume: 12
  abstract: >-
    Words and words and words and words and words and words and words and words and words and
    words and words.
  doi: "10.1000/182"
  arxiv: "2401.17644v2"
  links: {code: https://example.org, slides: a.pdf}
  awards: [Oral, {name: "Best Paper, runner-up", kind: other-kind}]
  selected: true
  extra: {abbr: ICE, note_raw: "{A} \\\\& b"}
"""


def test_an_entry() -> None:
    record = Record(
        key="tang2024",
        type="paper-conference",
        title=RichText.of("FuseFL: 1 < 2"),
        authors=(
            Author(
                name=Name(family="Tang", given="Zhenheng"),
                roles=(Role(kind="equal"),),
                person="tang",
                me=True,
            ),
            Author(name=Name(literal="The Example Collaboration")),
            Author(name=Name(family="Bee Ceh Dee", given="A.")),
        ),
        authors_truncated=True,
        date=Date.parse("2024-12"),
        container=parse_markup("International Conference on Examples"),
        venue=Venue(
            name="International Conference on Examples",
            short="ICE",
            track=Track(kind=TrackKind.WORKSHOP, short="W"),
        ),
        volume="12",
        abstract=parse_markup(" ".join(["Words", *["and words"] * 10]) + "."),
        identifiers=(
            Identifier(scheme="doi", value="10.1000/182"),
            Identifier(scheme="arxiv", value="2401.17644", version=2),
        ),
        links=(
            Link(relation="code", url="https://example.org"),
            Link(relation="slides", url="a.pdf"),
        ),
        awards=(Award(name="Oral"), Award(name="Best Paper, runner-up", kind="other-kind")),
        selected=True,
        extra={"abbr": "ICE", "note_raw": "{A} \\& b"},
    )
    assert write_yaml([record]).splitlines() == EXPECTED.splitlines()
    assert read_yaml(EXPECTED, "x.yaml").records[0].change(source=None) == record


# Everything that could mean something to a YAML reader.
TRICKY = st.text(string.printable + "äß中\u00a0\u0085\u2028\u200b📧’–", max_size=30)
DATA = st.recursive(
    TRICKY | st.booleans() | st.sampled_from(["no", "1.10", "2024-12-01", "null", "~", "- a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TRICKY, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.dictionaries(TRICKY, DATA, min_size=1, max_size=3), max_size=2))
def test_any_data_reads_as_the_same_data(items: list[dict[str, object]]) -> None:
    text = yaml_items(items)  # type: ignore[arg-type]  # made of what Data allows
    values, problems = parse_yaml(text, "x.yaml")
    assert not problems
    assert _texts([plain(value) for value in values]) == _texts([items])
    # Another reader of YAML sees the same.
    assert _texts(YAML(typ="safe", pure=True).load(text)) == _texts(items)


def _texts(value: object) -> object:
    """Numbers and dates as the texts that they were written for."""
    if isinstance(value, list):
        return [_texts(item) for item in value]
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    return value if isinstance(value, bool) else str(value)


NAMES = st.sampled_from(
    [
        Name(family="Tang", given="Zhenheng"),
        Name(family="Beethoven", given="Ludwig", particle="van"),
        Name(family="King", given="M. L.", suffix="Jr."),
        Name(family="others"),
        Name(family="周", given="志华"),
        Name(literal="ATLAS Collaboration, Example"),
        Name(family="Humboldt", given="A.", dropping_particle="von"),
    ]
)
AUTHORS = st.lists(
    st.builds(
        Author,
        name=NAMES,
        roles=st.sampled_from([(), (Role(kind="equal"),), (Role(kind="equal", group=2),)]),
        orcid=st.none() | st.just("0000-0002-1825-0097"),
        marks=st.sampled_from([(), ("*", "†")]),
        me=st.booleans(),
    ),
    max_size=3,
).map(tuple)
TITLES = st.sampled_from(
    ["", "T", "A: b", "<i>x</i> $O(n)$", "- a", "no", "“q” #1", "2024", "{a}", "a, b [c]"]
).map(parse_markup)
PLAIN = st.none() | st.sampled_from(["12", "0012", "1.10", "yes", "A & B: C", "1–2"])
DATES = st.sampled_from(["2024", "2024-05-12", "1850~", "in press", "0099"])
RECORDS = st.builds(
    Record,
    key=st.sampled_from(["a", "1", "DBLP:x/y", "true"]),
    type=st.sampled_from(
        ["article", "article-journal", "paper-conference", "thesis", "legal_case"]
    ),
    entry_type=st.none() | st.just("inproceedings"),
    title=TITLES,
    authors=AUTHORS,
    authors_truncated=st.booleans(),
    editors=AUTHORS,
    contributors=st.dictionaries(
        st.sampled_from(["translator", "container-author", "annotator"]),
        AUTHORS.filter(bool),
        max_size=2,
    ),
    date=st.none() | DATES.map(Date.parse),
    container=TITLES,
    venue=st.none()
    | st.builds(
        Venue,
        name=st.sampled_from(["ICE", "A: b"]),
        short=st.none() | st.just("X"),
        kind=st.sampled_from(VenueKind),
        track=st.builds(Track, kind=st.sampled_from(TrackKind), name=st.none() | st.just("N: m")),
        year=st.none() | st.just(2024),
        printed=st.none() | st.just("Proc. of ICE, 2024"),
    ),
    volume=PLAIN,
    number=PLAIN,
    publisher=PLAIN,
    genre=PLAIN,
    keywords=st.lists(st.sampled_from(["a, b", "no", "c"]), unique=True).map(tuple),
    links=st.lists(
        st.builds(
            Link,
            relation=st.sampled_from(["code", "other", "paper"]),
            url=st.sampled_from(["a.pdf", "https://example.org/?q=1#x"]),
            label=st.none() | st.just("My: label"),
        ),
        max_size=3,
    ).map(tuple),
    awards=st.lists(
        st.builds(Award, name=st.sampled_from(["Oral", "A, b"]), note=PLAIN), max_size=2
    ).map(tuple),
    selected=st.none() | st.booleans(),
    extra=st.dictionaries(
        st.sampled_from(["abbr", "x: y"]), st.sampled_from(["", "{a} \\& b", "two\nlines", "no"])
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=2))
def test_what_is_written_reads_as_the_same_records(records: list[Record]) -> None:
    document = read_yaml(write_yaml(records), "x.yaml")
    assert [record.change(source=None) for record in document.records] == records


def test_nothing_is_an_empty_list() -> None:
    assert write_yaml([]) == "[]\n"


def test_the_corpus_survives(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "bib").glob("*.bib"))
    for path in paths[:: max(1, len(paths) // 12)]:
        records = read_bibtex(path.read_text(encoding="utf-8", errors="replace"), path.name).records
        again = read_yaml(write_yaml(records), path.name).records
        # Dumped: markup has no links, so of a link in a note only the text remains.
        for before, after in zip(records, again, strict=True):
            assert after.model_dump(exclude={"source"}) == before.model_dump(exclude={"source"})


@pytest.mark.parametrize("word", ["null", "~", "yes", "No", "on", "1e3", "0x1F", "=", "<<", "---"])
def test_words_that_mean_something_are_quoted(word: str) -> None:
    assert yaml_items([{"title": word}]) == f'- title: "{word}"\n'
