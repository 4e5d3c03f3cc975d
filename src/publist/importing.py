"""Importing: from hand-typed pages to publication data in publist's own YAML form.

Composes reading, normalising and writing for ``pubs import``, with what a person wants to see
of it: what was doubtful, and each item beside what was made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publist.model import Document, Record, Work
from publist.pipeline import listing, normalise
from publist.problems import Problem, Severity
from publist.reading.sources import form_of, nothing_in, read_text, source_texts
from publist.setup import Look, Plan, Setup
from publist.write.review import Reviewed

__all__ = ["Imported", "filled_from", "import_pages", "reviewed", "tidy_yaml"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What importing gave.

    Args:
        records: Normalised, in the order of the sources.
        problems: Everything that a person should know.
        originals: The text that each record was read from, by its key.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    originals: Mapping[str, str]


def import_pages(
    sources: Sequence[str | Path], setup: Setup | None = None, *, form: str | None = None
) -> Imported:
    """Read pages, and other sources of publications, for good.

    Args:
        sources: Paths, patterns, or ``-`` for standard input.
        setup: How to understand them.
        form: Their form by name, where it is not to be told from the file.

    Raises:
        SourceError: A source cannot be read at all.
    """
    documents: list[Document] = []
    originals: list[str] = []
    for file, text, told in source_texts(sources):
        document, texts = _read(file, text, form)
        is_silent = not document.records and not document.problems
        problems = (*told, nothing_in(file)) if is_silent else (*told, *document.problems)
        documents.append(document.model_copy(update={"problems": problems}))
        originals += texts
    done = normalise(_with_unique_keys(documents), setup or Setup())
    by_key = dict(zip((record.key for record in done.records), originals, strict=True))
    return Imported(done.records, done.problems, by_key)


def _read(file: str, text: str, form: str | None) -> tuple[Document, list[str]]:
    """One source, and the text that each of its records was read from, as far as that is known."""
    from publist.reading.pages import FORMS, read_page

    name = form or form_of(file, text)
    if name not in FORMS or (name == "markdown" and _is_one_entry(text, file)):
        document = read_text(text, file, name)
        return document, ["" for _ in document.records]
    page = read_page(text, file, name)
    return page.document, [reading.original for reading in page.readings]


def _is_one_entry(text: str, file: str) -> bool:
    from publist.reading.dialects.front import entry_in

    return entry_in(text, file) is not None


def _with_unique_keys(documents: Sequence[Document]) -> list[Document]:
    """The documents with no key in two of them."""
    taken: set[str] = set()
    out = []
    for document in documents:
        own = dict.fromkeys(record.key for record in document.records)
        names: dict[str, str] = {}
        for key in own:
            name, number = key, 2
            while name in taken or (name in own and name != key):
                name, number = f"{key}-{number}", number + 1
            names[key] = name
            taken.add(name)
        out.append(_renamed(document, names))
    return out


def _renamed(document: Document, names: Mapping[str, str]) -> Document:
    records = tuple(record.change(key=names[record.key]) for record in document.records)
    problems = tuple(
        problem.model_copy(update={"key": names.get(problem.key, problem.key)})
        if problem.key
        else problem
        for problem in document.problems
    )
    return document.model_copy(update={"records": records, "problems": problems})


def filled_from(imported: Imported, sources: Sequence[str | Path]) -> Imported:
    """What was imported, filled in from a bibliography; see :func:`publist.filling.fill_in`.

    Args:
        imported: What was imported.
        sources: The files of the bibliography.

    Raises:
        SourceError: A source cannot be read at all.
    """
    from publist.filling import fill_in
    from publist.reading import read_sources

    document = read_sources(sources)
    filled = fill_in(imported.records, document.records)
    return Imported(
        filled.records,
        (*imported.problems, *document.problems, *filled.problems),
        imported.originals,
    )


_WORTH_A_COMMENT = frozenset(("filled-in", "page-residue"))
# What a comment in YAML cannot hold.
_NO_COMMENT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def tidy_yaml(imported: Imported) -> str:
    """The records as a person would have typed them, doubts in comments above each.

    Venues are written as they are printed: reading the file recognises them again.

    Args:
        imported: What was imported.
    """
    from publist.write.yaml import entry_data
    from publist.write.yaml_text import yaml_items

    doubts = _doubts(imported.problems)
    pieces = []
    for record in imported.records:
        item = yaml_items([entry_data(_tidied(record))])
        pieces.append("".join(f"# {line}\n" for line in doubts.get(record.key, ())) + item)
    return "\n".join(pieces) if pieces else "[]\n"


def _tidied(record: Record) -> Record:
    authors = tuple(author.model_copy(update={"emphasised": False}) for author in record.authors)
    # The venue that the text, or the number of a preprint, says anyway needs no words.
    told = bool(record.container) or record.identifier("arxiv") is not None
    venue = None if told else record.venue
    return record.change(authors=authors, venue=venue, source=None)


def _doubts(problems: Iterable[Problem]) -> dict[str, list[str]]:
    """What is to be checked, by key, as lines of comment."""
    found: dict[str, list[str]] = {}
    for problem in problems:
        shown = problem.severity is not Severity.INFO or problem.code in _WORTH_A_COMMENT
        if not problem.key or not shown:
            continue
        value = f" ({problem.value})" if problem.code == "page-residue" else ""
        line = " ".join(_NO_COMMENT.sub(" ", f"{problem.message}{value}").split())
        found.setdefault(problem.key, []).append(line)
    return found


def reviewed(imported: Imported) -> list[Reviewed]:
    """Each record's original line beside the line that is made of it.

    Args:
        imported: What was imported.
    """
    works = tuple(Work.of(record) for record in imported.records)
    shown, _ = listing(works, Plan(sort=()), Look())
    texts = {entry.work.key: entry.text.plain for entry in shown.root.walk()}
    doubts = _doubts(imported.problems)
    return [
        Reviewed(
            key=record.key,
            place=str(record.source) if record.source else "",
            original=imported.originals.get(record.key, ""),
            rendered=texts.get(record.key, ""),
            doubts=tuple(doubts.get(record.key, ())),
        )
        for record in imported.records
    ]
