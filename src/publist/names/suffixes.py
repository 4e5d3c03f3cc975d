"""What people write around a name: generational suffixes, titles, degrees."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re

__all__ = ["is_degree", "is_suffix", "is_title"]

_SUFFIX = re.compile(
    r"(?:jr|sr|jnr|snr|junior|senior|jún|fils|père|[2-9](?:nd|rd|th)|2世|3世"
    r"|ii|iii|iv|vi|vii|viii|ix)\.?",
    re.IGNORECASE,
)
_SINGLE_NUMERAL = re.compile(r"[IV]\.?", re.IGNORECASE)
_TITLES = frozenset(
    "dr prof professor mr mrs ms mx sir dame rev reverend hon dipl-ing univ-prof asst assoc "
    "assistant associate priv-doz rt lt capt maj sgt cmdr lt.gen lt.gov msgr dipl.-ing emeritus "
    "docent mgr rndr mudr judr herr frau mme mlle dott dott.ssa drs judge magistrate "
    "magistrate-judge mag-judge senator lord lady excellency majesty governor ambassador".split()
)
# Names as well, but for the full stop: Gen Suzuki, Sen Zhao.
_DOTTED_TITLES = frozenset("gen. col. ing. mag. sen. rep. gov. fr. pd. ir. adj. em. pres.".split())
_DEGREES = frozenset(
    "phd dphil md mbbs mbchb frcs frcp frs facs facm fieee dds dmd dvm do rn mph msc bsc msced ba "
    "ma mba mfa jd llm llb esq pe cpa cfa cfp clu lutc qc kc mp pmp meng beng mphil edd psyd scd "
    "dsc drph mpa mpp msw lcsw obe cbe mbe".split()
)


def is_suffix(word: str, *, before: int = 0) -> bool:
    """Whether a word is a generational suffix: Jr., Sr., III, 2nd.

    Args:
        word: The word, with or without its full stop.
        before: How many words of the name stand before it. ``V`` and ``I`` are numerals only
            behind three or more; after fewer they are initials.

    >>> is_suffix("Jr."), is_suffix("V"), is_suffix("V", before=3)
    (True, False, True)
    """
    if _SUFFIX.fullmatch(word):
        return True
    return before >= 3 and bool(_SINGLE_NUMERAL.fullmatch(word)) and "." not in word


def is_title(word: str) -> bool:
    """Whether a word is a form of address that no list of publications prints.

    >>> is_title("Dr."), is_title("Prof"), is_title("King")
    (True, True, False)
    """
    lowered = word.lower()
    return lowered.rstrip(".") in _TITLES or lowered in _DOTTED_TITLES


def is_degree(word: str) -> bool:
    """Whether a word is a degree or an honour behind a name.

    >>> is_degree("Ph.D."), is_degree("M.D."), is_degree("Smith")
    (True, True, False)
    """
    if word.isalpha() and word.islower() and word != "phd":
        return False
    return word.replace(".", "").replace(",", "").lower() in _DEGREES
