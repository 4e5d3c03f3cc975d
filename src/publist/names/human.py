"""Names as people type them on pages and in YAML."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
from typing import NamedTuple

from publist.names.initials import are_initials
from publist.names.particles import JOINERS, is_particle, particle_run
from publist.names.suffixes import is_degree, is_suffix, is_title

__all__ = ["HumanParts", "human_parts"]


class HumanParts(NamedTuple):
    """The parts of a typed name, each a string, empty where there is none."""

    given: str = ""
    dropping: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""


# What is longer is no name, and reading it as one would take long.
_MAX_WORDS = 60
# What a nickname stands in; names with an apostrophe inside are left alone.
_NICKNAME = re.compile(
    r"(?:(?<=\s)|^)(?:\([^()]{1,60}\)|\"[^\"]{1,60}\"|“[^“”]{1,60}”|'[^'\s]{1,40}'|‘[^‘’\s]{1,40}’)(?=[\s,]|$)"
)
_FAMILY_BEGINNINGS = frozenset(
    "van von vande vander der de del della di da dos du la le al el mac st. san ter ten".split()
)
# Van is a middle name where the family name stands first, as in Vietnam.
_VIETNAMESE = frozenset(
    "nguyen nguyễn tran trần le lê pham phạm hoang hoàng huynh huỳnh phan vu vũ vo võ dang đặng "
    "bui bùi do đỗ ho hồ ngo ngô duong dương ly lý".split()
)
_OFFICE = re.compile(
    r"^(?:\w+\s+)?(?:Under-?)?Secretary\s+of\s+State\s+(?=\S+\s+\S)", re.IGNORECASE
)
# ``M.Berta``: initials and family name without a blank between them.
_GLUED = re.compile(r"((?<![^\W\d_])[^\W\d_a-z]\.)(?=[^\W\d_a-z][^\W\d_A-Z]{2})")
_PH_D = re.compile(r"\b[Pp][Hh]\.\s+D\.?")


def human_parts(text: str) -> HumanParts:
    """Take a typed name apart: given name first, or family name and a comma.

    Forms of address and degrees are left out, nicknames in brackets or quotation marks too.
    Behind a comma ``Jr.`` is a suffix wherever it stands; a name of one word is a family name;
    capitals behind a family name are initials (``Zhou AC``, as Vancouver style has it).

    Args:
        text: One name in Unicode.

    >>> human_parts("Dr. Juan Q. de la Vega III")
    HumanParts(given='Juan Q.', dropping='', particle='de la', family='Vega', suffix='III')
    >>> human_parts("Zhou AC").given
    'AC'
    """
    if text.count(" ") > _MAX_WORDS:
        return HumanParts(family=text)
    text = _NICKNAME.sub(" ", text) if re.search(r"[(\"'“‘]", text) else text
    text = _OFFICE.sub("", _PH_D.sub("PhD", text))
    text = _GLUED.sub(r"\1 ", text)
    sections = [words for part in text.split(",") if (words := part.split())]
    if not sections:
        return HumanParts()
    sections, behind = _without_suffix_sections(sections)
    suffixes: list[str] = []
    if len(sections) == 1:
        parts = _given_first(sections[0], suffixes)
    else:
        parts = _family_first(sections, suffixes)
    return parts._replace(suffix=", ".join([*suffixes, *behind]))


def _without_suffix_sections(sections: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Take out the parts between commas that are nothing but suffixes and degrees."""
    kept = [sections[0]]
    suffixes: list[str] = []
    for index, section in enumerate(sections[1:], start=1):
        alone = all(is_suffix(word, before=3) or is_degree(word) for word in section)
        initials_only = index == 1 and len(section) == 1 and are_initials(section[0])
        if alone and not (initials_only and len(sections[0]) < 2):
            suffixes += [word for word in section if is_suffix(word, before=3)]
        else:
            kept.append(section)
    return kept, suffixes


def _given_first(words: list[str], suffixes: list[str]) -> HumanParts:
    words = _without_titles(words)
    words = _without_trailing(words, suffixes, before=0)
    if len(words) < 2:
        return HumanParts(family=" ".join(words))
    if len(words) == 3 and _is_family(words[0]) and all(_DOTTED.fullmatch(w) for w in words[1:]):
        return HumanParts(given=" ".join(words[1:]), family=words[0])
    if _is_vancouver(words):
        particle, family = _particle_and_family(words[:-1])
        # ``Li AC, Ito K``: the lone capital is written as the others of its list are.
        given = words[-1] + "." if len(words[-1]) == 1 else words[-1]
        return HumanParts(given=given, particle=particle, family=family)
    start = _family_start(words)
    particle, family = _particle_and_family(words[start:])
    return HumanParts(given=" ".join(words[:start]), particle=particle, family=family)


def _family_first(sections: list[list[str]], suffixes: list[str]) -> HumanParts:
    family_words = _without_trailing(_without_titles(sections[0]), suffixes, before=0)
    given = [word for section in sections[1:] for word in section]
    given = _without_titles(given)
    given = _without_trailing(given, suffixes, before=len(family_words))
    particle, family = _particle_and_family(family_words)
    kept = len(given)
    while kept > 1 and given[kept - 1] == given[kept - 1].lower() and is_particle(given[kept - 1]):
        kept -= 1
    if particle_run(given, kept) != len(given):
        kept = len(given)
    return HumanParts(" ".join(given[:kept]), " ".join(given[kept:]), particle, family)


def _without_titles(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and _is_address(words, start):
        start += 1
    return words[start:]


def _is_address(words: list[str], index: int) -> bool:
    word = words[index]
    if not word[0].isupper() and not word.endswith("."):
        return False
    if word.lower() in ("the", "us", "his", "her"):
        return is_title(words[index + 1])
    return is_title(word)


def _without_trailing(words: list[str], suffixes: list[str], *, before: int) -> list[str]:
    """Take suffixes and degrees off the end; what is left has at least one word."""
    found: list[str] = []
    end = len(words)
    while end > 1:
        word = words[end - 1].rstrip(",")
        if is_suffix(word, before=before + end - 1) and end + before > 1:
            found.append(word)
        elif not (end + before > 2 and _is_trailing_degree(word)):
            break
        end -= 1
    suffixes += reversed(found)
    return words[:end]


def _is_trailing_degree(word: str) -> bool:
    # ``Smith MD`` may be M. D. Smith; behind a whole name the capitals are a degree.
    return is_degree(word) and not (word.istitle() and "." not in word)


# ``Li A. C.``: nobody is called by two initials alone.
_DOTTED = re.compile(r"[^\W\d_a-z]\.")


def _is_family(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and not word.isupper() and "." not in word


def _is_vancouver(words: list[str]) -> bool:
    last = words[-1]
    if not are_initials(last) or not last.isupper():
        return False
    if any(are_initials(word) for word in words[:-1]):
        return False
    # One capital behind one word may as well be a family name of one letter: only with case.
    *leading, family = words[:-1]
    others = [*(word for word in leading if not is_particle(word)), family]
    mixed = all(any(char.islower() for char in word) for word in others)
    if len(last) == 1:
        return mixed and len(others) in (1, 2) and all(word[0].isupper() for word in others)
    return bool(others) and mixed and len(others) <= 2


def _family_start(words: list[str]) -> int:
    """The index of the first word of the family name, particles included."""
    for index in range(len(words) - 2, 0, -1):
        if words[index] in JOINERS and index >= 2 and not words[index - 1].islower():
            if len(words[index - 1]) > 2:
                return max(index - 1, 1)
        elif (is_particle(words[index]) and words[index].islower()) or words[index][0] in "'’":
            begin = index
            while begin > 1 and words[begin - 1].islower() and is_particle(words[begin - 1]):
                begin -= 1
            if particle_run(words, begin) > index:
                return begin
        elif index == len(words) - 2 and _begins_family(words, index):
            return _back_over_capitals(words, index)
    return len(words) - 1


def _begins_family(words: list[str], index: int) -> bool:
    lowered = words[index].lower()
    if lowered not in _FAMILY_BEGINNINGS or not words[index][0].isupper():
        return False
    return not (words[0].lower() in _VIETNAMESE or words[index].isupper())


def _back_over_capitals(words: list[str], index: int) -> int:
    while index > 1 and _begins_family(words, index - 1):
        index -= 1
    return index


def _particle_and_family(words: list[str]) -> tuple[str, str]:
    if len(words) < 2:
        return "", " ".join(words)
    end = min(particle_run(words, 0), len(words) - 1)
    return " ".join(words[:end]), " ".join(words[end:])
