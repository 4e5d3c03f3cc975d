"""A small bibliography in which every criterion has something to tell apart."""

from __future__ import annotations

from publist.model import (
    EQUAL,
    LEAD,
    Author,
    Award,
    Date,
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
from publist.richtext import RichText

NEURIPS = Venue(
    name="Advances in Neural Information Processing Systems",
    short="NeurIPS",
    id="neurips",
    kind=VenueKind.CONFERENCE,
)
ARXIV = Venue(name="arXiv", short="arXiv", id="arxiv", kind=VenueKind.PREPRINT)
TOPLAS = Venue(name="ACM Transactions on Programming Languages and Systems", short="TOPLAS")

ADA = Author(name=Name(family="Lovelace", given="Ada"), person="ada", me=True)
GRACE = Author(name=Name(family="Hopper", given="Grace"))
JOHN = Author(name=Name(family="Neumann", particle="von", given="John"))


def work(key: str, title: str, date: str | None = None, **fields: object) -> Work:
    """A work with little typing."""
    when = Date.parse(date) if date else None
    values: dict[str, object] = {"key": key, "title": RichText.of(title), "date": when, **fields}
    return Work.of(Record.model_validate(values))


WORKS = (
    work(
        "engine",
        "The Analytical Engine",
        "2023-05",
        type="paper-conference",
        authors=(ADA.with_roles(EQUAL), GRACE.with_roles(EQUAL)),
        venue=NEURIPS,
        keywords=("C", "engines"),
        awards=(Award(name="Spotlight", kind="spotlight"),),
        selected=True,
        source=Source(file="b.bib", line=40),
    ),
    work(
        "compilers",
        "A Compiler for Everybody",
        "2023",
        type="article-journal",
        authors=(GRACE, ADA.with_roles(LEAD)),
        venue=TOPLAS,
        keywords=("C++", "engines"),
        source=Source(file="a.bib", line=9),
    ),
    work(
        "automata",
        "Élan of Automata",
        "2019-02-03",
        type="article-journal",
        authors=(JOHN, GRACE),
        venue=ARXIV,
        source=Source(file="b.bib", line=3),
    ),
    work(
        "notes",
        "Notes",
        "in press",
        type="chapter",
        authors=(GRACE.with_roles(Role(kind="equal", group=2)), JOHN, ADA),
        source=Source(file="a.bib", line=1),
    ),
    work("lost", "An Undated Lecture", type="speech", authors=(ADA,)),
    work(
        "shop",
        "Engines at Work",
        "2024",
        type="paper-conference",
        authors=(GRACE, ADA),
        venue=NEURIPS.model_copy(
            update={"track": Track(kind=TrackKind.WORKSHOP, name="Machines", short="M@NeurIPS")}
        ),
    ),
)
