"""Names of CSL-JSON items: particles, suffixes, institutions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from publist.csl.markup import field_text

__all__ = ["Name", "Names", "Person", "names_of", "read_name"]


class Person(NamedTuple):
    """How a name is made up; equal ones print alike, which is what is remembered."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    static: bool = False
    """Family first and without a comma, as in Chinese or Hungarian."""


class Name(NamedTuple):
    """A name in its place in the list."""

    person: Person
    place: int
    keep: bool = False
    """Whether it is printed even where et-al cuts it off."""


class Names:
    """The names of a list, read one by one: most styles print a few of many.

    Args:
        given: The list of a CSL-JSON item; what is no name is passed over.
    """

    __slots__ = ("_first", "_given", "_places", "count")

    def __init__(self, given: Sequence[Any]) -> None:
        self._given = given if _all_plain(given) else [value for value in given if _is_name(value)]
        # Where names were passed over, the place of each in the list as it was given.
        self._places: Sequence[int] = range(len(given))
        self.count = len(self._given)
        if self.count != len(given):
            self._places = [place for place, value in enumerate(given) if _is_name(value)]
        self._first: list[Name] = []
        """The names read so far."""

    def first(self, count: int) -> list[Name]:
        """So many names from the beginning of the list, or all there are."""
        known = self._first
        if count < len(known):
            return known[: max(count, 0)]
        if len(known) < self.count:
            known += map(self._read, range(len(known), min(count, self.count)))
        return known

    def at(self, index: int) -> Name:
        """The name at an index, which may count from the end of the list."""
        if index < 0:
            index += self.count
        return self._first[index] if index < len(self._first) else self._read(index)

    @property
    def kept(self) -> list[tuple[int, Name]]:
        """The names to keep where et-al cuts the list, with their places in this list."""
        return [
            (index, self.at(index))
            for index, value in enumerate(self._given)
            if isinstance(value, dict) and value.get("keep")
        ]

    @property
    def everyone(self) -> list[Name]:
        """All names of the list."""
        return self.first(self.count)

    def _read(self, index: int) -> Name:
        place = self._places[index]
        return read_name(self._given[index], place) or Name(Person(), place)


def names_of(given: Any) -> Names | None:
    """The names of a CSL-JSON list; None where it holds none.

    >>> names_of([{"given": " "}]) is None
    True
    """
    if not given or not isinstance(given, (list, tuple)):
        return None
    names = Names(given)
    return names if names.count else None


def _all_plain(given: Sequence[Any]) -> bool:
    """Whether all are objects with a family name, as in nearly every list."""
    try:
        families = [value["family"] for value in given]
        return "" not in families and bool("".join(families).strip())
    except (TypeError, KeyError, IndexError):
        return False


def _is_name(value: Any) -> bool:
    if isinstance(value, dict):
        for key in ("family", "literal", "given"):
            text = value.get(key)
            if isinstance(text, str) and text and not text.isspace():
                return True
        return False
    return isinstance(value, str) and bool(value.strip())


def read_name(value: Any, index: int) -> Name | None:
    """Read a CSL-JSON name; None where there is none.

    >>> read_name({"family": "van der Berg", "given": "W."}, 0).person.non_dropping
    'van der'
    """
    if isinstance(value, dict) and (common := _common_name(value)) is not None:
        return Name(common, index)
    if isinstance(value, str):
        value = {"literal": value}
    if not isinstance(value, dict):
        return None
    literal, family, given = (_text(value, key) for key in ("literal", "family", "given"))
    if literal and not family:
        return Name(Person(literal=field_text(literal)), index, bool(value.get("keep")))
    if not family and not given:
        return None
    person = _person(
        _Given(
            family,
            given,
            _text(value, "dropping-particle"),
            _text(value, "non-dropping-particle"),
            _text(value, "suffix"),
            comma=_true(value.get("comma-suffix")),
            static=_true(value.get("static-ordering")),
            parse="parse-names" not in value or _true(value.get("parse-names")),
        )
    )
    return Name(person, index, bool(value.get("keep")))


def _text(value: dict[str, Any], key: str) -> str:
    text = value.get(key)
    return text.strip() if isinstance(text, str) else ""


def _true(value: Any) -> bool:
    return value not in (None, False, 0, "", "0", "false")


# A particle is a word in small letters in front of the family name (van der Berg, d'Alembert,
# al-Ghazali) or behind the given name (Ludwig van | Beethoven).
_ELIDED = re.compile(r"([^\W\d_]{1,4}['’\-‐])(?=[^\W\d_])|(['’][^\W\d_]{1,2} )")
_SUFFIX = re.compile(r"\s*,(!?)\s*")


# Names of which nothing has to be split off: letters, the first one a Latin capital.
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŻŽ]"
_SIMPLE_FAMILY = re.compile(rf"{_CAPITAL}[^\W\d_]*(?:[ -]{_CAPITAL}[^\W\d_]*)*+")
_SIMPLE_GIVEN = re.compile(rf"{_CAPITAL}[^\W\d_]*\.?(?:[ -]{_CAPITAL}[^\W\d_]*\.?)*+")


_COMMON = frozenset(("family", "given", "non-dropping-particle", "dropping-particle", "suffix"))


def _common_name(value: dict[str, Any]) -> Person | None:
    """A name of texts as nearly all are, which is remembered; None for any other."""
    try:
        if len(value) == 2:
            return _common_person(value["family"], value["given"])
        if value.keys() <= _COMMON:
            get = value.get
            return _common_person(
                get("family"),
                get("given", ""),
                get("non-dropping-particle", ""),
                get("dropping-particle", ""),
                get("suffix", ""),
            )
    except (KeyError, TypeError):  # other parts than these, or a value that is no text
        pass
    return None


@lru_cache(maxsize=16384)
def _common_person(
    family: Any, given: Any, non_dropping: Any = "", dropping: Any = "", suffix: Any = ""
) -> Person | None:
    """A name of the usual parts, mostly plain ones; None where a part is no text."""
    parts = (family, given, non_dropping, dropping, suffix)
    try:
        simple = _SIMPLE_FAMILY.fullmatch(family) and _SIMPLE_GIVEN.fullmatch(given)
        if simple and not (non_dropping or dropping or suffix):
            return Person(family, given)
    except TypeError:
        return None
    if not all(isinstance(part, str) for part in parts) or not family.strip():
        return None
    return _person(
        _Given(
            family.strip(), given.strip(), dropping.strip(), non_dropping.strip(), suffix.strip()
        )
    )


class _Given(NamedTuple):
    """A name as it was given."""

    family: str
    given: str
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma: bool = False
    static: bool = False
    parse: bool = True


@lru_cache(maxsize=8192)
def _person(parts: _Given) -> Person:
    family, given, dropping, non_dropping, suffix, comma, static, parse = parts
    if parse and not suffix and (found := _SUFFIX.search(given)):
        suffix, comma = given[found.end() :], comma or bool(found[1])
        given = given[: found.start()]
    quoted = len(family) > 1 and family[0] == family[-1] == '"'
    if quoted:
        family = family[1:-1]
    if parse and not quoted:
        if not non_dropping:
            non_dropping, family = _leading(family)
        if not dropping:
            dropping, given = _trailing(given)
    return Person(
        field_text(family),
        field_text(given),
        field_text(dropping),
        field_text(non_dropping),
        field_text(suffix),
        comma,
        "",
        static or _is_static(family),
    )


def _leading(family: str) -> tuple[str, str]:
    """The particles in front of a family name, and the rest."""
    at = 0
    while True:
        word, blank, _ = family[at:].partition(" ")
        elided = _ELIDED.match(family, at)
        if elided and elided.group().lower() == elided.group():
            at = elided.end()
        elif blank and word and word.lower() == word and word.upper() != word:
            at += len(word) + 1
        else:
            break
    particle = family[:at].strip()
    if particle.endswith(("'", "’")) and family[at - 1].isspace():
        particle += " "
    return particle, family[at:]


def _trailing(given: str) -> tuple[str, str]:
    """The particles behind a given name, and the rest."""
    words = given.split()
    first = len(words)
    while first > 1 and words[first - 1][:1].islower():
        first -= 1
    return " ".join(words[first:]), " ".join(words[:first])


# Han, kana, bopomofo and hangul.
_FAMILY_FIRST = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)


def _is_static(family: str) -> bool:
    """Names in scripts whose names have one order only: Chinese, Japanese, Korean."""
    return _FAMILY_FIRST.match(family) is not None
