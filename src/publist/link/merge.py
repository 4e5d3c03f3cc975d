"""Merging: the records of one work become what is shown of it, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from publist.link.appearance import appearance_of, version_label
from publist.link.folding import fold, words
from publist.link.merge_claims import FIELDS, Said, origin, said_in
from publist.link.merge_conflicts import conflicts_in
from publist.link.merge_people import merge_people
from publist.link.merge_policy import DEFAULT, Policy, Reach, Rule
from publist.link.merge_unions import UNIONS, link_key, version_link
from publist.model import Author, Date, FieldOrigin, Link, Record, Source, Work
from publist.problems import Problem
from publist.richtext import RichText

__all__ = ["in_order", "merge"]


def merge(
    publications: Sequence[Sequence[Record]], policy: Policy = DEFAULT
) -> tuple[Work, tuple[Problem, ...]]:
    """Make one work of all records that speak of it.

    Args:
        publications: The records, those of one publication together; at least one record. The
            result does not depend on their order.
        policy: Which version is preferred, and how each field is made.

    Returns:
        The work, and where records contradict each other (``merge-conflict``).

    >>> from publist.model import Identifier
    >>> doi = Identifier.parse("doi", "10.1000/1")
    >>> work, problems = merge([[Record(key="a", volume="3"), Record(key="b", identifiers=(doi,))]])
    >>> work.record.volume, work.record.identifier("doi"), len(work.versions), problems
    ('3', '10.1000/1', 2, ())
    """
    if len(publications) == len(publications[0]) == 1:
        return Work.of(publications[0][0]), ()
    ordered = in_order(publications, policy)
    lead = ordered[0][0]
    records: list[tuple[Record, str | None]] = [(record, None) for record in ordered[0]]
    records += [(each, version_label(each)) for group in ordered[1:] for each in group]
    fields: dict[str, Any] = {}
    origins: list[FieldOrigin] = []
    problems: list[Problem] = []
    for name in FIELDS:
        said = said_in(name, records)
        if said:
            fields[name] = settle(name, said, policy)
            origins.append(origin(name, fields[name], said))
            problems += conflicts_in(name, fields[name], said, lead)
    fields["links"] = _with_versions(fields.get("links", ()), ordered[1:])
    fields["authors_truncated"] = _truncated(said_in("authors", records), policy)
    work = Work(
        record=lead.change(**fields, source=_sources([record for record, _ in records])),
        versions=tuple(record for record, _ in records),
        provenance=tuple(origins),
    )
    return work, tuple(problems)


def _sources(records: Sequence[Record]) -> Source | None:
    """Where the first record is from, with the other files that have one."""
    first = records[0].source
    files = {name for each in records if each.source for name in _files(each.source)}
    if first is None or files == {first.file}:
        return first
    return first.model_copy(update={"also": tuple(sorted(files - {first.file}))})


def _files(source: Source) -> tuple[str, ...]:
    return (source.file, *source.also)


def in_order(
    publications: Sequence[Sequence[Record]], policy: Policy = DEFAULT
) -> tuple[tuple[Record, ...], ...]:
    """Publications and their records, the preferred ones first.

    A publication comes before another by its appearance (see :data:`ORDER`), then if it is out,
    then the newer one. Of the records of one publication that comes first which says most.
    """
    groups = [
        tuple(sorted(group, key=lambda record: _merit(record, policy))) for group in publications
    ]
    return tuple(sorted(groups, key=lambda group: _precedence(group[0], policy)))


def _precedence(lead: Record, policy: Policy) -> tuple[object, ...]:
    rank, unpublished, *merit = _merit(lead, policy)
    return (rank, unpublished, -(lead.year or 0), *merit)


def _merit(record: Record, policy: Policy) -> tuple[Any, ...]:
    source = record.source
    return (
        policy.rank(appearance_of(record)),
        record.status is not None,
        -sum(1 for name in FIELDS if said_in(name, [(record, None)])),
        source.file if source else "",
        (source.line if source else None) or 0,
        record.key,
        # Whatever is left to tell them apart.
        record.model_dump_json(),
    )


def settle(name: str, said: Sequence[Said], policy: Policy = DEFAULT) -> Any:
    """The value of one field by the policy.

    Args:
        name: The field.
        said: What records say in it, the preferred record first; at least one.
        policy: Which rule makes it.

    Returns:
        The value; the field's default where only other versions say something and the policy
        does not let them.
    """
    rule = policy.take(name).rule
    heard = _heard(name, said, policy)
    if not heard:
        return Record.model_fields[name].get_default(call_default_factory=True)
    if rule is Rule.UNION:
        return UNIONS[name](heard)
    return _RULES[rule](heard)


def _heard(name: str, said: Sequence[Said], policy: Policy) -> list[Said]:
    reach = policy.take(name).reach
    return [each for each in said if each.version is None or reach is Reach.WORK]


def _truncated(said: Sequence[Said], policy: Policy) -> bool:
    """Whether the list of authors that is shown is cut short."""
    heard = _heard("authors", said, policy)
    if not heard:
        return False
    people = policy.take("authors").rule is Rule.PEOPLE
    return (_settling(heard) if people else heard[0]).record.authors_truncated


def _first(said: Sequence[Said]) -> Any:
    return said[0].value


def _fuller(said: Sequence[Said]) -> Any:
    """The first text, or a longer one that goes on where it ends."""
    best = said[0]
    for each in said[1:]:
        known, other = _words(best.value), _words(each.value)
        if len(other) > len(known) and other[: len(known)] == known and known:
            best = each
    return best.value


def _words(value: object) -> list[str]:
    return words(fold(value.plain if isinstance(value, RichText) else str(value)))


def _longest(said: Sequence[Said]) -> Any:
    return max(said, key=lambda each: len(_plain(each.value))).value


def _plain(value: object) -> str:
    return value.plain if isinstance(value, RichText) else str(value)


def _precise(said: Sequence[Said]) -> Any:
    days = [each for each in said if each.value.start is not None]
    if not days:
        return said[0].value
    same_year = [each for each in days if each.value.year == days[0].value.year]
    return max(same_year, key=lambda each: _precision(each.value)).value


def _precision(date: Date) -> int:
    assert date.start is not None
    return 2 * len(date.start.parts) + (date.start.season is not None) + (date.end is not None)


def _any(said: Sequence[Said]) -> bool:
    return any(each.value for each in said)


def _people(said: Sequence[Said]) -> Any:
    if isinstance(said[0].value, Mapping):
        roles = dict.fromkeys(role for each in said for role in each.value)
        return {
            role: merge_people([each.value[role] for each in said if role in each.value])
            for role in roles
        }
    first = _settling(said)
    lists: list[Sequence[Author]] = [each.value for each in said if each is not first]
    return merge_people([first.value, *lists])


def _settling(said: Sequence[Said]) -> Said:
    """Whose list of people settles who they are: the first one's unless it is cut short."""
    first = said[0]
    if not first.record.authors_truncated:
        return first
    complete = (each for each in said[1:] if not each.record.authors_truncated)
    longer = (each for each in complete if len(each.value) >= len(first.value))
    return next(longer, max(said, key=lambda each: len(each.value)))


_RULES: Mapping[Rule, Callable[[Sequence[Said]], Any]] = MappingProxyType(
    {
        Rule.FIRST: _first,
        Rule.FULLER: _fuller,
        Rule.LONGEST: _longest,
        Rule.PRECISE: _precise,
        Rule.ANY: _any,
        Rule.PEOPLE: _people,
    }
)


def _with_versions(
    links: tuple[Link, ...], publications: Sequence[Sequence[Record]]
) -> tuple[Link, ...]:
    """Links, and one to each other version that none of them leads to yet."""
    found = {link_key(link.url): link for link in links}
    for publication in publications:
        link = version_link(publication)
        if link is not None:
            found.setdefault(link_key(link.url), link)
    return tuple(found.values())
