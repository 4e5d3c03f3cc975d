"""Review: the pairs that a person is asked about, one after the other, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from publist.dedupe.report import Report, Twosome
from publist.model import Saying

__all__ = ["Review"]


@dataclass
class Review:
    """A review under way: what to ask next, and what was said.

    A pair that follows from earlier answers is not asked: with *a* the same as *b* and *b* the
    same as *c*, nobody need say that *a* is the same as *c*.

    Args:
        report: What linking found.
        answers: The pairs answered so far, None for one that was skipped, the latest last.
    """

    report: Report
    answers: list[tuple[Twosome, Saying | None]] = field(default_factory=list)

    @property
    def current(self) -> Twosome | None:
        """The pair to ask about now; None when there is none left."""
        asked = {_names(pair) for pair, _ in self.answers}
        group_of = self._groups()
        apart = {
            frozenset((group_of[pair.a.id], group_of[pair.b.id]))
            for pair, said in self.answers
            if said is Saying.DIFFERENT
        }
        for pair in self.report.unsure:
            groups = frozenset((group_of[pair.a.id], group_of[pair.b.id]))
            if _names(pair) not in asked and len(groups) == 2 and groups not in apart:
                return pair
        return None

    def answer(self, said: Saying | None) -> None:
        """Answer the pair asked about; None skips it.

        Raises:
            ValueError: There is none left.
        """
        pair = self.current
        if pair is None:
            raise ValueError("There is no pair left to answer.")
        self.answers.append((pair, said))

    def undo(self) -> tuple[Twosome, Saying | None] | None:
        """Take the last answer back and give it; its pair is asked again."""
        return self.answers.pop() if self.answers else None

    @property
    def decided(self) -> tuple[tuple[Twosome, Saying], ...]:
        """The answers that say something."""
        return tuple((pair, said) for pair, said in self.answers if said is not None)

    def _groups(self) -> dict[str, str]:
        """Which group each record of a pair is in, by what was found and what was answered."""
        joined: dict[str, str] = {}

        def group(name: str) -> str:
            name = self._found.get(name, name)
            while name in joined:
                name = joined[name]
            return name

        for pair, said in self.decided:
            one, other = group(pair.a.id), group(pair.b.id)
            if said is not Saying.DIFFERENT and one != other:
                joined[other] = one
        return {
            entry.id: group(entry.id) for pair in self.report.pairs for entry in (pair.a, pair.b)
        }

    @cached_property
    def _found(self) -> dict[str, str]:
        """Records of works found, by the work's first record."""
        return {
            entry.id: work.entries[0].id for work in self.report.joined for entry in work.entries
        }

    def remaining(self) -> int:
        """The number of pairs that may still be asked about, the current one included."""
        answered = {_names(pair) for pair, _ in self.answers}
        return sum(_names(pair) not in answered for pair in self.report.unsure)


def _names(pair: Twosome) -> frozenset[str]:
    return frozenset((pair.a.id, pair.b.id))
