"""Folding: text reduced to what survives retyping, so that it can be compared."""

from __future__ import annotations

import html
import re

from publist.accents import without_accents

__all__ = ["fold", "words"]

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma tau upsilon phi chi psi omega"
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _GREEK_NAMES.split(), strict=True))
# What decomposition leaves alone; 'ﬁ' and the like NFKD takes apart.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
    | {letter: f" {name} " for letter, name in _GREEK.items()}
    | {"ς": " sigma ", "\ufffd": ""}
)
# A quotation mark, a dash, a letter that went through a wrong encoding and then lost bytes.
_QUOTE_LOST = re.compile(r"(?<=[a-z])â(?:\?\?|€[\x80-\xbf\u0090-\u2122]?)(?=[a-z])", re.IGNORECASE)
_BYTES_LOST = re.compile(r"â(?:\?\?|\?¦|€[\x80-\xbf\u0090-\u2122]?)|[ÃÅÄ](?=[?\x80-\xbf])\S")
_LATEX = re.compile(r"\\[`'^\"~=.](?=\s*\{?\\?[a-zA-Z])|\\([a-zA-Z]+)|[{}$]")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    r"""Lower-case text without accents, entities, LaTeX leftovers and typographic variants.

    >>> fold(r"Gr&uuml;n {and} G{\'e}za: the $\alpha$-Ｗｏｒｄ")
    'grun and geza: the  alpha-word'
    """
    if "&" in text:
        text = html.unescape(text).replace("&", " and ")
    if "\\" in text or "{" in text or "$" in text:
        text = _LATEX.sub(_latex_name, text)
    if text.isascii():
        return text.lower()
    if "Ã" in text or "â" in text or "Å" in text:
        text = _mended(text)
    return without_accents(text.casefold()).translate(_LETTERS)


def _mended(text: str) -> str:
    """Text with UTF-8 that was taken for Latin-1 put right, and what cannot be left out."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return _BYTES_LOST.sub(" " if "??" in text else "", _QUOTE_LOST.sub("'", text))


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
