"""Conflicts: where the records of one work contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from publist.link.folding import fold, words
from publist.link.merge_claims import Said, texts
from publist.link.merge_people import align
from publist.link.merge_unions import MANY
from publist.model import Identifier, Record
from publist.problems import Problem, Severity

__all__ = ["conflicts_in"]

_GRAVE = frozenset(("date", "volume", "issue", "number", "pages", "venue", "edition"))
"""Fields in which the records of one publication cannot both be right."""

_HARMLESS = frozenset(
    (
        "abstract",
        "accessed",
        "annotation",
        "container",
        "container_short",
        "entry_type",
        "genre",
        "keywords",
        "language",
        "links",
        "preview",
        "selected",
        "type",
    )
)
"""Fields that people word as they like, or that are put together."""


def conflicts_in(name: str, value: Any, said: Sequence[Said], lead: Record) -> tuple[Problem, ...]:
    """Contradictions in one field.

    Only records of the preferred publication can contradict each other: versions differ in
    venue, year and pages by nature. Authors are an exception, who belong to the work.

    Args:
        name: The field.
        value: What it was settled to.
        said: What the records say.
        lead: The preferred record, at which the problem is told.

    Returns:
        Warnings where one of the records must be wrong, notes where the difference is harmless.
    """
    own = [each for each in said if each.version is None]
    if name == "authors":
        return tuple(_left_out(value, said, lead))
    if name == "identifiers":
        return tuple(_other_identifiers(value, own, lead))
    if not own or name in _HARMLESS or name in ("awards", "extra", "editors", "contributors"):
        return ()
    kept = _compared(name, value)
    return tuple(
        _problem(
            _severity(name, value, each, lead), lead, each, name, _shown(value), _shown(each.value)
        )
        for each in own
        if not _agree(name, kept, _compared(name, each.value))
    )


def _severity(name: str, value: Any, other: Said, lead: Record) -> Severity:
    """How much a difference matters; articles are out online in one year, in print in the next."""
    if name not in _GRAVE:
        return Severity.INFO
    if name == "date" and lead.type == "article-journal":
        return Severity.INFO if abs(value.year - other.value.year) == 1 else Severity.WARNING
    return Severity.WARNING


def _shown(value: object) -> str:
    return "; ".join(texts(value))


def _compared(name: str, value: Any) -> tuple[str, ...]:
    """A value as far as differences in it mean something."""
    if name.endswith("date"):
        return (str(value.year),) if value.year is not None else ()
    if name == "venue":
        return (value.id,) if value.id else ()
    return tuple(words(fold(_shown(value))))


def _agree(name: str, kept: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two values may both be right: ``230`` and ``230–237`` are."""
    if not kept or not other or name == "pages":
        return kept[:1] == other[:1] or not kept or not other
    short, long = sorted((kept, other), key=len)
    return long[: len(short)] == short


def _other_identifiers(
    value: Sequence[Identifier], own: Sequence[Said], lead: Record
) -> Iterator[Problem]:
    kept = {one.scheme: one.value for one in value}
    for each in own:
        for one in each.value:
            if one.scheme not in MANY and kept.get(one.scheme) != one.value:
                shown = f"{one.scheme}:{kept[one.scheme]}" if one.scheme in kept else "none"
                (other,) = texts(one)
                yield _problem(Severity.WARNING, lead, each, "identifiers", shown, other)


def _left_out(authors: Any, said: Sequence[Said], lead: Record) -> Iterator[Problem]:
    for each in said:
        places = align(authors, each.value)
        missing = [one for one, at in zip(each.value, places, strict=True) if at is None]
        if missing:
            had_roles = any(one.roles for one in missing)
            yield _problem(
                Severity.WARNING if had_roles else Severity.INFO,
                lead,
                each,
                "authors",
                _shown(authors),
                "; ".join(_with_roles(str(one.name), one.roles) for one in missing),
            )


def _with_roles(name: str, roles: Sequence[object]) -> str:
    return f"{name} ({', '.join(str(role) for role in roles)})" if roles else name


def _problem(
    severity: Severity, lead: Record, said: Said, name: str, kept: str, other: str
) -> Problem:
    place = f" ({said.record.source})" if said.record.source else ""
    what = name.replace("_", " ")
    if name == "authors":
        text = f"has authors who are not among those shown: {_cut(other)}"
    else:
        text = f"says {_cut(other)} for {what}; {_cut(kept)} is shown"
    message = f"{said.record.key!r}{place}, a record of the same work, {text}."
    return lead.problem(severity, "merge-conflict", message, other)


def _cut(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:79]}…")
