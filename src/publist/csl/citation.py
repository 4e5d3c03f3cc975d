"""Citations: clusters of cites, for what must be told apart and for the suite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from publist.csl.layout import compile_layout
from publist.csl.marks import JOINT
from publist.csl.markup import field_text
from publist.csl.sorting import compile_sort, in_order
from publist.csl.source import Node
from publist.csl.state import Cite

if TYPE_CHECKING:
    from publist.csl.compile.build import Builder

__all__ = ["Citation"]


class Citation:
    """The compiled ``citation`` element of a style."""

    def __init__(self, root: Node, builder: Builder) -> None:
        area = root.find("citation") or Node("citation")
        self.options = dict(area.attrs)
        self.layout = compile_layout(area, builder)
        self._keys = compile_sort(area, builder)

    def cluster(self, wanted: Sequence[Mapping[str, Any]], known: Mapping[str, Cite]) -> str:
        """One citation as text with marks.

        Args:
            wanted: The cites; those of unknown items are left out.
            known: The registered items.
        """
        cites = [
            self._cite(entry, known[str(entry.get("id"))])
            for entry in wanted
            if str(entry.get("id")) in known
        ]
        ordered = in_order([cite for cite, _ in cites], self._keys)
        affixes = {id(cite): affix for cite, affix in cites}
        parts = [
            text for cite in ordered if (text := self._one(cite, *affixes[id(cite)]))
        ]
        if not parts:
            return ""
        delimiter = f"{JOINT}{self.layout.delimiter}{JOINT}"
        return self.layout.before + delimiter.join(parts) + self.layout.after

    def alone(self, cite: Cite) -> str:
        """A cite of one item and nothing else, without affixes."""
        cite.called = cite.rendered = False
        cite.hidden = None
        return self.layout.render(cite)

    def _cite(self, entry: Mapping[str, Any], known: Cite) -> tuple[Cite, tuple[str, str]]:
        cite = copy(known)
        cite.locator = field_text(str(entry.get("locator") or "")).strip()
        cite.label = str(entry.get("label") or "page")
        cite.suppress_author = bool(entry.get("suppress-author"))
        position = entry.get("position")
        cite.position = position if isinstance(position, int) else 0
        prefix, suffix = (entry.get(key) for key in ("prefix", "suffix"))
        return cite, (
            field_text(prefix) if isinstance(prefix, str) else "",
            field_text(suffix) if isinstance(suffix, str) else "",
        )

    def _one(self, cite: Cite, prefix: str, suffix: str) -> str:
        text = self.alone(cite)
        if not text:
            return ""
        if prefix and not prefix[-1:].isspace():
            prefix += " "
        if suffix and suffix[0].isalnum():
            suffix = " " + suffix
        return (prefix + JOINT if prefix else "") + text + (JOINT + suffix if suffix else "")
