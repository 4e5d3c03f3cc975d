"""One name in words: long, short, inverted, with initials."""

from __future__ import annotations

from dataclasses import dataclass, replace

from publist.csl.compile.dress import affixes, formatting, is_turkish
from publist.csl.initials import initials, spaced_initials
from publist.csl.marks import JOINT
from publist.csl.markup import clean
from publist.csl.names import Person
from publist.csl.source import Node
from publist.csl.textcase import recase

__all__ = ["NameForm", "Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """What ``name-part`` lays on the family or the given name."""

    before: str = ""
    after: str = ""
    prefix: str = ""
    suffix: str = ""
    case: str = ""
    turkish: bool = False

    @classmethod
    def of(cls, node: Node | None, lang: str) -> Part:
        """The part that an element describes."""
        if node is None:
            return _BARE
        before, after = formatting(node)
        prefix, suffix = affixes(node)
        return cls(before, after, prefix, suffix, node.get("text-case"), is_turkish(lang))

    def format(self, text: str) -> str:
        """Text with case and formatting, without affixes."""
        if not text:
            return ""
        if self.case:
            text = recase(text, self.case, english=True, turkish=self.turkish)
        return self.before + text + self.after

    def affixed(self, text: str) -> str:
        """Formatted text with the affixes around it."""
        return self.prefix + text + self.suffix if text else ""


_BARE = Part()
"""Nothing laid on: most styles leave both parts of a name alone."""
_NO_PARTICLES = ("", "", "")
"""No dropping and no non-dropping particle, and no suffix."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a style prints one name.

    Args:
        form: ``long`` or ``short``.
        initialize: Whether given names are cut down to initials.
        initialize_with: What follows each initial; None to leave given names alone.
        hyphen: Whether initials keep hyphens.
        demote: The style's ``demote-non-dropping-particle``.
        sort_separator: What stands behind an inverted family name.
        family, given: What is laid on the parts of the name.
        before, after: What goes around a name, except those of institutions.
        sorting: Whether the names make a sort key.
        particle_space: What stands between a particle and the name.
    """

    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    hyphen: bool = True
    demote: str = "display-and-sort"
    sort_separator: str = ", "
    family: Part = _BARE
    given: Part = _BARE
    before: str = ""
    after: str = ""
    sorting: bool = False
    particle_space: str = " "

    def write(self, person: Person, *, inverted: bool = False) -> str:
        """Put a name into words."""
        text = self._plain(person, inverted=inverted)
        if person.literal or not text:
            return text
        return self.before + text + self.after

    def raised(self, level: int) -> NameForm:
        """The form that tells more of the given name: 1 initials, 2 all of it."""
        if level > 1 or self.initialize_with is None:
            return replace(self, form="long", initialize=False)
        return replace(self, form="long")

    def _plain(self, person: Person, *, inverted: bool) -> str:
        if person.literal:
            return self.family.format(person.literal)
        if not person.family:
            return self.given.format(person.given)
        if self.form == "short":
            return self._short(person, inverted=inverted)
        given = self._given(person.given)
        if person.static:
            return self._static(person, given)
        bare = self.family is _BARE and self.given is _BARE and person[2:5] == _NO_PARTICLES
        if inverted or self.sorting:
            if bare and given:
                return f"{person.family}{JOINT}{self.sort_separator}{JOINT}{given}"
            return self._inverted(person, given)
        if bare:
            return _glue(given, person.family)
        return self._direct(person, given)

    def _short(self, person: Person, *, inverted: bool) -> str:
        family = self.family.format(person.family)
        particle = self.family.format(person.non_dropping)
        if particle and (inverted or self.sorting) and self._demotes():
            separator = JOINT + self.sort_separator + JOINT
            return self.family.affixed(family) + separator + self.given.affixed(particle)
        return self.family.affixed(self._join(particle, family))

    def _demotes(self) -> bool:
        """Whether inverted names have their particles behind the given name."""
        return self.demote == "display-and-sort" or (self.demote == "sort-only" and self.sorting)

    def _join(self, particle: str, name: str) -> str:
        if self.sorting and particle:
            return f"{particle} {name}"
        return _glue(particle, name, self.particle_space)

    def _static(self, person: Person, given: str) -> str:
        family = self.family.format(person.family)
        if any(end.isascii() and end.isalnum() for end in (family[-1:], given[:1])):
            affixed = self.given.affixed(self.given.format(given))
            return _glue(self.family.affixed(family), affixed)
        # Characters of China, Japan and Korea are written together, without affixes of parts.
        return family + self.given.format(given)

    def _direct(self, person: Person, given: str) -> str:
        family = self._join(
            self.given.format(person.dropping),
            self._join(self.family.format(person.non_dropping), self.family.format(person.family)),
        )
        if person.suffix:
            family += ("," if person.comma_suffix else "") + " " + self._suffix(person.suffix)
        return _glue(self.given.affixed(self.given.format(given)), self.family.affixed(family))

    def _inverted(self, person: Person, given: str) -> str:
        family = self.family.format(person.family)
        particle = self.family.format(person.non_dropping)
        rest = _glue(self.given.format(given), self.given.format(person.dropping))
        if self._demotes():
            rest = _glue(rest, particle.rstrip())
        else:
            family = self._join(particle, family)
        parts = [self.family.affixed(family), self.given.affixed(rest), self._suffix(person.suffix)]
        separator = JOINT + self.sort_separator + JOINT
        return separator.join(part for part in parts if part)

    def _suffix(self, suffix: str) -> str:
        """A suffix, its full stops as those of initials: ``Jr`` beside ``JA``."""
        if self.initialize_with is None or "." not in suffix:
            return suffix
        return suffix.replace(".", clean(self.initialize_with)).rstrip()

    def _given(self, given: str) -> str:
        if not given or self.initialize_with is None:
            return given
        between = clean(self.initialize_with)
        if self.initialize:
            return initials(given, between, hyphen=self.hyphen)
        return spaced_initials(given, between)


def _glue(left: str, right: str, space: str = " ") -> str:
    """Two parts with a blank between them, unless the left one is elided: ``d'Alembert``."""
    if not left or not right:
        return left or right
    end = left.rstrip("\x02")[-1:]
    if end == " ":
        return left + right
    return left + right if end in "’'-‐" else left + space + right
