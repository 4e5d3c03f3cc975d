"""Texts in lines that begin with a tag, as RIS and PubMed have them.

Read here and not by a library, because every line has to keep its number and nothing may be
lost: not a record whose end is missing, not a tag that comes twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from publist.model import Document, Record
from publist.problems import Problem, Severity
from publist.reading.dialects.rebuilding import Rebuilt, text_at
from publist.reading.values import Mapping as Entry
from publist.reading.values import Place, as_text
from publist.reading.values import Sequence as Listed

__all__ = ["TaggedRecord", "document_of", "listed", "put_rest", "read_tagged", "records_in"]


@dataclass(slots=True)
class TaggedRecord:
    """One record as its lines say it.

    Args:
        line: Where it begins, counted from 1.
        fields: Tag, text and line of each field, in order.
    """

    line: int
    fields: list[tuple[str, str, int]] = field(default_factory=list)

    def of(self, *tags: str) -> list[tuple[str, int]]:
        """Texts and lines of the fields with these tags, in order, empty ones left out."""
        return [(text, line) for tag, text, line in self.fields if tag in tags and text]

    def first(self, *tags: str) -> tuple[str, int] | None:
        """The first field that has the first of these tags that is there."""
        for tag in tags:
            found = self.of(tag)
            if found:
                return found[0]
        return None

    def text(self, *tags: str) -> str:
        """The text of :meth:`first`; empty where there is none."""
        found = self.first(*tags)
        return found[0] if found else ""


def records_in(
    text: str, form: re.Pattern[str], start: str, end: str
) -> Iterator[TaggedRecord | Problem]:
    """Cut a text into records.

    Args:
        text: The text.
        form: What a line with a tag looks like, with the groups ``tag`` and ``text``. Other
            lines go on with the field above.
        start: The tag that begins a record.
        end: The tag that ends one; a missing end is reported, the record kept.

    Yields:
        Records, and problems with lines that belong to none.
    """
    cutter = _Cutter(start, end)
    for number, line in enumerate(text.split("\n"), 1):
        found = form.match(line)
        if found:
            yield from cutter.tagged(found["tag"], (found["text"] or "").strip(), number)
        elif line.strip():
            yield from cutter.other(line.strip(), number)
    yield from cutter.finish(complete=not end)


@dataclass(slots=True)
class _Cutter:
    """The record that is being read, and the pieces of its last field."""

    start: str
    end: str
    record: TaggedRecord | None = None
    tag: str = ""
    line: int = 0
    pieces: list[str] = field(default_factory=list)

    def tagged(self, tag: str, text: str, number: int) -> Iterator[TaggedRecord | Problem]:
        if self.end and tag == self.end:
            yield from self.finish(complete=True)
            return
        if tag == self.start:
            yield from self.finish(complete=not self.end)
            self.record = TaggedRecord(number)
        if self.record is None:
            yield _problem("line-outside", "This line belongs to no record.", number, text)
            return
        self._close()
        self.tag, self.line, self.pieces = tag, number, [text]

    def other(self, text: str, number: int) -> Iterator[Problem]:
        if self.record is None:
            yield _problem("line-outside", "This line belongs to no record.", number, text)
        else:
            self.pieces.append(text)

    def finish(self, *, complete: bool) -> Iterator[TaggedRecord | Problem]:
        if self.record is None:
            return
        self._close()
        if not complete:
            message = f"The record has no line {self.end} at its end; it was read all the same."
            yield _problem("record-open", message, self.record.line)
        yield self.record
        self.record = None

    def _close(self) -> None:
        if self.record is not None and self.pieces:
            text = " ".join(piece for piece in self.pieces if piece)
            self.record.fields.append((self.tag, text, self.line))
        self.pieces = []


def _problem(code: str, message: str, line: int, value: str | None = None) -> Problem:
    return Problem(
        severity=Severity.WARNING, code=code, message=message, line=line, value=value and value[:80]
    )


def listed(texts: Iterable[tuple[str, int]]) -> Listed | None:
    """Texts with their lines as a list of values; None for none."""
    values = [text_at(text, Place(line)) for text, line in texts]
    return Listed(values[0].place, list(values)) if values else None


def put_rest(
    new: Rebuilt, record: TaggedRecord, form: str, known: Mapping[str, object] | frozenset[str]
) -> None:
    """Keep fields that nobody reads, under the form's name and their tag."""
    rest: dict[str, str] = {}
    for tag, text, _ in record.fields:
        if tag not in known and text:
            name = f"{form}-{tag.lower()}"
            rest[name] = f"{rest[name]}; {text}" if name in rest else text
    if rest:
        place = Place(record.line)
        extra = Entry(place, {name: text_at(text, place) for name, text in rest.items()})
        new.put("extra", extra)


def read_tagged(
    found: Iterable[TaggedRecord | Problem], entry: Callable[[TaggedRecord], Entry], file: str
) -> Document:
    """A document of the records that :func:`records_in` finds.

    Args:
        found: Records, and problems between them.
        entry: Makes an entry of publist's own form of a record.
        file: The source.
    """
    pieces = list(found)
    entries = [entry(each) for each in pieces if isinstance(each, TaggedRecord)]
    return document_of(entries, [each for each in pieces if isinstance(each, Problem)], file)


def document_of(entries: Sequence[Entry], problems: Sequence[Problem], file: str) -> Document:
    """Read entries of publist's own form as a document.

    Args:
        entries: In the order of the source.
        problems: What was found on the way to them.
        file: The source.
    """
    from publist.reading.form.entry import record_from_mapping
    from publist.reading.pages.keys import key_of

    records: list[Record] = []
    said = [problem.model_copy(update={"file": file}) for problem in problems]
    taken: set[str] = {text for entry in entries if (text := _id(entry))}
    for number, entry in enumerate(entries, 1):
        record, found = record_from_mapping(entry, file, number)
        if not _id(entry):
            record = record.change(key=_free(key_of(record), taken))
        records.append(record)
        said += [problem.model_copy(update={"key": record.key}) for problem in found]
    return Document(records=tuple(records), problems=tuple(said))


def _id(entry: Entry) -> str:
    value = entry.items.get("id")
    return as_text(value).strip() if value is not None else ""


def _free(key: str, taken: set[str]) -> str:
    """The key, with a number behind it where it is taken."""
    free, number = key, 2
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    taken.add(free)
    return free
