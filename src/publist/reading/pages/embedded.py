"""BibTeX that a page shows beside its items: what an item leaves out stands there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from publist.model import Record
from publist.names import compatible
from publist.names.fold import fold
from publist.problems import Problem, Severity
from publist.reading.bib import read_bibtex
from publist.reading.pages.reading import Reading
from publist.richtext import RichText

__all__ = ["completed", "taken_out"]

_OPENING = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n`]*$|<(?P<tag>pre|code|textarea)\b[^<>]*>",
    re.MULTILINE | re.IGNORECASE,
)
_ENTRY = re.compile(r"@[A-Za-z]{3,20}\s*[{(]")
_TAGS = re.compile(r"<[^<>\n]{0,500}>")
_NUMBER_OF_PREPRINT = re.compile(r"\s*(?:arxiv|corr|biorxiv|medrxiv|preprint)\b", re.IGNORECASE)
_ALIKE = 0.8
"""Which part of the shorter title's words the other one has, of an item and the entry under it."""
_UNTOLD = ("type", "authors_truncated")
_FIELDS = (
    "volume", "issue", "number", "pages", "publisher", "publisher_place", "collection",
    "edition", "chapter", "editors", "abstract", "keywords", "date",
)  # fmt: skip


def taken_out(text: str, file: str) -> tuple[str, tuple[Record, ...]]:
    r"""Take the BibTeX out that a page shows as code.

    Args:
        text: The page, Markdown or HTML.
        file: Its name.

    Returns:
        The page with the BibTeX blanked, line by line, and its entries.

    >>> page = "* Of Mice\n\n```bibtex\n@misc{mice, title={Of Mice}, year=2020}\n```"
    >>> rest, entries = taken_out(page, "about.md")
    >>> rest, [(entry.key, str(entry.source)) for entry in entries]
    ('* Of Mice\n\n```bibtex\n\n```', [('mice', 'about.md:4')])
    """
    if "@" not in text:
        return text, ()
    page: list[str] = []
    code: list[str] = []
    done = 0
    for start, end in _blocks(text):
        block = _bare(text[start:end])
        if _ENTRY.search(block):
            page += [text[done:start], "\n" * text.count("\n", start, end)]
            code += ["\n" * text.count("\n", done, start), block]
            done = end
    if not code:
        return text, ()
    return "".join([*page, text[done:]]), read_bibtex("".join(code), file).records


def _bare(code: str) -> str:
    """Code without the elements that colour it."""
    return html.unescape(_TAGS.sub("", code))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The places of code in fences and in elements; what is never closed goes on to the end."""
    done = 0
    lower = text.lower()
    unclosed: set[str] = set()
    for opened in _OPENING.finditer(text):
        closing = f"</{opened['tag'].lower()}" if opened["tag"] else f"\n{opened['fence']}"
        if opened.start() < done or closing in unclosed:
            continue
        end = lower.find(closing, opened.end())
        if end < 0:
            unclosed.add(closing)
            end = len(text)
        yield opened.end(), end
        done = end + len(closing)


def completed(
    readings: Sequence[Reading], entries: Sequence[Record]
) -> tuple[list[Reading], list[list[Problem]], list[Record]]:
    """Complete items with the entries that stand beside them.

    An entry is an item's where it has its title, or stands under it with nearly its title.
    What the item says stays; a published venue takes the place of a preprint's number.

    Returns:
        The items, what was taken for each, and the entries that are of no item.
    """
    done = list(readings)
    said: list[list[Problem]] = [[] for _ in readings]
    by_title = {fold(each.record.title.plain): at for at, each in reversed([*enumerate(readings)])}
    left: list[Record] = []
    for entry in entries:
        at = _item_of(entry, readings, by_title)
        if at is None:
            left.append(entry)
            continue
        changes = dict(_taken(done[at].record, entry))
        if changes:
            done[at] = replace(done[at], record=done[at].record.change(**changes))
            said[at].append(_told(entry, changes))
    return done, said, left


def _item_of(entry: Record, readings: Sequence[Reading], by_title: Mapping[str, int]) -> int | None:
    title = fold(entry.title.plain)
    if title in by_title:
        return by_title[title]
    numbers = {(each.scheme, each.value) for each in entry.identifiers}
    line = (entry.source.line if entry.source else None) or 0
    above = [at for at, each in enumerate(readings) if each.line <= line]
    for at in above[-1:]:
        record = readings[at].record
        one, other = set(title.split()), set(fold(record.title.plain).split())
        same = any((each.scheme, each.value) in numbers for each in record.identifiers)
        if same or len(one & other) >= max(3, _ALIKE * min(len(one), len(other))):
            return at
    return None


def _taken(record: Record, entry: Record) -> Iterator[tuple[str, object]]:
    for name in _FIELDS:
        if (value := getattr(entry, name)) and not getattr(record, name):
            yield name, value
    schemes = {each.scheme for each in record.identifiers}
    if more := tuple(each for each in entry.identifiers if each.scheme not in schemes):
        yield "identifiers", record.identifiers + more
    if _is_silent(record.container) and not _is_silent(entry.container):
        yield "container", entry.container
        yield "type", entry.type
    if not record.authors and entry.authors:
        yield "authors", entry.authors
        yield "authors_truncated", entry.authors_truncated
    elif record.authors_truncated and not entry.authors_truncated and _continues(record, entry):
        yield "authors", (*record.authors, *entry.authors[len(record.authors) :])
        yield "authors_truncated", False


def _is_silent(container: RichText) -> bool:
    """Whether it says nothing, or no more than that there is a preprint."""
    return not container or _NUMBER_OF_PREPRINT.match(container.plain) is not None


def _continues(record: Record, entry: Record) -> bool:
    pairs = zip(record.authors, entry.authors, strict=False)
    longer = len(entry.authors) > len(record.authors)
    return longer and all(compatible(one.name, other.name) for one, other in pairs)


def _told(entry: Record, changes: Iterable[str]) -> Problem:
    line = entry.source.line if entry.source else None
    named = [name.replace("_", " ") for name in changes if name not in _UNTOLD]
    return Problem(
        severity=Severity.INFO,
        code="filled-in",
        message=f"Filled in from the BibTeX beside it (line {line}): {', '.join(named)}.",
        line=line,
    )
