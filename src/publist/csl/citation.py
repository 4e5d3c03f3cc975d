"""Citations: clusters of cites, for what must be told apart and for the suite."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from publist.csl.collapse import Collapse, Part
from publist.csl.compile.known import by_kind
from publist.csl.compile.person import NameForm
from publist.csl.items import item_id
from publist.csl.layout import compile_layout
from publist.csl.marks import JOINT, MARKS, NAMES, TERM, without_marks
from publist.csl.markup import field_text
from publist.csl.sorting import compile_sort, in_order
from publist.csl.source import Node
from publist.csl.state import Cite
from publist.csl.subsequent import names_block

if TYPE_CHECKING:
    from publist.csl.compile.build import Builder

__all__ = ["Citation"]


class Citation:
    """The compiled ``citation`` element of a style."""

    def __init__(self, root: Node, builder: Builder) -> None:
        area = root.find("citation") or Node("citation")
        self.options = dict(area.attrs)
        self.adds_letters = area.get("disambiguate-add-year-suffix") == "true"
        self.layout = compile_layout(area, builder)
        self._keys = compile_sort(area, builder)
        self._alone = self.layout.render
        self._collapse = Collapse(self.options, self.layout.delimiter, sorts=bool(self._keys))
        self._capitalizes = root.get("class") == "note"
        self.implicit_suffix = "citation" not in builder.prints_suffix
        self.conditions = builder.tests_disambiguate.get("citation", 0)
        """How many conditions on disambiguation the style has."""
        if not self.conditions:
            self._alone = by_kind(
                self._alone, lambda kind: compile_layout(area, builder.for_kind(kind)).render
            )
        self.name_form: NameForm | None = builder.citation_names
        """How names are printed, for telling which of them look alike."""

    def cluster(self, wanted: Sequence[Mapping[str, Any]], known: Mapping[str, Cite]) -> str:
        """One citation as text with marks.

        Args:
            wanted: The cites; those of unknown items are left out.
            known: The registered items.
        """
        cites = [
            self._cite(entry, known[item_id(entry.get("id"))])
            for entry in wanted
            if item_id(entry.get("id")) in known
        ]
        ordered = in_order([cite for cite, _ in cites], self._keys)
        affixes = {id(cite): affix for cite, affix in cites}
        parts = [part for cite in ordered if (part := self._part(cite, *affixes[id(cite)])).text]
        if not parts:
            return ""
        if self._capitalizes:
            for index, part in enumerate(parts):
                part.text = _capitalized(part, first=not index)
        return self.layout.before + self._collapse.join(parts) + self.layout.after

    def alone(self, cite: Cite) -> str:
        """A cite of one item and nothing else, without affixes."""
        cite.called = cite.rendered = False
        cite.hidden = None
        cite.implicit_suffix = self.implicit_suffix
        # Names that are suppressed tell themselves; what a kind lacks tells nothing.
        render = self.layout.render if cite.suppress_author else self._alone
        return render(cite)

    def _cite(self, entry: Mapping[str, Any], known: Cite) -> tuple[Cite, tuple[str, str]]:
        cite = copy(known)
        cite.locator = field_text(str(entry.get("locator") or "")).strip()
        cite.label = str(entry.get("label") or "page")
        cite.suppress_author = bool(entry.get("suppress-author"))
        position = entry.get("position")
        cite.position = position if isinstance(position, int) else 0
        note = entry.get("first-reference-note-number")
        cite.note_number = str(note) if isinstance(note, (int, str)) else ""
        prefix, suffix = (entry.get(key) for key in ("prefix", "suffix"))
        return cite, (
            field_text(prefix) if isinstance(prefix, str) else "",
            field_text(suffix) if isinstance(suffix, str) else "",
        )

    def _part(self, cite: Cite, prefix: str, suffix: str) -> Part:
        text = self.alone(cite)
        if not text:
            return Part("")
        if prefix and not prefix[-1:].isspace():
            prefix += " "
        if suffix and suffix[0].isalnum():
            suffix = " " + suffix
        before = prefix + JOINT if prefix else ""
        after = JOINT + suffix if suffix else ""
        part = Part(
            before + text + after,
            number=int(cite.number or 0),
            suffix=cite.year_suffix,
            prefix=without_marks(prefix),
            after=without_marks(suffix),
            plain=not (prefix or suffix or cite.locator),
        )
        if self._collapse.groups:
            self._compare(part, cite, text, before, after)
        return part

    def _compare(self, part: Part, cite: Cite, text: str, before: str, after: str) -> None:
        """What decides whether the cite stands together with its neighbours."""
        if NAMES in text:
            part.names = without_marks(names_block(text))
        bare = copy(cite)
        bare.suppress_author = True
        part.without_names = before + self.alone(bare) + after
        bare = copy(cite)
        bare.year_suffix = ""
        part.undated = without_marks(self.alone(bare))


_TERM_FIRST = re.compile(f"([{MARKS}]*{TERM})(\\w)")
_SENTENCE_END = re.compile(r"\S\s+\S.*[.!?][\"'”’)\]]*\s*$", re.DOTALL)


def _capitalized(part: Part, *, first: bool) -> str:
    """A note begins with a capital, where it begins with a term (``Ibid.``).

    So does a cite behind a prefix that is a sentence of several words.
    """
    text = part.text
    if part.prefix:
        if not _SENTENCE_END.search(part.prefix):
            return text
    elif not first:
        return text
    at = text.find(JOINT) + 1 if part.prefix else 0
    return (
        text[:at] + _TERM_FIRST.sub(lambda found: found[1] + found[2].upper(), text[at:], count=1)
        if _TERM_FIRST.match(text, at)
        else text
    )
