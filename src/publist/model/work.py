"""Records and works: what sources say, and what it is about."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from publist.model.author import Author
from publist.model.award import Award
from publist.model.base import Model
from publist.model.dates import Date
from publist.model.identifiers import Identifier
from publist.model.link import Link
from publist.model.origin import FieldOrigin
from publist.model.source import Source
from publist.model.venue import Venue
from publist.problems import Problem, Severity
from publist.richtext import EMPTY, RichText

__all__ = ["Record", "Work"]


class Record(Model):
    """What one source says of one version of a work.

    The fields follow CSL 1.0.2's variables (appendix IV of its specification), under names
    that read well in Python; the citing stage maps them back.

    Args:
        key: The entry's key in its source; made up by the reader where there is none.
        type: A CSL item type: ``article-journal``, ``paper-conference``, ``article`` (a
            preprint), ``book``, ``chapter``, ``thesis``, ``report``, ``software`` …
        entry_type: The source's own word for it, e.g. ``inproceedings``.
        title: The whole title, subtitle included.
        short_title: A short form of it.
        authors: In the printed order.
        authors_truncated: Whether the source ends the list with *and others*.
        editors: In the printed order.
        contributors: Everybody else by CSL name variable, e.g. ``translator``.
        date: When it was, or will be, issued.
        event_date: When the conference took place.
        accessed: When an online source was seen.
        original_date: When the original of a reprint or translation was issued.
        accepted: When it was accepted for publication.
        container: The journal or the collected volume as the source prints it.
        container_short: Its abbreviation as the source prints it.
        venue: The same after normalising; None before.
        collection: The series.
        collection_number: Number in the series.
        volume: As printed; likewise the next ones.
        issue: Number of the issue.
        number: Number of a report, patent or standard.
        pages: Pages or a range of them, with an en dash between two.
        number_of_pages: Length of a book or a thesis.
        chapter: Number of the chapter.
        edition: ``2`` or ``Second revised``.
        version: Of software or a data set.
        publisher: Publisher, university, or institution.
        publisher_place: Where that is.
        event: Name of the conference where it differs from the container.
        event_place: Where it took place.
        genre: What kind of thesis, report or preprint, in words.
        status: Publication state in words, e.g. ``forthcoming``, ``submitted``.
        language: BCP 47 code, e.g. ``de-CH``.
        note: Remarks to print.
        annotation: Remarks about the work that are not printed by citation styles.
        abstract: The abstract.
        keywords: In the order given.
        identifiers: Normalised; at most one a scheme but for ISBN and ISSN.
        links: In the order given.
        awards: Distinctions.
        selected: Whether the owner put it among the selected works.
        preview: Path or URL of a thumbnail.
        extra: Fields that have no place above, by their name in the source, as the source has
            them (LaTeX not decoded), so that nothing is lost on the way.
        source: Where it was read.
    """

    key: str
    type: str = "document"
    entry_type: str | None = None
    title: RichText = EMPTY
    short_title: RichText = EMPTY
    authors: tuple[Author, ...] = ()
    authors_truncated: bool = False
    editors: tuple[Author, ...] = ()
    contributors: dict[str, tuple[Author, ...]] = Field(default_factory=dict)
    date: Date | None = None
    event_date: Date | None = None
    accessed: Date | None = None
    original_date: Date | None = None
    accepted: Date | None = None
    container: RichText = EMPTY
    container_short: str | None = None
    venue: Venue | None = None
    collection: RichText = EMPTY
    collection_number: str | None = None
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    pages: str | None = None
    number_of_pages: str | None = None
    chapter: str | None = None
    edition: str | None = None
    version: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    event: str | None = None
    event_place: str | None = None
    genre: str | None = None
    status: str | None = None
    language: str | None = None
    note: RichText = EMPTY
    annotation: RichText = EMPTY
    abstract: RichText = EMPTY
    keywords: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    links: tuple[Link, ...] = ()
    awards: tuple[Award, ...] = ()
    selected: bool | None = None
    preview: str | None = None
    extra: dict[str, str] = Field(default_factory=dict)
    source: Source | None = None

    def identifier(self, scheme: str) -> str | None:
        """The first identifier of a scheme, e.g. ``record.identifier("doi")``."""
        for found in self.identifiers:
            if found.scheme == scheme:
                return found.value
        return None

    @property
    def year(self) -> int | None:
        """The year it was issued, where that is known."""
        return self.date.year if self.date else None

    def change(self, **fields: object) -> Self:
        """A copy with some fields replaced. The values are not validated again."""
        return self.model_copy(update=fields)

    def problem(
        self, severity: Severity, code: str, message: str, value: str | None = None
    ) -> Problem:
        """Trouble with this record, told with its key and where it was read.

        Args:
            severity: How much it matters.
            code: Its short name in kebab-case.
            message: What is wrong and what to do.
            value: The offending text.

        >>> record = Record(key="tang24", source=Source(file="my.bib", line=7))
        >>> print(record.problem(Severity.INFO, "joined", "Shown with another one."))
        my.bib:7: info: tang24: Shown with another one. [joined]
        """
        return Problem(
            severity=severity,
            code=code,
            message=message,
            file=self.source.file if self.source else None,
            line=self.source.line if self.source else None,
            key=self.key,
            value=value,
        )


class Work(Model):
    """One intellectual work with all that is known of it.

    Args:
        record: What lists show: the preferred version, filled in from the others.
        versions: Every record of the work, the preferred one first; at least one.
        provenance: Where the fields of ``record`` come from and what gave way; empty where
            there is a single record.
    """

    record: Record
    versions: tuple[Record, ...]
    provenance: tuple[FieldOrigin, ...] = ()

    @classmethod
    def of(cls, record: Record) -> Self:
        """The work that a single record speaks of.

        >>> Work.of(Record(key="tang24")).key
        'tang24'
        """
        return cls(record=record, versions=(record,))

    @property
    def key(self) -> str:
        """The key that lists, anchors and messages call it by."""
        return self.record.key
