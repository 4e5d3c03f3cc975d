"""A page with everything that a page can show, for tests that look at it."""

from __future__ import annotations

from publist.arrange.facets import facets_of
from publist.model import (
    CORRESPONDING,
    EQUAL,
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
    Venue,
    VenueKind,
    Work,
)
from publist.richtext import Element, RichText, Span, Tag, parse_markup
from publist.write.bibtex import citation_bibtex
from publist.write.options import Options

__all__ = ["OPTIONS", "listing_of", "page_listing", "record"]

OPTIONS = Options(
    standalone=True,
    abstracts=True,
    bibtex=lambda work: citation_bibtex(work.record),
    badges=True,
    thumbnails="pictures",
    metadata=("jsonld", "coins"),
    facets=facets_of,
)
_ICML = Venue(
    name="International Conference on Machine Learning",
    short="ICML",
    kind=VenueKind.CONFERENCE,
    id="icml",
)
_JMLR = Venue(
    name="Journal of Machine Learning Research", short="JMLR", kind=VenueKind.JOURNAL, id="jmlr"
)


def record(key: str, title: str, year: str, *roles: Role, **fields: object) -> Record:
    """A record of Ada Lovelace's, who comes first and is the owner, and Charles Babbage's."""
    authors = (
        Author(
            name=Name(family="Lovelace", given="Ada"),
            me=True,
            roles=roles,
            orcid="0000-0002-1825-0097",
        ),
        Author(name=Name(family="Babbage", given="Charles"), roles=(CORRESPONDING,)),
    )
    values = {"authors": authors, **fields}
    return Record.model_validate(
        {"key": key, "title": parse_markup(title), "date": Date.parse(year), **values}
    )


def _records() -> list[Record]:
    return [
        record(
            "notes",
            "Notes on the <i>Analytical Engine</i>",
            "2024-05",
            EQUAL,
            type="article-journal",
            venue=_JMLR,
            container=RichText.of("Journal of Machine Learning Research"),
            volume="3",
            issue="2",
            pages="1–31",
            identifiers=(
                Identifier.parse("doi", "10.1000/182"),
                Identifier.parse("issn", "1533-7928"),
            ),
            links=(Link(relation="pdf", url="notes.pdf"), Link(relation="code", url="code/")),
            abstract=parse_markup("It weaves <b>algebraical</b> patterns. </script><!-- Naïve."),
            awards=(Award(name="Best Paper Award", kind="best-paper"),),
            keywords=("engines", "Jacquard looms"),
            preview="engine.svg",
        ),
        record("icml24", "On Looms & Cards", "2024", type="paper-conference", venue=_ICML),
        record(
            "icml23",
            "Bernoulli Numbers",
            "2023",
            type="paper-conference",
            venue=_ICML,
            awards=(Award(name="Oral", kind="oral"),),
            preview="https://example.org/elsewhere.png",
        ),
        record("hebrew", "שיטות חדשות ב-Machine Learning", "2023", type="book", language="he"),
        record("draft", "A Calculus of the Nervous System", "in press", type="article"),
    ]


def _entry(number: int, made: Record) -> Entry:
    def name(text: str, index: int) -> Span:
        return Span(Tag.SPAN, (text,), kind="name", value=("author", index))

    mark = Span(Tag.SPAN, ("*",), kind="mark", value="equal", label="equal contribution")
    text = RichText.of(
        Span(Tag.SPAN, (name("A. Lovelace", 0),), kind="owner"),
        *((Element(Tag.SUP, (mark,)),) if EQUAL in made.authors[0].roles else ()),
        ", ",
        name("C. Babbage", 1),
        ". ",
        Span(Tag.SPAN, made.title.nodes, kind="title"),
        ". ",
        str(made.date),
        ".",
    )
    return Entry(work=Work.of(made), text=text, number=number)


def listing_of(*records: Record, language: str = "en-US") -> Listing:
    """A list of records under the headings of their years, counted down."""
    total = len(records)
    years = dict.fromkeys(str(each.year or "forthcoming") for each in records)
    numbered = [(total - at, each) for at, each in enumerate(records)]
    groups = (
        Group(
            heading=year,
            key=year,
            entries=tuple(
                _entry(number, each)
                for number, each in numbered
                if str(each.year or "forthcoming") == year
            ),
        )
        for year in years
    )
    item = LegendItem(mark="*", role=EQUAL, text="equal contribution")
    return Listing(
        root=Group(groups=tuple(groups)), legend=Legend(items=(item,)), language=language
    )


def page_listing(language: str = "en-US") -> Listing:
    """Five works of four kinds, three years, two venues."""
    return listing_of(*_records(), language=language)
