"""Caution: what is joined in people's lists without asking, and what is not.

The linkage core weighs what two records say. What joins the entries of somebody's list asks for
more: an owner who lists a talk beside the paper, or one title at two conferences, means both. In
one case it asks for less: see :func:`assured`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from publist.link.appearance import Appearance, appearance_of
from publist.link.folding import fold, words
from publist.link.linkage import Linkage, Pair, relate
from publist.link.merge_people import align
from publist.link.merge_policy import ORDER
from publist.link.regroup import LARGE, cut_by, regroup, scores_of
from publist.link.row import Row
from publist.link.verdict import Decision, Relation
from publist.link.wording import GENERIC, NOTICES, RECURRING, STOPWORDS
from publist.model import Author, Record

__all__ = ["assured", "cautious", "doubt"]

_OCCASIONS = frozenset(
    (
        "broadcast",
        "event",
        "exhibition",
        "graphic",
        "interview",
        "map",
        "motion_picture",
        "performance",
        "post",
        "post-weblog",
        "song",
        "speech",
        "webpage",
    )
)
"""CSL types of what is told beside a paper of the same title, and not instead of it."""

_PARTICULARS = ("type", "date", "container", "event", "publisher", "genre", "number", "note")
"""Fields that tell two appearances apart where no venue is known."""

_OTHER_WORKS = NOTICES | RECURRING | {"appendix", "part", "supplement", "supplementary", "volume"}
"""Words with which the subtitle of another work begins."""

AUTHORS = 3
"""So many authors, and words that say something, make it unlikely that there is another work."""

YEARS = 5
"""Versions of one work in one list are no further apart than this."""

SHARE = 0.6
"""So much of the shorter author list has to be on the longer one for an identifier to be
believed where the titles have little in common."""


def cautious(linkage: Linkage, records: Sequence[Record], rows: Sequence[Row]) -> Linkage:
    """Take back joins that a person should be asked about, and add those that need no asking.

    Args:
        linkage: What the evidence says of the rows.
        records: The records that the rows were made of.
        rows: A row for each record.
    """
    by_id = {row.id: record for row, record in zip(rows, records, strict=True)}
    known = {(pair.a, pair.b) for pair in linkage.pairs}
    together = {
        (pair.a, pair.b)
        for pair in linkage.pairs
        if pair.decision is Decision.ASK and assured(by_id[pair.a], by_id[pair.b])
    }
    score = scores_of(linkage, rows)
    clusters, _ = regroup(linkage.clusters, together, (), score)
    doubts = {
        (a, b): why
        for a, b in _within(clusters, known)
        if (a, b) not in together and (why := doubt(by_id[a], by_id[b])) is not None
    }
    if doubts:
        clusters, _ = regroup(linkage.clusters, together, doubts, score, known | doubts.keys())
    elif not together:
        return linkage
    row_of = {row.id: row for row in rows}
    missing = [relate(row_of[a], row_of[b]) for a, b in doubts if (a, b) not in known]
    cluster_of = {record: at for at, group in enumerate(clusters) for record in group}
    pairs = [
        _told(pair, doubts.get((pair.a, pair.b)), joined=cluster_of[pair.a] == cluster_of[pair.b])
        for pair in (*linkage.pairs, *missing)
    ]
    return Linkage(
        clusters=clusters,
        copies=tuple(sorted(cut_by(linkage.copies, clusters))),
        pairs=tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))),
    )


def _within(
    clusters: Sequence[tuple[str, ...]], known: Collection[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The pairs within clusters; of large ones those that were compared anyway."""
    cluster_of = {row: at for at, group in enumerate(clusters) for row in group}
    for group in clusters:
        if len(group) <= LARGE:
            yield from combinations(group, 2)
    for a, b in known:
        if cluster_of[a] == cluster_of[b] and len(clusters[cluster_of[a]]) > LARGE:
            yield a, b


def _told(pair: Pair, why: str | None, *, joined: bool) -> Pair:
    if why is not None:
        reasons = (*pair.reasons, f"to be confirmed: {why}")
        return replace(pair, decision=Decision.ASK, reasons=reasons)
    if joined:
        version = pair.relation in (Relation.SAME, Relation.VERSION)
        relation = pair.relation if version else Relation.VERSION
        return replace(pair, relation=relation, decision=Decision.JOIN)
    return replace(pair, decision=Decision.ASK) if pair.decision is Decision.JOIN else pair


def assured(one: Record, other: Record) -> bool:
    """Whether two records are surely of one work though the evidence asks to be confirmed.

    Records that say the same in all fields are, however little that is. And papers gain a
    subtitle on the way from a workshop to a conference: that needs no asking where the records
    are of different lists, three or more authors are the same and in the same order, and what is
    preferred came no earlier and within two years.

    >>> from publist.richtext import RichText
    >>> title = RichText.of("Sparse Ledgers")
    >>> assured(Record(key="a", title=title), Record(key="b", title=title))
    True
    """
    return _say_the_same(one, other) or _has_grown(one, other)


def _say_the_same(one: Record, other: Record) -> bool:
    told = len(_title(one)) > 1 and not set(_title(one)) <= GENERIC
    return told and one.change(key="", source=None) == other.change(key="", source=None)


def _has_grown(one: Record, other: Record) -> bool:
    first, later = sorted((one, other), key=lambda record: _RANKS[appearance_of(record)])[::-1]
    kinds = {_published_as(one), _published_as(other)}
    return (
        (one.source or other.source) is not None
        and not _in_one_list(one, other)
        and None not in kinds
        and len(kinds) == 2
        and first.year is not None
        and later.year is not None
        and 0 <= later.year - first.year <= 2
        and _all_authors(one, other)
        and _gained_subtitle(one.title.plain, other.title.plain)
    )


_RANKS = {appearance: at for at, appearance in enumerate(ORDER)}


def _all_authors(one: Record, other: Record) -> bool:
    if one.authors_truncated or other.authors_truncated:
        return False
    same_size = len(one.authors) == len(other.authors) >= AUTHORS
    return same_size and None not in align(one.authors, other.authors)


def _gained_subtitle(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    head, colon, subtitle = long.partition(":")
    added = words(fold(subtitle))
    return (
        bool(colon and added)
        and words(fold(head)) == words(fold(short))
        and len(set(words(fold(short))) - STOPWORDS) >= AUTHORS
        and added[0] not in _OTHER_WORKS
        and not any(word.isdecimal() for word in added)
    )


def doubt(one: Record, other: Record) -> str | None:
    """Why two records that are likely of one work are not joined unasked; None if they may be.

    >>> paper = Record(key="a", type="paper-conference")
    >>> doubt(paper, Record(key="b", type="speech"))
    'one of them is a talk, a page or the like'
    """
    shared = _strong(one) & _strong(other)
    if shared:
        return _doubt_of_identifier(one, other, next(iter(sorted(shared)))[0])
    if (one.type in _OCCASIONS) != (other.type in _OCCASIONS):
        return "one of them is a talk, a page or the like"
    if (one.type == "thesis") != (other.type == "thesis"):
        return "one of them is a thesis"
    return _doubt_in_one_list(one, other) if _in_one_list(one, other) else None


def _in_one_list(one: Record, other: Record) -> bool:
    """Whether a list has both; what was merged is in several."""
    return not _lists(one).isdisjoint(_lists(other))


def _lists(record: Record) -> set[str]:
    return {record.source.file, *record.source.also} if record.source else set()


def _strong(record: Record) -> set[tuple[str, str]]:
    return {
        (each.scheme, each.value)
        for each in record.identifiers
        if each.scheme not in ("isbn", "issn")
    }


def _doubt_of_identifier(one: Record, other: Record, scheme: str) -> str | None:
    """An identifier is copied wrongly at times, or is that of a whole book of abstracts."""
    left, right = set(_title(one)), set(_title(other))
    if 2 * len(left & right) >= min(len(left), len(right)):
        return None
    if one.pages and other.pages and one.pages != other.pages and one.year == other.year:
        return f"the same {scheme}, but other titles and pages"
    if one.authors and other.authors and not _same_people(one.authors, other.authors):
        return f"the same {scheme}, but other titles and authors"
    return None


def _title(record: Record) -> tuple[str, ...]:
    return _words(record.title.plain)


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words(fold(text)))


def _same_people(one: Sequence[Author], other: Sequence[Author]) -> bool:
    """Whether the first author is the same and most of the others are."""
    short, long = sorted((one, other), key=len)
    places = align(long, short)
    found = sum(place is not None for place in places)
    return places[0] == 0 and found >= SHARE * len(short)


def _doubt_in_one_list(one: Record, other: Record) -> str | None:
    """Who lists two things in one list mostly means two; only plain cases are joined."""
    if _title(one) != _title(other):
        return "titles differ within one list"
    short, long = sorted((one.authors, other.authors), key=len)
    if None in align(long, short):
        return "authors differ within one list"
    return next(_differences(one, other), None)


def _differences(one: Record, other: Record) -> Iterator[str]:
    kinds = {_published_as(one), _published_as(other)}
    if None in kinds:
        differ = [name for name in _PARTICULARS if getattr(one, name) != getattr(other, name)]
        if differ:
            yield f"other {differ[0]}, and no venue to tell by"
        return
    if abs((one.year or 0) - (other.year or 0)) > YEARS:
        yield "many years apart"
    if len(kinds) > 1:
        return
    for scheme in ("doi", "arxiv", "acl", "dblp", "pmid"):
        left, right = one.identifier(scheme), other.identifier(scheme)
        if left and right and left != right:
            yield f"different {scheme} within one list"
    if one.year != other.year or _venue(one) != _venue(other):
        yield f"two {next(iter(kinds))} publications within one list"


def _published_as(record: Record) -> Appearance | None:
    """What a record is a version of; None where it names no place of publication."""
    found = appearance_of(record)
    placed = record.venue is not None or bool(record.container.plain)
    return found if placed or found is Appearance.PREPRINT else None


def _venue(record: Record) -> tuple[str, ...]:
    if record.venue is not None and record.venue.id:
        return (record.venue.id, record.venue.track.kind, fold(record.venue.track.name or ""))
    return tuple(words(fold(record.container.plain)))
