"""Abbreviating journal titles by the rules of ISO 4."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from publist.resources import data_folder

__all__ = ["SHORTEST", "SMALL_WORDS", "Table", "abbreviated_title", "comparable", "longest"]

_SMALL_WORDS_BY_LANGUAGE = {
    "en": "a an and at by for from in into its of on or the to with",
    "fr": "au aux d de des du en et l la le les ou par pour sur un une",
    "de": "am an auf aus dem den der des die das fur ihre ihrer im in und von zum zur",
    "es": "de del e el en la las los o para por sobre y",
    "pt": "ao da das de do dos e em na no para",
    "it": "al alla alle con dei del della delle di e ed gli i il la le lo nel per sul",
    "nl": "de en het ten van voor",
    "sv": "av for i och og til",
}
SMALL_WORDS = frozenset(
    word for words in _SMALL_WORDS_BY_LANGUAGE.values() for word in words.split()
)
"""Articles, prepositions and conjunctions, which are left out (ISO 4, 4.6); folded."""
SHORTEST = 4
"""How many letters the beginning or the end of a word must have."""
_SEPARATORS = re.compile(r"(\s+|(?<=[^\W_])[-‐](?=[^\W_]))")
_WORD = re.compile(r"^(?P<before>[^\w]*(?:[dlDL]['’])?)(?P<word>[^\W\d_]+)(?P<after>[^\w.]*)$")
_KEPT_AFTER = (":", ")")


def abbreviated_title(title: str) -> str:
    """A journal's title as styles print it that ask for its short form.

    Words are shortened as ``data/title-words.txt`` tells, which was drawn from published lists
    of abbreviations; a word that it does not tell stays. Titles of one word stay (ISO 4, 4.2),
    articles, prepositions and conjunctions go, and so do commas; acronyms and what is
    abbreviated already stay.

    Args:
        title: The title, as plain text.

    >>> abbreviated_title("Journal of Invented and Unheard-of Research")
    'J. Invented Unheard-of Res.'
    >>> abbreviated_title("The Lancet"), abbreviated_title("IEEE Transactions on Magic")
    ('Lancet', 'IEEE Trans. Magic')
    """
    pieces = _SEPARATORS.split(title.strip())
    words, joints = pieces[::2], ["", *pieces[1::2]]
    told = [
        (joint, word)
        for joint, word in zip(joints, words, strict=True)
        if not _is_left_out(word, joint)
    ]
    if len(told) > 1 and told[0][1] == "A":  # the article, where it is not Physica A
        del told[0]
    if len(told) < 2:
        return told[0][1] if told else title
    shortened = [("-" if joint.strip() else " ") + _shortened(word) for joint, word in told]
    return "".join(shortened).strip(" -")


def comparable(text: str) -> str:
    """Text without case, accents and punctuation, as the words are looked up.

    >>> comparable("Zür.")
    'zur'
    """
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in spread if each.isalnum() or each.isspace())


def _is_left_out(word: str, joint: str) -> bool:
    if joint.strip():  # behind a hyphen: a part of a word
        return False
    letters = word.rstrip(":,;")
    if len(letters) == 1 and letters.isupper():  # Physica A
        return False
    printed_small = letters.islower() or letters.istitle()
    return letters == "&" or (printed_small and comparable(letters) in SMALL_WORDS)


def _shortened(word: str) -> str:
    parts = _WORD.match(word)
    if parts is None:
        return word.rstrip(",;")
    core, after = parts["word"], parts["after"]
    if sum(map(str.isupper, core)) < 2 and (short := _table().look_up(comparable(core))):
        core = _in_case_of(core, short)
    return parts["before"].rstrip("'’dlDL") + core + "".join(c for c in after if c in _KEPT_AFTER)


def _in_case_of(word: str, short: str) -> str:
    letters = short[:-1]
    if comparable(word).startswith(letters) and len(comparable(word)) == len(word):
        return word[: len(letters)] + "."  # with its accents
    return short.capitalize() if word[0].isupper() else short


@dataclass(frozen=True, slots=True)
class Table:
    """What is printed for words, in the form of ``data/title-words.txt``.

    Args:
        words: For whole words; one that stands for itself is not shortened.
        starts: For words that begin so.
        ends: For the ends of words; the beginning stays.
    """

    words: Mapping[str, str]
    starts: Mapping[str, str]
    ends: Mapping[str, str]

    def look_up(self, word: str) -> str | None:
        """What is printed for a word; None where it is printed in full.

        Args:
            word: As :func:`comparable` gives it.
        """
        short = self.words.get(word) or longest(word, self.starts) or self._ended(word)
        # Leaving out a single letter is no abbreviation (ISO 4, 4.3).
        return short if short and short.endswith(".") and len(short) < len(word) else None

    def _ended(self, word: str) -> str | None:
        # Something must be left in front of the end.
        for start in range(2, len(word) - SHORTEST + 1):
            if (short := self.ends.get(word[start:])) is not None:
                return word[:start] + short
        return None


def longest(word: str, starts: Mapping[str, str]) -> str | None:
    """What is said of the longest of the beginnings that the word has."""
    for end in range(len(word), SHORTEST - 1, -1):
        if (short := starts.get(word[:end])) is not None:
            return short
    return None


@cache
def _table() -> Table:
    words: dict[str, str] = {}
    starts: dict[str, str] = {}
    ends: dict[str, str] = {}
    text = data_folder().joinpath("title-words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, short = line.split()
            if word.startswith("-"):
                ends[word[1:]] = short[1:]
            elif word.endswith("-"):
                starts[word[:-1]] = short
            else:
                words[word] = short
    return Table(words, starts, ends)
