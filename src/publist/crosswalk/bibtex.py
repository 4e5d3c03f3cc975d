"""BibTeX and biblatex entries as records, and records as entries."""

from __future__ import annotations

from publist.crosswalk.bibtex_draft import Draft, Entry
from publist.crosswalk.bibtex_people import ANNOTATED, annotate
from publist.crosswalk.bibtex_read import FIELDS
from publist.crosswalk.bibtex_types import csl_type, genre_of
from publist.crosswalk.bibtex_urls import arxiv_in
from publist.crosswalk.bibtex_write import BibtexEntry, entry_from_record
from publist.crosswalk.identifiers import add_identifier
from publist.model import SCHEMES, Identifier, IdentifierError, Record, Source
from publist.problems import Problem
from publist.words import says_forthcoming

__all__ = ["BibtexEntry", "entry_from_record", "record_from_entry"]

_SCHEME_ORDER = {scheme: index for index, scheme in enumerate(SCHEMES)}


def record_from_entry(entry: Entry, file: str) -> tuple[Record, tuple[Problem, ...]]:
    r"""Read an entry of a bibliography as a record.

    Fields that a record has no place for, and those whose meaning needs more than the entry
    (awards, role annotations, al-folio's ``abbr``), stay in ``Record.extra`` as they are.

    Args:
        entry: Type, key, fields (lower-case names, LaTeX values) and line.
        file: Where it stands, as the user named it.

    Returns:
        The record, and what was wrong in the entry.

    >>> from publist.reading.bibtex import parse_bibtex
    >>> source = r'@phdthesis{d, author={M{\"u}ller, A.}, title={On {DNA}}, school={ETH}}'
    >>> entry = parse_bibtex(source, "x.bib").entries[0]
    >>> record, problems = record_from_entry(entry, "x.bib")
    >>> record.type, record.genre, record.publisher, record.title.plain
    ('thesis', 'PhD thesis', 'ETH', 'On DNA')
    """
    fields = entry.fields
    if not all(fields.values()):
        fields = {name: raw for name, raw in fields.items() if raw}
    kind, known = csl_type(entry.entry_type, fields)
    draft = Draft(entry, file, kind, fields)
    if not known:
        draft.report(
            "entry-type-unknown",
            f"@{entry.entry_type} is no entry type of BibTeX or biblatex; it was taken for "
            f"{kind!r}.",
            entry.entry_type,
        )
    for name, raw in fields.items():
        read = FIELDS.get(name)
        if read is not None:
            read(draft, name, raw)
        else:
            _keep(draft, name, raw)
    return _finished(draft), tuple(draft.problems)


def _keep(draft: Draft, name: str, raw: str) -> None:
    if "+an:" in name and name.partition("+an:")[2] in ANNOTATED:
        draft.annotations.append(name)
    else:
        draft.extra[name] = raw


def _finished(draft: Draft) -> Record:
    values = draft.values
    if draft.beaten:
        draft.keep_beaten()
    if draft.annotations:
        annotate(draft)
    if draft.type == "article":
        _find_arxiv(draft)
    if draft.entry.key.startswith("DBLP:"):
        _find_dblp(draft)
    if "genre" not in values and (genre := genre_of(draft.entry.entry_type)):
        values["genre"] = genre
    if "date" not in values and "status" not in values:
        _find_status(draft)
    found = draft.identifiers
    if len(found) > 1:
        found.sort(key=lambda each: _SCHEME_ORDER[each.scheme])
    return Record(
        key=draft.entry.key,
        type=draft.type,
        entry_type=draft.entry.entry_type,
        identifiers=tuple(found),
        links=tuple(draft.links),
        contributors=draft.contributors,
        extra=draft.extra,
        source=Source(file=draft.file, line=draft.entry.line),
        **values,
    )


def _find_status(draft: Draft) -> None:
    """The state of what is not out yet, where it stands in the note: ``note = {In press}``."""
    note = draft.values.get("note")
    if note and says_forthcoming(note.plain):
        state = note.plain.strip(" .()")
        draft.values["status"] = state[:1].lower() + state[1:]
        del draft.values["note"]


def _find_arxiv(draft: Draft) -> None:
    """The arXiv identifier of a preprint that says it only in passing."""
    if any(found.scheme == "arxiv" for found in draft.identifiers):
        return
    for name in ("journal", "journaltitle", "volume", "howpublished", "publisher", "note"):
        if (text := draft.fields.get(name)) and (found := arxiv_in(text)):
            add_identifier(draft.identifiers, found)
            return


def _find_dblp(draft: Draft) -> None:
    try:
        add_identifier(draft.identifiers, Identifier.parse("dblp", draft.entry.key))
    except IdentifierError:
        return  # a key that only looks like DBLP's
