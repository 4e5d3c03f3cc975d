"""Entries that are one work: duplicates, and preprints of what is in the list as well.

Within a file that is a slip. In files of several people it is how it should be, for each of
them lists the works of all of its authors, and is told as a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from publist.check.findings import Hit, Rule
from publist.check.subject import Entry, Subject
from publist.model import Record
from publist.names import compatible
from publist.names.fold import fold
from publist.problems import Severity

__all__ = ["RULES"]

_DECISIVE = ("doi", "arxiv", "acl", "openreview", "pmid", "pmcid", "hal", "bibcode")
_LEAST_TITLE = 12
_OF_VERSIONS = ("doi", "acl", "pmid", "pmcid")
"""Identifiers of one version; a preprint's number stands at all versions of a work."""
_PREPRINT = "article"
# Titles that come back, in every volume or issue.
_GENERIC = frozenset(
    """
    introduction preface editorial foreword erratum corrigendum guesteditorial
    introductiontothespecialissue bookreview reviews
    """.split()  # noqa: SIM905 - words
)


def _duplicates(subject: Subject) -> Iterator[Hit]:
    for first, other, why in _within_files(subject):
        if _is_repeated(first.record, other.record, why):
            message = f"It may be the same as {_name(first, other)}; keep one of them."
            yield _hit(other, message, why)
    for first, other, why in _across_files(subject):
        if _is_repeated(first.record, other.record, why):
            message = f"It may be the same as {_name(first, other)}; lists show one of them."
            yield _hit(other, message, why, Severity.INFO)


def _preprints(subject: Subject) -> Iterator[Hit]:
    for first, other, _ in _within_files(subject):
        old, new = _by_age(first, other)
        if _is_preprint(old.record) and _is_published(new.record):
            message = (
                f"Its published version is {_name(new, old)}; keep one, or let publist join them."
            )
            yield _hit(old, message, "title")
    for first, other, _ in _across_files(subject):
        old, new = _by_age(first, other)
        if _is_preprint(old.record) and _is_published(new.record):
            message = f"Its published version is {_name(new, old)}; lists show that one."
            yield _hit(old, message, "title", Severity.INFO)


def _by_age(first: Entry, other: Entry) -> tuple[Entry, Entry]:
    return (first, other) if _is_preprint(first.record) else (other, first)


def _hit(entry: Entry, message: str, why: str, severity: Severity | None = None) -> Hit:
    title = entry.record.title.plain
    return Hit(entry, message, (why, "title"), title, severity=severity)


Paired = Iterator[tuple[Entry, Entry, str]]


def _within_files(subject: Subject) -> Paired:
    files: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for entry in subject.entries:
        files[_file(entry)].append(entry)
    for entries in files.values():
        yield from _pairs(entries)


def _across_files(subject: Subject) -> Paired:
    for first, other, why in _pairs(subject.entries):
        if _file(first) != _file(other):
            yield first, other, why


def _file(entry: Entry) -> str | None:
    return entry.record.source.file if entry.record.source else None


def _pairs(entries: Iterable[Entry]) -> Paired:
    """Entries that are one work, each with the first before it, and what tells so."""
    seen: dict[tuple[str, str], Entry] = {}
    titles: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        shared = [key for key in _identifiers(entry.record) if key in seen]
        title = "".join(fold(entry.record.title.plain).split())
        if shared and seen[shared[0]] is not entry and _names_fit(entry, seen[shared[0]]):
            yield seen[shared[0]], entry, shared[0][0]
        elif len(title) >= _LEAST_TITLE and title not in _GENERIC:
            # Of a title that stands there very often, the first few will do.
            known = titles[title][:8]
            same = next((other for other in known if _names_fit(entry, other)), None)
            if same is not None:
                yield same, entry, "title"
        titles[title].append(entry)
        for key in _identifiers(entry.record):
            seen.setdefault(key, entry)


def _is_repeated(a: Record, b: Record, why: str) -> bool:
    """Whether two records are the same version; reading has told of the same key."""
    if a.key == b.key:
        return False
    return _alike(a, b) or (why in _OF_VERSIONS and _is_preprint(a) == _is_preprint(b))


def _identifiers(record: Record) -> Iterator[tuple[str, str]]:
    for found in record.identifiers:
        if found.scheme in _DECISIVE:
            yield found.scheme, found.value


def _names_fit(a: Entry, b: Entry) -> bool:
    """Whether the first authors may be one person; entries without authors fit nothing."""
    one, other = a.record.authors, b.record.authors
    return bool(one and other and compatible(one[0].name, other[0].name))


def _alike(a: Record, b: Record) -> bool:
    """Whether two records of one title speak of one version."""
    if a.type != b.type or a.year != b.year:
        return False
    return all(
        not one or not other or one == other
        for one, other in zip(_distinguishing(a), _distinguishing(b), strict=True)
    )


def _distinguishing(record: Record) -> tuple[object, ...]:
    """What two versions of a work, or two talks of one title, differ in."""
    date = record.date.start if record.date else None
    return (
        date if date and date.month else None,
        record.volume,
        record.issue,
        record.number,
        record.pages,
        record.identifier("doi"),
        record.identifier("isbn"),
        record.event,
        record.event_place or record.publisher_place,
        record.note.plain,
        _venue(record),
    )


def _venue(record: Record) -> str | None:
    venue = record.venue
    return (venue.id or fold(venue.name)) if venue else None


def _is_preprint(record: Record) -> bool:
    return record.type == _PREPRINT


def _is_published(record: Record) -> bool:
    return record.type in ("article-journal", "paper-conference", "chapter", "book")


def _name(entry: Entry, beside: Entry) -> str:
    source, here = entry.record.source, beside.record.source
    if source is None:
        return entry.record.key
    place = f"line {source.line}" if here and here.file == source.file else str(source)
    return f"{entry.record.key} ({place})"


RULES = (
    Rule(
        code="duplicate-work",
        severity=Severity.WARNING,
        why="A work that is listed twice makes readers count, and doubt the list. In files of "
        "several people it stands where it should; that is told as a note.",
        bad="@misc{a, title = {Notes on the Engine}, author = {Lovelace, Ada}, year = 1843}\n"
        "@misc{b, title = {Notes on the engine}, author = {Lovelace, A.}, year = 1843}",
        good="@misc{a, title = {Notes on the Engine}, author = {Lovelace, Ada}, year = 1843}",
        look=_duplicates,
    ),
    Rule(
        code="preprint-published",
        severity=Severity.WARNING,
        why="A preprint beside its published version counts one work twice. In another file it "
        "is told as a note.",
        bad="@misc{a, title = {Notes on the Engine}, author = {Lovelace, Ada}, year = 2020, "
        "eprint = {2001.00001}, archiveprefix = {arXiv}}\n"
        "@article{b, title = {Notes on the Engine}, author = {Lovelace, Ada}, year = 2021, "
        "journal = {Scientific Memoirs}}",
        good="@article{b, title = {Notes on the Engine}, author = {Lovelace, Ada}, year = 2021, "
        "journal = {Scientific Memoirs}, eprint = {2001.00001}, archiveprefix = {arXiv}}",
        look=_preprints,
    ),
)
