"""Proposed people as a ``people.yaml`` that a person looks through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from publist.model import Name
from publist.model.proposal import Alias, Proposal
from publist.names import inverted, parse_name
from publist.write.yaml_text import yaml_scalar

__all__ = ["write_people"]

_SHOWN = 5


def write_people(proposals: Sequence[Proposal]) -> str:
    """Write proposed people as YAML; behind each name how often it occurs and why it is there.

    What could not be decided stands in comments. Nothing of a source can end a comment: only
    names and keys get there, in one line each.

    Args:
        proposals: In the order to write them.

    >>> from publist.model import Person
    >>> ada = Name(family="Lovelace", given="Ada")
    >>> person = Person(id="ada", names=(ada,))
    >>> print(write_people([Proposal(person=person, aliases=(Alias(name=ada, count=3),))]))
    - id: ada
      names:
        - Ada Lovelace  # 3
    <BLANKLINE>
    """
    if not proposals:
        return "[]\n"
    return "\n".join("\n".join(_person(each)) + "\n" for each in proposals)


def _person(proposal: Proposal) -> Iterator[str]:
    person = proposal.person
    yield f"- id: {yaml_scalar(person.id)}"
    yield from _undecided(proposal)
    yield "  names:"
    yield from (f"    - {_alias(alias)}" for alias in proposal.aliases)
    if person.orcid:
        yield f"  orcid: {yaml_scalar(person.orcid)}"
    if person.url:
        yield f"  url: {yaml_scalar(person.url)}"
    if person.not_names:
        yield f"  not: {_several(map(_typed, person.not_names))}"
    if person.not_keys:
        yield f"  not_on: {_several(person.not_keys)}"
    if person.membership:
        yield f"  member: {_several(map(str, person.membership))}"
    if person.groups:
        yield f"  groups: {_several(person.groups)}"


def _several(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(yaml_scalar, texts))}]"


def _undecided(proposal: Proposal) -> Iterator[str]:
    if proposal.perhaps:
        names = _some([str(name) for name in proposal.perhaps], " or ")
        yield f"  # may be {names}: put the name with theirs if you know"
    if proposal.twice:
        yield f"  # two people of this name in one list: {_some(proposal.twice, ', ')}"


def _some(texts: Sequence[str], between: str) -> str:
    more = len(texts) - _SHOWN
    shown = between.join(map(_one_line, texts[:_SHOWN]))
    return f"{shown} and {more} more" if more > 0 else shown


def _alias(alias: Alias) -> str:
    said = [str(alias.count), *_one_line_each(alias.reasons)]
    return f"{yaml_scalar(_typed(alias.name))}  # {'; '.join(said)}"


def _one_line_each(texts: Iterable[str]) -> list[str]:
    return [_one_line(text) for text in texts]


def _one_line(text: str) -> str:
    """A text without line ends and other signs that YAML takes for the end of a comment."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _typed(name: Name) -> str:
    """The name as a person types it, in the order that reads back as the same name."""
    direct = str(name)
    return direct if parse_name(direct, "human") == name else inverted(name)
