"""What an entry says of itself in English words of its form, in the language of the list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from publist.model import Date, Record
from publist.richtext import RichText
from publist.words import primary_language, says_forthcoming, words

__all__ = ["said_in"]


def said_in(record: Record, language: str) -> Record:
    """A record with its genre and state in a language, where they are words of publist's own.

    ``@phdthesis`` states *PhD thesis* and ``pubstate = {inpress}`` states *in press* in whatever
    language the work is; biblatex, too, prints both in the language of the list.

    Args:
        record: The record.
        language: BCP 47 code of the list's language.

    >>> thesis = Record(key="a", genre="PhD thesis", date=Date.parse("in press"))
    >>> said_in(thesis, "de-CH").genre, str(said_in(thesis, "fr").date)
    ('Dissertation', 'sous presse')
    >>> said_in(Record(key="a", note=RichText.of("In press.")), "en").status
    'in press'
    """
    record = _with_state(record)
    if primary_language(language) == "en":
        return record
    changes: dict[str, object] = {}
    if record.genre and (genre := _translations("genres", language).get(record.genre)):
        changes["genre"] = genre
    states = _translations("states", language)
    if record.status and (status := states.get(record.status.lower())):
        changes["status"] = status
    if record.date and record.date.literal and (said := states.get(record.date.literal.lower())):
        changes["date"] = Date(literal=said)
    return record.change(**changes) if changes else record


def _with_state(record: Record) -> Record:
    """BibTeX has no field for the state of a work: people put it into the note."""
    if not record.note or record.status or not says_forthcoming(record.note.plain):
        return record
    state = record.note.plain.strip(" .()")
    return record.change(status=state[:1].lower() + state[1:], note=RichText())


@lru_cache(maxsize=32)
def _translations(table: str, language: str) -> Mapping[str, str]:
    there = words(table, language)
    return {english: there[key] for key, english in words(table, "en").items()}
