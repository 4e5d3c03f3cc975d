r"""The short way for what nearly all fields hold: plain text, accents, protected words.

Four fields in a hundred hold a backslash, and most of those only accented letters, which
need no reading of LaTeX. What comes out is what the long way gives; what is not certain is
left to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from publist.latex.tables import SYMBOLS, compose
from publist.richtext import EMPTY, Element, Inline, RichText, Tag

__all__ = ["quick"]

# Text in which none of this occurs is what it says, but for braces.
_SPECIAL = re.compile(r"[\\$~&<`\"“”\n\t\r\f\v\u00ad\ufeff]|--|''|  |\{ | \}|\{\}|\u00a0")
_ACCENTED = re.compile(
    r"\{\\(?:(?P<a>['\"`^~=.])(?:\{(?P<b>[A-Za-z]|\\[ij])\}|(?P<c>[A-Za-z]|\\[ij]))"
    r"|(?P<d>[cvuHkrdb])(?:\{(?P<e>[A-Za-z])\}|[ ](?P<f>[A-Za-z]))"
    r"|(?P<letter>aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j|dh|th|dj|ng))\}"
    r"|(?<![{\\])\\(?:(?P<g>['\"`^~=.])(?:\{(?P<h>[A-Za-z]|\\[ij])\}|(?P<i>[A-Za-z]))"
    r"|(?P<j>[cvuHkrdb])\{(?P<k>[A-Za-z])\})"
)
_BRACE = re.compile(r"([{}])")


def quick(text: str) -> RichText | None:
    r"""Read a text without any LaTeX but accents and braces.

    Returns:
        The rich text, or None where the text needs to be read properly.

    >>> quick(r"G{\"o}del on {DNA}").plain, quick(r"\emph{x}")
    ('Gödel on DNA', None)
    """
    if "\\" in text:
        text = _ACCENTED.sub(_letter, text)
    if _SPECIAL.search(text) is not None:
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if "{" in text or "}" in text:
        return _protected(text)
    return RichText((text,)) if text else EMPTY


def _letter(found: re.Match[str]) -> str:
    return _composed(found.group())


@lru_cache(maxsize=1024)
def _composed(source: str) -> str:
    """The letter that a match of ``_ACCENTED`` stands for, or the match if there is none."""
    found = _ACCENTED.match(source)
    assert found is not None
    if found["letter"]:
        return SYMBOLS[found["letter"]]
    accent = found["a"] or found["d"] or found["g"] or found["j"]
    base = next(found[name] for name in "bcefhik" if found[name])
    letter = unicodedata.normalize("NFC", compose(base.lstrip("\\"), accent))
    return letter if len(letter) == 1 else source


def _protected(text: str) -> RichText | None:
    """Text with the words in braces protected; None where the braces do not match."""
    nodes: list[Inline] = []
    depth = 0
    inner: list[str] = []
    for part in _BRACE.split(text):
        if part == "{":
            depth += 1
        elif part != "}":
            (inner if depth else nodes).append(part)
        elif depth == 0:
            return None
        else:
            depth -= 1
            if depth == 0:
                nodes.append(_word("".join(inner)))
                inner = []
    return RichText.of(*nodes) if depth == 0 else None


def _word(text: str) -> Inline:
    """What stood in braces; there is nothing to protect where there is no letter."""
    if any(char.isalpha() for char in text):
        return Element(Tag.PROTECTED, (text,))
    return text
