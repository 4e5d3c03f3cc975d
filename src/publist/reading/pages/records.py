"""Records of the parts that items were taken apart into."""

from __future__ import annotations

import re

from publist.model import Record, Source, VenueKind
from publist.names import read_authors
from publist.problems import Problem, Severity
from publist.reading.pages.imprint import Imprint
from publist.reading.pages.items import Item
from publist.reading.pages.lines import says_roles
from publist.reading.pages.parts import Parts
from publist.reading.pages.reading import Reading
from publist.richtext import Element, Inline, RichText, Tag

__all__ = ["reading_of"]

_TYPES = {
    VenueKind.JOURNAL: "article-journal",
    VenueKind.CONFERENCE: "paper-conference",
    VenueKind.WORKSHOP: "paper-conference",
    VenueKind.PREPRINT: "article",
    VenueKind.BOOK: "chapter",
}
_WORDS = (
    (
        "thesis",
        re.compile(
            r"\b(?:ph\.?\s?d\.?|master'?s?|doctoral|bachelor'?s?)?\s*(?:thesis|dissertation|th[èe]se|tesis|tese|tesi"
            r"|doktorarbeit|diplomarbeit|masterarbeit|bachelorarbeit)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "paper-conference",
        re.compile(
            r"\b(?:conference|symposium|workshop|proceedings|proc\.|meeting|congress|conf\.)",
            re.IGNORECASE,
        ),
    ),
    (
        "article-journal",
        re.compile(
            r"\b(?:journal|transactions|trans\.|letters|magazine|review|annals|bulletin|j\.)",
            re.IGNORECASE,
        ),
    ),
    (
        "report",
        re.compile(
            r"\b(?:technical|tech\.?|working|research)\s+(?:report|paper)\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
_TAGS = {"emph": Tag.EMPH, "sub": Tag.SUB, "sup": Tag.SUP}


def reading_of(item: Item, parts: Parts, file: str) -> tuple[Reading, list[Problem]]:
    """The record of an item, with how it was come by and what is to be said about it."""
    imprint = parts.imprint or Imprint()
    authors = read_authors(parts.authors, "human")
    editors = read_authors(parts.edited.names if parts.edited else "", "human")
    container = imprint.venue or ""
    if not container and imprint.fields.get("arxiv"):
        container = imprint.fields["arxiv"]
    record = Record(
        key="",
        type=_type_of(item, parts, imprint),
        title=_title(parts),
        authors=authors.authors,
        authors_truncated=authors.truncated,
        editors=editors.authors,
        date=imprint.date,
        container=RichText.of(container),
        note=RichText.of("; ".join([*imprint.notes, *_on_authors(item)])),
        identifiers=tuple(imprint.identifiers),
        links=parts.links,
        awards=parts.awards,
        source=Source(file=file, line=item.text.line),
        volume=imprint.fields.get("volume"),
        issue=imprint.fields.get("issue"),
        pages=imprint.fields.get("pages"),
        status=imprint.fields.get("status"),
        number=imprint.fields.get("number"),
        number_of_pages=imprint.fields.get("number_of_pages"),
        genre=imprint.fields.get("genre"),
        publisher=imprint.fields.get("publisher"),
        event_place=imprint.fields.get("event_place"),
        publisher_place=imprint.fields.get("publisher_place"),
    )
    residue = (*parts.untold.split(), *parts.sheet.residue())
    reading = Reading(record, tuple(parts.sheet.parts), residue, item.text.text, item.text.line)
    return reading, [*authors.problems, *editors.problems, *_problems(reading, parts, file)]


def _on_authors(item: Item) -> list[str]:
    """Sentences on who of the authors did what, which normalising understands in a note."""
    return [line.text.strip(" *.") for line in item.aside if says_roles(line.text)]


def _type_of(item: Item, parts: Parts, imprint: Imprint) -> str:
    thesis = _WORDS[0][1].search(parts.sheet.text[parts.title[1] :])
    if thesis:
        return "thesis"
    if imprint.known and imprint.known.kind in _TYPES:
        return _TYPES[imprint.known.kind]
    for name, pattern in _WORDS[1:]:
        if imprint.venue and pattern.search(imprint.venue):
            return name
    if imprint.preprint:
        return "article"
    if imprint.fields.get("volume") and imprint.venue:
        return "article-journal"
    return item.kind or "document"


def _title(parts: Parts) -> RichText:
    """The title with slanted, raised and lowered pieces, unless one lies on all of it."""
    start, end = parts.title
    text = parts.sheet.text
    nodes: list[Inline] = []
    at = start
    for style in parts.sheet.styled.of_kind(*_TAGS):
        inside = at <= style.start and style.end <= end
        if not inside or (style.start <= start + 1 and style.end >= end - 1):
            continue
        nodes.append(_on_one_line(text[at : style.start]))
        nodes.append(Element(_TAGS[style.kind], (_on_one_line(text[style.start : style.end]),)))
        at = style.end
    nodes.append(_on_one_line(text[at:end]))
    return RichText.of(*nodes)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _place(record: Record) -> object:
    """Where it can be found: a venue, an archive's number, the house that published it."""
    return record.container or record.identifier("arxiv") or record.publisher


def _problems(reading: Reading, parts: Parts, file: str) -> list[Problem]:
    found: list[Problem] = []
    line = reading.line
    title = reading.record.title.plain

    def say(severity: Severity, code: str, message: str, value: str) -> None:
        found.append(
            Problem(
                severity=severity, code=code, message=message, file=file, line=line, value=value
            )
        )

    if parts.stray_quote:
        say(
            Severity.INFO, "page-quote", "A quotation mark without its partner was left out.", title
        )
    if parts.coauthors_only:
        message = "Only the co-authors are named; put the one whose page it is in their place."
        say(Severity.WARNING, "page-coauthors", message, title)
    missing = [
        name
        for name, value in (
            ("authors", reading.record.authors or reading.record.editors),
            ("title", title),
            ("venue", _place(reading.record)),
            ("year", reading.record.date),
        )
        if not value
    ]
    if missing:
        say(
            Severity.WARNING,
            "page-missing",
            f"Not found: {', '.join(missing)}. Fill in what is known.",
            reading.original[:80],
        )
    for part in reading.parts:
        if part.confidence < 0.6 and part.field != "note":
            value = reading.original[part.start : part.end]
            say(
                Severity.WARNING, "page-uncertain", f"The {part.field} is a guess; check it.", value
            )
    if reading.residue:
        words = " ".join(reading.residue)
        say(Severity.INFO, "page-residue", "Words that went nowhere were left out.", words)
    return found
