"""Listings that the writers' cases are made from; what comes out is in ``cases/``."""

from __future__ import annotations

from publist.model import (
    CORRESPONDING,
    EQUAL,
    LEAD,
    Author,
    Award,
    Date,
    Entry,
    Group,
    Identifier,
    Legend,
    LegendItem,
    Link,
    Listing,
    Name,
    Record,
    Role,
    Source,
    Track,
    TrackKind,
    Venue,
    VenueKind,
    Work,
)
from publist.richtext import Element, Inline, RichText, Span, Tag
from publist.richtext import Link as Hyperlink

LEGEND = Legend(
    items=(
        LegendItem(mark="*", role=EQUAL, text="equal contribution"),
        LegendItem(mark="✉", role=CORRESPONDING, text="corresponding author"),
        LegendItem(mark="💡", role=LEAD, text="project lead"),
    )
)
WORDS = {"*": "equal contribution", "✉": "corresponding author", "💡": "project lead"}


def name(text: str, index: int) -> Span:
    return Span(Tag.SPAN, (text,), kind="name", value=("author", index))


def owner(text: str, index: int) -> Span:
    return Span(Tag.SPAN, (name(text, index),), kind="owner")


def marks(symbols: str) -> Element:
    spans = (
        Span(Tag.SPAN, (mark,), kind="mark", value=mark, label=WORDS[mark]) for mark in symbols
    )
    return Element(Tag.SUP, tuple(spans))


def award(text: str) -> Span:
    return Span(Tag.SPAN, (text,), kind="award", value=text.lower())


def entry(key: str, *nodes: Inline, number: int | None = None, **fields: object) -> Entry:
    record = Record.model_validate({"key": key, **fields})
    return Entry(work=Work.of(record), text=RichText.of(*nodes), number=number)


def _title(*nodes: Inline) -> Span:
    return Span(Tag.SPAN, nodes, kind="title")


FIRST = entry(
    "lovelace1843notes",
    owner("A. Lovelace", 0),
    marks("*"),
    ", ",
    name("C. Babbage", 1),
    marks("*✉"),
    ". ",
    _title(
        "Notes on the ", Element(Tag.EMPH, ("Analytical Engine",)), ": CO", Element(Tag.SUB, ("2",))
    ),
    ". In ICML 1843 (",
    award("Best Paper Award"),
    ").",
    type="paper-conference",
    title="Notes on the <i>Analytical Engine</i>: CO<sub>2</sub>",
    authors=(
        Author(name=Name(family="Lovelace", given="A."), person="ada", me=True, roles=(EQUAL,)),
        Author(name=Name(family="Babbage", given="C."), roles=(EQUAL, CORRESPONDING)),
    ),
    date=Date.parse("1843-09"),
    venue=Venue(
        name="International Conference on Machine Learning",
        short="ICML",
        kind=VenueKind.CONFERENCE,
        id="icml",
        track=Track(kind=TrackKind.WORKSHOP, name="Engines"),
    ),
    awards=(Award(name="Best Paper Award", kind="best-paper", note="of 12"),),
    identifiers=(
        Identifier.parse("doi", "10.1000/182"),
        Identifier.parse("arxiv", "2401.17644v2"),
        Identifier.parse("isbn", "9783161484100"),
    ),
    links=(
        Link(relation="code", url="https://example.org/engine?a=1&b=2"),
        Link(relation="pdf", url="papers/my notes (1).pdf"),
        Link(relation="video", url="javascript:alert(1)"),
        Link(relation="other", url="https://example.org/x", label="Errata [2]"),
    ),
    abstract="We compute <i>B</i><sub>7</sub> < 1.",
    keywords=("engines", "numbers"),
    selected=True,
    source=Source(file="papers.bib", line=3),
    extra={"preview": "engine.png"},
)
SECOND = entry(
    "noether1918",
    name("E. Noether", 0),
    marks("💡"),
    ". ",
    _title(Element(Tag.QUOTE, ("Invariante ", Element(Tag.QUOTE, ("Variationsprobleme",)))), ""),
    ". ",
    Hyperlink(Tag.LINK, ("DOI",), href="https://doi.org/10.1000/182"),
    ".",
    authors=(Author(name=Name(family="Noether", given="E."), roles=(LEAD, Role(kind="chair"))),),
    title="<q>Invariante <q>Variationsprobleme</q></q>",
    language="de",
    date=Date.parse("in press"),
)
HOSTILE = (
    ("1. # not a list", "-", " not one either"),
    ("</li><script>alert(1)</script><li>",),
    ("{% include x %} {{ site.title }} {: .class} {#id}",),
    ("[x](javascript:alert(1)) ![y](z) [Best Paper Award] [^1] `code` $x$ $$y$$",),
    (
        Hyperlink(Tag.LINK, ("a [link]",), href="javascript:alert(1)"),
        " ",
        "\\input{x} \\write18{ls}",
    ),
    ("snake_case _it_ *b* **c** ~~d~~ a|b --- :tada: AT&T &amp; &#42; \u202e\x00end",),
    (
        Element(Tag.EMPH, ("so,",)),
        "called ",
        Element(Tag.STRONG, (" b ",)),
        "非",
        Element(Tag.EMPH, ("常。",)),
        "好",
    ),
    (
        Element(Tag.MATH, (r"\mathcal{O}(n^2 \log n) < \alpha_i",)),
        " but ",
        Element(Tag.MATH, (r"\input{/etc/passwd}",)),
        ", ",
        Element(Tag.CODE, ("x = {{a}} `b`",)),
        ", ",
        Element(Tag.CODE, ("y",)),
    ),
    ("Dvořák, Nguyễn Thế, Παπαδόπουλος, Чебышёв, 周伟, α ≤ ∞, 50% of #1 & more, ~x^2",),
    (
        Element(Tag.SMALL_CAPS, ("Caps",)),
        Element(Tag.UNDERLINE, ("line",)),
        Element(Tag.SUP, ("th",)),
    ),
)

LISTINGS = {
    "plain": Listing(root=Group(entries=(FIRST, SECOND)), legend=LEGEND),
    "groups": Listing(
        root=Group(
            groups=(
                Group(
                    heading="2024 #",
                    key="2024",
                    groups=(
                        Group(heading="Talks & <papers>", key="2024-talks", entries=(FIRST,)),
                        Group(heading="Rest", key="2024-talks", entries=(SECOND,)),
                    ),
                ),
            )
        ),
        heading_level=3,
    ),
    "reversed": Listing(
        root=Group(
            groups=tuple(
                Group(
                    heading=year,
                    key=year,
                    entries=tuple(entry(f"k{n}", f"Number {n}", number=n) for n in numbers),
                )
                for year, numbers in (("2024", (11, 10, 9)), ("2023", (8,)), ("2022", (3, 1)))
            )
        ),
        language="de-CH",
    ),
    "numbered": Listing(
        root=Group(entries=tuple(entry("same key", f"Number {n}", number=n) for n in (1, 2, 3)))
    ),
    "hostile": Listing(
        root=Group(
            heading='"><script> {{x}} 1#',
            key='"><x y',
            entries=tuple(entry('"><x y', *nodes) for nodes in HOSTILE),
        ),
        legend=Legend(items=(LegendItem(mark="<b>", role=EQUAL, text="*so* & {{so}}"),)),
    ),
    "empty": Listing(),
}
