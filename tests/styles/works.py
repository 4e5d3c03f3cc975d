"""One work of every kind that lists show, with long-public facts."""

from __future__ import annotations

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
    Work,
)
from publist.richtext import parse_markup

__all__ = ["WORKS"]

EQUAL, CORRESPONDING = Role(kind="equal"), Role(kind="corresponding")


def people(*names: str) -> tuple[Author, ...]:
    """Authors from ``Given Family``; ``=`` is equal, ``@`` corresponding, ``!`` the owner."""
    return tuple(_person(name) for name in names)


def _person(text: str) -> Author:
    bare = text.strip("=@!")
    given, _, family = bare.rpartition(" ")
    given, von, _ = given.partition(" van")
    name = Name(family=family, given=given or None, particle="van" if von else None)
    if bare.startswith("{"):
        name = Name(literal=bare.strip("{}"))
    signs = {"=": EQUAL, "@": CORRESPONDING}
    roles = tuple(role for sign, role in signs.items() if text.endswith((sign, sign + "!")))
    return Author(name=name, roles=roles, me="!" in text)


def venue(name: str, short: str | None, kind: VenueKind, track: Track | None = None) -> Venue:
    return Venue(name=name, short=short, kind=kind, id=(short or name), track=track or Track())


NEURIPS = "Advances in Neural Information Processing Systems"
EMNLP = "Conference on Empirical Methods in Natural Language Processing"
RECORDS = (
    Record(
        key="conference",
        type="paper-conference",
        title=parse_markup("Attention Is All You Need"),
        authors=people("Ashish Vaswani=", "Noam Shazeer=", "Niki Parmar=!", "Jakob Uszkoreit="),
        container=parse_markup("NIPS"),
        venue=venue(NEURIPS, "NeurIPS", VenueKind.CONFERENCE),
        pages="5998–6008",
        date=Date.parse("2017"),
    ),
    Record(
        key="award",
        type="paper-conference",
        title=parse_markup("Deep Residual Learning for Image Recognition"),
        authors=people("Kaiming He!", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"),
        venue=venue(
            "IEEE Conference on Computer Vision and Pattern Recognition",
            "CVPR",
            VenueKind.CONFERENCE,
        ),
        date=Date.parse("2016"),
        identifiers=(Identifier(scheme="doi", value="10.1109/cvpr.2016.90"),),
        awards=(Award(name="Best Paper Award", kind="best-paper"),),
    ),
    Record(
        key="workshop",
        type="paper-conference",
        title=parse_markup("How Much Do We Gain?"),
        authors=people("Jane Doe", "Max Muster@"),
        venue=venue(
            NEURIPS,
            "NeurIPS",
            VenueKind.CONFERENCE,
            Track(kind=TrackKind.WORKSHOP, name="Federated Foundation Models"),
        ),
        date=Date.parse("2024-12"),
    ),
    Record(
        key="findings",
        type="paper-conference",
        title=parse_markup("Searching from Zero"),
        authors=people("Jane Doe"),
        venue=venue(EMNLP, "EMNLP", VenueKind.CONFERENCE, Track(kind=TrackKind.FINDINGS)),
        date=Date.parse("2024"),
    ),
    Record(
        key="journal",
        type="article-journal",
        title=parse_markup("On the electrodynamics of CO<sub>2</sub> at $O(n^2)$"),
        authors=people("Ludwig van Beethoven", "Ada Lovelace"),
        container=parse_markup("IEEE Network"),
        volume="35",
        issue="3",
        pages="230–237",
        date=Date.parse("2021-05"),
        identifiers=(Identifier(scheme="doi", value="10.1000/182"),),
    ),
    Record(
        key="preprint",
        type="article",
        title=parse_markup("BERT"),
        authors=people("Jacob Devlin", "Ming-Wei Chang"),
        date=Date.parse("2018-10-11"),
        identifiers=(Identifier(scheme="arxiv", value="1810.04805", version=2),),
    ),
    Record(
        key="book",
        type="book",
        title=parse_markup("The Art of Computer Programming"),
        authors=people("Donald E. Knuth"),
        volume="1",
        edition="3",
        publisher="Addison-Wesley",
        publisher_place="Reading",
        date=Date.parse("1997"),
        identifiers=(Identifier(scheme="isbn", value="9780201896831"),),
    ),
    Record(
        key="edited",
        type="book",
        title=parse_markup("Neural Networks: Tricks of the Trade"),
        editors=people("Grégoire Montavon", "Klaus-Robert Müller"),
        publisher="Springer",
        date=Date.parse("2012"),
    ),
    Record(
        key="chapter",
        type="chapter",
        title=parse_markup("Efficient BackProp"),
        authors=people("Yann LeCun", "Léon Bottou"),
        editors=people("Grégoire Montavon"),
        container=parse_markup("Neural Networks: Tricks of the Trade"),
        pages="9–48",
        publisher="Springer",
        date=Date.parse("2012"),
    ),
    Record(
        key="thesis",
        type="thesis",
        title=parse_markup("A Mathematical Theory of Genetics"),
        authors=people("Claude E. Shannon"),
        genre="PhD thesis",
        publisher="Massachusetts Institute of Technology",
        date=Date.parse("1940"),
    ),
    Record(
        key="report",
        type="report",
        title=parse_markup("The PageRank Citation Ranking"),
        authors=people("Lawrence Page", "Sergey Brin"),
        number="1999-66",
        genre="Technical report",
        publisher="Stanford InfoLab",
        date=Date.parse("1999"),
    ),
    Record(
        key="software",
        type="software",
        title=parse_markup("NumPy"),
        authors=people("{NumPy Developers}"),
        version="1.26",
        date=Date.parse("2023"),
        links=(Link(relation="project", url="https://numpy.org"),),
    ),
    Record(
        key="dataset",
        type="dataset",
        title=parse_markup("Iris"),
        authors=people("R. A. Fisher"),
        publisher="UCI Machine Learning Repository",
        date=Date.parse("1936"),
    ),
    Record(
        key="patent",
        type="patent",
        title=parse_markup("Method for node ranking in a linked database"),
        authors=people("Lawrence Page"),
        number="US 6,285,999",
        date=Date.parse("2001-09-04"),
    ),
    Record(
        key="webpage",
        type="webpage",
        title=parse_markup("The Illustrated Transformer"),
        authors=people("Jay Alammar"),
        container=parse_markup("jalammar.github.io"),
        date=Date.parse("2018"),
        links=(Link(relation="html", url="https://jalammar.github.io/illustrated-transformer/"),),
    ),
    Record(
        key="talk",
        type="speech",
        title=parse_markup("You and Your Research"),
        authors=people("Richard W. Hamming"),
        genre="Invited talk",
        event="Bellcore Colloquium",
        event_place="Morristown",
        date=Date.parse("1986-03-07"),
    ),
    Record(key="bare-talk", type="speech", title=parse_markup("Hello"), authors=people("Jane Doe")),
    Record(key="bare-thesis", type="thesis", title=parse_markup("Hello"), date=Date.parse("2020")),
    Record(key="bare-preprint", type="article", title=parse_markup("Hello")),
    Record(
        key="forthcoming",
        type="article-journal",
        title=parse_markup("Not Yet Out"),
        authors=people("Jane Doe"),
        container=parse_markup("Journal of Results"),
        status="forthcoming",
    ),
    Record(key="title-only", type="document", title=parse_markup("Untold")),
    Record(key="no-title", type="article-journal", authors=people("Jane Doe")),
)
WORKS = tuple(Work.of(record) for record in RECORDS)
