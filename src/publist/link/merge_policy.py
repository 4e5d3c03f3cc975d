"""The policy of merging: which record a field is taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from publist.errors import ProjectError
from publist.link.appearance import Appearance
from publist.model import Record
from publist.richtext import RichText

__all__ = ["DEFAULT", "ORDER", "TAKES", "Policy", "Reach", "Rule", "Take"]


class Rule(StrEnum):
    """How the value of a field is made from what several records say."""

    FIRST = "first"
    """The preferred record's, else the next one's that has it."""
    FULLER = "fuller"
    """The first one's, or a longer one that begins in the same words."""
    LONGEST = "longest"
    """The longest text."""
    PRECISE = "precise"
    """The first one's date, or a more precise one in the same year."""
    ANY = "any"
    """True if any record says so."""
    UNION = "union"
    """All of them, each once."""
    PEOPLE = "people"
    """The first one's people in its order, with the fuller names and all roles."""


class Reach(StrEnum):
    """Whose records a field is taken from."""

    PUBLICATION = "publication"
    """Records of the preferred publication only: a preprint has no pages to lend."""
    WORK = "work"
    """Records of every version."""


class Take(NamedTuple):
    """How a field is made, and from whose records."""

    rule: Rule
    reach: Reach = Reach.PUBLICATION


ORDER = (
    Appearance.JOURNAL,
    Appearance.CONFERENCE,
    Appearance.BOOK,
    Appearance.WORKSHOP,
    Appearance.REPORT,
    Appearance.PREPRINT,
    Appearance.OTHER,
)
"""Which version is preferred. An extended journal version says more than the conference paper
and is shown in its place; what is published is shown in place of what is not."""

TAKES: Mapping[str, Take] = MappingProxyType(
    {
        "title": Take(Rule.FULLER),
        "authors": Take(Rule.PEOPLE, Reach.WORK),
        "editors": Take(Rule.PEOPLE),
        "contributors": Take(Rule.PEOPLE),
        "date": Take(Rule.PRECISE),
        "event_date": Take(Rule.PRECISE),
        "original_date": Take(Rule.PRECISE),
        "accepted": Take(Rule.PRECISE),
        "pages": Take(Rule.FULLER),
        "language": Take(Rule.FIRST, Reach.WORK),
        "abstract": Take(Rule.LONGEST, Reach.WORK),
        "keywords": Take(Rule.UNION, Reach.WORK),
        "identifiers": Take(Rule.UNION, Reach.WORK),
        "links": Take(Rule.UNION, Reach.WORK),
        "awards": Take(Rule.UNION, Reach.WORK),
        "selected": Take(Rule.ANY, Reach.WORK),
        "preview": Take(Rule.FIRST, Reach.WORK),
        "extra": Take(Rule.UNION),
    }
)
"""How each field is made; a field that is not here is ``Take(Rule.FIRST)``."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How records become one.

    Args:
        order: Which appearance is preferred, the best first.
        takes: How fields are made where that is to differ from :data:`TAKES`; ``FIRST``,
            ``FULLER`` and ``LONGEST`` fit any text, the others the fields that have them there.

    Raises:
        ProjectError: A rule does not fit its field, or there is no such field.

    >>> Policy().take("volume")
    Take(rule=<Rule.FIRST: 'first'>, reach=<Reach.PUBLICATION: 'publication'>)
    >>> Policy(takes={"note": Take(Rule.LONGEST, Reach.WORK)}).take("note").reach.value
    'work'
    """

    order: tuple[Appearance, ...] = ORDER
    takes: Mapping[str, Take] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, take in self.takes.items():
            if name not in Record.model_fields or not _fits(name, take.rule):
                message = f"The field {name!r} cannot be made by the rule {take.rule.value!r}."
                raise ProjectError(message, key=name, value=take.rule.value)

    def take(self, name: str) -> Take:
        """How the field of that name is made."""
        return self.takes.get(name) or TAKES.get(name) or Take(Rule.FIRST)

    def rank(self, appearance: Appearance) -> int:
        """The place of an appearance in the order; what is not in it comes last."""
        order = self.order
        return order.index(appearance) if appearance in order else len(order)


def _fits(name: str, rule: Rule) -> bool:
    usual = TAKES[name].rule if name in TAKES else Rule.FIRST
    if rule in (Rule.FIRST, usual):
        return True
    of_text = Record.model_fields[name].annotation in (RichText, str | None)
    return of_text and rule in (Rule.FULLER, Rule.LONGEST)


DEFAULT = Policy()
