"""The stage: records with marks and raw fields in, records with roles out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from publist.model import Author, Record, Role
from publist.names.emphasis import BOLD, UNDERLINED
from publist.names.marks import plain_mark
from publist.normalise.roles.explicit import apply_fields
from publist.normalise.roles.guess import guess_meanings
from publist.normalise.roles.legend import read_legend
from publist.normalise.roles.statements import read_statements
from publist.normalise.roles.texts import Texts, drop_settled, read_texts
from publist.normalise.roles.words import roles_in
from publist.problems import Problem, Severity

__all__ = ["settle_roles"]


@dataclass(slots=True)
class _Reading:
    """A record on its way: explicit roles given, marks still there."""

    record: Record
    texts: Texts
    problems: list[Problem] = field(default_factory=list)


def settle_roles(
    records: Sequence[Record],
    remarks: Sequence[str],
    meanings: Mapping[str, Role] | None = None,
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Turn every way of writing roles into ``Author.roles``.

    Read are annotations (``author+an``), lists of positions or names (``equal_contribution``),
    notes for each author (``author_notes``), what notes and annotations say in words, and the
    marks at the names. What a mark means is said by the project; failing that by the record
    itself; failing that by the file's remarks; failing that it is guessed, with a Problem
    ``role-guessed`` once for each mark and file. A mark without any meaning is a Problem
    ``mark-unknown`` and kept in ``Record.extra`` as ``author+an:marks``; numbers and letters
    at names are affiliations and go.

    One mark is one group of equal contributors wherever it stands; two marks that both mean
    equal contribution are two groups, counted in the order of the authors.

    Args:
        records: The records of one document.
        remarks: Texts beside the entries that may hold a legend.
        meanings: Meanings of marks that the project gives; they win.

    Returns:
        The records, with no marks left at their authors and the fields that were fully
        understood gone, and the problems.

    >>> from publist.names import read_authors
    >>> record = Record(key="a", authors=read_authors("Ann Li* and Bo He* and Cy Wu").authors)
    >>> (settled,), problems = settle_roles([record], ["* denotes equal contribution"])
    >>> [str(role) for author in settled.authors for role in author.roles]
    ['equal', 'equal']
    """
    problems: list[Problem] = []
    given = {plain_mark(mark): role for mark, role in (meanings or {}).items()}
    known = _legend(remarks, problems) | given
    readings = [_read(record) for record in records]
    guesses = _guesses(readings, known)
    said: set[tuple[str | None, str]] = set()
    settled: list[Record] = []
    for reading in readings:
        guessed = guesses.get(_file(reading.record), {})
        local = {**guessed, **known, **reading.texts.legend, **given}
        record = _settled(reading, local)
        certain = known.keys() | reading.texts.legend.keys()
        problems += reading.problems
        problems += _guess_problems(reading.record, guessed, certain, said)
        settled.append(drop_settled(record, reading.texts))
    return tuple(settled), tuple(problems)


def _legend(remarks: Iterable[str], problems: list[Problem]) -> dict[str, Role]:
    found: dict[str, Role] = {}
    for remark in remarks:
        for mark, role in read_legend(remark).items():
            first = found.setdefault(mark, role)
            if first != role:
                problems.append(
                    Problem(
                        severity=Severity.WARNING,
                        code="legend-unclear",
                        message=f"The remarks say that {mark!r} is {str(first)!r} and that it is "
                        f"{str(role)!r}; the first was taken.",
                        value=mark,
                    )
                )
    return found


def _file(record: Record) -> str | None:
    return record.source.file if record.source else None


def _read(record: Record) -> _Reading:
    problems: list[Problem] = []
    record = apply_fields(record, problems)
    texts = read_texts(record)
    marked = any(author.marks for author in record.authors)
    if not (marked or texts.given or texts.unplaced):
        return _Reading(record, texts, problems)
    authors = [
        _with_remarks(author, index, record, texts) for index, author in enumerate(record.authors)
    ]
    for index, role in texts.given:
        authors[index] = authors[index].with_roles(role)
    _place(authors, texts, record, problems)
    return _Reading(record.change(authors=tuple(authors)), texts, problems)


def _with_remarks(author: Author, index: int, record: Record, texts: Texts) -> Author:
    """The author without the remarks in brackets behind the name; what they say goes to texts."""
    remarks = [mark for mark in author.marks if mark.startswith("(")]
    if not remarks:
        return author
    marks = tuple(mark for mark in author.marks if mark not in remarks)
    symbols = [mark for mark in marks if not mark.isalnum() and mark not in (BOLD, UNDERLINED)]
    for remark in remarks:
        said = read_statements(remark[1:-1], record.authors)
        texts.legend = {**said.legend, **texts.legend}
        texts.given += said.given
        if said.legend or said.given:
            continue
        roles = [role for role, _, _ in roles_in(remark)]
        texts.given += [(index, role) for role in roles]
        # Yang†(corresponding author): the words say what the mark beside them means.
        if len(symbols) == len(roles) == 1:
            texts.legend.setdefault(symbols[0], roles[0])
    return author.model_copy(update={"marks": marks})


def _place(authors: list[Author], texts: Texts, record: Record, problems: list[Problem]) -> None:
    """Roles in the text that say not whose they are: the one emphasised author's."""
    if not texts.unplaced:
        return
    emphasised = [index for index, author in enumerate(authors) if author.emphasised]
    missing = [
        role
        for role in texts.unplaced
        if not any(role.kind == own.kind for author in authors for own in author.roles)
    ]
    bare = sorted({mark for author in authors for mark in author.marks} - texts.legend.keys())
    if missing and len(bare) == 1 and not bare[0].isalnum() and len(missing) == 1:
        texts.legend[bare[0]] = missing[0]
    elif len(emphasised) == 1:
        authors[emphasised[0]] = authors[emphasised[0]].with_roles(*missing)
    elif missing:
        texts.kept = True
        problems.append(
            record.problem(
                Severity.WARNING,
                "role-unplaced",
                f"A note says {missing[0]} and not of whom; give the role to an author.",
                str(missing[0]),
            )
        )


def _guesses(
    readings: Sequence[_Reading], known: Mapping[str, Role]
) -> dict[str | None, dict[str, Role]]:
    lists: dict[str | None, list[tuple[tuple[str, ...], ...]]] = {}
    for reading in readings:
        explained = known.keys() | reading.texts.legend.keys()
        for people in (reading.record.authors, reading.record.editors):
            marks = tuple(_unexplained(author, explained) for author in people if author.marks)
            if any(marks):
                lists.setdefault(_file(reading.record), []).append(marks)
    return {file: guess_meanings(marks) for file, marks in lists.items()}


def _unexplained(author: Author, explained: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        mark
        for mark in author.marks
        if mark not in explained and not mark.isalnum() and mark not in (BOLD, UNDERLINED)
    )


def _settled(reading: _Reading, meanings: Mapping[str, Role]) -> Record:
    record = reading.record
    changes: dict[str, object] = {}
    extra = dict(record.extra)
    for name, field_name in (("author", "authors"), ("editor", "editors")):
        people: tuple[Author, ...] = getattr(record, field_name)
        if not any(author.marks for author in people):
            continue
        groups = _groups(people, meanings)
        changes[field_name] = tuple(_with_meanings(author, meanings, groups) for author in people)
        unknown = [_unexplained(author, meanings) for author in people]
        if any(unknown):
            extra[f"{name}+an:marks"] = "; ".join(
                f'{index}="{" ".join(marks)}"' for index, marks in enumerate(unknown, 1) if marks
            )
            reading.problems.append(_unknown_mark(record, unknown))
    if not changes:
        return record
    return record.change(**changes, extra=extra)


def _groups(people: Sequence[Author], meanings: Mapping[str, Role]) -> dict[str, int]:
    """The group of each mark that means equal contribution, by its first author."""
    plain = [
        mark
        for mark in dict.fromkeys(mark for author in people for mark in author.marks)
        if (role := meanings.get(mark)) and role.kind == "equal" and role.group == 1
    ]
    return {mark: number for number, mark in enumerate(plain, start=1)}


def _with_meanings(
    author: Author, meanings: Mapping[str, Role], groups: Mapping[str, int]
) -> Author:
    roles = []
    for mark in author.marks:
        role = meanings.get(mark)
        if role is not None:
            roles.append(Role(kind=role.kind, group=groups.get(mark, role.group)))
    # Underlined authors who contributed equally are not the owner for that, and so with bold.
    emphasised = author.emphasised
    if UNDERLINED in meanings and UNDERLINED in author.marks:
        emphasised = BOLD in author.marks
    elif BOLD in meanings and emphasised and UNDERLINED not in author.marks:
        roles.append(meanings[BOLD])
        emphasised = False
    settled = author.with_roles(*roles)
    return settled.model_copy(update={"marks": (), "emphasised": emphasised})


def _guess_problems(
    record: Record,
    guessed: Mapping[str, Role],
    certain: Iterable[str],
    said: set[tuple[str | None, str]],
) -> Iterable[Problem]:
    if not guessed:
        return
    used = {
        mark
        for author in (*record.authors, *record.editors)
        for mark in _unexplained(author, certain)
        if mark in guessed
    }
    for mark in sorted(used):
        if (_file(record), mark) in said:
            continue
        said.add((_file(record), mark))
        yield record.problem(
            Severity.WARNING,
            "role-guessed",
            f"Nothing says what {mark!r} means; it was taken for {guessed[mark].kind!r}. Say so "
            "in the project file or in a legend.",
            mark,
        )


def _unknown_mark(record: Record, unknown: Sequence[tuple[str, ...]]) -> Problem:
    marks = " ".join(dict.fromkeys(mark for found in unknown for mark in found))
    return record.problem(
        Severity.WARNING,
        "mark-unknown",
        f"Nothing says what {marks} means, and no reading of it is usual; it was kept aside.",
        marks,
    )
