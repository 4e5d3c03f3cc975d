"""Recognises printed venues: which one it is, its edition's year, which part of it."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re

from publist.model import Track, TrackKind, Venue, VenueKind
from publist.venues.catalogue import Catalogue
from publist.venues.editions import (
    cleaned_name,
    is_gathering,
    year_near,
    year_of,
)
from publist.venues.entries import VenueEntry
from publist.venues.matching import Hit, find_acronyms, find_names
from publist.venues.titles import abbreviated, preprint_in, titled
from publist.venues.tracks import track_in
from publist.venues.words import (
    KINDS,
    Sort,
    Word,
    acronym_key,
    is_acronym,
    name_key,
    words_of,
)
from publist.venues.workshops import glued_host, host_of, workshop_name

__all__ = ["readings", "recognise"]

_LONGEST = 600
"""Characters of a text that are looked at; no venue's name is longer."""
_LEAD = re.compile(
    r"(?:[Ii]n:?\s+(?=[A-Z\d“\"*]|the |proc)|(?:[Pp]ublished|[Aa]ppeared|[Tt]o appear) in:?\s+"
    r"|[Aa]ccepted (?:at|to|by|in):?\s+)"
)
# IEEE Xplore's form: "Circuits and Systems (MWSCAS), 2013 IEEE 56th International Symposium on".
_INVERTED = re.compile(r"([^,(]+?)\s*(\([^()]{2,40}\))?[,.]\s*(.*\b(?:on|of|for))")


def recognise(text: str, catalogue: Catalogue, hint: str | None = None) -> Venue:
    """Say which venue a printed text means.

    A venue is taken for one of the catalogue only when its whole name, or its short name in
    a place of its own, says so; a wrong venue is worse than an unknown one. What is not in
    the catalogue comes back cleaned: without ordinal, year, date and publisher as far as
    those are sure, its words otherwise as they are.

    Args:
        text: What a source prints, plain text.
        catalogue: The known venues.
        hint: The CSL type of the work, which helps where a journal and a conference share a
            name.

    >>> catalogue = Catalogue.load()
    >>> for text in ("In Proceedings of the 39th International Conference on Machine Learning",
    ...              "ICML'22", "Proc. of ICML", "CVPR Workshop 2024", "EMNLP 2024 Findings"):
    ...     venue = recognise(text, catalogue)
    ...     print(venue.short, venue.year, venue.track.kind)
    ICML None main
    ICML 2022 main
    ICML None main
    CVPR 2024 workshop
    EMNLP 2024 findings
    """
    return readings(text, catalogue, hint)[0]


def readings(
    text: str, catalogue: Catalogue, hint: str | None = None
) -> tuple[Venue, tuple[str, ...]]:
    """The venue a text means, and the ids of the venues it may mean where that is in doubt.

    Args:
        text: What a source prints, plain text.
        catalogue: The known venues.
        hint: The CSL type of the work.

    >>> readings("SEC 2019", Catalogue.load())[1]
    ('ifip-sec', 'sec-edge')
    """
    key = (text, hint or "")
    known = catalogue.readings.get(key)
    if known is None:
        known = catalogue.readings[key] = _read(text, catalogue, hint)
    return known


def _read(printed: str, catalogue: Catalogue, hint: str | None) -> tuple[Venue, tuple[str, ...]]:
    text = " ".join(printed[:_LONGEST].split()).strip('“”"')
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    inverted = _INVERTED.fullmatch(text)
    if inverted:
        text = " ".join(filter(None, (inverted[3], inverted[1], inverted[2])))
    server = preprint_in(text, catalogue)
    if server:
        return _venue(server, printed, None), ()
    words = words_of(text)
    steps = (_journal, _conference)
    # A long title is sure; "The Semantic Web" may be a journal and a conference's proceedings.
    if hint == "paper-conference" and (len(words) < 5 or any(word.key in KINDS for word in words)):
        steps = (_conference, _journal)
    doubt: tuple[str, ...] = ()
    for step in steps:
        venue, doubtful = step(text, words, catalogue)
        if venue:
            return venue.model_copy(update={"printed": printed}), ()
        doubt = doubt or doubtful
    return _unknown(text, words, hint).model_copy(update={"printed": printed}), doubt


# Words for parts of a conference; they say nothing about which one it is.
_PARTS = frozenset(
    """
    student research poster demonstration demo session tutorial abstract industry track short
    long paper main volume shared task system companion interactive extended note late breaking
    doctoral consortium finding dataset benchmark blog blogpost post oral spotlight invited
    associated vol part page pp ea
    """.split()
)
# Words that begin a longer name: then a short name beside it must fit that name.
_TITLES = KINDS | {"journal", "transaction", "letter", "bulletin", "review", "annal", "magazine"}
Reading = tuple[Venue | None, tuple[str, ...]]


def _journal(text: str, words: list[Word], catalogue: Catalogue) -> Reading:
    found = titled(text, catalogue) or abbreviated(text, catalogue)
    if not found and "(" in text:
        found = abbreviated(text.partition("(")[0].strip(), catalogue)
    if len(found) == 1:
        return _venue(found[0], text, year_of(text, words)), ()
    return None, tuple(sorted(entry.id for entry in found))


def _conference(text: str, words: list[Word], catalogue: Catalogue) -> Reading:
    names = find_names(text, words, catalogue)
    acronyms = find_acronyms(text, words, catalogue)
    workshop = _speaks_of_workshop(text, words)
    own = _settled(names, acronyms, words, catalogue)
    if workshop and not (own and _is_workshop(own, words)):
        hosted = _hosted(text, words, acronyms, names)
        if hosted:
            return hosted, ()
    if own is None:
        return _glued(text, words, catalogue), ()
    if len(own.entries) > 1:
        return None, tuple(sorted(entry.id for entry in own.entries))
    entry = own.entries[0]
    return _venue(entry, text, _year(text, words, entry, own), _track(text, words, own)), ()


def _is_workshop(own: Hit, words: list[Word]) -> bool:
    """Whether what was found is the workshop itself: by its kind, or by a name it had."""
    named = any(word.key == "workshop" for word in words[own.first : own.last + 1])
    return named or own.entries[0].kind is VenueKind.WORKSHOP


def _speaks_of_workshop(text: str, words: list[Word]) -> bool:
    """Whether a workshop is meant; a student research workshop is a track."""
    if "@" in text:
        return True
    keys = [word.key for word in words]
    return "workshop" in keys and "student" not in keys[: keys.index("workshop")]


def _settled(
    names: list[Hit], acronyms: list[Hit], words: list[Word], catalogue: Catalogue
) -> Hit | None:
    """The hit that decides: a full name before a short one, a workshop before its host."""
    sure = [_narrowed(hit, acronyms, words) for hit in names if _has_standing(hit, acronyms, words)]
    if not sure:
        held = [_overlapping(hit, words) for hit in acronyms if hit.alone]
        sure = [hit for hit in held if hit]
    if not sure:
        return None
    for hit in sure:
        if all(entry.kind is VenueKind.WORKSHOP for entry in hit.entries):
            return hit
    return _joint(sure, catalogue) or sure[0]


def _has_standing(hit: Hit, acronyms: list[Hit], words: list[Word]) -> bool:
    """A name without a word such as *conference* needs its acronym, or to be all there is."""
    if any(word.key in KINDS for word in words[hit.first : hit.last + 1]):
        return True
    if words[hit.first].key in _PARTS and any(other.alone for other in acronyms):
        return False  # "Findings of the ACL: EMNLP 2024" is about EMNLP
    front = all(word.sort is not Sort.NAME for word in words[: hit.first])
    if front and not KINDS.intersection(name_key(hit.entries[0].name).split()):
        return True
    apart = [other for other in acronyms if other.last < hit.first or other.first > hit.last]
    if any(set(other.entries) & set(hit.entries) for other in apart):
        return True
    after = words[hit.last + 1 : hit.last + 3]
    if front and any(word.sort is Sort.FRONT and word.broken for word in after):
        return True  # "Human Language Technology: Proceedings of a Workshop"
    around = (*words[: hit.first], *words[hit.last + 1 :])
    return all(word.sort is not Sort.NAME or word.key in _PARTS for word in around)


def _narrowed(hit: Hit, acronyms: list[Hit], words: list[Word]) -> Hit:
    """Of several venues of one name the one whose short name or sponsor is there too."""
    if len(hit.entries) == 1:
        return hit
    named = {entry for other in acronyms for entry in other.entries}
    kept = tuple(entry for entry in hit.entries if entry in named)
    if len(kept) != 1:
        lower = {word.key for word in words}
        kept = tuple(entry for entry in hit.entries if _trimmings(entry) <= lower) or hit.entries
        most = max(len(_trimmings(entry)) for entry in kept)
        kept = tuple(entry for entry in kept if len(_trimmings(entry)) == most)
    return hit._replace(entries=kept)


def _trimmings(entry: VenueEntry) -> set[str]:
    return {word.key for word in words_of(entry.name) if word.sort is Sort.TRIM}


def _overlapping(hit: Hit, words: list[Word]) -> Hit | None:
    """Hold a short name against the words of a longer text: are they its own?"""
    around = [word for word in (*words[: hit.first], *words[hit.last + 1 :]) if not word.sort]
    keys = {part for word in around for part in word.key.split()} - _PARTS
    front = all(word.sort is not Sort.NAME for word in words[: hit.first])
    starts = front and hit.last + 1 < len(words) and words[hit.last + 1].sort is Sort.YEAR
    if keys <= KINDS or (not keys & _TITLES and (starts or len(around) < 5)):
        return hit
    # Five letters in brackets are nobody else's; then one word in common is enough.
    long = hit.last == hit.first and len(words[hit.last].text) > 4 and words[hit.first].broken
    share = 0.0 if long and is_acronym(words[hit.last].text) else 0.5
    kept = tuple(entry for entry in hit.entries if _shared(entry, keys) > share)
    return hit._replace(entries=kept) if kept else None


def _shared(entry: VenueEntry, keys: set[str]) -> float:
    """The share of the words that a venue's name is about that are there."""
    most = 0.0
    for name in entry.all_names:
        topic = {word for word in name_key(name).split() if word not in KINDS}
        most = max(most, len(topic & keys) / (len(topic) or 1))
    return most


def _joint(sure: list[Hit], catalogue: Catalogue) -> Hit | None:
    """``COLING`` and ``ACL`` in one text are ``COLING-ACL``, if the catalogue knows that."""
    shorts = [hit.entries[0].short for hit in sure[:2] if len(hit.entries) == 1]
    if len(shorts) < 2 or shorts[0] == shorts[1]:
        return None
    known = catalogue.by_acronym.get(acronym_key(f"{shorts[0]}-{shorts[1]}"))
    return sure[0]._replace(entries=(known[0],)) if known and len(known) == 1 else None


def _hosted(text: str, words: list[Word], acronyms: list[Hit], names: list[Hit]) -> Venue | None:
    host = host_of(text, words, acronyms, names)
    if host is None or len(host.entries) > 1:
        return None
    entry = host.entries[0]
    track = Track(kind=TrackKind.WORKSHOP, name=workshop_name(text, words, host))
    return _venue(entry, text, _year(text, words, entry, host), track)


def _glued(text: str, words: list[Word], catalogue: Catalogue) -> Venue | None:
    """``CVPRW 2023``: the host's short name with a W."""
    for at, word in enumerate(words[:4]):
        entry = glued_host(word.text, catalogue)
        if entry:
            year = year_near(text, words, at, hyphened=True) or year_of(text, words)
            return _venue(entry, text, year, Track(kind=TrackKind.WORKSHOP))
    return None


def _track(text: str, words: list[Word], own: Hit) -> Track:
    before = text[: words[own.first].start]
    after = text[words[own.last].end :]
    if own.entries[0].kind is not VenueKind.WORKSHOP and own.last + 1 < len(words):
        following = [word.key for word in words[own.last + 1 : own.last + 3]]
        if "workshop" in following:
            return Track(kind=TrackKind.WORKSHOP)
    return track_in(f"{before} | {after}")


def _year(text: str, words: list[Word], entry: VenueEntry, own: Hit) -> int | None:
    hyphened = entry.kind is VenueKind.CONFERENCE
    for hit in (own, *_places_of(entry, words)):
        found = year_near(text, words, hit.last, hyphened=hyphened)
        if found:
            return found
    return year_of(text, words)


def _places_of(entry: VenueEntry, words: list[Word]) -> list[Hit]:
    shorts = {acronym_key(name) for name in entry.all_acronyms}
    return [Hit((entry,), at, at) for at, word in enumerate(words) if word.text.lower() in shorts]


def _venue(entry: VenueEntry, printed: str, year: int | None, track: Track | None = None) -> Venue:
    return Venue(
        id=entry.id,
        name=entry.name,
        short=entry.short,
        kind=entry.kind,
        year=year,
        track=track or Track(),
        printed=printed,
    )


def _unknown(text: str, words: list[Word], hint: str | None) -> Venue:
    gathering = is_gathering(words)
    if hint in ("article-journal", "article-magazine", "article-newspaper") and not gathering:
        return Venue(name=text, kind=VenueKind.JOURNAL, printed=text)
    if hint in ("chapter", "book", "entry-encyclopedia") and not gathering:
        return Venue(name=text, kind=VenueKind.BOOK, printed=text)
    if not gathering and hint != "paper-conference":
        return Venue(name=text, kind=VenueKind.OTHER, printed=text)
    name, short, year = cleaned_name(text)
    keys = {word.key for word in words_of(name)}
    kind = VenueKind.WORKSHOP if "workshop" in keys else VenueKind.CONFERENCE
    if keys & {"journal", "transaction", "letter"} and not keys & KINDS:
        kind = VenueKind.JOURNAL
    return Venue(name=name, short=short, kind=kind, year=year, printed=text)
