"""Bibliographies: the order of entries, and names that need not be repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from publist.csl.compile.known import by_kind
from publist.csl.layout import compile_entry
from publist.csl.marks import TERM
from publist.csl.sorting import compile_sort, in_order
from publist.csl.source import Node
from publist.csl.state import Cite, Run
from publist.csl.subsequent import Subsequent

if TYPE_CHECKING:
    from publist.csl.compile.build import Builder

__all__ = ["Bibliography"]


class Bibliography:
    """The compiled ``bibliography`` element of a style."""

    def __init__(self, area: Node, builder: Builder) -> None:
        self._entry = compile_entry(area, builder)
        self._keys = compile_sort(area, builder)
        self.implicit_suffix = "bibliography" not in builder.prints_suffix
        self.tests_disambiguate = bool(builder.tests_disambiguate.get("bibliography"))
        if not self.tests_disambiguate:
            self._entry = by_kind(
                self._entry, lambda kind: compile_entry(area, builder.for_kind(kind))
            )
        substitute = area.attrs.get("subsequent-author-substitute")
        rule = area.get("subsequent-author-substitute-rule", "complete-all")
        self._subsequent = None if substitute is None else (substitute, rule)

    @classmethod
    def of(cls, root: Node, builder: Builder) -> Bibliography | None:
        """The bibliography of a style, where it has one."""
        area = root.find("bibliography")
        return cls(area, builder) if area is not None else None

    def order(self, cites: Iterable[Cite]) -> Iterable[Cite]:
        """The cites in the order of the bibliography."""
        if not self._keys:
            return cites
        cites = list(cites)
        for number, cite in enumerate(cites, 1):
            cite.number = str(number)
        return in_order(cites, self._keys)

    def render(self, cites: Iterable[Cite], *, marked: bool = True) -> Iterator[tuple[Cite, str]]:
        """Each cite with its entry as text with marks; empty where the style prints nothing."""
        run = Run(marked=marked or self._subsequent is not None)
        subsequent = Subsequent(*self._subsequent) if self._subsequent else None
        for cite in cites:
            cite.called = cite.rendered = False
            cite.run = run
            cite.hidden = cite.expand = None
            cite.extra_names = 0
            cite.position = -1
            cite.implicit_suffix = self.implicit_suffix
            text = self._entry(cite)
            if TERM in text:
                text = _capitalized(text)
            if subsequent is not None:
                text = subsequent.replace(text)
            yield cite, text


_LETTER = re.compile(r"[^\W\d_]")


def _capitalized(text: str) -> str:
    """An entry that begins with a term, its number aside, begins with a capital (``N.d.``)."""
    before, _, after = text.partition(TERM)
    if _LETTER.search(before) is None:
        after = after[:1].upper() + after[1:]
    return before + after.replace(TERM, "")
