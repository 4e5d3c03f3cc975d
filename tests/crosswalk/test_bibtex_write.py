"""Records to BibTeX: properties of the way back."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.crosswalk.bibtex import entry_from_record
from publist.crosswalk.bibtex_latex import balanced, latex_text, latex_value
from publist.latex import to_richtext, to_unicode
from publist.model import Author, Award, Date, Identifier, Link, Name, Record, Role
from publist.normalise.roles import settle_roles
from publist.reading.bib import read_bibtex
from publist.richtext import Element, RichText, Tag
from publist.write.bibtex import write_bibtex

# Everything that LaTeX or BibTeX gives a meaning, but the marks that pair up as quotations or
# HTML, which reading makes better, and blanks, which it makes single.
LETTERS = string.ascii_letters + string.digits + "\\{}%&#_$~^`'-.,;:!?@()[]/*+=|äßéŁøשщ中ー–…’"


def _text(letters: str = LETTERS, least: int = 1) -> st.SearchStrategy[str]:
    words = st.text(letters, min_size=least, max_size=8)
    return st.lists(words, min_size=1, max_size=4).map(" ".join).filter(_is_stable)


def _is_stable(text: str) -> bool:
    """Whether it has no entity of HTML in it, which reading would resolve."""
    return "&" not in text or ";" not in text


@settings(max_examples=150)
@given(_text())
def test_escaped_text_reads_as_the_same_text(text: str) -> None:
    assert to_unicode(latex_text(text)) == text
    assert balanced(latex_text(text)) == latex_text(text)


WORD = st.text(string.ascii_letters + "äß&%_#", min_size=1, max_size=6).filter(
    lambda word: word[0].isalpha()
)


def _element(tag: Tag) -> st.SearchStrategy[Element]:
    return WORD.map(lambda word: Element(tag, (word,)))


RICH = st.lists(
    st.one_of(
        WORD,
        _element(Tag.EMPH),
        _element(Tag.STRONG),
        _element(Tag.SMALL_CAPS),
        _element(Tag.CODE),
        _element(Tag.PROTECTED),
        _element(Tag.QUOTE),
        st.sampled_from(["O(n^2)", "f(x) = y"]).map(lambda tex: Element(Tag.MATH, (tex,))),
        st.sampled_from(["2", "th", "max"]).map(lambda text: Element(Tag.SUP, (text,))),
        st.sampled_from(["2", "i", "max"]).map(lambda text: Element(Tag.SUB, (text,))),
    ),
    min_size=1,
    max_size=5,
).map(lambda nodes: RichText.of(*[part for node in nodes for part in (node, " ")][:-1]))


@settings(max_examples=150)
@given(RICH)
def test_rich_text_reads_as_the_same_rich_text(text: RichText) -> None:
    assert to_richtext(latex_value(text)) == text


FAMILY = st.sampled_from(
    ["Tang", "O'Brien", "Łoś", "Lovelace King", "de", "Müller-Lüdenscheidt", "周"]
)
GIVEN = st.sampled_from(["Zhenheng", "A. C.", "Y.-M.", "Édouard", "and", "志"])
NAMES = st.one_of(
    st.builds(
        Name,
        family=FAMILY,
        given=st.none() | GIVEN,
        particle=st.none() | st.sampled_from(["van der", "d'"]),
        suffix=st.none() | st.sampled_from(["Jr.", "III"]),
    ).filter(lambda name: bool(name.given) or not (name.particle or name.suffix)),
    st.sampled_from(["ATLAS Collaboration", "Barnes and Noble, Inc."]).map(
        lambda text: Name(literal=text)
    ),
)
AUTHORS = st.lists(
    st.builds(
        Author,
        name=NAMES,
        orcid=st.none() | st.just("0000-0002-1825-0097"),
        person=st.none() | st.sampled_from(["tang", "b_c"]),
        affiliation=st.none() | st.just("R&D, Example"),
        marks=st.sampled_from([(), ("*",), ("†", "✉")]),
        emphasised=st.booleans(),
    ),
    max_size=3,
).map(tuple)
PLAIN = st.none() | _text(string.ascii_letters + "&%_#$12")
TYPE_NAMES = (
    "article article-journal article-magazine book chapter dataset map paper-conference patent "
    "report software speech thesis webpage"
)
RECORDS = st.builds(
    Record,
    key=st.sampled_from(["a", "tang:2024/x", "DBLP:conf/icml/X24"]),
    type=st.sampled_from(TYPE_NAMES.split()),
    title=RICH,
    short_title=RICH | st.just(RichText()),
    authors=AUTHORS,
    authors_truncated=st.booleans(),
    editors=AUTHORS,
    contributors=st.dictionaries(
        st.sampled_from(["translator", "container-author", "script-writer"]),
        AUTHORS.filter(bool),
        max_size=2,
    ),
    date=st.none() | st.sampled_from(["2024", "2024-05", "2024-05-12", "1850~", "2024/2025",
                                      "in press", "2021/.."]).map(Date.parse),
    event_date=st.none() | st.just(Date.parse("2024-05-12/2024-05-15")),
    accepted=st.none() | st.sampled_from(["2024", "2024-09-25"]).map(Date.parse),
    container=RICH | st.just(RichText()),
    container_short=PLAIN,
    collection=RICH | st.just(RichText()),
    collection_number=PLAIN,
    volume=PLAIN,
    issue=PLAIN,
    number=PLAIN,
    pages=st.none() | st.sampled_from(["1–10", "12–15, 18", "e123", "A-3"]),
    publisher=PLAIN,
    publisher_place=PLAIN,
    event=PLAIN,
    event_place=PLAIN,
    genre=st.none() | st.sampled_from(["PhD thesis", "Working paper"]),
    status=st.none() | st.sampled_from(["in press", "under review"]),
    language=st.none() | st.sampled_from(["de", "de-CH", "tlh"]),
    note=RICH | st.just(RichText()),
    keywords=st.lists(st.sampled_from(["a", "b c", "d, e", "f; g"]), unique=True).map(tuple),
    identifiers=st.sampled_from([
        (),
        (Identifier(scheme="doi", value="10.1000/a_b"),),
        (
            Identifier(scheme="arxiv", value="2401.17644", version=2),
            Identifier(scheme="isbn", value="9783161484100"),
            Identifier(scheme="isbn", value="9780198526636"),
        ),
    ]),
    links=st.sampled_from([
        (),
        (Link(relation="paper", url="https://example.org/a_b?c=%20#d"),),
        (Link(relation="code", url="a.zip"), Link(relation="code", url="b.zip")),
        (Link(relation="other", url="x.html", label="A & B"), Link(relation="video", url="v.mp4")),
    ]),
    selected=st.none() | st.booleans(),
    preview=st.none() | st.just("img/a_b.png"),
    extra=st.dictionaries(
        st.sampled_from(["funding", "user_a", "abbr"]),
        st.sampled_from(["{Braces} \\& more", "100\\%"]),
    ),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(RECORDS)
def test_what_is_written_reads_as_the_same_record(record: Record) -> None:
    document = read_bibtex(write_bibtex([record]), "x.bib")
    assert len(document.records) == 1
    found = document.records[0]
    # The entry type is chosen, a thesis and a DBLP key say by themselves what they are, and a
    # list without names cannot end in others.
    genre = record.genre or found.genre
    own = [each for each in found.identifiers if each.scheme != "dblp"]
    cut = record.authors_truncated and bool(record.authors)
    assert found.change(source=None, identifiers=tuple(own)) == record.change(
        entry_type=found.entry_type, genre=genre, authors_truncated=cut
    )


def _record(**fields: object) -> Record:
    return Record(key="k", type="paper-conference").change(**fields)


def test_roles_are_annotations_and_names_carry_no_marks() -> None:
    names = [Name(family="Tang", given="Z."), Name(family="Bee", given="A.")]
    roles = [(Role(kind="equal"),), (Role(kind="equal"), Role(kind="corresponding"))]
    authors = tuple(Author(name=name, roles=own) for name, own in zip(names, roles, strict=True))
    text = write_bibtex([_record(authors=authors)])
    assert "Tang, Z. and Bee, A." in text
    assert "author+an = {1=equal; 2=equal,corresponding}" in text
    settled, problems = settle_roles(read_bibtex(text, "x.bib").records, ())
    assert [author.roles for author in settled[0].authors] == roles
    assert not problems


def test_the_owner_is_written_only_where_two_authors_could_be_meant() -> None:
    owner = Author(name=Name(family="Tang", given="Z."), me=True)
    alone = (owner, Author(name=Name(family="Bee", given="A.")))
    twins = (Author(name=Name(family="Tang", given="Z.")), owner)
    assert "author+an" not in entry_from_record(_record(authors=alone)).fields
    assert entry_from_record(_record(authors=twins)).fields["author+an"] == "2=me"


def test_awards_are_one_field() -> None:
    awards = (Award(name="Spotlight", note="top 5%"), Award(name="Best Paper, runner-up"))
    assert entry_from_record(_record(awards=awards)).fields["award"] == (
        "Spotlight (top 5\\%), {Best Paper, runner-up}"
    )


@pytest.mark.parametrize(
    ("extra", "names"),
    [
        ({"title": "another"}, {"title", "x-title"}),
        ({"Mixed Case": "a"}, {"mixed-case"}),
        ({"open": "a { b"}, {"open"}),
    ],
)
def test_kept_fields_get_a_name_that_is_free(extra: dict[str, str], names: set[str]) -> None:
    entry = entry_from_record(_record(title=RichText.of("T"), extra=extra))
    assert names <= entry.fields.keys()
    assert all(balanced(value) == value for value in entry.fields.values())
