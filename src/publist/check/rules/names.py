"""Names and roles: cut lists, one person spelt in two ways, equal contribution with nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from publist.check.findings import Hit, Rule, each
from publist.check.subject import Entry, Subject
from publist.model import Author, Name, Record
from publist.names import Likeness, compatible
from publist.names.fold import fold, sound
from publist.problems import Severity

__all__ = ["RULES"]

_AUTHORS = ("author", "authors", "editor", "editors")
_AUTHORED = frozenset(
    {"article", "article-journal", "paper-conference", "chapter", "thesis", "book", "report"}
)
_WHOLE = ("proceedings", "book", "collection", "mvbook", "mvcollection", "mvproceedings")
# Ways in which compatible() finds two names alike that one person rarely uses side by side.
_SPELLINGS = frozenset(
    {
        "spelling of the family name",
        "a letter of the family name",
        "umlauts written out",
        "same but for spelling",
        "other order",
    }
)
_SURE = 0.7
_LIKELY = 0.55
_LARGEST_BLOCK = 40
_MISSPELT = range(5, 25)
"""Lengths of family names in which a letter more or less is a slip."""


def _truncated(entry: Entry) -> Iterator[Hit]:
    if entry.record.authors_truncated:
        message = "The list of authors ends in 'others'; name them all."
        yield Hit(entry, message, _AUTHORS)


def _missing(entry: Entry) -> Iterator[Hit]:
    record = entry.record
    people = record.authors or record.editors or record.contributors
    if not people and record.type in _AUTHORED and record.entry_type not in _WHOLE:
        yield Hit(entry, "There is no author; add the authors.")


def _alone(entry: Entry) -> Iterator[Hit]:
    groups: dict[int, list[Name]] = defaultdict(list)
    for author in entry.record.authors:
        for role in author.roles:
            if role.kind == "equal":
                groups[role.group].append(author.name)
    for names in groups.values():
        if len(names) == 1 and not entry.record.authors_truncated:
            message = (
                f"{names[0]} alone is marked for equal contribution; mark the others too, or "
                "say what the mark means."
            )
            yield Hit(entry, message, _AUTHORS, str(names[0]))


def _twice(entry: Entry) -> Iterator[Hit]:
    counts = Counter(author.name for author in entry.record.authors)
    for name, count in counts.items():
        if count > 1:
            message = f"{name} stands in the list {count} times; write them in full or drop one."
            yield Hit(entry, message, _AUTHORS, str(name))


def _spellings(subject: Subject) -> Iterator[Hit]:
    for name, other, count in _commoner(subject, _alike(subject).spelling):
        message = f"{name} may be {other} ({count}); write one person one way."
        yield Hit(_names(subject).first[name], message, _AUTHORS, str(name))


def _forms(subject: Subject) -> Iterator[Hit]:
    # Initials that fit several people say nothing of whose they are.
    sure = {name: others for name, others in _alike(subject).form.items() if len(others) == 1}
    for name, other, count in _commoner(subject, sure):
        message = f"{name} may be {other} ({count}); if so, best write one form."
        yield Hit(_names(subject).first[name], message, _AUTHORS, str(name))


def _commoner(
    subject: Subject, partners: Mapping[Name, Set[Name]]
) -> Iterator[tuple[Name, Name, str]]:
    """Each name with the commonest of those it may be, and how often that one stands there."""
    counts = _names(subject).counts
    for name in counts:
        if name in partners:
            other = min(partners[name], key=lambda each: (-counts[each], str(each)))
            yield name, other, f"{counts[other]} time{'s' if counts[other] > 1 else ''}"


class _Alike(NamedTuple):
    """Names and the commoner ones that may be the same person's."""

    spelling: dict[Name, set[Name]]
    form: dict[Name, set[Name]]


class _Names(NamedTuple):
    """The names of all sources: where each stands first, and how often."""

    first: dict[Name, Entry]
    counts: Counter[Name]


@lru_cache(maxsize=1)
def _alike(subject: Subject) -> _Alike:
    first, counts = _names(subject)
    found = _Alike(defaultdict(set), defaultdict(set))
    for a, b in _pairs(counts):
        if str(a) == str(b):
            continue  # parted otherwise, printed alike
        likeness = compatible(a, b)
        spelling = _is_spelling(a, b, likeness.likeness, likeness.reasons)
        if likeness.score < (_SURE if spelling else _LIKELY) or _together(a, b, first):
            continue
        rare, usual = sorted((a, b), key=lambda name: (counts[name], len(str(name)), str(name)))
        (found.spelling if spelling else found.form)[rare].add(usual)
    return found


def _is_spelling(a: Name, b: Name, likeness: Likeness, reasons: tuple[str, ...]) -> bool:
    if likeness is Likeness.SAME:
        return _bare(a) != _bare(b)
    return not _SPELLINGS.isdisjoint(reasons)


def _bare(name: Name) -> str:
    """A name without what only printing adds: full stops, hyphens, blanks, case."""
    return "".join(char for char in str(name).lower() if char.isalnum())


def _together(a: Name, b: Name, first: dict[Name, Entry]) -> bool:
    """Whether both stand in one list of authors, and so are two people."""
    for entry in {id(first[a]): first[a], id(first[b]): first[b]}.values():
        names = {author.name for author in _people(entry.record)}
        if a in names and b in names:
            return True
    return False


@lru_cache(maxsize=1)
def _names(subject: Subject) -> _Names:
    found = _Names({}, Counter())
    for entry in subject.entries:
        for author in _people(entry.record):
            if author.name.family and author.name.given:
                found.first.setdefault(author.name, entry)
                found.counts[author.name] += 1
    return found


def _people(record: Record) -> tuple[Author, ...]:
    return (*record.authors, *record.editors)


def _pairs(counts: Counter[Name]) -> Iterator[tuple[Name, Name]]:
    """Names worth comparing: each block of them has something in common."""
    blocks: defaultdict[str, list[Name]] = defaultdict(list)
    for name in counts:
        for key in _keys(name):
            blocks[key].append(name)
    seen: set[tuple[Name, Name]] = set()
    for block in blocks.values():
        for pair in combinations(block[:_LARGEST_BLOCK], 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(name: Name) -> set[str]:
    """What it shares with names it may be: family, sound, words, all but a letter."""
    family, given = fold(name.family or ""), fold(name.given or "")
    last = family.rpartition(" ")[2]
    keys = {
        last,
        f"{last}: {given[:1]}",
        f"{sound(last)}, {given}",
        " ".join(sorted(f"{family} {given}".split())),
    }
    if len(last) in _MISSPELT and len(given) > 2:
        keys.add(f"{last}; {given}")
        keys.update(f"{last[:at]}{last[at + 1 :]}; {given}" for at in range(len(last)))
    return keys


RULES = (
    Rule(
        code="authors-missing",
        severity=Severity.WARNING,
        why="A publication without authors is nobody's, and sorts by its title.",
        bad="@article{a, title = {Notes}, journal = {Scientific Memoirs}, year = 1843}",
        good="@article{a, title = {Notes}, journal = {Scientific Memoirs}, year = 1843, "
        "author = {Lovelace, Ada}}",
        look=each(_missing),
    ),
    Rule(
        code="authors-truncated",
        severity=Severity.WARNING,
        why="Who stands behind 'others' cannot be highlighted, counted or found; styles cut "
        "long lists by themselves.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, Ada and others}, year = 1843}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada and Babbage, Charles}, "
        "year = 1843}",
        look=each(_truncated),
    ),
    Rule(
        code="equal-alone",
        severity=Severity.WARNING,
        why="Nobody contributes equally alone: either marks are missing, or the mark means "
        "something else.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, Ada and Babbage, Charles}, "
        'year = 1843, author+an = {1="equal"}}',
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada and Babbage, Charles}, "
        'year = 1843, author+an = {1="equal"; 2="equal"}}',
        look=each(_alone),
    ),
    Rule(
        code="name-twice",
        severity=Severity.WARNING,
        why="Of two people under one name nobody can tell which is whose, and who owns the list; "
        "or one of them is there by mistake.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, A. and Lovelace, A.}, year = 1843}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada and Lovelace, Anne}, year = 1843}",
        look=each(_twice),
    ),
    Rule(
        code="name-spelling",
        severity=Severity.WARNING,
        why="One person under two spellings is two people to every list, count and search.",
        bad="@misc{a, title = {Notes}, author = {Müller, Katharina}, year = 1843}\n"
        "@misc{b, title = {Engines}, author = {Muller, Katharina}, year = 1844}",
        good="@misc{a, title = {Notes}, author = {Müller, Katharina}, year = 1843}\n"
        "@misc{b, title = {Engines}, author = {Müller, Katharina}, year = 1844}",
        look=_spellings,
    ),
    Rule(
        code="name-form",
        severity=Severity.INFO,
        why="Initials fit many people; a name in full tells who it is, and styles shorten it.",
        bad="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843}\n"
        "@misc{b, title = {Engines}, author = {Lovelace, A.}, year = 1844}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843}\n"
        "@misc{b, title = {Engines}, author = {Lovelace, Ada}, year = 1844}",
        look=_forms,
    ),
)
