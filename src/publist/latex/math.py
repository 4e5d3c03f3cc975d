r"""Formulas: what of TeX's math plain rich text can say exactly, and what comes near it.

``$\alpha$``, ``$^{th}$``, ``H$_2$O``, ``$10^{-3}$`` and ``$k$`` need no mathematics to be
set right and become text; any other formula stays a formula, with its TeX source.
"""

from __future__ import annotations

import re
import unicodedata

from publist.latex.tables import symbol
from publist.richtext import Element, Inline, Tag

__all__ = ["formula", "formula_text", "subscript", "superscript"]

_SUP = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUB = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_DOUBLE_STRUCK = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0305", "vec": "\u20d7", "dot": "\u0307",
    "ddot": "\u0308", "acute": "\u0301", "grave": "\u0300", "check": "\u030c",
    "breve": "\u0306", "mathring": "\u030a", "not": "\u0338",
}  # fmt: skip

_NO_TEXT = frozenset(("displaystyle", "left", "right", "limits", "nolimits", "nonumber"))
_TOKEN = re.compile(r"\\([A-Za-z]+)\*?\s*|\\(.)|(\s+)|(\d[\d.,]*(?<=\d))|(.)", re.DOTALL)
_DEPTH = 30
_ORDINALS = ("st", "nd", "rd", "th")

_WORD = r"\\(?:mathrm|text|textrm|mathsf|textnormal|mbox|operatorname)\s*\{\s*([A-Za-z .-]+?)\s*\}"
_ATOM = re.compile(
    rf"\s*(?:(?P<script>[\^_]|\\sp\b|\\sb\b)\s*(?:\{{(?P<group>[^{{}}^_$]*)\}}"
    rf"|(?P<single>{_WORD}|\\[A-Za-z]+|\\[%$&#]|[^\\{{}}\s]))"
    rf"|(?P<word>{_WORD})|\\(?P<macro>[A-Za-z]+)|\\(?P<escaped>[%$&#_,;:!\s])"
    r"|(?P<number>\d+(?:[.,]\d+)*)|(?P<letter>[A-Za-z])|(?P<prime>'+)|(?P<sign>[-+*/<>=%!.,:]))\s*"
)


def formula(source: str) -> list[Inline]:
    r"""The nodes for a formula: text where that is exact, else a formula.

    Args:
        source: TeX, without the dollar signs.

    >>> formula(r"\ell_1")
    ['ℓ', Element(tag=<Tag.SUB: 'sub'>, children=('1',))]
    >>> formula("E = mc^2")
    [Element(tag=<Tag.MATH: 'math'>, children=('E = mc^2',))]
    """
    source = source.strip()
    if not source:
        return []
    nodes = _exact(source) if len(source) <= 80 else None
    return [Element(Tag.MATH, (source,))] if nodes is None else nodes


def _exact(source: str) -> list[Inline] | None:
    atoms: list[re.Match[str]] = []
    at = 0
    while at < len(source):
        atom = _ATOM.match(source, at)
        if atom is None:
            return None
        atoms.append(atom)
        at = atom.end()
    letters = sum(1 for atom in atoms if atom["letter"])
    bases = sum(1 for atom in atoms if not (atom["script"] or atom["prime"] or atom["escaped"]))
    if letters and bases > 1:
        return None
    nodes: list[Inline] = []
    for atom in atoms:
        node = _node(atom, based=bases > 0)
        if node is None:
            return None
        nodes.append(node)
    return nodes


def _node(atom: re.Match[str], *, based: bool) -> Inline | None:
    if atom["script"]:
        return _script(atom, based=based)
    if atom["letter"]:
        return Element(Tag.EMPH, (atom["letter"],))
    if atom["prime"]:
        return "′" * len(atom["prime"])
    if atom["word"]:
        return atom["word"][atom["word"].index("{") + 1 : -1].strip()
    if atom["macro"]:
        return _symbol_text(atom["macro"])
    if atom["escaped"]:
        return symbol(atom["escaped"]) or ""
    return (atom["number"] or atom["sign"]).replace("-", "−")


def _script(atom: re.Match[str], *, based: bool) -> Inline | None:
    source = (atom["group"] if atom["group"] is not None else atom["single"]).strip()
    raised = atom["script"] in ("^", "\\sp")
    if raised and source in ("\\circ", "\\degree", "o") and (source != "o" or not based):
        return "°" if source != "o" else Element(Tag.SUP, ("o",))
    text = formula_text(source)
    if "\\" in text:
        return None
    upright = not based or "\\" in source or not text.isalpha() or text in _ORDINALS
    inner: Inline = text if upright else Element(Tag.EMPH, (text,))
    return Element(Tag.SUP if raised else Tag.SUB, (inner,))


def _symbol_text(name: str) -> str | None:
    r"""The character of a symbol; None for what takes an argument or is a word (``\log``)."""
    text = symbol(name)
    return text if text is not None and not text.isascii() else None


def superscript(text: str) -> str:
    """The text in superior characters where Unicode has them all, else as it is."""
    return "".join(_SUP[char] for char in text) if all(char in _SUP for char in text) else text


def subscript(text: str) -> str:
    """The text in inferior characters where Unicode has them all, else as it is."""
    return "".join(_SUB[char] for char in text) if all(char in _SUB for char in text) else text


def formula_text(source: str) -> str:
    r"""A formula as well as a line of plain text can show it.

    >>> formula_text(r"\mathcal{N} = 4"), formula_text(r"O(n^2 \log n)")
    ('N = 4', 'O(n² log n)')
    >>> formula_text(r" 13\,") + "TeV" == "13\N{NARROW NO-BREAK SPACE}TeV"
    True
    >>> formula_text(r"\frac{a+1}{b}")
    '(a+1)/b'
    """
    return unicodedata.normalize("NFC", _Flat(source).sequence(0).strip(" "))


class _Flat:
    """Reads a formula from left to right into plain text."""

    def __init__(self, source: str) -> None:
        self._tokens = [found.groups(default="") for found in _TOKEN.finditer(source)]
        self._at = 0

    def sequence(self, depth: int) -> str:
        parts: list[str] = []
        while self._at < len(self._tokens):
            *_, char = self._tokens[self._at]
            if char == "}" and depth:
                break
            parts.append(self._one(depth))
        return "".join(parts)

    def _one(self, depth: int) -> str:
        word, escaped, blank, number, char = self._tokens[self._at]
        self._at += 1
        if word:
            return self._word(word, depth)
        if escaped:
            return symbol(escaped) or ""
        if blank or char in ("~", "&"):
            return " "
        if char == "{" and depth < _DEPTH:
            return self._group(depth)
        if char in ("^", "_") and char:
            return self._script(char, depth)
        return "" if char in ("{", "}") and char else {"-": "−", "'": "′"}.get(char, number or char)

    def _group(self, depth: int) -> str:
        text = self.sequence(depth + 1)
        self._at += 1
        return text

    def _argument(self, depth: int) -> str:
        while self._at < len(self._tokens) and self._tokens[self._at][2]:
            self._at += 1
        return self._one(depth + 1) if self._at < len(self._tokens) and depth < _DEPTH else ""

    def _script(self, char: str, depth: int) -> str:
        text = self._argument(depth)
        small = superscript(text) if char == "^" else subscript(text)
        if small != text or not text:
            return small
        if text in ("∘", "′", "†", "‡", "∗", "*", "⋆", "⊤"):
            return {"∘": "°"}.get(text, text)
        return f"{char}{text}" if text.isalnum() else f"{char}({text})"

    def _word(self, word: str, depth: int) -> str:
        if word in ("sp", "sb"):
            return self._script("^" if word == "sp" else "_", depth)
        if word in ("frac", "dfrac", "tfrac", "nicefrac", "sfrac"):
            over, under = self._argument(depth), self._argument(depth)
            return f"{_bracketed(over)}/{_bracketed(under)}"
        if word == "sqrt":
            return f"√{_bracketed(self._argument(depth))}"
        if word == "mathbb":
            return "".join(_DOUBLE_STRUCK.get(char, char) for char in self._argument(depth))
        if word in _ACCENTS:
            text = self._argument(depth)
            return text[:1] + _ACCENTS[word] + text[1:] if text else ""
        if word in ("begin", "end", "label", "tag"):
            self._argument(depth)
            return ""
        if word in _NO_TEXT:
            return ""
        return self._named(word)

    def _named(self, word: str) -> str:
        text = symbol(word)
        if text is not None and not text.isascii():
            return text
        follows = self._tokens[self._at] if self._at < len(self._tokens) else ()
        if word.startswith(("math", "text", "big", "Big", "boldsymbol", "bm", "operatorname")):
            return ""
        name = text if text is not None and text.strip() else ("" if text is not None else word)
        letter = bool(follows) and (follows[4].isalnum() or bool(follows[0] or follows[3]))
        return f"{name} " if name.isalpha() and letter else name


def _bracketed(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"
