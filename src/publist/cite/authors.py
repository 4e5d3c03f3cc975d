"""Long author lists, cut so that the owner stays: ``A, B, … Owner … and 12 others``.

Which names are printed is decided before the engine runs, and the words for the rest go
through it as one more name. So the delimiters, *and* or ``&``, and inverted names are the
style's own; only the joint in front of the last words is adjusted afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from publist.cite.engine import Task
from publist.cite.words import word_for_and, words_for_others
from publist.model import Record
from publist.richtext import Inline, RichText, Span

__all__ = ["Cut", "author_index", "cut_authors"]

_ET_AL = "et al."


@dataclass(frozen=True, slots=True)
class Cut:
    """Which authors of a record are printed.

    Args:
        task: What the engine is to format.
        shown: The index in the record of every author printed, in order.
        gap: How many of the first authors stand in front of the gap before the owner.
        joint: How the words for the rest are joined on, from the style's own joint.
    """

    task: Task
    shown: tuple[int, ...]
    gap: int | None = None
    joint: Callable[[str], str] | None = None

    def finish(self, text: RichText) -> RichText:
        """The engine's text with the rest joined on, and names counted as in the record."""
        if self.joint is None:
            return text
        nodes = tuple(self._joined(text.nodes, self.joint))
        return RichText.of(*nodes).map(self._counted)

    def _joined(self, nodes: tuple[Inline, ...], joint: Callable[[str], str]) -> Iterator[Inline]:
        for at, node in enumerate(nodes):
            if isinstance(node, str):
                rest = at + 1 < len(nodes) and author_index(nodes[at + 1]) == len(self.shown)
                follows = at > 0 and author_index(nodes[at - 1]) is not None
                yield joint(node) if rest and follows else node
                continue
            before = nodes[at - 1] if at else ""
            elided = isinstance(before, str) and before.endswith("… ")  # by the style's et al.
            if self.gap is not None and author_index(node) == self.gap and not elided:
                yield "… "
            yield replace(node, children=tuple(self._joined(node.children, joint)))

    def _counted(self, node: Inline) -> Iterator[Inline]:
        index = author_index(node)
        if index is None or isinstance(node, str):
            yield node
        elif index < len(self.shown):
            yield replace(node, value=("author", self.shown[index]))  # type: ignore[call-arg]
        else:
            yield from node.children


def author_index(node: Inline) -> int | None:
    """Which author a printed name is, counted from 0; None where it is no author's name."""
    if isinstance(node, Span) and node.kind == "name" and isinstance(node.value, tuple):
        variable, index = node.value
        return int(index) if variable == "author" else None
    return None


def cut_authors(name: str, record: Record, limit: int | None, language: str) -> Cut:
    """Decide which authors of a record are printed.

    Args:
        name: The entry's id for the engine.
        record: The record.
        limit: How many names at most; None for all. The owner counts, and always stays.
        language: The language of the words for the rest.
    """
    shown = _shown(record, limit)
    hidden = len(record.authors) - len(shown)
    gap = next((at for at, index in enumerate(shown) if index != at), None)
    words, joint = "", None
    if record.authors_truncated and shown:
        words, joint = _ET_AL, _before_et_al(len(shown))
    elif hidden:
        words, joint = words_for_others(hidden, language), _before_others(len(shown), gap, language)
    task = Task(
        id=name,
        record=record.change(authors=tuple(record.authors[index] for index in shown)),
        extra_names=(words,) if words else (),
        keep=frozenset(at for at, index in enumerate(shown) if record.authors[index].me),
    )
    return Cut(task, shown, gap, joint)


def _shown(record: Record, limit: int | None) -> tuple[int, ...]:
    count = len(record.authors)
    if limit is None or count <= max(limit, 1):
        return tuple(range(count))
    limit = max(limit, 1)
    beyond = [index for index in range(limit - 1, count) if record.authors[index].me]
    if not beyond or beyond[0] < limit:
        return tuple(range(limit))
    return (*range(limit - 1), beyond[0])


_DELIMITER = re.compile(r"\s*[,;、，]?")


def _before_et_al(names: int) -> Callable[[str], str]:
    """The joint of ``A et al.`` and ``A, B, et al.``, without *and*."""

    def joint(text: str) -> str:
        found = _DELIMITER.match(text)
        delimiter = found.group().strip() if found else ""
        return f"{delimiter or ','} " if names > 1 else " "

    return joint


def _before_others(names: int, gap: int | None, language: str) -> Callable[[str], str]:
    """The style's own joint; where it has no *and*, one with the language's."""

    def joint(text: str) -> str:
        found = _DELIMITER.match(text)
        delimiter = found.group().strip() if found else ""
        conjunction = text.strip().removeprefix(delimiter).strip()
        if not conjunction and (conjunction := word_for_and(language)):
            # Only English has a comma in front of it, and only behind two names or more.
            serial = names > 1 and language.casefold().startswith("en")
            delimiter = delimiter if serial else ""
        if gap is not None:
            delimiter = " …"
        return f"{delimiter} {conjunction} " if conjunction else f"{delimiter} "

    return joint
