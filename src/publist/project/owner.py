"""Who a list is of, by what the sources and the computer show."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publist.link.people import propose_people
from publist.model import Record
from publist.model.proposal import Proposal
from publist.names import compatible, parse_name

__all__ = ["Guess", "git_name", "guess_owner"]

_MOST = 0.8
_READ = 1000


@dataclass(frozen=True, slots=True)
class Guess:
    """Who the owner may be.

    Args:
        names: The one, or several of whom nobody stands out; the names as most fully printed.
        reason: Why, in words.
    """

    names: tuple[str, ...] = ()
    reason: str = ""

    @property
    def name(self) -> str | None:
        """The owner, where there is one only."""
        return self.names[0] if len(self.names) == 1 else None


def guess_owner(records: Sequence[Record], git: str | None = None) -> Guess:
    """Guess the owner: whose name is in bold, or on nearly every entry, or known to Git.

    Args:
        records: The publications.
        git: The name that Git knows of whoever works here.
    """
    some = records[:_READ]
    bold = _emphasised(some)
    if bold is not None:
        return Guess((bold,), "the name is in bold in most entries")
    proposals = propose_people(some)
    most = max((each.count for each in proposals), default=0)
    leading = [each for each in proposals if each.count == most and most >= _MOST * len(some)]
    if len(leading) == 1 and len(some) > 1:
        count = min(most, len(some))
        return Guess((_name(leading[0]),), f"the name is on {count} of {len(some)} entries")
    if git and (known := _known(git, leading or proposals)) is not None:
        return Guess((known,), "Git knows you by this name")
    return Guess(tuple(map(_name, leading[:3])), "their names are on all entries")


def _name(proposal: Proposal) -> str:
    return str(proposal.person.names[0])


def _emphasised(records: Sequence[Record]) -> str | None:
    counts = Counter(
        str(author.name) for record in records for author in record.authors if author.emphasised
    )
    found = counts.most_common(1)
    return found[0][0] if found and found[0][1] >= len(records) / 2 else None


def _known(git: str, proposals: Iterable[Proposal]) -> str | None:
    wanted = parse_name(git, "human")
    for each in proposals:
        if any(compatible(name, wanted) for name in each.person.names):
            return _name(each)
    return None


def git_name(folder: Path) -> str | None:
    """The name that Git is set to in a folder, or None where there is no such thing."""
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607  # wherever it is installed
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None
