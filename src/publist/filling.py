"""Filling in: what an imported page leaves out, from entries of a bibliography.

Composes linking and the model for ``pubs import --with``: which entry is of which item is
decided by :mod:`publist.link`, as everywhere; what is taken is said, what is in doubt is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publist.link import Decision, Pair, Relation, link, rows_from_records
from publist.model import Author, Record
from publist.names import compatible
from publist.names.fold import fold
from publist.problems import Problem, Severity

__all__ = ["Filled", "fill_in"]


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling in gave.

    Args:
        records: The records of the page, in their order.
        problems: What was filled in from where, what is in doubt, what disagrees, what of the
            bibliography has no item on the page.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


# Of a publication; another version of the same work has others.
_OF_PUBLICATION = (
    "volume", "issue", "number", "pages", "publisher", "publisher_place", "collection",
    "number_of_pages", "edition", "chapter", "editors", "container",
)  # fmt: skip
_OF_WORK = ("abstract", "keywords")


def fill_in(records: Sequence[Record], entries: Sequence[Record]) -> Filled:
    """Fill in records from the entries that are of the same works.

    What the page says stays, but for names: an author is printed as the entry has it where
    that says more, with the page's roles, and a list that ends in *et al.* is completed.
    From an entry of another version (the preprint of what the page lists as published) only
    what is the work's is taken: names, abstract, keywords, the arXiv number.

    Args:
        records: What was imported.
        entries: Entries of a bibliography.

    >>> from publist.names import read_authors
    >>> from publist.reading import read_text
    >>> from publist.richtext import RichText
    >>> bib = "@article{a, title={Of Mice}, author={Li, Ann}, doi={10.1234/x1}, year=2020}"
    >>> authors = read_authors("A. Li", "human").authors
    >>> page = Record(key="li2020mice", title=RichText.of("Of mice"), authors=authors)
    >>> filled = fill_in([page], read_text(bib, "x.bib").records)
    >>> str(filled.records[0].authors[0].name), filled.records[0].identifier("doi")
    ('Ann Li', '10.1234/x1')
    >>> print(filled.problems[0].message)
    Filled in from x.bib:1 (a): authors, date, doi.
    """
    matches = _matches(records, entries)
    used: set[int] = set()
    done: list[Record] = []
    problems: list[Problem] = []
    for at, record in enumerate(records):
        now = record
        for pair, number in matches.get(at, ()):
            entry = entries[number]
            used.add(number)
            if _certain(pair, record, entry):
                now, said = _filled(now, entry, pair)
                problems += said
            else:
                problems.append(_doubtful(record, entry, pair))
        done.append(now)
    left = [entry for number, entry in enumerate(entries) if number not in used]
    return Filled(tuple(done), (*problems, *_not_on_page(left)))


def _matches(
    records: Sequence[Record], entries: Sequence[Record]
) -> dict[int, list[tuple[Pair, int]]]:
    """For each record the entries that are, or may be, of its work, the best first.

    What is in doubt is left out where something is certain.
    """
    rows = rows_from_records([*records, *entries])
    place = {row.id: at for at, row in enumerate(rows)}
    found: dict[int, list[tuple[Pair, int]]] = defaultdict(list)
    clean = {row.source for row in rows[len(records) :]}
    for pair in link(rows, clean_sources=clean).pairs:
        one, two = sorted((place[pair.a], place[pair.b]))
        if one < len(records) <= two and pair.decision is not Decision.APART:
            found[one].append((pair, two - len(records)))
    for at, pairs in found.items():
        pairs.sort(key=lambda each: (each[0].relation is not Relation.SAME, -each[0].score))
        sure = [each for each in pairs if _certain(each[0], records[at], entries[each[1]])]
        found[at] = sure or pairs
    return found


def _certain(pair: Pair, record: Record, entry: Record) -> bool:
    """Whether linking joins the two, or they have the same people and the same title."""
    if pair.decision is Decision.JOIN:
        return True
    people = zip(record.authors, entry.authors, strict=False)
    return (
        fold(record.title.plain) == fold(entry.title.plain)
        and bool(record.authors and entry.authors)
        and all(compatible(one.name, other.name) for one, other in people)
    )


def _filled(record: Record, entry: Record, pair: Pair) -> tuple[Record, tuple[Problem, ...]]:
    silent = not (record.venue or record.container or record.date)
    same = silent or pair.relation is Relation.SAME
    changes = dict(_taken(record, entry, same=same))
    said = []
    if changes:
        said.append(_told(record, entry, changes))
    if same and record.year and entry.year and record.year != entry.year:
        said.append(_disagrees(record, entry))
    return record.change(**changes), tuple(said)


def _taken(record: Record, entry: Record, *, same: bool) -> Iterator[tuple[str, object]]:
    authors, truncated = _authors(record, entry)
    if authors != record.authors:
        yield "authors", authors
    if truncated != record.authors_truncated:
        yield "authors_truncated", truncated
    for name in (*_OF_PUBLICATION, *_OF_WORK) if same else _OF_WORK:
        if name == "container" and record.venue:
            continue
        if not getattr(record, name) and getattr(entry, name):
            yield name, getattr(entry, name)
    if same and record.date is None and entry.date is not None:
        yield "date", entry.date
    known = {each.scheme for each in record.identifiers}
    more = [each for each in entry.identifiers if each.scheme not in known]
    more = more if same else [each for each in more if each.scheme == "arxiv"]
    if more:
        yield "identifiers", (*record.identifiers, *more)


def _authors(record: Record, entry: Record) -> tuple[tuple[Author, ...], bool]:
    """The page's authors with the entry's longer names; those of the entry after *et al.*."""
    page, other = record.authors, entry.authors
    if not page:
        return other, entry.authors_truncated if other else record.authors_truncated
    aligned = all(compatible(a.name, b.name) for a, b in zip(page, other, strict=False))
    complete = len(page) == len(other)
    if not aligned or not (complete or (record.authors_truncated and len(page) < len(other))):
        return page, record.authors_truncated
    named = tuple(_longer(a, b) for a, b in zip(page, other, strict=False))
    more = tuple(Author(name=each.name, orcid=each.orcid) for each in other[len(page) :])
    return named + more, entry.authors_truncated if more else record.authors_truncated


def _longer(author: Author, other: Author) -> Author:
    orcid = author.orcid or other.orcid
    fuller = _letters(other) > _letters(author)
    return author.model_copy(update={"name": other.name if fuller else author.name, "orcid": orcid})


def _letters(author: Author) -> int:
    return sum(map(str.isalnum, author.name.given or ""))


def _told(record: Record, entry: Record, changes: Mapping[str, object]) -> Problem:
    names = [name for name in changes if name not in ("identifiers", "authors_truncated")]
    known = set(record.identifiers)
    if "identifiers" in changes:
        names += [each.scheme for each in entry.identifiers if each not in known]
    fields = ", ".join(name.replace("_", " ") for name in names)
    message = f"Filled in from {_place(entry)}: {fields}."
    return record.problem(Severity.INFO, "filled-in", message)


def _disagrees(record: Record, entry: Record) -> Problem:
    message = (
        f"The page says {record.year}, {_place(entry)} says {entry.year}; the page's was kept."
    )
    return record.problem(Severity.WARNING, "fill-differs", message, str(record.year))


def _doubtful(record: Record, entry: Record, pair: Pair) -> Problem:
    reasons = "; ".join(pair.reasons[:3])
    message = f"{_place(entry)} may be this work ({reasons}); nothing was taken from it."
    return record.problem(Severity.WARNING, "fill-doubtful", message, entry.title.plain)


def _not_on_page(entries: Sequence[Record]) -> Iterator[Problem]:
    if entries:
        keys = ", ".join(entry.key for entry in entries)
        source = entries[0].source
        yield Problem(
            severity=Severity.INFO,
            code="fill-unused",
            message=f"{len(entries)} entries have no item on the page: {keys}",
            file=source.file if source else None,
        )


def _place(entry: Record) -> str:
    return f"{entry.source} ({entry.key})" if entry.source else entry.key
