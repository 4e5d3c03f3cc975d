"""What a check finds, the edits that mend it, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from publist.check.subject import Entry, Subject
from publist.problems import Problem, Severity

__all__ = ["Edit", "Finding", "Hit", "Rule", "each"]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A replacement in the text of a file.

    Args:
        start: Where it begins, in characters of the file's text.
        end: Where what is replaced ends.
        text: What takes its place.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, and the edits that mend it where that is safe.

    Args:
        problem: What is wrong, where, and what to do.
        edits: All to be made, or none, in the problem's file.
    """

    problem: Problem
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule has found; its code and severity are the rule's.

    Args:
        entry: The entry.
        message: What is wrong and what to do.
        fields: The fields it may stand in, the likeliest first; the line is the first one's.
        value: The offending text.
        edits: What mends it.
        severity: How much it matters, where that is not what the rule says.
    """

    entry: Entry
    message: str
    fields: tuple[str, ...] = ()
    value: str | None = None
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of ``pubs check``.

    Args:
        code: Its stable name in kebab-case.
        severity: How much a finding matters.
        why: Why it matters, in a sentence.
        bad: A BibTeX source that breaks the rule.
        good: The same put right; where the rule has a fix, just what the fix makes of it.
        look: Finds what breaks the rule.
        fixes: Whether ``--fix`` mends what it finds.
    """

    code: str
    severity: Severity
    why: str
    bad: str
    good: str
    look: Callable[[Subject], Iterable[Hit]]
    fixes: bool = False

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What breaks the rule, as problems."""
        for hit in self.look(subject):
            severity = hit.severity or self.severity
            told = hit.entry.record.problem(severity, self.code, hit.message, hit.value)
            line = hit.entry.line_of(*hit.fields)
            yield Finding(told.model_copy(update={"line": line}), hit.edits)


def each(look: Callable[[Entry], Iterable[Hit]]) -> Callable[[Subject], Iterator[Hit]]:
    """A rule's look at one entry, as a look at all of them."""

    def look_at_all(subject: Subject) -> Iterator[Hit]:
        for entry in subject.entries:
            yield from look(entry)

    return look_at_all
