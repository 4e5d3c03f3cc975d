"""The list of names of one variable: et-al, "and", delimiters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publist.csl.compile.dress import affixes, formatting
from publist.csl.compile.person import NameForm, Part
from publist.csl.marks import JOINT, MARKS, SPAN_CLOSE, name_mark
from publist.csl.markup import clean
from publist.csl.names import Name, Names, Person
from publist.csl.source import Node
from publist.csl.state import Cite
from publist.csl.variables import NAME_NUMBERS

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["NameList"]

_MARKS = {
    (variable, index): name_mark(number, index)
    for variable, number in NAME_NUMBERS.items()
    for index in range(40)
}


# "et al." stands behind a blank; what begins with a sign, or is Chinese, does not.
_WORD_FIRST = re.compile(f"[{MARKS}]*[^\\W\\d_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def _number(value: str) -> int:
    value = value.strip()
    return int(value) if value.isdecimal() and len(value) < 7 else 0


@dataclass(frozen=True, slots=True)
class NameList:
    """How a style prints the names of one variable."""

    form: str
    name: NameForm
    serial: int
    conjunction: str
    delimiter: str
    before_last: str
    before_et_al: str
    et_al: str
    et_al_min: int
    use_first: int
    use_last: bool
    subsequent_min: int
    subsequent_first: int
    inverted: str
    marked: bool

    @classmethod
    def compile(cls, parts: Node, scope: Scope) -> NameList:
        """Read the name and et-al elements with what they inherit."""
        node = parts.find("name") or Node("name")
        options = scope.names | node.attrs
        form = options.get("form", "long")
        name = _form(node, options, scope)
        if scope.area == "citation" and not scope.sorting and scope.builder.citation_names is None:
            scope.builder.citation_names = name
        minimum, first = _number(options.get("et-al-min", "")), options.get("et-al-use-first", "")
        later = _number(options.get("et-al-subsequent-min", ""))
        return cls(
            form=form,
            name=name,
            serial=scope.builder.serial(name),
            conjunction="" if scope.sorting else _conjunction(options.get("and", ""), scope),
            delimiter=clean(options.get("delimiter", ", ")),
            before_last=options.get("delimiter-precedes-last", "contextual"),
            before_et_al=options.get("delimiter-precedes-et-al", "contextual"),
            et_al="" if scope.sorting else _et_al(parts.find("et-al"), scope),
            et_al_min=minimum,
            use_first=_number(first) if first else -1,
            use_last=options.get("et-al-use-last") == "true",
            subsequent_min=later or (minimum if first else 0),
            subsequent_first=_number(options.get("et-al-subsequent-use-first", first) or "1"),
            marked=scope.builder.marks_block(scope),
            inverted="all" if scope.sorting else options.get("name-as-sort-order", ""),
        )

    def shown(self, count: int, cite: Cite) -> int:
        """How many of so many names are printed in front of et al."""
        least, first = self.et_al_min, self.use_first
        if cite.position > 0 and self.subsequent_min:
            least, first = self.subsequent_min, self.subsequent_first
        if not least or first < 0 or count < least:
            return count
        if self.use_last and least > 2:
            first = min(first, least - 2)
        return min(count, first + cite.extra_names)

    def write(self, variable: str, names: Names, cite: Cite) -> str:
        """The names in words."""
        count = names.count
        shown = self.shown(count, cite)
        texts = self._several(variable, names.first(shown), cite)
        if shown >= count:
            text = self._joined(texts, names)
        elif self.use_last and shown <= count - 2:
            last = self._one(variable, names.at(-1), count - 1, cite)
            comma = self.delimiter if shown > 1 or self.before_et_al == "always" else " "
            text = self._listed(texts) + JOINT + comma + "… " + last
        else:
            kept = [
                self._one(variable, name, place, cite)
                for place, name in names.kept
                if place >= shown
            ]
            text = self._cut(texts, kept, names.at(max(shown - 1, 0)).person)
        return text

    def _several(self, variable: str, names: list[Name], cite: Cite) -> list[str]:
        """The names a list begins with."""
        run = cite.run
        if run.marked or cite.expand:
            return _printed([self._one(variable, name, at, cite) for at, name in enumerate(names)])
        known = run.names[self.serial, self.inverted == "all", 0]
        write = self.name.write
        inverted = self.inverted == "all"
        texts = [
            known.get(name.person)
            or known.setdefault(name.person, write(name.person, inverted=inverted))
            for name in names
        ]
        if self.inverted == "first" and names:
            texts[0] = self._one(variable, names[0], 0, cite)
        return _printed(texts)

    def _one(self, variable: str, name: Name, place: int, cite: Cite) -> str:
        inverted = self.inverted == "all" or (self.inverted == "first" and place == 0)
        level = cite.expand.get((variable, name.place), 0) if cite.expand else 0
        run = cite.run
        known = run.names[self.serial, inverted, level]
        text = known.get(name.person)
        if text is None:
            form = self.name.raised(level) if level else self.name
            text = known[name.person] = form.write(name.person, inverted=inverted)
        if not text or not run.marked:
            return text
        mark = _MARKS.get((variable, name.place)) or name_mark(
            NAME_NUMBERS.get(variable, 0), name.place & 0xFFFF
        )
        return mark + text + SPAN_CLOSE

    def _listed(self, texts: list[str]) -> str:
        between = self.delimiter if _is_plain(texts) else f"{JOINT}{self.delimiter}{JOINT}"
        return between.join(texts)

    def _joined(self, texts: list[str], names: Names) -> str:
        if len(texts) < 2:
            return texts[0] if texts else ""
        if not self.conjunction:
            return self._listed(texts)
        joint = "" if _is_plain(texts) else JOINT
        glue = f"{joint} {self.conjunction} {joint}"
        if self.conjunction[-1:].isspace():
            glue = self.conjunction
        elif self._delimits(self.before_last, len(texts) > 2, len(texts) - 1, names.at(-2).person):
            glue = f"{joint}{self.delimiter}{JOINT}{self.conjunction} {joint}"
        return self._listed(texts[:-1]) + glue + texts[-1]

    def _cut(self, texts: list[str], kept: list[str], last_person: Person) -> str:
        """The first names, what is kept of the others, and et al.

        Names to keep stand behind an ellipsis: ``A, B, … Owner, et al.``
        """
        if not texts:
            return ""
        text = self._listed(texts)
        if kept:
            text += f"{JOINT}{self.delimiter}{JOINT}… " + self._listed(kept)
        if not self.et_al:
            return text
        several = len(texts) + len(kept) > 1
        if self._delimits(self.before_et_al, several, len(texts), last_person):
            return f"{text}{JOINT}{self.delimiter}{JOINT}{self.et_al}"
        space = " " if _WORD_FIRST.match(self.et_al) else ""
        return f"{text}{JOINT}{space}{JOINT}{self.et_al}"

    def _delimits(self, rule: str, several: bool, before: int, last: Person) -> bool:  # noqa: FBT001
        if rule == "contextual":
            return several
        if rule == "after-inverted-name":
            turned = self.inverted == "all" or (self.inverted == "first" and before == 1)
            return turned and bool(last.given) and not last.literal
        return rule == "always"


def _is_plain(texts: list[str]) -> bool:
    """Whether all begin and end with letters or digits: nothing ever happens at their joints."""
    return "".join([text[:1] + text[-1:] for text in texts]).isalnum()


def _printed(texts: list[str]) -> list[str]:
    """The names of which anything is left: of a given name ``,`` alone nothing is."""
    return [text for text in texts if text] if "" in texts else texts


def _form(node: Node, options: dict[str, str], scope: Scope) -> NameForm:
    root = scope.builder.root
    prefix, suffix = affixes(node)
    opened, closed = formatting(node)
    parts = {part.get("name"): part for part in node.all("name-part")}
    form = options.get("form", "long")
    return NameForm(
        form="long" if scope.sorting and form == "count" else form,
        initialize=options.get("initialize") != "false",
        initialize_with=options.get("initialize-with"),
        hyphen=root.get("initialize-with-hyphen") != "false",
        demote=root.get("demote-non-dropping-particle", "display-and-sort"),
        sort_separator=clean(options.get("sort-separator", ", ")),
        family=Part.of(parts.get("family"), scope.locale.lang),
        given=Part.of(parts.get("given"), scope.locale.lang),
        before=prefix + opened,
        after=closed + suffix,
        sorting=scope.sorting,
        particle_space="\xa0" if scope.locale.lang.startswith("fr") else " ",
    )


def _conjunction(value: str, scope: Scope) -> str:
    if value == "text":
        term = clean(scope.locale.term("and"))
        return term if term[-1:].isspace() else term.strip()
    return "&" if value == "symbol" else ""


def _et_al(node: Node | None, scope: Scope) -> str:
    term = node.get("term", "et-al") if node is not None else "et-al"
    text = clean(scope.locale.term(term))
    if node is None or not text:
        return text
    opened, closed = formatting(node)
    return opened + text + closed
