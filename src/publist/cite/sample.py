"""Well-known publications to show a style with."""

from __future__ import annotations

from publist.model import Author, Award, Date, Identifier, Name, Record, Venue, VenueKind, Work
from publist.richtext import RichText

__all__ = ["sample_works"]


def sample_works() -> tuple[Work, ...]:
    """A conference paper with an award, a journal article and a preprint.

    >>> [work.record.type for work in sample_works()]
    ['paper-conference', 'article-journal', 'article']
    """
    conference = Record(
        key="he2016",
        type="paper-conference",
        title=RichText.of("Deep Residual Learning for Image Recognition"),
        authors=_authors("Kaiming He", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"),
        venue=Venue(
            name="IEEE Conference on Computer Vision and Pattern Recognition",
            short="CVPR",
            kind=VenueKind.CONFERENCE,
        ),
        pages="770–778",
        date=Date.parse("2016-06"),
        identifiers=(Identifier(scheme="doi", value="10.1109/cvpr.2016.90"),),
        awards=(Award(name="Best Paper Award", kind="best-paper"),),
    )
    journal = Record(
        key="shannon1948",
        type="article-journal",
        title=RichText.of("A Mathematical Theory of Communication"),
        authors=_authors("Claude E. Shannon"),
        container=RichText.of("Bell System Technical Journal"),
        volume="27",
        issue="3",
        pages="379–423",
        date=Date.parse("1948-07"),
        identifiers=(Identifier(scheme="doi", value="10.1002/j.1538-7305.1948.tb01338.x"),),
    )
    preprint = Record(
        key="kingma2014",
        type="article",
        title=RichText.of("Adam: A Method for Stochastic Optimization"),
        authors=_authors("Diederik P. Kingma", "Jimmy Ba"),
        date=Date.parse("2014-12-22"),
        identifiers=(Identifier(scheme="arxiv", value="1412.6980"),),
    )
    return tuple(Work.of(record) for record in (conference, journal, preprint))


def _authors(*names: str) -> tuple[Author, ...]:
    parts = (name.rpartition(" ") for name in names)
    return tuple(Author(name=Name(given=given, family=family)) for given, _, family in parts)
