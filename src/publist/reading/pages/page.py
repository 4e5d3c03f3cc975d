"""Pages: from an outline to a document, and the readers of each form of page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from publist.model import Document, Record
from publist.problems import Problem, Severity
from publist.reading.pages.embedded import completed, taken_out
from publist.reading.pages.html import outline_of_html
from publist.reading.pages.items import Found, Item, find_items
from publist.reading.pages.keys import with_unique_keys
from publist.reading.pages.latex_list import outline_of_latex
from publist.reading.pages.markdown import outline_of_markdown
from publist.reading.pages.outline import Outline
from publist.reading.pages.parts import take_apart
from publist.reading.pages.plain import outline_of_text
from publist.reading.pages.reading import PageReading, Reading
from publist.reading.pages.records import reading_of
from publist.reading.pages.spacing import glued_words, vocabulary

__all__ = ["FORMS", "read_html", "read_latex", "read_markdown", "read_page", "read_plain"]


def read_markdown(text: str, file: str) -> Document:
    r"""Read the publications of a Markdown page.

    Raises:
        SourceError: markdown-it-py is not installed.

    >>> page = "# Papers\n\n* **A. Li**\\*, B. He. Of Mice. In ICML 2022."
    >>> record = read_markdown(page, "about.md").records[0]
    >>> record.key, record.title.plain, record.container.plain, record.authors[0].emphasised
    ('li2022mice', 'Of Mice', 'ICML 2022', True)
    """
    return read_page(text, file, "markdown").document


def read_html(text: str, file: str) -> Document:
    """Read the publications of an HTML page.

    >>> page = "<h2>Papers</h2><ul><li><b>Of Mice</b><br>A. Li, B. He<br><i>ICML</i>, 2022</ul>"
    >>> read_html(page, "index.html").records[0].title.plain
    'Of Mice'
    """
    return read_page(text, file, "html").document


def _html(text: str, _file: str) -> Outline:
    return outline_of_html(text)


def read_plain(text: str, file: str) -> Document:
    """Read the publications of a page of plain text."""
    return read_page(text, file, "text").document


def read_latex(text: str, file: str) -> Document:
    """Read the publications in the lists of a LaTeX document."""
    return read_page(text, file, "latex").document


FORMS: dict[str, Callable[[str, str], Outline]] = {
    "markdown": outline_of_markdown,
    "html": _html,
    "text": outline_of_text,
    "latex": outline_of_latex,
}
"""How pages of each form become outlines."""


def read_page(text: str, file: str, form: str) -> PageReading:
    """Read a page with everything that is known about how it was read.

    Args:
        text: The page.
        file: Its name, for messages.
        form: One of :data:`FORMS`.

    Raises:
        SourceError: A library for this form is not installed.
    """
    shown, entries = taken_out(text, file) if form in ("markdown", "html") else (text, ())
    found = find_items(FORMS[form](shown, file))
    readings: list[Reading] = []
    problems: list[list[Problem]] = []
    for item in found.items:
        reading, said = reading_of(item, take_apart(item), file)
        readings.append(reading)
        problems.append([*said, *_described(item)])
    readings, filled, unused = completed(readings, entries)
    for index, said in enumerate(filled):
        problems[index] += said
    known = vocabulary([each.original for each in readings] + list(found.remarks))
    for index, each in enumerate(readings):
        problems[index] += _lost_blanks(each, known)
    records = with_unique_keys(reading.record for reading in readings)
    keyed = tuple(
        _with_record(each, record) for each, record in zip(readings, records, strict=True)
    )
    told = [
        problem.model_copy(
            update={"file": file, "key": reading.record.key, "line": problem.line or reading.line}
        )
        for reading, said in zip(keyed, problems, strict=True)
        for problem in said
    ]
    document = Document(
        records=tuple(records),
        problems=(
            *_left_out(found, file),
            *_unread(found, file),
            *_aside(found, file),
            *_unused(unused, file),
            *told,
        ),
        remarks=found.remarks,
    )
    return PageReading(document, keyed, found.left_out)


def _of_page(found: Found, file: str) -> list[Problem]:
    return [*_left_out(found, file), *_unread(found, file), *_aside(found, file)]


def _described(item: Item) -> list[Problem]:
    if not item.aside:
        return []
    return [
        Problem(
            severity=Severity.INFO,
            code="page-described",
            message=f"{len(item.aside)} lines that describe the work were left out.",
            line=item.aside[0].line,
            value=item.aside[0].text[:200],
        )
    ]


def _aside(found: Found, file: str) -> list[Problem]:
    """What stands under headings of publications and went into no item, in one sentence."""
    if not found.aside:
        return []
    return [
        Problem(
            severity=Severity.INFO,
            code="page-aside",
            message=f"{len(found.aside)} lines among the publications belong to none of them.",
            file=file,
            line=found.aside[0].line,
            value=" | ".join(line.text[:80] for line in found.aside[:20]),
        )
    ]


def _unused(entries: Sequence[Record], file: str) -> list[Problem]:
    return [
        Problem(
            severity=Severity.WARNING,
            code="page-bibtex",
            message="This BibTeX entry belongs to no item of the page and was left out. "
            "To have it, put it into a .bib file and name that as well.",
            file=file,
            line=entry.source.line if entry.source else None,
            key=entry.key,
        )
        for entry in entries
    ]


def _with_record(reading: Reading, record: Record) -> Reading:
    return replace(reading, record=record)


def _lost_blanks(reading: Reading, known: dict[str, int]) -> list[Problem]:
    title = reading.record.title.plain
    return [
        Problem(
            severity=Severity.WARNING,
            code="page-spaces",
            message=f"A blank seems to be lost: {word!r} may be {apart!r}.",
            value=word,
        )
        for word, apart in glued_words(title, known)
    ]


def _left_out(found: Found, file: str) -> list[Problem]:
    return [
        Problem(
            severity=Severity.INFO,
            code="page-left-out",
            message=f"{count} pieces under {heading!r} were left out: they are no publications.",
            file=file,
            value=heading,
        )
        for heading, count in found.left_out.items()
    ]


def _unread(found: Found, file: str) -> list[Problem]:
    message = (
        "This line stands among publications, but no authors were found in it; it was left out. "
        "Add it by hand."
    )
    return [
        Problem(
            severity=Severity.WARNING,
            code="page-unread",
            message=message,
            file=file,
            line=line.line,
            value=line.text[:200],
        )
        for line in found.unread
    ]
