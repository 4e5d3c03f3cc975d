"""Folding names for comparison: accents, hyphens, case, ways of writing the same sound."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
from functools import lru_cache

from publist.accents import without_accents

__all__ = ["fold", "is_syllabic", "sound", "umlauts_shortened"]

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ŋ": "n", "ħ": "h", "ŧ": "t", "ə": "a", "ʿ": "", "ʾ": "", "ʻ": "", "’": "",
        "'": "", "`": "", "ʼ": "", "‘": "",
    }
)  # fmt: skip
# The ways in which transliterations into Latin letters differ most, in order.
_SOUNDS = (
    ("sch", "sh"), ("sh", "s"), ("ch", "k"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("gh", "g"), ("zh", "z"), ("bh", "b"), ("x", "ks"), ("ck", "k"), ("c", "k"), ("q", "k"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"),
    ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ei", "i"), ("ai", "a"), ("o", "u"), ("e", "a"),
    ("ia", "a"), ("iu", "u"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_INITIALS = (
    "b p m f d t n l g k h j q x zh ch sh r z c s y w kw hw ts hs v th tr ph nh ng kh gi qu".split()
)
_FINALS = (
    "a o e i u v ai ei ui ao ou iu ie ue ve an en in un vn ang eng ing ong uo ua uai uan uang "
    "ia iao ian iang iong uen io eo eon eong eun eung eui yeo yeong yeon yeok yeol oo ee ae wa "
    "ung yun yung yul oon oong ok uk ak ik ol il ul eol am im om um eom eok eop oung yoon young "
    "inh anh ien uyen uy uong uoc oan oanh ich ach yen at it ot uoi oi".split()
)
# Mandarin in Pinyin, Korean in its usual romanisations, Vietnamese without accents: names of
# short syllables, in which one letter makes another name.
_SYLLABLE = "(?:(?:{})?(?:{}))".format(
    "|".join(sorted(_INITIALS, key=len, reverse=True)),
    "|".join(sorted(_FINALS, key=len, reverse=True)),
)
_SYLLABLES = re.compile(f"{_SYLLABLE}{{1,3}}")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents and apostrophes; hyphens and full stops become blanks.

    >>> fold("Skłodowska-Curie"), fold("Søren O'Neil")
    ('sklodowska curie', 'soren oneil')
    """
    if text.isascii():
        folded = text.lower().replace("'", "")
    else:
        folded = without_accents(text.lower().translate(_LETTERS)).translate(_LETTERS)
    return " ".join(re.sub(r"[^\w]+|_", " ", folded).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A rough form in which transliterations of one name agree.

    Args:
        word: A folded word.

    >>> sound("mohammed") == sound("muhamed"), sound("aleksandr") == sound("alexander")
    (True, True)
    """
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    word = _DOUBLED.sub(r"\1", word)
    # Unstressed vowels before a last r come and go: Aleksandr, Alexander.
    word = re.sub(r"[aiu]r$", "r", word)
    return re.sub(r"(?<=.)h", "", word)


def umlauts_shortened(text: str) -> str:
    """A folded text with ``ue`` for ü, ``oe`` for ö and ``ae`` for ä shortened as well.

    >>> umlauts_shortened("mueller")
    'muller'
    """
    return text.replace("ue", "u").replace("oe", "o").replace("ae", "a")


@lru_cache(maxsize=65536)
def is_syllabic(word: str) -> bool:
    """Whether a folded word may be a Chinese or Korean name in Latin letters.

    >>> is_syllabic("zhenheng"), is_syllabic("minjun"), is_syllabic("steven")
    (True, True, False)
    """
    return bool(_SYLLABLES.fullmatch(word))
