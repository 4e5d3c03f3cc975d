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
    """

    def __init__(self, options: Mapping[str, str], delimiter: str) -> None:
        self.kind = options.get("collapse", "")
        self.delimiter = delimiter
        between_years = options.get("year-suffix-delimiter", delimiter)
        self.suffixes = clean(between_years)
        usual = ", " if self.kind == "year" else delimiter
        self.group = clean(options.get("cite-group-delimiter", usual))
        self.groups = bool(self.kind.startswith("year")) or "cite-group-delimiter" in options
        self.after = clean(options.get("after-collapse-delimiter", delimiter))

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
        for index, part in enumerate(parts):
            key = part.names if part.names else f"\0{index}"
            if self.kind.startswith("year-suffix") and not part.names:
                key = part.undated
            groups.setdefault(key, []).append(part)
        pieces = [
            (self._years(group) if self.kind else self._grouped(group), len(group) > 1)
            for group in groups.values()
        ]
        return self._spaced(pieces)

    def _grouped(self, group: list[Part]) -> str:
        return f"{JOINT}{self.group}{JOINT}".join(part.text for part in group)

    def _years(self, group: list[Part]) -> str:
        """The names once, then the years; of one year only the letters."""
        pieces: list[str] = []
        at = 0
        while at < len(group):
            end = at + 1
            if self.kind.startswith("year-suffix") and group[at].suffix and group[at].plain:
                while (
                    end < len(group)
                    and group[end].undated == group[at].undated
                    and group[end].suffix
                    and group[end].plain
                ):
                    end += 1
            first = group[at].text if at == 0 else group[at].without_names
            pieces.append(self._letters(first, group[at:end]))
            at = end
        return f"{JOINT}{self.group}{JOINT}".join(piece for piece in pieces if piece)

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
