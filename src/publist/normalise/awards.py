"""Settles the awards of records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from publist.awards.reading import Found, award_in, awards_in, with_share
from publist.latex import to_unicode
from publist.model import Award, Record
from publist.normalise.cutting import cut
from publist.problems import Problem
from publist.richtext import RichText

__all__ = ["settle_awards"]

_BRACKETS = re.compile(
    r"\s{0,3}(?:\(([^()\[\]]{3,160}(?:\([^()]{1,30}\))?[^()\[\]]{0,40})\)|\[([^\[\]]{3,160})\])"
)
_MARKUP = re.compile(r"<[^<>]{0,300}>|\*\*|__|`")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
# A bracket that names the venue as well, "(ICML'24 oral)", stays as it is.
_VENUE = re.compile(r"(?:19|20)\d\d|['’]\d\d|\b[A-Z][A-Za-z]*[A-Z]")
_NOTES = ("addendum", "annotation", "additional_info", "comment")
# Behind a venue's year or in front of "at": "NeurIPS 2024 Spotlight", "Spotlight at NeurIPS".
_BEHIND = re.compile(
    r"(?:19|20)\d\d\)?[\s,–-]+(?P<said>[A-Za-z][^()\[\]\d]{3,60}?)(?=\s*[(\[]|\s*$)"
)
_BEFORE = re.compile(r"^(?P<said>[A-Za-z][^()\[\]\d]{3,40}?\s+(?:at|in)\s+)(?=\S)")


def settle_awards(
    records: Sequence[Record],
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Find what distinctions each record speaks of.

    They come from the fields ``award`` and ``award_name``, from notes, and from brackets in
    the title and the venue; there they are taken out, and the rest of the text stays. Those
    that a source lists by name keep the name, and get the kind that it stands for.

    Args:
        records: As read.

    Returns:
        The records with :attr:`~publist.model.Record.awards`; no problems so far.

    >>> record = Record(key="a", title=RichText.of("On Mice (spotlight)"))
    >>> settled = settle_awards([record])[0][0]
    >>> settled.title.plain, settled.awards[0].name
    ('On Mice', 'Spotlight')
    """
    return tuple(_settled(record) for record in records), ()


def _settled(record: Record) -> Record:
    found: list[Award] = []
    update: dict[str, object] = {}
    for name in ("title", "container"):
        text: RichText = getattr(record, name)
        rest, awards = _from_brackets(text, bare=name == "container")
        if awards:
            update[name] = rest
            found += awards
    for name in ("note", "annotation"):
        text = getattr(record, name)
        rest, awards = _from_note(text)
        if awards:
            update[name] = rest
            found += awards
    extra, awards = _from_extra(record.extra)
    if awards:
        update["extra"] = extra
    found += awards
    listed = tuple(map(_recognised, record.awards))
    if found or listed != record.awards:
        update["awards"] = _without_doubles((*listed, *found))
    return record.change(**update) if update else record


def _recognised(award: Award) -> Award:
    """An award that a source lists by its name alone, with its kind where that is known."""
    known = award_in(award.name, strict=False) if award.kind == "other" else None
    return award.model_copy(update={"kind": known.kind}) if known else award


def _from_brackets(text: RichText, *, bare: bool) -> tuple[RichText, list[Award]]:
    """Awards in brackets, and for a venue also behind its year or before *at*."""
    if not text:
        return text, []
    plain = text.plain
    spans: list[tuple[int, int]] = []
    awards: list[Award] = []
    for match in _BRACKETS.finditer(plain):
        said = match[1] or match[2]
        found = awards_in(said, strict=True)
        if found and not _rest_of(said, found):
            awards += [each.award for each in found]
            if not _VENUE.search(said):
                spans.append((match.start(), match.end()))
    if bare and all(award.kind == "top-percent" for award in awards):
        for pattern in (_BEHIND, _BEFORE):
            where = pattern.search(plain)
            award = award_in(where["said"], strict=True) if where else None
            if where and award:
                shared = with_share(award, awards[0]) if awards else None
                awards = [shared or award]
                spans.append((where.start("said"), where.end("said")))
                break
    return (cut(text, spans), awards) if awards else (text, [])


def _from_note(text: RichText) -> tuple[RichText, list[Award]]:
    """Awards among the pieces of a note."""
    if not text:
        return text, []
    found = awards_in(text.plain, strict=False)
    if not found:
        return _from_brackets(text, bare=False)
    spans = [(each.start, each.end) for each in found]
    return cut(text, _with_separators(text.plain, spans)), [each.award for each in found]


def _with_separators(plain: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each piece together with the sign that parts it from the next one."""
    return [
        (start, end + 1 if end < len(plain) and plain[end] in ",;.|•·/\n" else end)
        for start, end in spans
    ]


def _rest_of(text: str, found: Sequence[Found]) -> str:
    gone = list(text)
    for each in found:
        gone[each.start : each.end] = [" "] * (each.end - each.start)
    return "".join(gone).strip(" ,;.|/•·\n")


def _from_extra(extra: dict[str, str]) -> tuple[dict[str, str], list[Award]]:
    """Awards of the fields that readers leave as they are."""
    rest = dict(extra)
    awards = _from_award_fields(rest)
    for name in _NOTES:
        if name not in rest:
            continue
        said = to_unicode(rest[name])
        found = awards_in(said, strict=False)
        if found:
            awards += [each.award for each in found]
            left = cut(RichText.of(said), _with_separators(said, [each[1:] for each in found]))
            if left.plain.strip(" .,;"):
                rest[name] = left.plain
            else:
                del rest[name]
    return rest, awards


def _from_award_fields(extra: dict[str, str]) -> list[Award]:
    """al-folio's ``award`` (a text, also HTML or Markdown) and ``award_name`` (its label)."""
    label = _plain(extra.pop("award_name", ""))
    said = _plain(extra.pop("award", ""))
    if label:
        known = award_in(label, strict=False)
        name, kind = (known.name, known.kind) if known else (label, "other")
        note = said if said and said.casefold() != label.casefold() else None
        return [Award(name=name, kind=kind, note=note or (known.note if known else None))]
    if not said or said.casefold() in ("true", "yes", "false", "no"):
        return []
    found = awards_in(said, strict=False)
    if found and not _rest_of(said, found):
        return [each.award for each in found]
    whole = award_in(said, strict=False)
    return [whole or Award(name=said)]


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", _MARKUP.sub("", text))
    return " ".join(to_unicode(text).split()).strip(" *_.!")


def _without_doubles(awards: Iterable[Award]) -> tuple[Award, ...]:
    kept: dict[tuple[str, str], Award] = {}
    for award in awards:
        plain = award.kind if award.kind != "other" else award.name.casefold()
        key = (plain, "" if award.kind != "other" else "other")
        if key not in kept or (kept[key].note is None and award.note is not None):
            kept[key] = (
                award if key not in kept else kept[key].model_copy(update={"note": award.note})
            )
    return tuple(kept.values())
