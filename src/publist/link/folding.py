"""Folding: text reduced to what survives retyping, so that it can be compared."""

from __future__ import annotations

import html
import re
import unicodedata

__all__ = ["fold", "words"]

_GREEK = {
    letter: name
    for letter, name in zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma tau upsilon phi chi psi omega".split(),
        strict=True,
    )
}
# What decomposition leaves alone; 'ﬁ' and the like NFKD takes apart.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
    | {letter: f" {name} " for letter, name in _GREEK.items()}
    | {"ς": " sigma ", "\ufffd": ""}
)
# An apostrophe or dash that went through the wrong encoding once and then lost its last bytes.
_MOJIBAKE = re.compile(r"â(?:\?\?|€[\x80-\xbf\u0090-\u2122]?)")
_LATEX = re.compile(r"\\[`'^\"~=.](?=\s*\{?\\?[a-zA-Z])|\\([a-zA-Z]+)|[{}$]")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower-case text without accents, entities, LaTeX leftovers and typographic variants.

    >>> fold("Gr&uuml;n {and} G{\\\\'e}za: the $\\\\alpha$-Ｗｏｒｄ")
    'grun and geza: the  alpha-word'
    """
    if "&" in text:
        text = html.unescape(text).replace("&", " and ")
    if "\\" in text or "{" in text or "$" in text:
        text = _LATEX.sub(_latex_name, text)
    if text.isascii():
        return text.lower()
    text = _MOJIBAKE.sub("'", text)
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    return text.translate(_LETTERS)


def _latex_name(found: re.Match[str]) -> str:
    return f" {found[1]}" if found[1] else ""


def words(folded: str) -> list[str]:
    """The words of folded text: runs of letters and digits, apostrophes closed up.

    >>> words("what's new in on-line c4.5?")
    ['whats', 'new', 'in', 'on', 'line', 'c4', '5']
    """
    if "'" in folded:
        folded = folded.replace("'", "")
    return _WORD.findall(folded)
