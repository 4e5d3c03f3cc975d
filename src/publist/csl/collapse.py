"""Collapsing cites of one citation: ``[1]–[3]``, ``Doe 2000, 2001``, ``Doe 2000a, b``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from publist.csl.marks import JOINT
from publist.csl.markup import clean

__all__ = ["Collapse", "Part"]


@dataclass(slots=True)
class Part:
    """A cite of a citation, as it would stand there alone.

    Args:
        text: The cite with its own prefix and suffix.
        names: The names it begins with; empty when there are none.
        without_names: The cite without them.
        undated: The cite without its year suffix.
        suffix: Its year suffix.
        number: Its citation number.
        plain: Whether it has neither prefix, suffix nor locator.
        prefix: The characters of its own prefix.
        after: Those of its own suffix.
    """

    text: str
    names: str = ""
    without_names: str = ""
    undated: str = ""
    suffix: str = ""
    number: int = 0
    plain: bool = True
    prefix: str = ""
    after: str = ""


class Collapse:
    """How a style joins the cites of a citation.

    Args:
        options: The attributes of its citation element.
        delimiter: What stands between cites.
        sorts: Whether the style sorts cites; only then cites of the same names come
            together from different places.
    """

    def __init__(self, options: Mapping[str, str], delimiter: str, *, sorts: bool) -> None:
        self.kind = options.get("collapse", "")
        self.delimiter = delimiter
        grouped = options.get("cite-group-delimiter")
        usual = ", " if sorts else delimiter
        self.group = clean(usual if grouped is None else grouped)
        usual = delimiter if grouped is None else grouped
        self.suffixes = clean(options.get("year-suffix-delimiter", usual))
        self.groups = self.kind.startswith("year") or grouped is not None
        self.after = clean(options.get("after-collapse-delimiter", delimiter))
        self.regroups = sorts or not self.kind

    def join(self, parts: list[Part]) -> str:
        """The cites as one text."""
        if self.kind == "citation-number":
            return self._numbers(parts)
        if self.groups:
            return self._names(parts)
        text = parts[0].text
        for left, right in pairwise(parts):
            text += self._between(left, right) + right.text
        return text

    def _between(self, left: Part, right: Part) -> str:
        """The delimiter, unless the user's own affixes punctuate already."""
        if right.prefix[:1] in (",", ".", ";", ":", "?", "!"):
            return JOINT
        if left.after[-1:] in (",", ";"):
            return f"{JOINT} {JOINT}"
        return JOINT + self.delimiter + JOINT

    def _numbers(self, parts: list[Part]) -> str:
        out: list[tuple[str, bool]] = []
        at = 0
        while at < len(parts):
            end = at
            while (
                end + 1 < len(parts)
                and parts[end].plain
                and parts[end + 1].plain
                and parts[end + 1].number == parts[end].number + 1
            ):
                end += 1
            if end - at >= 2:
                out.append((f"{parts[at].text}{JOINT}–{JOINT}{parts[end].text}", True))
                at = end + 1
            else:
                out.append((parts[at].text, False))
                at += 1
        return self._spaced(out)

    def _spaced(self, pieces: list[tuple[str, bool]]) -> str:
        """Pieces with delimiters; what is collapsed has its own behind it."""
        text = ""
        for index, (piece, _) in enumerate(pieces):
            if index:
                delimiter = self.after if pieces[index - 1][1] else self.delimiter
                text += JOINT + delimiter + JOINT
            text += piece
        return text

    def _names(self, parts: list[Part]) -> str:
        """Cites of the same names stand together."""
        groups: dict[str, list[Part]] = {}
        before, run = "", 0
        for index, part in enumerate(parts):
            key = part.names or (part.undated if self.kind.startswith("year-suffix") else "")
            key = key or f"\0{index}"
            if not self.regroups:
                run += key != before
                before, key = key, f"{run}\0{key}"
            groups.setdefault(key, []).append(part)
        pieces = [
            (self._years(group) if self.kind else self._grouped(group), True)
            for group in groups.values()
        ]
        return self._spaced(pieces)

    def _grouped(self, group: list[Part]) -> str:
        return f"{JOINT}{self.group}{JOINT}".join(part.text for part in group)

    def _years(self, group: list[Part]) -> str:
        """The names once, then the years; of one year only the letters."""
        text, at = "", 0
        while at < len(group):
            end = at + 1
            while end < len(group) and self._same_year(group[at], group[end]):
                end += 1
            first = group[at].without_names if at else group[at].text
            if at and first:
                text += self._between_years(group[at - 1], group[at])
            text += self._letters(first, group[at:end]) if first else ""
            at = end
        return text

    def _same_year(self, left: Part, right: Part) -> bool:
        return (
            self.kind.startswith("year-suffix")
            and bool(left.suffix and right.suffix)
            and left.plain
            and right.plain
            and left.undated == right.undated
        )

    def _between_years(self, left: Part, right: Part) -> str:
        if not (left.plain and right.plain):
            return JOINT + self.after + JOINT
        return JOINT + self.group + JOINT

    def _letters(self, first: str, same: list[Part]) -> str:
        """One year with the letters of all its works."""
        suffixes = [part.suffix for part in same]
        if self.kind != "year-suffix-ranged":
            return f"{JOINT}{self.suffixes}{JOINT}".join([first, *suffixes[1:]])
        out = [first]
        at = 0
        while at < len(suffixes):
            end = at
            while end + 1 < len(suffixes) and _follows(suffixes[end], suffixes[end + 1]):
                end += 1
            if end - at >= 2:
                head = out.pop() if at == 0 else suffixes[at]
                out.append(f"{head}–{suffixes[end]}")
                at = end + 1
                continue
            if at:
                out.append(suffixes[at])
            at += 1
        return f"{JOINT}{self.suffixes}{JOINT}".join(out)


def _follows(left: str, right: str) -> bool:
    return len(left) == len(right) == 1 and ord(right) == ord(left) + 1
