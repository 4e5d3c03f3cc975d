"""Records of a few invented works as several sources have them: alike, versions, strangers."""

from __future__ import annotations

from hypothesis import strategies as st

from publist.model import (
    EQUAL,
    LEAD,
    Author,
    Award,
    Date,
    Identifier,
    Link,
    Name,
    Record,
    Source,
    Venue,
    VenueKind,
)
from publist.richtext import RichText

__all__ = ["UNRELATED", "record_lists"]

_WORKS = (
    (
        "Ledgers of Sparse Tokens for Preemptible Accelerators",
        (("Adler", "Ida"), ("Brandt", "Karl Otto"), ("Chen", "Mei"), ("Duarte", "Rui")),
        "2501.00001",
    ),
    (
        "Gossiping under Churn with Volunteer Machines",
        (("Eriksson", "Nils"), ("Farkas", "Anna"), ("Adler", "Ida")),
        "2502.00002",
    ),
    (
        "A Survey of Bedside Federated Clinics",
        (("Grund", "Lea"), ("Haddad", "Omar"), ("Ito", "Ken")),
        "2503.00003",
    ),
    (
        "Placing Experts where their Tokens Are",
        (("Adler", "Ida"), ("Brandt", "Karl Otto")),
        "2504.00004",
    ),
)
_VENUES = (
    ("article", "arXiv preprint", VenueKind.PREPRINT, 0),
    ("paper-conference", "Workshop on Slow Learning", VenueKind.WORKSHOP, 0),
    ("paper-conference", "International Conference on Slow Learning", VenueKind.CONFERENCE, 1),
    ("article-journal", "Journal of Slow Machines", VenueKind.JOURNAL, 2),
)

UNRELATED = Record(
    key="unrelated",
    type="article-journal",
    title=RichText.of("On the Migration of Barnacle Geese across the Northern Sea"),
    authors=(Author(name=Name(family="Zeller", given="Quirin")),),
    date=Date.parse("1987"),
    container=RichText.of("Annals of Ornithology"),
    source=Source(file="birds.bib", line=1),
)


def record_lists(max_size: int = 7) -> st.SearchStrategy[list[Record]]:
    """Lists of records, some of one work."""
    return st.lists(
        _records(), min_size=1, max_size=max_size, unique_by=lambda each: str(each.source)
    )


@st.composite
def _records(draw: st.DrawFn) -> Record:
    title, people, arxiv = draw(st.sampled_from(_WORKS))
    kind, venue, venue_kind, later = draw(st.sampled_from(_VENUES))
    initials = draw(st.booleans())
    roles = draw(st.sampled_from(((), (EQUAL,), (LEAD,))))
    chosen = draw(st.sets(st.sampled_from(("title", "arxiv", "doi", "volume", "link", "award"))))
    year = str(2020 + later)
    return Record(
        key=draw(st.sampled_from(("a", "b", "c", "d"))),
        type=kind,
        title=RichText.of(title.lower() if "title" in chosen else title),
        authors=tuple(
            Author(
                name=Name(family=family, given=_initials(given) if initials else given),
                roles=roles if at == 0 else (),
            )
            for at, (family, given) in enumerate(people)
        ),
        date=Date.parse(draw(st.sampled_from((year, f"{year}-05")))),
        container=RichText.of(venue),
        venue=Venue(name=venue, kind=venue_kind),
        volume=draw(st.sampled_from(("7", "8"))) if "volume" in chosen else None,
        abstract=RichText.of(draw(st.sampled_from(("", "Short.", "A longer one.")))),
        keywords=tuple(draw(st.lists(st.sampled_from(("slow", "Slow", "fast")), max_size=2))),
        identifiers=(
            *((Identifier(scheme="arxiv", value=arxiv),) if "arxiv" in chosen else ()),
            *(
                (Identifier(scheme="doi", value=f"10.1000/{arxiv}{kind}"),)
                if "doi" in chosen
                else ()
            ),
        ),
        links=(
            (Link(relation="pdf", url=f"https://example.org/{draw(st.integers(0, 3))}.pdf"),)
            if "link" in chosen
            else ()
        ),
        awards=(Award(name="Oral", kind="oral"),) if "award" in chosen else (),
        selected=draw(st.sampled_from((None, True, False))),
        extra=draw(st.sampled_from(({}, {"annote": "x"}, {"annote": "y", "file": "z"}))),
        source=Source(
            file=draw(st.sampled_from(("mine.bib", "lab.bib", "old.bib"))),
            line=draw(st.integers(1, 999)),
        ),
    )


def _initials(given: str) -> str:
    return " ".join(f"{word[0]}." for word in given.split())
