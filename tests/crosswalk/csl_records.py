"""Records from a generator, for properties of the CSL crosswalk and the citing stage."""

from __future__ import annotations

from hypothesis import strategies as st

from publist.crosswalk.csl_variables import NAMES, TYPES
from publist.model import Author, Award, Date, Day, Identifier, Link, Name, Record, Role
from publist.richtext import Element, RichText, Tag

__all__ = ["records"]

_WORDS = st.text(st.sampled_from("abc XYZ éß周<>&$*_#\\{}\"'.:,–"), min_size=1, max_size=12)


def _tidy(text: str) -> str:
    return " ".join(text.split())


words = _WORDS.map(_tidy).filter(bool)
plain = st.text(st.sampled_from("abcdeXYZé周 .-"), min_size=1, max_size=12).map(_tidy).filter(bool)
bare = st.text(st.sampled_from("abcdefgXYZé周"), min_size=1, max_size=9)


def _element(tag: Tag) -> st.SearchStrategy[Element]:
    return words.map(lambda text: Element(tag, (text,)))


_TAGS = (Tag.EMPH, Tag.STRONG, Tag.SUP, Tag.SUB, Tag.SMALL_CAPS, Tag.PROTECTED, Tag.CODE, Tag.QUOTE)
_math = st.sampled_from(["O(n^2)", r"\alpha", "x_1 + y"]).map(lambda tex: Element(Tag.MATH, (tex,)))
_nodes = st.lists(words | st.one_of(*(_element(tag) for tag in _TAGS)) | _math, max_size=4)
rich = _nodes.map(lambda nodes: RichText.of(*nodes))

_names = st.one_of(
    words.map(lambda text: Name(literal=text)),
    st.builds(
        Name,
        family=bare.map(lambda text: "F" + text),
        given=st.none() | bare.map(lambda text: "G" + text),
        particle=st.none() | st.just("van der"),
        suffix=st.none() | st.just("Jr."),
    ),
)
_roles = st.builds(
    Role, kind=st.sampled_from(["equal", "corresponding", "lead", "chef"]), group=st.integers(1, 3)
)
authors = st.lists(
    st.builds(
        Author,
        name=_names,
        roles=st.lists(_roles, max_size=2, unique=True).map(tuple),
        me=st.booleans(),
        url=st.none() | st.just("https://example.org/~me"),
    ),
    max_size=5,
).map(tuple)

_days = st.one_of(
    st.builds(Day, year=st.integers(1, 2030)),
    st.builds(Day, year=st.integers(1900, 2030), month=st.integers(1, 12)),
    st.builds(Day, year=st.integers(1900, 2030), season=st.integers(1, 4)),
)
dates = st.one_of(
    st.builds(Date, start=_days, approximate=st.booleans()),
    st.builds(Date, start=_days, end=_days),
    st.builds(Date, start=_days, open_ended=st.just(True)),
    st.just(Date(literal="forthcoming")),
)
_some = st.sampled_from
_identifiers = st.lists(
    _some(
        [
            Identifier(scheme="doi", value="10.1000/182"),
            Identifier(scheme="arxiv", value="2401.17644", version=2),
            Identifier(scheme="isbn", value="9780306406157"),
            Identifier(scheme="acl", value="P19-1001"),
        ]
    ),
    max_size=3,
    unique=True,
).map(tuple)


def _maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


records = st.builds(
    Record,
    key=bare,
    type=_some(sorted(TYPES)),
    entry_type=st.none() | st.just("inproceedings"),
    title=rich,
    authors=authors,
    authors_truncated=st.booleans(),
    editors=authors,
    contributors=st.dictionaries(_some(NAMES), authors.filter(bool), max_size=1),
    date=st.none() | dates,
    event_date=st.none() | dates,
    accepted=st.none() | dates,
    container=rich,
    container_short=_maybe(words),
    collection=rich,
    volume=_maybe(words),
    number=_maybe(plain),
    pages=_maybe(_some(["1–9", "e17", "1234–1239, 7"])),
    edition=_maybe(_some(["2", "second"])),
    publisher=_maybe(words),
    event=_maybe(words),
    genre=_maybe(words),
    status=_maybe(words),
    note=rich,
    abstract=rich,
    keywords=st.lists(words, max_size=2, unique=True).map(tuple),
    identifiers=_identifiers,
    links=st.lists(
        st.builds(Link, relation=_some(["paper", "code"]), url=st.just("https://example.org/x")),
        max_size=2,
    ).map(tuple),
    awards=st.lists(st.builds(Award, name=words), max_size=1).map(tuple),
    selected=st.none() | st.booleans(),
    extra=st.dictionaries(_some(["call-number", "abbr", "annotation+an"]), words, max_size=2),
)
