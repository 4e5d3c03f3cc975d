"""Verdicts: what a pair of records is, how sure that is, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from publist.link import weights
from publist.link.evidence import Comparison, Evidence, compare, weigh
from publist.link.forms import Form

__all__ = ["ASK", "JOIN", "Decision", "Pair", "Relation", "Verdict", "explain", "judge"]

JOIN = 3.0
"""Scores from here on are joined without asking."""

ASK = -1.0
"""Scores from here on are shown to the user; what is below stays apart in silence."""

VERSION = 1.5
"""How much more must speak for one work where two publications are to be versions of it:
records that differ in venue or year as well are mostly of two works."""


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
    """What the evidence on a pair comes to.

    Args:
        relation: What the pair is, more likely than not.
        same: Log-odds that both are records of one publication.
        work: Log-odds that both are of one work, as one publication or as versions.
    """

    relation: Relation
    same: float
    work: float

    @property
    def score(self) -> float:
        """How sure it is that the pair belongs together (log-odds, 0 is even)."""
        return self.work

    @property
    def decision(self) -> Decision:
        """What to do, going by this pair alone."""
        return decide(self.score)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that were compared, and why they are taken for what they are.

    Args:
        a: The id of the one; ``b`` of the other.
        relation: What they are to each other.
        score: How sure it is that they are of one work (log-odds; 0 is even, 3 is 20 to 1).
        decision: What is done about it.
        reasons: The evidence in words, the weightiest first.
    """

    a: str
    b: str
    relation: Relation
    score: float
    decision: Decision
    reasons: tuple[str, ...]


def decide(score: float) -> Decision:
    """Which of the three bands a score is in."""
    if score >= JOIN:
        return Decision.JOIN
    return Decision.ASK if score >= ASK else Decision.APART


def judge(left: Form, right: Form) -> Verdict:
    """Compare two records and say what they are to each other."""
    found = compare(left, right)
    evidence = weigh(found)
    work = weights.PRIOR.work + sum(each.work for each in evidence)
    copy = weights.PRIOR.copy + sum(each.copy for each in evidence)
    same = min(work, copy)
    as_version = min(work - VERSION, copy + work) if copy >= 0 else work - VERSION
    either = max(same, as_version)
    return Verdict(_relation(found, same, either), same, either)


def _relation(found: Comparison, same: float, either: float) -> Relation:
    if either >= 0:
        return Relation.SAME if same >= either else Relation.VERSION
    title, byline = found.title, found.byline
    belongs = byline.shared > 0 or not byline.known
    if belongs and (title.likeness >= 75 or title.contained or title.numbers == "differ"):
        return Relation.RELATED
    return Relation.DISTINCT


def explain(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Evidence in words, the weightiest finding first, what weighs nothing left out."""
    weighed = [(abs(each.work) + abs(each.copy), each.words) for each in evidence]
    ranked = sorted((-weight, place) for place, (weight, _) in enumerate(weighed) if weight)
    return tuple(weighed[place][1] for _, place in ranked)
