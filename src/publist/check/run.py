"""Checking and mending sources: the rules, what reading found, and what is switched off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from publist.check.findings import Edit, Finding
from publist.check.fixing import apply_edits, edits_that_fit
from publist.check.ignoring import Ignored, read_ignored
from publist.check.known import KNOWN
from publist.check.lines import Lines
from publist.check.rules import RULES
from publist.check.slips import common_start
from publist.check.spans_bibtex import locate_bibtex
from publist.check.spans_yaml import locate_yaml
from publist.check.subject import Entry, Subject, Written
from publist.collector import paused_collector
from publist.errors import SourceError
from publist.model import Document
from publist.pipeline import normalise
from publist.problems import Problem, Severity
from publist.reading.encoding import mend_mojibake
from publist.reading.sources import bytes_of, files_named, form_of, read_bytes, read_readable
from publist.setup import Setup
from publist.venues import Catalogue

__all__ = ["CODES", "Checked", "Request", "check", "mend", "read_files"]

CODES = frozenset({*(rule.code for rule in RULES), *KNOWN})
"""Every code that a finding may have."""

_ROUNDS = 8
_LOCATE = {"bibtex": locate_bibtex, "yaml": locate_yaml}


@dataclass(frozen=True, slots=True)
class Request:
    """How to check.

    Args:
        setup: How sources are understood.
        form: Their form, where it is not to be told from the file.
        ignore: Codes that are switched off.
        this_year: The current year; the calendar's by default.
    """

    setup: Setup = field(default_factory=Setup)
    form: str | None = None
    ignore: frozenset[str] = frozenset()
    this_year: int = field(default_factory=lambda: datetime.now(UTC).year)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking and mending.

    Args:
        found: What was found at first, by file and line.
        findings: What is left when all is mended that can be.
        mended: The new texts of files that were changed, by name.
        fixes: How many findings were mended.
    """

    found: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    mended: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fixes: int = 0


def read_files(sources: Sequence[str | Path]) -> dict[str, bytes]:
    """The bytes of all sources by name, in their order.

    Raises:
        SourceError: A source is missing or cannot be read.
    """
    if not sources:
        raise SourceError("No source was named; name files, patterns, or - for standard input.")
    return {name: bytes_of(name) for name in files_named(sources)}


def check(files: Mapping[str, bytes], request: Request | None = None) -> tuple[Finding, ...]:
    r"""Check sources together.

    Args:
        files: Their bytes by name.
        request: How to check.

    Returns:
        Findings by file, in the order of the files, and line.

    Raises:
        SourceError: Nothing of any source can be read.

    >>> found = check({"x.bib": b"@misc{a, title={T}, author={A}, year=1843, pages={9--1}}"})
    >>> print(found[0].problem)
    x.bib:1: warning: a: The pages run backwards, from 9 to 1; correct them. [pages-backwards]
    """
    request = request or Request()
    with paused_collector():
        documents = read_readable(files, lambda name: read_bytes(files[name], name, request.form))
        document = normalise(documents, request.setup)
    texts = {name: _editable(data) for name, data in files.items()}
    subject = Subject(
        tuple(_entries(document, files, texts, request.form)),
        Catalogue.load(*request.setup.venues),
        request.this_year,
    )
    ignored = _ignored(subject, files)
    found = [*_passed_on(document.problems, texts), *_unknown_requests(ignored)]
    for rule in RULES:
        if rule.code not in request.ignore:
            found += rule.findings(subject)
    kept = [each for each in found if not _is_off(each.problem, request, ignored)]
    order = {name: number for number, name in enumerate(files)}
    return tuple(sorted(dict.fromkeys(kept), key=lambda each: _place(each.problem, order)))


def mend(files: Mapping[str, bytes], request: Request | None = None) -> Checked:
    """Check sources, and mend what is safe to mend; no file is written.

    One edit may make room for another; it is gone on until nothing is left to mend, so that
    mending what is mended changes nothing.

    Args:
        files: Their bytes by name.
        request: How to check.

    Returns:
        What is left, and the new texts.
    """
    now = dict(files)
    texts: dict[str, str] = {}
    fixes = 0
    found = findings = check(now, request)
    for _ in range(_ROUNDS):
        changed = _mended_once(findings, now)
        if not changed:
            break
        for name, (text, count) in changed.items():
            now[name] = text.encode("utf-8")
            texts[name] = text
            fixes += count
        findings = check(now, request)
    return Checked(found, findings, texts, fixes)


def _mended_once(
    findings: Sequence[Finding], files: Mapping[str, bytes]
) -> dict[str, tuple[str, int]]:
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.edits and finding.problem.file is not None:
            by_file.setdefault(finding.problem.file, []).append(finding)
    changed = {}
    for name, found in by_file.items():
        text = _editable(files[name])
        if text is not None:
            edits, mended = edits_that_fit(found)
            changed[name] = apply_edits(text, edits), len(mended)
    return changed


def _editable(data: bytes) -> str | None:
    """The text as it is, where it can be edited and written back to the byte.

    That is UTF-8 with lines that are counted alike by reading and here.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if "\r" not in text.replace("\r\n", "") else None


def _entries(
    document: Document,
    files: Mapping[str, bytes],
    texts: Mapping[str, str | None],
    form: str | None,
) -> Iterator[Entry]:
    by_file: dict[str, list[int]] = {name: [] for name in files}
    for number, record in enumerate(document.records):
        if record.source is not None:
            by_file[record.source.file].append(number)
    written: dict[int, Written | None] = {}
    for name, numbers in by_file.items():
        text = texts[name]
        locate = _LOCATE.get(form or form_of(name, text or "")) if numbers and text else None
        if locate and text:
            places = [_place_of(document, number) for number in numbers]
            written.update(zip(numbers, locate(text, places), strict=True))
    for number, record in enumerate(document.records):
        yield Entry(record, written.get(number))


def _place_of(document: Document, number: int) -> tuple[int, str]:
    record = document.records[number]
    return (record.source.line or 1 if record.source else 1), record.key


def _ignored(subject: Subject, files: Mapping[str, bytes]) -> dict[str, Ignored]:
    starts: dict[str, list[int]] = {name: [] for name in files}
    for entry in subject.entries:
        source = entry.record.source
        if source is not None and source.line is not None:
            starts[source.file].append(source.line)
    return {
        name: read_ignored(data.decode("utf-8", "replace"), starts[name])
        for name, data in files.items()
        if b"pubs:" in data
    }


def _is_off(problem: Problem, request: Request, ignored: Mapping[str, Ignored]) -> bool:
    if problem.code in request.ignore:
        return True
    here = ignored.get(problem.file or "")
    return here is not None and here.covers(problem.code, problem.line)


def _passed_on(problems: Sequence[Problem], texts: Mapping[str, str | None]) -> Iterator[Finding]:
    """What reading and normalising found; a broken encoding can be mended in the file too."""
    lines: dict[str, Lines] = {}
    for problem in problems:
        text = texts.get(problem.file or "")
        if problem.code != "encoding-mended" or not text or not problem.line:
            yield Finding(problem)
            continue
        file = problem.file or ""
        if file not in lines:
            lines[file] = Lines(text)
        yield Finding(problem, _encoding_edits(lines[file], problem.line, file))


def _encoding_edits(lines: Lines, line: int, file: str) -> tuple[Edit, ...]:
    before = lines.text(line)
    after = mend_mojibake(before, file)[0]
    if before == after:
        return ()
    start = common_start(before, after)
    tail = common_start(before[start:][::-1], after[start:][::-1])
    at = lines.start(line)
    return (Edit(at + start, at + len(before) - tail, after[start : len(after) - tail]),)


def _unknown_requests(ignored: Mapping[str, Ignored]) -> Iterator[Finding]:
    for file, found in ignored.items():
        for line, code in found.places:
            if code not in CODES:
                yield Finding(
                    Problem(
                        severity=Severity.WARNING,
                        code="ignore-unknown",
                        message=f"No finding has the code {code!r}; see the list of checks.",
                        file=file,
                        line=line,
                        value=code,
                    )
                )


def _place(problem: Problem, order: Mapping[str, int]) -> tuple[int, int, str, str]:
    return order.get(problem.file or "", -1), problem.line or 0, problem.code, problem.message
