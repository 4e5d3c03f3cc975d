"""Whole texts in YAML or JSON: publist's own form, or CSL's as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publist.errors import SourceError
from publist.model import Document, Record, Source
from publist.problems import Problem, Severity
from publist.reading.dialects import translated
from publist.reading.form.entry import record_from_mapping
from publist.reading.json_values import parse_json
from publist.reading.values import Mapping, Scalar, Sequence, Value, as_text, plain
from publist.reading.yaml_values import parse_yaml

__all__ = ["read_csl_json", "read_csl_yaml", "read_json", "read_yaml"]

_LISTS = ("publications", "references", "works", "items", "entries")
_APART = frozenset({"people", "marks", "venues", "legend", "title", "language"})
# Keys that only CSL has, and those that it spells otherwise than we do.
_CSL_KEYS = frozenset(
    {"issued", "container-title", "citation-key", "event-title", "publisher-place"}
)
_OWN_KEYS = frozenset({"authors", "venue", "journal", "year", "date", "links", "equal", "awards"})
_CSL_CAPITALS = frozenset({"DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID"})


_EntryReader = Callable[[Mapping, str, int], tuple[Record, tuple[Problem, ...]]]


def read_yaml(text: str, file: str) -> Document:
    """Read a list in publist's YAML form, or CSL-YAML.

    Args:
        text: The YAML text.
        file: What to call it in messages and sources.

    Returns:
        A record for every entry that can be read; broken ones leave a problem.

    Raises:
        SourceError: Nothing of it can be read; file and line are in the error.

    >>> document = read_yaml("- {title: T, authors: [A. Bee*], venue: ICML, year: 2024}", "p.yaml")
    >>> record = document.records[0]
    >>> record.type, str(record.authors[0].name), record.authors[0].marks, record.year
    ('paper-conference', 'A. Bee', ('*',), 2024)
    """
    values, problems = parse_yaml(text, file)
    return _document(_from_either, [translated(value) for value in values], problems, file)


def read_json(text: str, file: str) -> Document:
    """Read a list in publist's form as JSON, or CSL-JSON.

    Args:
        text: The JSON text.
        file: What to call it in messages and sources.

    Raises:
        SourceError: Nothing of it can be read.
    """
    values, problems = parse_json(text, file)
    return _document(_from_either, [translated(value) for value in values], problems, file)


def read_csl_yaml(text: str, file: str) -> Document:
    """Read CSL-YAML, whatever its items look like. See :func:`read_yaml`."""
    return _document(_from_csl, *parse_yaml(text, file), file)


def read_csl_json(text: str, file: str) -> Document:
    """Read CSL-JSON, whatever its items look like. See :func:`read_json`."""
    return _document(_from_csl, *parse_json(text, file), file)


def _document(
    read: _EntryReader, values: list[Value], syntax: tuple[Problem, ...], file: str
) -> Document:
    problems = list(syntax)
    records: list[Record] = []
    for number, entry in enumerate(_entries(values, file, problems), 1):
        record, found = read(entry, file, number)
        records.append(record)
        problems += found
    broken = [each for each in problems if each.severity is Severity.ERROR]
    if broken and not records:
        first = broken[0]
        raise SourceError(first.message, file=file, line=first.line, value=first.value)
    problems += _repeated_keys(records, file)
    return Document(records=tuple(records), problems=tuple(problems))


def _entries(values: list[Value], file: str, problems: list[Problem]) -> Iterator[Mapping]:
    """The entries of a list, of a mapping with a list, or of several documents."""
    for value in values:
        if isinstance(value, Scalar) and value.kind == "null":
            continue
        for entry in _listed(value):
            if isinstance(entry, Mapping):
                yield entry
            elif not isinstance(entry, Scalar) or entry.kind != "null":
                problems.append(_not_an_entry(entry, file))


def _listed(value: Value) -> list[Value]:
    if isinstance(value, Sequence):
        return value.items
    if not isinstance(value, Mapping):
        return [value]
    found = next((value.items[name] for name in _LISTS if name in value.items), None)
    if isinstance(found, Sequence):
        return found.items
    if isinstance(found, Mapping):
        return _keyed(found)
    if value.items.keys() <= _APART and "title" not in value.items:
        return []
    if value.items and all(isinstance(item, Mapping) for item in value.items.values()):
        return _keyed(value)
    return [value]


def _keyed(entries: Mapping) -> list[Value]:
    """The entries of a mapping from ids to entries."""
    listed: list[Value] = []
    for name, item, place in entries:
        if isinstance(item, Mapping) and "id" not in item.items:
            identified = {"id": Scalar(name, "str", place), **item.items}
            listed.append(Mapping(item.place, identified, {"id": place, **item.places}))
        else:
            listed.append(item)
    return listed


def _not_an_entry(value: Value, file: str) -> Problem:
    text = as_text(value)[:60]
    return Problem(
        severity=Severity.ERROR,
        code="entry-malformed",
        message=f"Expected an entry with keys like title and authors, not {text!r}.",
        file=file,
        line=value.place.line,
        column=value.place.column,
        value=text,
    )


def _is_csl(entry: Mapping) -> bool:
    if not _OWN_KEYS.isdisjoint(entry.items):
        return False
    if not _CSL_KEYS.isdisjoint(entry.items) or not _CSL_CAPITALS.isdisjoint(entry.items):
        return True
    author = entry.items.get("author")
    return isinstance(author, Sequence) and all(
        isinstance(name, Mapping) and "name" not in name.items for name in author.items
    )


def _from_either(entry: Mapping, file: str, number: int) -> tuple[Record, tuple[Problem, ...]]:
    return (_from_csl if _is_csl(entry) else record_from_mapping)(entry, file, number)


def _from_csl(entry: Mapping, file: str, number: int) -> tuple[Record, tuple[Problem, ...]]:
    from publist.crosswalk.csl import record_from_item

    item = plain(entry)
    assert isinstance(item, dict)
    item.setdefault("id", f"entry-{number}")
    return record_from_item(item, Source(file=file, line=entry.place.line))


def _repeated_keys(records: list[Record], file: str) -> Iterator[Problem]:
    seen: dict[str, Record] = {}
    for record in records:
        first = seen.setdefault(record.key, record)
        if first is not record and first.source and record.source:
            yield Problem(
                severity=Severity.WARNING,
                code="duplicate-key",
                message=f"The id stands on line {first.source.line} already; both are kept.",
                file=file,
                line=record.source.line,
                key=record.key,
            )
