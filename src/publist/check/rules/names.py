"""Names and roles: cut lists, one person spelt in two ways, equal contribution with nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

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
_LARGEST_BLOCK = 40


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


def _spellings(subject: Subject) -> Iterator[Hit]:
    for rare, usual, count in _alike(subject, of_spelling=True):
        message = f"{rare[1]} may be {usual} ({count}); write one person one way."
        yield Hit(rare[0], message, _AUTHORS, str(rare[1]))


def _forms(subject: Subject) -> Iterator[Hit]:
    for rare, usual, count in _alike(subject, of_spelling=False):
        message = f"{rare[1]} may be {usual} ({count}); if so, best write one form."
        yield Hit(rare[0], message, _AUTHORS, str(rare[1]))


def _alike(
    subject: Subject, *, of_spelling: bool
) -> Iterator[tuple[tuple[Entry, Name], Name, str]]:
    """Names that may be a commoner one's, each once, with how often that one stands there."""
    first, counts = _names(subject)
    partners: dict[Name, set[Name]] = defaultdict(set)
    for a, b in _pairs(counts):
        found = compatible(a, b)
        spelling = _is_spelling(a, b, found.likeness, found.reasons)
        if found.score >= (_SURE if spelling else 0.55) and spelling == of_spelling:
            if _together(a, b, first):
                continue
            rare, usual = sorted((a, b), key=lambda name: (counts[name], len(str(name)), str(name)))
            partners[rare].add(usual)
    for name, entry in first.items():
        others = sorted(partners.get(name, ()), key=lambda other: (-counts[other], str(other)))
        # Initials that fit several people say nothing of whose they are.
        if others and (of_spelling or len(others) == 1):
            times = counts[others[0]]
            yield (entry, name), others[0], f"{times} time{'s' if times > 1 else ''}"


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


def _names(subject: Subject) -> tuple[dict[Name, Entry], Counter[Name]]:
    first: dict[Name, Entry] = {}
    counts: Counter[Name] = Counter()
    for entry in subject.entries:
        for author in _people(entry.record):
            if author.name.family and author.name.given:
                first.setdefault(author.name, entry)
                counts[author.name] += 1
    return first, counts


def _people(record: Record) -> tuple[Author, ...]:
    return (*record.authors, *record.editors)


def _pairs(counts: Counter[Name]) -> Iterator[tuple[Name, Name]]:
    """Names worth comparing: the same family name, its sound, or the same words."""
    blocks: defaultdict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in counts:
        family, given = fold(name.family or ""), fold(name.given or "")
        last = family.rpartition(" ")[2]
        blocks["family", last].append(name)
        blocks["sound", sound(last) + " " + given].append(name)
        blocks["words", " ".join(sorted(f"{family} {given}".split()))].append(name)
        for at in range(min(len(last), 24)):
            blocks["letter", f"{last[:at]}_{last[at + 1 :]} {given}"].append(name)
            blocks["letter", f"{last[:at]}_{last[at:]} {given}"].append(name)
    seen: set[tuple[Name, Name]] = set()
    for block in blocks.values():
        if len(block) < 2:
            continue
        for a, b in combinations(block[:_LARGEST_BLOCK], 2):
            if a != b and (a, b) not in seen:
                seen.add((a, b))
                yield a, b


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
