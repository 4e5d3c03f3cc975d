"""What happened to a work and when, as feeds and lists of news tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publist.crosswalk.csl_container import is_preprint, short_container
from publist.model import RELATIONS, Award, Day, Entry, Listing, Record, TrackKind, VenueKind
from publist.richtext import EMPTY, Element, Inline, Link, RichText, Tag
from publist.words import all_words, words
from publist.write.links import shown_links

__all__ = ["Happening", "entries_once", "happening", "happenings", "when"]

_SHORT_TITLE = 40
_GATHERINGS = (VenueKind.CONFERENCE, VenueKind.WORKSHOP)
_LEADS = ("paper", "pdf", "html", "arxiv", "project")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Happening:
    """One item of news.

    Args:
        day: When, as exactly as it is known; None for what has no date.
        text: The sentence, without a full stop.
        forthcoming: Whether it is of a work that is not out yet.
    """

    day: Day | None
    text: RichText
    forthcoming: bool = False

    @property
    def stamp(self) -> str:
        """The date as news show it: ``2024.09``, ``2024``; empty where there is none.

        >>> Happening(day=Day(year=2024, month=9, day=25), text=EMPTY).stamp
        '2024.09'
        """
        if self.day is None:
            return ""
        return ".".join(f"{part:02d}" for part in self.day.parts[:2])


def happenings(listing: Listing, relations: tuple[str, ...] = RELATIONS) -> list[Happening]:
    """The news of a list, the newest first; what has no date, and is out, comes last.

    A work that nobody has accepted yet is no news, unless it is out as a preprint.

    Args:
        listing: The list; a work that stands in it twice is told once.
        relations: The links that may be shown.
    """
    found = [
        told
        for entry in entries_once(listing)
        if (told := happening(entry, listing.language, relations)) is not None
    ]
    return sorted(found, key=_moment, reverse=True)


def entries_once(listing: Listing) -> tuple[Entry, ...]:
    """The entries of a list in its order; a work under several headings comes once."""
    found: dict[int, Entry] = {}
    for entry in listing.root.walk():
        found.setdefault(id(entry.work), entry)
    return tuple(found.values())


def when(record: Record) -> Day | None:
    """When a record is news: when it was accepted, else when it was issued, or met.

    >>> from publist.model import Date
    >>> str(when(Record(key="a", date=Date.parse("2024-12"), accepted=Date.parse("2024-09-25"))))
    '2024-09-25'
    """
    for date in (record.accepted, record.date, record.event_date):
        if date is not None and date.start is not None:
            return date.start
    venue = record.venue
    return Day(year=venue.year) if venue is not None and venue.year is not None else None


def happening(
    entry: Entry, language: str, relations: tuple[str, ...] = RELATIONS
) -> Happening | None:
    """The news of one work; None where nothing has happened to it yet.

    Args:
        entry: The work's entry.
        language: BCP 47 code of the sentence.
        relations: The links that may be shown; the title leads to the best of them.

    >>> from publist.model import Date, Venue, Work
    >>> venue = Venue(name="Neural Information Processing Systems", short="NeurIPS",
    ...               kind=VenueKind.CONFERENCE, year=2024)
    >>> record = Record(key="a", title="FuseFL: One-Shot Learning", venue=venue,
    ...                 type="paper-conference", date=Date.parse("2024-09"),
    ...                 awards=(Award(name="Spotlight", kind="spotlight"),))
    >>> news = happening(Entry(work=Work.of(record), text=EMPTY), "en")
    >>> news.stamp, news.text.plain
    ('2024.09', 'FuseFL is accepted at NeurIPS 2024 as a spotlight')
    """
    record = entry.work.record
    forms = words("presentations", language)
    shown = [_form(award, forms[award.kind]) for award in record.awards if award.kind in forms]
    told = _told(record, presented=bool(shown))
    if told is None:
        return None
    key, venue = told
    if venue is None:
        venue = words("news", language)["preprints"]
    slots: dict[str, tuple[Inline, ...]] = {
        "title": _title(entry, language, relations),
        "venue": (venue,),
        "form": (", ".join(shown),),
    }
    prizes = [award.name for award in record.awards if award.kind not in forms]
    if shown and not key.endswith("-as"):
        prizes = [*(award.name for award in record.awards if award.kind in forms), *prizes]
    nodes = [*_filled(words("news", language)[key], slots)]
    if prizes:
        nodes.append(f" ({', '.join(prizes)})")
    return Happening(when(record), RichText.of(*nodes), forthcoming=_is_forthcoming(record))


def _told(record: Record, *, presented: bool) -> tuple[str, str | None] | None:
    """Which sentence fits, and the venue in it; None where there is nothing to tell."""
    if is_preprint(record):
        return "preprint", _server(record)
    if _says(record, "unaccepted") and record.accepted is None:
        return ("preprint", "arXiv") if record.identifier("arxiv") else None
    venue = record.venue
    if record.type == "paper-conference" or (venue and venue.kind in _GATHERINGS):
        place = _meeting(record)
        return ("accepted-as" if presented else "accepted", place) if place else ("out", "")
    place = (venue.name if venue else "") or record.container.plain
    if not place:
        return "out", ""
    awaited = record.accepted is not None or _is_forthcoming(record)
    is_article = record.type.startswith("article")
    return ("accepted-journal" if awaited and is_article else "published"), place


def _server(record: Record) -> str | None:
    if record.venue is not None:
        return record.venue.short or record.venue.name
    return record.container.plain or ("arXiv" if record.identifier("arxiv") else None)


def _meeting(record: Record) -> str:
    """``NeurIPS 2024``, ``FL Workshop @ AAAI 2022``; the source's words where no more is known."""
    venue = record.venue
    name = short_container(record) or (venue.name if venue else "") or record.container.plain
    year = (venue.year if venue else None) or record.year
    if not name or year is None or venue is None or str(year) in name:
        return name
    own = venue.track.kind is TrackKind.WORKSHOP and not venue.short
    return name if own and venue.year is None and record.year is None else f"{name} {year}"


def _form(award: Award, name: str) -> str:
    return f"{name} ({award.note})" if award.note else name


def _title(entry: Entry, language: str, relations: tuple[str, ...]) -> tuple[Inline, ...]:
    """The short title, or the whole one in italics; a link where there is something to see."""
    record = entry.work.record
    short = _short_title(record)
    nodes: tuple[Inline, ...] = (
        short.nodes if short else (Element(Tag.EMPH, record.title.nodes or (record.key,)),)
    )
    wanted = tuple(relation for relation in _LEADS if relation in relations)
    links = shown_links(entry.model_copy(update={"text": EMPTY}), wanted, language)
    return (Link(Tag.LINK, nodes, href=links[0].href),) if links else nodes


def _short_title(record: Record) -> RichText:
    """Its short form; ``FuseFL`` of *FuseFL: One-Shot …*, where that is a name by its length."""
    if record.short_title:
        return record.short_title
    first = record.title.nodes[0] if record.title else ""
    head, colon, rest = record.title.plain.partition(": ")
    whole = (isinstance(first, Element) and first.tag is Tag.PROTECTED) or isinstance(first, str)
    if whole and colon and rest and len(head) <= _SHORT_TITLE and len(head.split()) <= 3:
        return RichText.of(head)
    return EMPTY


def _filled(sentence: str, slots: dict[str, tuple[Inline, ...]]) -> Iterator[Inline]:
    at = 0
    for slot in _SLOT.finditer(sentence):
        yield sentence[at : slot.start()]
        yield from slots.get(slot[1], (slot[0],))
        at = slot.end()
    yield sentence[at:]


def _says(record: Record, table: str) -> bool:
    known = all_words(table)
    return any(_plain(text) in known for text in _states(record))


def _is_forthcoming(record: Record) -> bool:
    return (record.date is None or record.date.start is None) and _says(record, "forthcoming")


def _states(record: Record) -> Iterable[str]:
    yield from filter(None, (record.status, record.date.literal if record.date else None))


def _plain(text: str) -> str:
    return " ".join(text.replace("-", " ").split()).strip(".()").lower()


def _moment(told: Happening) -> tuple[float, int, int]:
    if told.day is None:
        return (float("inf"), 0, 0) if told.forthcoming else (float("-inf"), 0, 0)
    season = told.day.season or 0
    return (told.day.year, told.day.month or season * 3, told.day.day or 0)
