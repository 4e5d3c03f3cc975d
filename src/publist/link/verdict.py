"""Verdicts: what a pair of records is, how sure that is, and what is done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from publist.link import weights
from publist.link.evidence import Comparison, Evidence, compare, weigh
from publist.link.forms import Form

__all__ = [
    "ASK",
    "JOIN",
    "LIKELY",
    "UNSURE",
    "Decision",
    "Relation",
    "Verdict",
    "decide",
    "explain",
    "judge",
]

JOIN = 3.5
"""Scores from here on are joined without asking."""

LIKELY = 3.0
"""Scores from which on two publications are taken for versions of one work; two of a work are
rarer than two alike, so that this asks for more than even odds."""

ASK = 0.0
"""Scores from here on are shown to the user; below, records stay apart in silence."""

VERSION = 1.7
"""What the score loses where nothing speaks for one publication: records that differ in venue or
year as well are mostly of two works."""

COPY = 2.0
"""Log-odds of one publication from which on nothing is lost."""

UNSURE = JOIN - 0.1
"""The most that a pair scores whose titles differ in a word, or that one meeting had in two
years, unless identifiers or the place in a volume agree: on dblp-scholar nine in ten wrong joins
were of such titles."""


class Relation(StrEnum):
    """What two records are to each other."""

    SAME = "same"
    """Two records of one publication."""
    VERSION = "version"
    """Two publications of one work: preprint, workshop, conference, journal."""
    RELATED = "related"
    """Two works that belong together: parts, yearly editions, a reply, a follow-up."""
    DISTINCT = "distinct"


class Decision(StrEnum):
    """What is done about a pair."""

    JOIN = "join"
    ASK = "ask"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence on a pair comes to, in log-odds (0 is even, 3.5 is 30 to 1).

    Args:
        relation: What the pair is, more likely than not.
        work: How much speaks for one work.
        copy: How much speaks for one publication, if it is one work.
        reasons: The evidence in words, the weightiest first.
        sure: Whether every word of the titles agrees, or identifiers or the place in a volume
            do; without that nothing is joined unasked.
    """

    relation: Relation
    work: float
    copy: float
    reasons: tuple[str, ...] = ()
    sure: bool = True

    @property
    def score(self) -> float:
        """How sure it is that the two are of one work, as one publication or as versions."""
        return score_of(self.work, self.copy, sure=self.sure)


def decide(score: float) -> Decision:
    """What to do with a pair of that score, going by this pair alone."""
    if score >= JOIN:
        return Decision.JOIN
    return Decision.ASK if score >= ASK else Decision.APART


def judge(left: Form, right: Form) -> Verdict:
    """Compare two records and say what they are to each other."""
    found = compare(left, right)
    evidence = weigh(found)
    work = weights.PRIOR.work + sum(each.work for each in evidence)
    copy = weights.PRIOR.copy + sum(each.copy for each in evidence)
    sure = _is_sure(found)
    relation = _relation(found, score_of(work, copy, sure=sure), copy)
    return Verdict(relation, work, copy, explain(evidence), sure)


def score_of(work: float, copy: float, *, sure: bool) -> float:
    """The score of a pair, kept below joining where nothing makes it sure."""
    score = work - VERSION * min(1.0, max(0.0, 1.0 - copy / COPY))
    return score if sure else min(score, UNSURE)


def _is_sure(found: Comparison) -> bool:
    title, locators = found.title, found.locators
    if any(scheme not in ("isbn", "issn") for scheme in found.same_ids):
        return True
    if locators.pages == "same" and locators.volume == "same":
        return True
    return not title.left and not title.right and title.likeness > 90 and not _returns(found)


def _returns(found: Comparison) -> bool:
    """Whether one meeting in two years had both: reports on a project come back with it."""
    left, right = found.years
    venue = found.venue
    meeting = venue.left in _MEETINGS and venue.right in _MEETINGS
    return meeting and venue.names == "same" and None not in (left, right) and left != right


_MEETINGS = ("conference", "workshop")


def _relation(found: Comparison, score: float, copy: float) -> Relation:
    if copy >= COPY and score >= ASK:
        return Relation.SAME
    if score >= LIKELY:
        return Relation.SAME if copy >= 0 else Relation.VERSION
    title, byline = found.title, found.byline
    if not byline.shared and byline.known:
        return Relation.DISTINCT
    if title.likeness >= 75 or title.contained or title.numbers == "differ":
        return Relation.RELATED
    return Relation.DISTINCT


def explain(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Evidence in words, the weightiest finding first; what weighs nothing is left out."""
    ranked = sorted(evidence, key=lambda each: -abs(each.work) - abs(each.copy))
    return tuple(each.words for each in ranked if each.work or each.copy)
