"""One entry of the YAML form as a record."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from publist.model import SCHEMES, Record, Source
from publist.problems import Problem, Severity
from publist.reading.form.draft import Draft
from publist.reading.form.fields import learn_identifiers
from publist.reading.form.keys import ALIASES, IGNORED, KEYS, folded
from publist.reading.form.types import TYPE_WORDS, guessed_type, type_of
from publist.reading.values import Mapping, Place, Scalar, Value, as_text

__all__ = ["record_from_mapping"]


def record_from_mapping(
    entry: Mapping, file: str, number: int = 1
) -> tuple[Record, tuple[Problem, ...]]:
    """Read one entry.

    Args:
        entry: Its keys and values.
        file: Where it stands.
        number: Its place in the list, from 1, which names it when it has no id.

    Returns:
        The record, and what was wrong with it. Keys that nobody knows are kept in ``extra``.
    """
    draft = Draft(entry, file)
    said = _sorted_out(draft)
    key = said.get("id")
    draft.key = as_text(key).strip() if key is not None else None
    draft.problems = [each.model_copy(update={"key": draft.key}) for each in draft.problems]
    _read_type(draft, said)
    for known in KEYS:
        value = said.get(known.name)
        if known.read is not None and value is not None:
            known.read(draft, known.name, value)
    learn_identifiers(draft)
    draft.identifiers.sort(key=lambda each: SCHEMES.index(each.scheme))
    record = Record(
        key=draft.key or f"entry-{number}",
        identifiers=tuple(draft.identifiers),
        links=tuple(draft.links),
        contributors=draft.contributors,
        extra=draft.extra,
        source=Source(file=file, line=entry.place.line),
        **draft.values,
    )
    return record, tuple(draft.problems)


def _sorted_out(draft: Draft) -> dict[str, Value]:
    """The values by the names that the table has, blank ones left out."""
    said: dict[str, Value] = {}
    for typed, value, place in draft.entry:
        name = ALIASES.get(folded(typed))
        if isinstance(value, Scalar) and value.kind == "null":
            continue
        if name is None:
            _unknown(draft, typed, value, place)
        elif name in said:
            first = draft.said[name]
            message = f"{typed!r} says the same as {first!r} above, which is used."
            draft.report("duplicate-field", message, place, as_text(value))
            draft.extra[typed] = as_text(value)
        else:
            said[name] = value
            draft.said[name] = typed
    return said


def _unknown(draft: Draft, typed: str, value: Value, place: Place) -> None:
    if folded(typed) in IGNORED:
        return
    draft.extra[typed] = as_text(value)
    near = _near_key(folded(typed))
    if near is not None:
        hint = f" Did you mean {near!r}?"
        severity = Severity.WARNING
    else:
        hint = " It is kept, and not shown."
        severity = Severity.INFO
    draft.report(
        "unknown-key", f"{typed!r} is not a key of this form.{hint}", place, typed, severity
    )


@lru_cache(maxsize=1024)
def _near_key(typed: str) -> str | None:
    """The key that a misspelt one is near to; compared only with keys of about its length."""
    alike = [
        alias
        for alias in ALIASES
        if abs(len(alias) - len(typed)) <= 3 and (alias[0] == typed[:1] or alias[-1] == typed[-1:])
    ]
    near = get_close_matches(typed, alike, n=1, cutoff=0.75)
    return ALIASES[near[0]] if near else None


def _read_type(draft: Draft, said: dict[str, Value]) -> None:
    value = said.get("type")
    typed = {draft.said[name].lower(): "" for name in said}
    typed |= {name: as_text(item) for name, item in said.items() if isinstance(item, Scalar)}
    if value is None:
        draft.values["type"] = guessed_type(typed)
        return
    found = type_of(as_text(value))
    if found is None:
        draft.values["type"] = guessed_type(typed)
        near = get_close_matches(as_text(value)[:40].lower(), TYPE_WORDS, n=1, cutoff=0.6)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        draft.report(
            "type-unknown",
            f"{as_text(value)!r} is not a type; it was taken for {draft.values['type']!r}.{hint}",
            value.place,
            as_text(value),
        )
        return
    draft.values["type"], genre = found
    if draft.values["type"] == "article" and "journal" in said:
        draft.values["type"] = guessed_type(typed)
    if genre is not None:
        draft.values["genre"] = genre
