"""Particles of family names, over many languages."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["JOINERS", "Particles", "is_particle", "particle_run", "split_particles"]

JOINERS = frozenset({"y", "e", "i"})
"""Words between two family names of one person (Spanish, Portuguese, Catalan)."""

# Dutch and Flemish, German, French, Italian, Spanish and Portuguese, Hebrew and Arabic,
# Scandinavian and Slavonic words, as authorities' rules for personal names list them
# (IFLA, Names of Persons; the particles that CSL processors know).
_WORDS = frozenset(
    "'s 's- 't a aan af al am auf aus aus'm 'm m ben bij bin boven d d' da dal dal' dall' dalla "
    "das de de' deca degli dei del dela dell' della delle dello dem den der des di die do don "
    "dos du el ibn het i il im in l l' la las le les li lo los lou of onder op over s s' sen t te "
    "ten ter tho thoe thor to toe tot uijt uit und unter v v. v.d. v.d van vande vander vd ver "
    "vom von voor vor z ze zu zum zur gen af av ap abu bint dos das bar st. st ud der y e".split()
)
# The Arabic article with its consonant assimilated, hyphen included: al-, as-, ash-, ed- …
_ARTICLE = re.compile(r"[ae](?:l|n|r|[dt]h?|sh?|z|[šḍḏṣṭṯẓ])-")
# One-letter words are initials far more often than particles, and these are English words
# or given names too; they count only beside another particle.
_WEAK = frozenset("a d i l m s t v z e y in of over to st do die lo of".split())
# German prepositions and the articles behind them go with the given name.
_GERMAN = frozenset("von zu auf aus vor".split())
_GERMAN_NEXT = frozenset("dem den der zu und zum zur vom m 'm".split())
_DROPPING = frozenset("dela il sen z ze aus'm".split())


class Particles(NamedTuple):
    """What stands before a family name, parted as CSL wants it."""

    dropping: str
    non_dropping: str
    family: str


def is_particle(word: str) -> bool:
    """Whether a word, in any case of letters, can be a particle.

    >>> is_particle("van"), is_particle("ash-"), is_particle("Tang")
    (True, True, False)
    """
    lowered = word.lower()
    return lowered in _WORDS or bool(_ARTICLE.fullmatch(lowered))


def particle_run(words: list[str], start: int) -> int:
    """Where the run of lower-case particles that begins at ``start`` ends.

    Args:
        words: The words of a name.
        start: The index of its first word.

    Returns:
        The index behind the run; ``start`` if there is none. A run of nothing but words that
        are initials or English words is none.

    >>> particle_run(["Juan", "de", "la", "Vega"], 1), particle_run(["John", "e", "Smith"], 1)
    (3, 1)
    """
    end = start
    while end < len(words) and words[end] == words[end].lower() and is_particle(words[end]):
        end += 1
    if all(word in _WEAK for word in words[start:end]):
        return start
    return end


def split_particles(family: str) -> Particles:
    """Part the particles from a family name printed with them, for CSL.

    German prepositions drop with the given name (``von Humboldt`` sorts under H), all others
    stay with the family name, as CSL 1.0.2 (Names, "name-part" particles) distinguishes them.

    Args:
        family: A family name with what stands before it. Only words in lower case count.

    >>> split_particles("van der Berg")
    Particles(dropping='', non_dropping='van der', family='Berg')
    >>> split_particles("von Humboldt").dropping
    'von'
    """
    words = family.split()
    end = 0
    while end < len(words) - 1 and words[end] == words[end].lower() and is_particle(words[end]):
        end += 1
    if end == 0:
        return _glued(family.strip())
    name = " ".join(words[end:])
    particle = " ".join(words[:end])
    return Particles(particle, "", name) if _drops(words[:end]) else Particles("", particle, name)


def _glued(family: str) -> Particles:
    """Particles written without a blank: d'Alembert, al-Sufi."""
    found = re.match(
        r"(?:(?:d|l|dell|dall|de)['’]|[ae](?:l|n|r|[dt]h?|sh?|z)-)(?=[^\W\d_a-z])", family
    )
    if not found:
        return Particles("", "", family)
    return Particles("", found[0], family[found.end() :])


def _drops(words: list[str]) -> bool:
    if words[0] in _GERMAN:
        return all(word in _GERMAN_NEXT for word in words[1:])
    if words[0] == "vom":
        return len(words) > 1 and all(word in _GERMAN_NEXT for word in words[1:])
    return len(words) == 1 and words[0] in _DROPPING
