"""Sources: the files, patterns and streams that a user names, read by the reader of their form."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from publist.collector import paused_collector
from publist.errors import SourceError
from publist.model import Document
from publist.problems import Problem, Severity
from publist.reading.encoding import decode

__all__ = [
    "BUILT_IN",
    "UNREADABLE",
    "Reader",
    "bytes_of",
    "files_named",
    "form_of",
    "nothing_in",
    "read_bytes",
    "read_each",
    "read_readable",
    "read_sources",
    "read_text",
    "reader_named",
    "repeated_across",
    "source_texts",
]

Reader = Callable[[str, str], Document]
"""Reads one text: ``(text, the file's name) -> Document``."""

# Registered in the entry-point group publist.readers as well, like everybody's; looked up here
# because scanning the entry points of an environment takes longer than reading a list.
BUILT_IN = {
    "bibtex": "publist.reading.bib:read_bibtex",
    "yaml": "publist.reading.form:read_yaml",
    "json": "publist.reading.form:read_json",
    "csl-json": "publist.reading.form:read_csl_json",
    "csl-yaml": "publist.reading.form:read_csl_yaml",
    "ris": "publist.reading.exchange:read_ris",
    "nbib": "publist.reading.exchange:read_nbib",
    "endnote": "publist.reading.exchange:read_endnote",
    "markdown": "publist.reading.dialects.front:read_markdown",
    "html": "publist.reading.pages:read_html",
    "text": "publist.reading.pages:read_plain",
    "latex": "publist.reading.pages:read_latex",
}
"""publist's own readers, by the name of the form."""

UNREADABLE = "source-unreadable"
"""The code of the problem that a whole file was left out."""

_ALIASES = {
    "bib": "bibtex",
    "biblatex": "bibtex",
    "yml": "yaml",
    "csljson": "csl-json",
    "csl": "csl-json",
    "md": "markdown",
    "htm": "html",
    "tex": "latex",
}
# Forms that a text's first lines give away, whatever its file is called.
_SIGNS = (
    ("ris", re.compile(r"\s*TY  ?-")),
    ("nbib", re.compile(r"\s*PMID\s?-")),
    ("endnote", re.compile(r"\s*<(?s:.{0,2000}?)<records>\s*<record>")),
)
_GROUP = "publist.readers"
_BIBTEX = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_YAML = re.compile(r"\A\s*(?:(?:#|---|%YAML)[^\n]*\n\s*)*(?:-\s|[\w\"' -]{1,40}:(?:\s|\Z))")


def read_sources(sources: Sequence[str | Path], form: str | None = None) -> Document:
    """Read sources and put what they say together, in the order given.

    Args:
        sources: Paths, patterns (``pubs/*.bib``, ``**``), folders with a publication a file
            (``_publications``), or ``-`` for standard input. A file that several of them name is
            read once.
        form: The form of all of them by name, e.g. ``bibtex``; None to tell it from a file's
            extension, or from its content.

    Raises:
        SourceError: A source is missing or is a folder of other things, or none of them can be
            read; of several files one that cannot be is a problem.
    """
    return sum(read_each(sources, form), Document())


def read_each(sources: Sequence[str | Path], form: str | None = None) -> tuple[Document, ...]:
    """Read sources, each into a document of its own, so that its remarks stay with it.

    Args:
        sources: As for :func:`read_sources`.
        form: The form of all of them by name.

    Raises:
        SourceError: As from :func:`read_sources`.
    """
    if not sources:
        raise SourceError("No source was named; name files, patterns, or - for standard input.")
    documents = read_readable(files_named(sources), lambda name: _read(name, form))
    return (*documents, Document(problems=tuple(repeated_across(documents))))


def read_readable(files: Iterable[str], read: Callable[[str], Document]) -> list[Document]:
    """Read files, so that one that cannot be read does not stop the others.

    Args:
        files: Their names.
        read: Reads one.

    Returns:
        A document for each; in the place of one that cannot be read a problem
        (:data:`UNREADABLE`).

    Raises:
        SourceError: None can be read.
    """
    documents: list[Document] = []
    errors: list[SourceError] = []
    for name in files:
        try:
            documents.append(read(name))
        except SourceError as error:
            errors.append(error)
            documents.append(Document(problems=(_left_out(error, name),)))
    if errors and len(errors) == len(documents):
        raise errors[0]
    return documents


def _left_out(error: SourceError, name: str) -> Problem:
    return Problem(
        severity=Severity.ERROR,
        code=UNREADABLE,
        message=f"The whole file was left out: {error.message}",
        file=error.file or name,
        line=error.line,
        column=error.column,
        key=error.key,
        value=error.value,
    )


def read_text(text: str, file: str, form: str | None = None) -> Document:
    """Read a text that is at hand already; see :func:`read_sources`.

    Args:
        text: The whole text.
        file: What records and problems call its source; its extension tells the form.
        form: The form by name, where it does not.

    Raises:
        SourceError: No reader fits.

    >>> read_text("@misc{a, title={T}}", "-").records[0].title.plain
    'T'
    """
    read = reader_named(form or form_of(file, text), file)
    with paused_collector():
        return read(text, file)


def source_texts(
    sources: Sequence[str | Path],
) -> Iterator[tuple[str, str, tuple[Problem, ...]]]:
    """The texts of sources before they are read, for who needs more than their documents.

    Args:
        sources: As for :func:`read_sources`.

    Yields:
        Each file's name, its text, decoded and mended, and what was to be said about that.

    Raises:
        SourceError: A source is missing, is a folder of other things, or is no text.
    """
    for name in files_named(sources):
        text, problems = decode(bytes_of(name), name)
        yield name, text, problems


def _read(name: str, form: str | None) -> Document:
    return read_bytes(bytes_of(name), name, form)


def read_bytes(data: bytes, file: str, form: str | None = None) -> Document:
    """Read the bytes of a file; see :func:`read_sources`.

    Args:
        data: The bytes, in whatever encoding.
        file: Their name, for the form and for messages.
        form: Their form by name.

    Raises:
        SourceError: They are no text, or have an unknown form.
    """
    text, problems = decode(data, file)
    document = read_text(text, file, form)
    if not document.records and not document.problems:
        problems = (*problems, nothing_in(file))
    if not problems:
        return document
    return document.model_copy(update={"problems": (*problems, *document.problems)})


def nothing_in(name: str) -> Problem:
    """The remark on a source without a publication, which is more often a slip than meant.

    >>> nothing_in("empty.bib").code
    'no-entries'
    """
    return Problem(
        severity=Severity.WARNING,
        code="no-entries",
        message="No publication was found in it. Is it the right file, and the right form?",
        file=name,
    )


def bytes_of(name: str) -> bytes:
    """The bytes of a file, or of standard input where its name is ``-``.

    Raises:
        SourceError: It cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise SourceError(f"It cannot be read: {error.strerror}.", file=name) from error


def files_named(sources: Sequence[str | Path]) -> Iterator[str]:
    """The files that sources name, each once, in their order.

    Args:
        sources: Paths, patterns, or ``-``.

    Raises:
        SourceError: A source is missing or is a folder of other things.
    """
    seen: set[object] = set()
    for source in sources:
        for name in _named(str(source)):
            same = name if name == "-" else _identity(name)
            if same not in seen:
                seen.add(same)
                yield name


def _identity(name: str) -> object:
    """What a file is, by whatever way it is named; much quicker than to follow the way."""
    try:
        found = os.stat(name)  # noqa: PTH116  # a department has hundreds of files and lists
    except OSError:
        return name
    return found.st_dev, found.st_ino


def _named(source: str) -> list[str]:
    """The files that one source names."""
    path = Path(source).expanduser()
    if source == "-":
        return [source]
    if path.is_dir():
        return _in_folder(path)
    if path.exists():
        return [str(path)]
    if glob.has_magic(source):
        found = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207  # knows ** and roots
        files = [name for name in found if Path(name).is_file()]
        if files:
            return files
        raise SourceError("No file fits this pattern.", file=source)
    hint = " Paths are written with / on every system." if "\\" in source else _nearby(path)
    raise SourceError(f"There is no such file.{hint}", file=source)


def _in_folder(folder: Path) -> list[str]:
    """The files of a folder that site builders keep one publication a file in."""
    from publist.reading.dialects.front import entry_in

    found = sorted([*folder.glob("*.md"), *folder.glob("*/index.md")])
    pages = [str(page) for page in found if page.name not in ("_index.md", "README.md")]
    for page in pages:
        with suppress(SourceError):
            if entry_in(decode(bytes_of(page), page)[0], page) is not None:
                return pages
    hint = f"Name its files, e.g. {folder / '*.bib'}."
    raise SourceError(f"It is a folder. {hint}", file=str(folder))


def _nearby(path: Path) -> str:
    try:
        names = [each.name for each in path.parent.iterdir() if each.is_file()]
    except OSError:
        return f" There is no folder {str(path.parent)!r} either."
    near = get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f" Did you mean {str(path.parent / near[0])!r}?" if near else ""


def form_of(file: str, text: str) -> str:
    """Tell the form of a text by its file's extension, else by what it begins with.

    Args:
        file: Its name; ``-`` has no extension.
        text: The text.

    Raises:
        SourceError: Neither tells it.

    >>> form_of("papers.bib", ""), form_of("-", "- title: T")
    ('bibtex', 'yaml')
    """
    extension = Path(file).suffix.lower().removeprefix(".")
    name = _ALIASES.get(extension, extension)
    if name in BUILT_IN or (name and name in _installed()):
        return name
    signed = next((form for form, sign in _SIGNS if sign.match(text)), None)
    if signed:
        return signed
    if _BIBTEX.search(text):
        return "bibtex"
    if text.lstrip()[:1] in ("[", "{"):
        return "json"
    if _YAML.match(text):
        return "yaml"
    if not text.strip():
        return "yaml"  # nothing, in any form
    if extension in ("txt", "text"):
        return "text"  # a page, as nothing in it is data
    known = ", ".join(BUILT_IN)
    raise SourceError(
        f"What form it has is not to be told from its name or content; say it with --from "
        f"({known}).",
        file=file,
    )


def _installed() -> set[str]:
    # Imported here: it takes longer to import than a short list to read.
    from importlib.metadata import entry_points

    return set(entry_points(group=_GROUP).names)


def reader_named(form: str, file: str | None = None) -> Reader:
    """Find a reader by the name of its form, publist's own or an installed one.

    Args:
        form: The name, or an extension that stands for it.
        file: The file it is wanted for, for the message.

    Raises:
        SourceError: There is none of this name.
    """
    name = form.strip().lower().removeprefix(".")
    name = _ALIASES.get(name, name)
    if name in BUILT_IN:
        module, _, function = BUILT_IN[name].partition(":")
        built_in: Reader = getattr(import_module(module), function)
        return built_in
    from importlib.metadata import entry_points

    for point in entry_points(group=_GROUP, name=name):
        installed: Reader = point.load()
        return installed
    known = sorted({*BUILT_IN, *_installed()})
    near = get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else f" Known are {', '.join(known)}."
    raise SourceError(f"No reader knows the form {form!r}.{hint}", file=file)


def repeated_across(documents: Iterable[Document]) -> Iterator[Problem]:
    """Keys that stand in several files; within one file the reader has told already."""
    seen: dict[str, str] = {}
    for record in (record for document in documents for record in document.records):
        if record.source is None:
            continue
        file = seen.setdefault(record.key, record.source.file)
        if file != record.source.file:
            yield Problem(
                severity=Severity.INFO,
                code="duplicate-key",
                message=f"The key stands in {file} already; both entries are kept.",
                file=record.source.file,
                line=record.source.line,
                key=record.key,
            )
