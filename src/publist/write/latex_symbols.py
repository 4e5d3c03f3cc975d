r"""What LaTeX has for the characters that pdfLaTeX does not know by itself.

The tables are LaTeX's own names (Lamport's manual, 2nd ed., section 3.3 and appendix C; the
amssymb package); Greek goes by its Unicode names; the envelope is pifont's. Bulbs and their
like, for which plain LaTeX has nothing, get a sign of amssymb that looks a little like them,
each another one, so that marks stay apart.
"""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["is_native", "math_symbol", "symbol"]

# Set up for T1 and TS1 by the LaTeX kernel (t1enc.dfu, ts1enc.dfu of 2023) and in the Latin
# Modern fonts that LuaLaTeX and XeLaTeX start with: letters and punctuation.
_NATIVE = (
    "A0-B7 B9-125 128-137 139-13E 141-148 14A-165 168-17E 192 1CD-1D4 1E6-1E7 1F4-1F5 218-21B "
    "237 1E0D 1E25 1E37 1E43 1E45 1E47 1E5B 1E63 1E6D 1EF2-1EF3 "
    "2010-2011 2013-2014 2016 2018-201A 201C-201E 2020-2022 2026 2030-2031 2039-203B 2044 "
    "20AC 2116-2117 2120 2122"
)
_MATH = r"""
← \leftarrow → \rightarrow ↑ \uparrow ↓ \downarrow ↔ \leftrightarrow ⇐ \Leftarrow ⇒ \Rightarrow
⇔ \Leftrightarrow ↦ \mapsto ⟶ \longrightarrow ⟹ \Longrightarrow ↗ \nearrow ↘ \searrow
∀ \forall ∃ \exists ∄ \nexists ∅ \emptyset ∈ \in ∉ \notin ∋ \ni ⊂ \subset ⊆ \subseteq
⊃ \supset ⊇ \supseteq ∩ \cap ∪ \cup ∧ \wedge ∨ \vee ⊢ \vdash ⊨ \models ∞ \infty ≤ \leq ≥ \geq
⩽ \leqslant ⩾ \geqslant ≠ \neq ≈ \approx ≡ \equiv ∼ \sim ≃ \simeq ≅ \cong ∝ \propto ≪ \ll ≫ \gg
≺ \prec ≻ \succ ∂ \partial ∇ \nabla ∑ \sum ∏ \prod ∫ \int ∮ \oint √ \surd − - ∗ * ⋆ \star
⋅ \cdot ∘ \circ ∙ \bullet ⊕ \oplus ⊖ \ominus ⊗ \otimes ⊙ \odot ⊥ \bot ⊤ \top ∥ \parallel
∣ \mid ∠ \angle ∴ \therefore ∵ \because ⋯ \cdots ⋮ \vdots ∖ \setminus ∶ : ⟨ \langle ⟩ \rangle
⌊ \lfloor ⌋ \rfloor ⌈ \lceil ⌉ \rceil ′ {}^{\prime} ″ {}^{\prime\prime} ℓ \ell ℘ \wp ℜ \Re
ℑ \Im ℵ \aleph ℏ \hbar ħ \hbar ℂ \mathbb{C} ℍ \mathbb{H} ℕ \mathbb{N} ℙ \mathbb{P} ℚ \mathbb{Q}
ℝ \mathbb{R} ℤ \mathbb{Z} 𝔼 \mathbb{E} 𝟙 \mathbf{1} ♠ \spadesuit ♡ \heartsuit ♢ \diamondsuit
♣ \clubsuit ♭ \flat ♮ \natural ♯ \sharp □ \square ■ \blacksquare △ \triangle ▲ \blacktriangle
▽ \triangledown ▼ \blacktriangledown ▷ \triangleright ◁ \triangleleft ◇ \Diamond
◆ \blacklozenge ◊ \lozenge ○ \bigcirc ● \bullet ☆ \star ★ \bigstar ⭐ \bigstar ✓ \checkmark
✔ \checkmark ✗ \times ✘ \times ✠ \maltese
💡 \circledast 🔧 \ltimes 📊 \boxplus 🎓 \boxdot 🔬 \boxminus 🏆 \bigstar
ϑ \vartheta ϕ \phi φ \varphi ϖ \varpi ϱ \varrho ς \varsigma ϵ \epsilon ε \varepsilon ϰ \varkappa
ο o Ο \mathrm{O} Α \mathrm{A} Β \mathrm{B} Ε \mathrm{E} Ζ \mathrm{Z} Η \mathrm{H} Ι \mathrm{I}
Κ \mathrm{K} Μ \mathrm{M} Ν \mathrm{N} Ρ \mathrm{P} Τ \mathrm{T} Χ \mathrm{X}
"""
_GREEK = frozenset(
    "alpha beta gamma delta zeta eta theta iota kappa lamda mu nu xi pi rho sigma tau upsilon chi "
    "psi omega Gamma Delta Theta Lamda Xi Pi Sigma Upsilon Phi Psi Omega".split()
)
_TEXT = {
    "✉": "\\ding{41}",
    "📧": "\\ding{41}",
    "ʻ": "`",
    "ʼ": "'",
    "ʹ": "'",
    "ʾ": "'",
    "ʿ": "`",
    "‑": "-",
    "‒": "--",
    "―": "---",
    "ẞ": "SS",
}
_HARMLESS = frozenset(" .,:;!?()+=/\u2044")  # signs that mean nothing to TeX
_ACCENTS = {
    "\u0300": "\\`", "\u0301": "\\'", "\u0302": "\\^", "\u0303": "\\~", "\u0304": "\\=",
    "\u0306": "\\u", "\u0307": "\\.", "\u0308": '\\"', "\u030a": "\\r", "\u030b": "\\H",
    "\u030c": "\\v", "\u0323": "\\d", "\u0327": "\\c", "\u0328": "\\k", "\u0331": "\\b",
}  # fmt: skip


def is_native(char: str) -> bool:
    """Whether every LaTeX shows a character as it stands.

    >>> is_native("é"), is_native("ế"), is_native("α")
    (True, False, False)
    """
    return ord(char) < 128 or ord(char) in _native()


def math_symbol(char: str) -> str | None:
    r"""What a character is in math mode.

    >>> math_symbol("α"), math_symbol("≤"), math_symbol("中")
    ('\\alpha', '\\leq', None)
    """
    found = _math_table().get(char)
    if found is None and (name := unicodedata.name(char, "")).startswith("GREEK "):
        case, _, letter = name.removeprefix("GREEK ").partition(" LETTER ")
        macro = letter.lower() if case == "SMALL" else letter.capitalize()
        return f"\\{macro.replace('amda', 'ambda')}" if macro in _GREEK else None
    return found


def symbol(char: str) -> str | None:
    r"""What stands for a character in the text of a pdfLaTeX document.

    Args:
        char: One character that is not native.

    Returns:
        LaTeX; None where there is nothing.

    >>> symbol("→"), symbol("ế"), symbol("ⁿ"), symbol("中")
    ('\\ensuremath{\\rightarrow}', "\\'{\\^{e}}", '\\textsuperscript{n}', None)
    """
    if char in _TEXT:
        return _TEXT[char]
    math = math_symbol(char)
    if math is not None:
        return f"\\ensuremath{{{math}}}"
    return _accented(char) or _compatible(char)


def accented(base: str, marks: str) -> str:
    r"""A letter, as LaTeX, under its combining marks; marks that LaTeX does not have go.

    >>> accented("x", "\u0302")
    '\\^{x}'
    """
    for mark in marks:
        if mark in _ACCENTS:
            base = f"{_ACCENTS[mark]}{{{base}}}"
    return base


def _accented(char: str) -> str | None:
    form = unicodedata.normalize("NFD", char)
    base, marks = form[0], form[1:]
    if not marks:
        return None
    # An accent that LaTeX lacks is dropped from a letter that it has.
    written = base if is_native(base) else symbol(base)
    return accented(written, marks) if written else None


def _compatible(char: str) -> str | None:
    """By Unicode's compatibility decomposition: ﬁ, fullwidth letters, raised digits."""
    form = unicodedata.decomposition(char)
    if not form.startswith("<"):
        return None
    plain = unicodedata.normalize("NFKD", char)
    if not all((char.isalnum() and is_native(char)) or char in _HARMLESS for char in plain):
        return None
    macro = {"<super>": "\\textsuperscript", "<sub>": "\\textsubscript"}.get(form.split()[0])
    return f"{macro}{{{plain}}}" if macro else plain


@lru_cache(maxsize=1)
def _native() -> frozenset[int]:
    found: set[int] = set()
    for part in _NATIVE.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


@lru_cache(maxsize=1)
def _math_table() -> dict[str, str]:
    words = _MATH.split()
    return dict(zip(words[::2], words[1::2], strict=True))
