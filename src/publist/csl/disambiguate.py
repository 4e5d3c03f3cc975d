"""Telling works apart that would read alike in citations (CSL 1.0.2, "Disambiguation").

Works whose citations read alike form a group. Step by step a group gets more of its
names, and more of their given names; every step that splits it is kept, and each part
goes on by itself. What is still alike in the end is set apart by what the style prints
under ``disambiguate="true"``, and after that by year suffixes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from publist.csl.citation import Citation
from publist.csl.compile.person import NameForm
from publist.csl.marks import DIGITS, NAME, without_marks
from publist.csl.names import Name, Names, Person
from publist.csl.state import Cite
from publist.csl.variables import NAME_NUMBERS

__all__ = ["Disambiguation", "letters"]

_VARIABLES = {number: name for name, number in NAME_NUMBERS.items()}
_PRINTED = re.compile(f"{NAME}([{DIGITS[0]}-{DIGITS[-1]}]{{6}})")
_MAX_NAMES = 60
"""Names that are tried one after the other; nobody is told apart by the sixty-first."""


def letters(number: int) -> str:
    """The letters of the n-th year suffix, from 0.

    >>> letters(0), letters(26)
    ('a', 'aa')
    """
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


@dataclass(frozen=True, slots=True)
class _Shown:
    """How much of the names is shown: names beyond et-al's, and levels of given names."""

    extra: int = 0
    levels: dict[int, int] = field(default_factory=dict)


class Disambiguation:
    """Finds works whose citations read alike, and what sets them apart.

    One is made for each list of works; it is not shared.

    Args:
        citation: The compiled citation of the style.
    """

    def __init__(self, citation: Citation) -> None:
        self.citation = citation
        self._texts: dict[int, str] = {}
        options = citation.options
        self.names = options.get("disambiguate-add-names") == "true"
        self.givens = options.get("disambiguate-add-givenname") == "true"
        self.suffixes = options.get("disambiguate-add-year-suffix") == "true"
        self.rule = options.get("givenname-disambiguation-rule", "by-cite")
        self.subsequent = 1 if "et-al-subsequent-min" in options else 0
        self._conditions = citation.conditions

    def apply(self, cites: list[Cite], *, year_suffix: bool) -> None:
        """Set what each cite needs to be told from the others.

        Args:
            cites: All works, in the order that year suffixes follow.
            year_suffix: Whether letters are wanted at all.
        """
        if not (self.names or self.givens or self._conditions or (self.suffixes and year_suffix)):
            return
        if self.givens and self.rule != "by-cite":
            self._expand_everywhere(cites)
        groups = list(self._alike(cites))
        self._texts.clear()
        if self.names or (self.givens and self.rule == "by-cite"):
            groups = [part for group in groups for part in self._refined(group)]
        if self._conditions:
            groups = [part for group in groups for part in self._with_condition(group)]
        if self.suffixes and year_suffix:
            self._letter(groups, cites)

    def _text(self, cite: Cite) -> str:
        known = self._texts.get(id(cite))
        return without_marks(self._render(cite) if known is None else known)

    def _rendered(self, cite: Cite) -> str:
        """The same with its marks, kept for the first comparison."""
        text = self._texts[id(cite)] = self._render(cite)
        return text

    def _render(self, cite: Cite) -> str:
        position, cite.position = cite.position, self.subsequent
        cite.comparing = True
        text = self.citation.alone(cite)
        cite.position = position
        cite.comparing = False
        return text

    def _alike(self, cites: Iterable[Cite]) -> Iterator[list[Cite]]:
        groups: dict[str, list[Cite]] = {}
        for cite in cites:
            groups.setdefault(self._text(cite), []).append(cite)
        return (group for group in groups.values() if len(group) > 1)

    def _letter(self, groups: list[list[Cite]], cites: list[Cite]) -> None:
        order = {id(cite): place for place, cite in enumerate(cites)}
        for group in groups:
            group.sort(key=lambda cite: order[id(cite)])
            for number, cite in enumerate(group):
                cite.year_suffix = letters(number)

    def _with_condition(self, group: list[Cite], level: int = 1) -> list[list[Cite]]:
        """Try what the style prints for works that are alike; leave it where it helps."""
        if level > self._conditions:
            for cite in group:
                cite.disambiguate = 0
            return [group]
        for cite in group:
            cite.disambiguate = level
        alike: list[list[Cite]] = []
        for part in self._alike(group):
            left = self._with_condition(part, level + 1)
            if len(part) < len(group) and any(len(each) == len(part) for each in left):
                for cite in part:
                    cite.disambiguate = level
            alike += left
        return alike

    # -- names ----------------------------------------------------------------------

    def _refined(self, group: list[Cite]) -> list[list[Cite]]:
        """Show more names until the works of a group differ; return who stays alike."""
        most = max((names.count for cite in group for names in _lists(cite)), default=0)
        steps = list(self._steps(self._first_shown(group), min(most, _MAX_NAMES)))
        alike: list[list[Cite]] = []
        self._refine(group, _Shown(), _Shown(), steps, alike)
        return alike

    def _first_shown(self, group: list[Cite]) -> int:
        """How many names the works show before anything is added."""
        shown = 0
        for cite in group:
            position, cite.position = cite.position, self.subsequent
            shown = max(shown, self.citation.alone(cite).count(NAME))
            cite.position = position
        return shown

    def _steps(self, shown: int, most: int) -> Iterator[tuple[int, int]]:
        """What is tried, in order: name by name, first the name, then more of it."""
        for place in range(most):
            if place >= shown:
                if not self.names:
                    return
                yield place, 0
            if self.givens and self.rule == "by-cite":
                yield place, 1
                yield place, 2

    def _refine(
        self,
        group: list[Cite],
        shown: _Shown,
        useful: _Shown,
        steps: list[tuple[int, int]],
        alike: list[list[Cite]],
    ) -> None:
        """Take the steps from here on, following each part a step splits off."""
        for number, (place, level) in enumerate(steps):
            if level:
                trial = replace(shown, levels=shown.levels | {place: level})
            else:
                trial = replace(shown, extra=shown.extra + 1)
            parts = self._split(group, trial)
            if len(parts) > 1:
                for part in parts:
                    if len(part) > 1:
                        self._refine(part, trial, trial, steps[number + 1 :], alike)
                return
            if not level:
                shown = trial
        for cite in group:
            _show(cite, useful)
        alike.append(group)

    def _split(self, group: list[Cite], trial: _Shown) -> list[list[Cite]]:
        parts: dict[str, list[Cite]] = {}
        for cite in group:
            _show(cite, trial)
            parts.setdefault(self._text(cite), []).append(cite)
        return list(parts.values())

    def _expand_everywhere(self, cites: list[Cite]) -> None:
        """Expand names that are printed alike but are not the same person's."""
        candidates = [(cite, name) for cite in cites for name in self._candidates(cite)]
        levels = self._levels({name.person for _, (_, name) in candidates})
        if not levels:
            return
        for cite, (variable, name) in candidates:
            level = levels.get(name.person, 0)
            if level:
                cite.expand = (cite.expand or {}) | {(variable, name.place): level}
                self._texts.pop(id(cite), None)

    def _candidates(self, cite: Cite) -> Iterator[tuple[str, Name]]:
        """The names that the rule lets expand: the first, those printed, or all there are."""
        found = _PRINTED.findall(self._rendered(cite))
        primary = self.rule.startswith("primary-name")
        if primary:
            found = found[:1]
        everyone = self.names and not primary
        printed = {(_VARIABLES.get(_number(mark[:2]), ""), _number(mark[2:])) for mark in found}
        for variable in dict.fromkeys(variable for variable, _ in printed):
            names = cite.item.names[variable]
            for name in names.everyone if names else ():
                if everyone or (variable, name.place) in printed:
                    yield variable, name

    def _levels(self, persons: set[Person]) -> dict[Person, int]:
        form = self.citation.name_form or NameForm(form="short")
        alike: dict[str, list[Person]] = {}
        for person in persons:
            alike.setdefault(form.write(person), []).append(person)
        most = 1 if self.rule.endswith("-with-initials") else 2
        levels: dict[Person, int] = {}
        for group in alike.values():
            if len(group) > 1:
                _raise(group, form, most, levels)
        return levels


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * 16 + DIGITS.index(digit)
    return number


def _raise(group: list[Person], form: NameForm, most: int, levels: dict[Person, int]) -> None:
    """Give each person of the same printed name the least that tells them from the others."""
    for level in range(1, most + 1):
        raised = form.raised(level)
        texts = {person: raised.write(person) for person in group}
        counts = Counter(texts.values())
        for person, text in texts.items():
            if counts[text] == 1:
                levels.setdefault(person, level)


def _lists(cite: Cite) -> list[Names]:
    return [names for variable in NAME_NUMBERS if (names := cite.item.names[variable])]


def _show(cite: Cite, shown: _Shown) -> None:
    cite.extra_names = shown.extra
    if not shown.levels and cite.expand is None:
        return
    expand = {
        key: level for key, level in (cite.expand or {}).items() if key not in cite.own_levels
    }
    own = {
        (variable, names.at(place).place): level
        for variable in NAME_NUMBERS
        if (names := cite.item.names[variable])
        for place, level in shown.levels.items()
        if place < names.count
    }
    cite.own_levels = frozenset(own)
    cite.expand = expand | own
