"""CSL-JSON and CSL-YAML items as records, as Zotero, Crossref, pandoc and people write them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from pydantic import ValidationError

from publist.crosswalk.csl_dates import read_csl_date
from publist.crosswalk.csl_names import read_csl_names
from publist.crosswalk.csl_note import split_note
from publist.crosswalk.csl_variables import (
    ALIASES,
    DATES,
    IDENTIFIERS,
    NAMES,
    OTHER_DATES,
    RICH,
    TEXTS,
    TYPE_ALIASES,
    TYPES,
)
from publist.model import Author, Identifier, IdentifierError, Link, Record, Source
from publist.problems import Problem, Severity
from publist.richtext import RichText, parse_markup

__all__ = ["record_from_item"]

# Thin, wide and unbreakable blanks are somebody's wish.
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_DROPPED_TAGS = re.compile(r"</?(?:jats|mml|m):[A-Za-z]{1,20}(?: [^<>]{0,200})?/?>|</?p>|<br ?/?>")
_RENAMED_TAGS = {"scp": "sc", "italic": "i", "bold": "b", "jats:italic": "i", "jats:bold": "b"}
_RENAMED_TAGS |= {"jats:sub": "sub", "jats:sup": "sup", "jats:sc": "sc"}
_RENAMED = re.compile(rf"<(/?)({'|'.join(_RENAMED_TAGS)})>")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)


class _Reading:
    """One item on its way to a record: the fields so far, and the problems."""

    def __init__(self, item: Mapping[str, Any], source: Source) -> None:
        self.item = item
        self.source = source
        self.key = _key(item)
        self.fields: dict[str, Any] = {"key": self.key, "source": source}
        self.extra: dict[str, str] = {}
        self.identifiers: list[Identifier] = []
        self.problems: list[Problem] = []

    def warn(self, code: str, message: str, value: str | None = None) -> None:
        self.problems.append(
            Problem(
                severity=Severity.WARNING,
                code=code,
                message=message,
                file=self.source.file,
                line=self.source.line,
                key=self.key,
                value=value,
            )
        )


def record_from_item(item: Mapping[str, Any], source: Source) -> tuple[Record, tuple[Problem, ...]]:
    """Read an item of CSL-JSON or CSL-YAML.

    Beyond the schema it takes what programs really write: dates as text, names with
    ``isInstitution``, variables in ``note`` (``DOI: …``), Crossref's arrays and type names.
    Whatever has no field of its own is kept in ``extra``.

    Args:
        item: The item.
        source: Where it was read.

    Returns:
        The record, and what was wrong with the item; nothing is raised.

    >>> record, problems = record_from_item(
    ...     {"id": 7, "type": "book", "issued": {"raw": "2020"}, "DOI": "10.1000/182"},
    ...     Source(file="refs.json"))
    >>> record.key, record.year, record.identifier("doi"), problems
    ('7', 2020, '10.1000/182', ())
    """
    reading = _Reading(item, source)
    values, note = _values(item)
    _read_type(reading, values.pop("type", None))
    custom = values.pop("custom", None)
    for name, value in values.items():
        _read_variable(reading, name, value)
    if note:
        reading.fields["note"] = parse_markup(note)
    _read_url(reading, values.get("URL"))
    _settle_arxiv(reading)
    reading.fields["identifiers"] = tuple(dict.fromkeys(reading.identifiers))
    reading.fields["extra"] = reading.extra
    return _with_own(reading, custom), tuple(reading.problems)


def _key(item: Mapping[str, Any]) -> str:
    for name in ("citation-key", "id", "DOI", "URL"):
        value = item.get(name)
        if isinstance(value, (str, int, float)) and str(value).strip():
            return str(value).strip()
    return "untitled"


def _values(item: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """The item's variables under their CSL names, those in its note included."""
    values: dict[str, Any] = {}
    for name, value in item.items():
        if name in ("id", "citation-key") or value is None or value in ("", [], {}):
            continue
        values.setdefault(ALIASES.get(str(name), str(name)), value)
    note = values.pop("note", "")
    text = note if isinstance(note, str) else _text(note) or ""
    cheated, rest = ((), text) if _is_plain_note(item) else split_note(text)
    for name, value in cheated:
        if name in (*NAMES, "author", "editor"):
            values.setdefault(name, [])
            if isinstance(values[name], list):
                values[name] = [*values[name], value]
        elif name == "type" or name not in values:
            values[name] = value
    return values, rest


def _is_plain_note(item: Mapping[str, Any]) -> bool:
    """Whether publist wrote the note, as text in which nothing is a variable."""
    custom = item.get("custom")
    own = custom.get("publist") if isinstance(custom, Mapping) else None
    return isinstance(own, Mapping) and "note" in own


def _read_type(reading: _Reading, value: object) -> None:
    found = _text(value) or ""
    kind = TYPE_ALIASES.get(found, found)
    if kind != found:
        reading.fields["entry_type"] = found
    if kind not in TYPES:
        shown = f"{found!r} is not a CSL item type" if found else "The item has no type"
        reading.warn("type-unknown", f"{shown}; it is taken for a document.", found or None)
        reading.fields["entry_type"] = found or None
        kind = "document"
    reading.fields["type"] = kind


def _read_variable(reading: _Reading, name: str, value: Any) -> None:
    if name in RICH:
        reading.fields[RICH[name]] = _rich(reading.item, name, value)
    elif name in TEXTS:
        text = _text(value)
        reading.fields[TEXTS[name]] = text.replace("--", "–") if text and name == "page" else text
    elif name in DATES or name in OTHER_DATES:
        _read_date(reading, name, value)
    elif name in ("author", "editor") or name in NAMES:
        _read_names(reading, name, value)
    elif name in IDENTIFIERS:
        _read_identifier(reading, name, value)
    elif name == "keyword":
        reading.fields["keywords"] = _keywords(value)
    elif name != "URL":
        reading.extra[name] = _text(value) or json.dumps(value, ensure_ascii=False, default=str)


def _rich(item: Mapping[str, Any], name: str, value: object) -> RichText:
    text = _raw_text(value)
    subtitle = _raw_text(item.get("subtitle")) if name == "title" else ""
    if subtitle and isinstance(value, (list, tuple)):  # Crossref
        text = f"{text}: {subtitle}"
    return parse_markup(normalize("NFC", _without_jats(text)))


def _without_jats(text: str) -> str:
    if "<" not in text:
        return text
    text = _RENAMED.sub(lambda found: f"<{found[1]}{_RENAMED_TAGS[found[2]]}>", text)
    return _BLANKS.sub(" ", _DROPPED_TAGS.sub(" ", text)).strip()


def _raw_text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        value = next((each for each in value if _raw_text(each)), "")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _BLANKS.sub(" ", str(value)).strip(" ")


def _text(value: object) -> str | None:
    text = parse_markup(_raw_text(value)).plain
    return normalize("NFC", text) or None


def _keywords(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        value = re.split(r"[,;]", _text(value) or "")
        return tuple(dict.fromkeys(part.strip() for part in value if part.strip()))
    return tuple(dict.fromkeys(text for part in value if (text := _text(part))))


def _read_date(reading: _Reading, name: str, value: object) -> None:
    date = read_csl_date(value)
    if date is None:
        shown = json.dumps(value, default=str)
        reading.warn("date-unreadable", f"The date in {name!r} cannot be read.", shown)
        reading.extra[name] = shown
    elif name in DATES:
        reading.fields[DATES[name]] = date
    else:
        reading.extra[name] = str(date)


def _read_names(reading: _Reading, name: str, value: object) -> None:
    authors, truncated = read_csl_names(value)
    given = len(value) if isinstance(value, (list, tuple)) else 1
    if given > len(authors) + truncated:
        shown = json.dumps(value, ensure_ascii=False, default=str)
        reading.warn("name-unreadable", f"A name in {name!r} cannot be read.", shown)
    if truncated and name != "author":
        reading.warn("name-unreadable", f"{name!r} ends in 'and others', which is left out.")
    if name == "author":
        reading.fields["authors"] = authors
        reading.fields["authors_truncated"] = truncated
    elif name == "editor":
        reading.fields["editors"] = authors
    elif authors:
        reading.fields.setdefault("contributors", {})[name] = authors


def _read_identifier(reading: _Reading, name: str, value: object) -> None:
    scheme = IDENTIFIERS[name]
    given = value if isinstance(value, (list, tuple)) else [value]
    texts = [text for each in given if (text := _text(each))]
    if scheme in ("isbn", "issn"):  # several in one text
        texts = [part for text in texts for part in re.split(r"[,;]\s*|\s+(?=\d{3})", text) if part]
    for text in texts:
        try:
            reading.identifiers.append(Identifier.parse(scheme, text))
        except IdentifierError as error:
            reading.warn("identifier-invalid", str(error.message), text)
            reading.extra[name] = text


def _read_url(reading: _Reading, value: object) -> None:
    url = _raw_text(value)
    if not url:
        return
    known = {found.scheme for found in reading.identifiers}
    for scheme in ("doi", "arxiv"):
        if scheme not in known and (found := _identifier(scheme, url)):
            reading.identifiers.append(found)
            return
    relation = "pdf" if url.casefold().endswith(".pdf") else "paper"
    reading.fields["links"] = (Link(relation=relation, url=url),)


def _settle_arxiv(reading: _Reading) -> None:
    """The arXiv number, wherever it is: as number, as archive location, in the DOI."""
    number = reading.fields.get("number")
    places = {"number": number, "archive_location": reading.extra.get("archive_location")}
    doi = next((found.value for found in reading.identifiers if found.scheme == "doi"), "")
    places["DOI"] = doi if _ARXIV_DOI.match(doi) else None
    places["arxiv"] = reading.extra.get("arxiv") or reading.extra.get("arXiv")
    server = f"{reading.extra.get('archive', '')} {reading.fields.get('publisher', '')}".casefold()
    for place, text in places.items():
        named = place in ("arxiv", "DOI") or "arxiv" in f"{server} {text}".casefold()
        found = _identifier("arxiv", text) if text and named else None
        if found is None:
            continue
        if place == "number":
            reading.fields["number"] = None
        if not any(known.scheme == "arxiv" for known in reading.identifiers):
            reading.identifiers.append(found)


def _identifier(scheme: str, text: str) -> Identifier | None:
    try:
        return Identifier.parse(scheme, text)
    except IdentifierError:
        return None


def _with_own(reading: _Reading, custom: object) -> Record:
    """The record, with what publist itself wrote beside CSL's variables."""
    record = Record(**reading.fields)
    own = custom.get("publist") if isinstance(custom, Mapping) else None
    if custom is not None and not (isinstance(custom, Mapping) and set(custom) == {"publist"}):
        rest = custom
        if isinstance(custom, Mapping):
            rest = {name: value for name, value in custom.items() if name != "publist"}
        shown = json.dumps(rest, ensure_ascii=False, default=str)
        record = record.change(extra={**record.extra, "custom": shown})
    if not isinstance(own, Mapping):
        return record
    fields = {name: value for name, value in own.items() if name not in ("names", "key", "source")}
    try:
        record = Record.model_validate({**dict(record), **fields})
        return _with_people(record, own.get("names", {}))
    except (ValidationError, TypeError, ValueError, AttributeError) as error:
        message = "What stands under custom.publist is not what publist writes; it is left out."
        reading.warn("custom-invalid", message, str(error).partition("\n")[0])
        return record


def _with_people(record: Record, said: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Record:
    lists: dict[str, tuple[Author, ...]]
    lists = {"author": record.authors, "editor": record.editors, **record.contributors}
    for variable, of_names in said.items():
        people = list(lists[variable])
        for index, fields in of_names.items():
            at = int(index)
            people[at] = Author.model_validate({**fields, "name": people[at].name})
        lists[variable] = tuple(people)
    authors, editors = lists.pop("author"), lists.pop("editor")
    return record.change(authors=authors, editors=editors, contributors=lists)
