"""What LaTeX macros stand for.

The macros of everyday .bib files are listed here; all others are looked up in pylatexenc,
which knows some three thousand and is only loaded when one of those turns up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from publist.richtext import Tag

__all__ = [
    "ACCENTS",
    "ARGUMENTS",
    "DECLARATIONS",
    "DOTLESS",
    "LOGOS",
    "SPACING_ACCENTS",
    "STYLES",
    "SYMBOLS",
    "compose",
    "symbol",
]

# Accent macro: the combining character, after the base letter (LaTeX2e's text accents,
# textcomp, T1/T2/T4/T5 encodings).
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    "u": "\u0306", ".": "\u0307", '"': "\u0308", "h": "\u0309", "r": "\u030a",
    "H": "\u030b", "v": "\u030c", "U": "\u030e", "G": "\u030f", "f": "\u0311",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
    "textdotbelow": "\u0323", "textmacronbelow": "\u0331", "textringbelow": "\u0325",
    "textbrevebelow": "\u032e", "texttildebelow": "\u0330", "textcircumflexbelow": "\u032d",
    "textvbaraccent": "\u030d", "textdoublegrave": "\u030f", "textinvbreve": "\u0311",
    "newtie": "\u0361", "hmacron": "\u0304", "hornedletter": "\u031b", "horn": "\u031b",
}  # fmt: skip
SPACING_ACCENTS = {"`": "`", "'": "'", "^": "^", "~": "~", '"': '"', "=": "¯", ".": "˙"}
DOTLESS = {"ı": "i", "ȷ": "j"}

SYMBOLS = {
    # letters
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "imath": "ı", "jmath": "ȷ", "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư",
    # escaped characters
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "|": "‖",
    "textbackslash": "\\", "backslash": "\\", "textbar": "|", "textless": "<",
    "textgreater": ">", "textunderscore": "_", "textasciitilde": "~", "textasciicircum": "^",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textdollar": "$", "slash": "/", "textasciigrave": "`", "textquotesingle": "'",
    "textquotedbl": '"', "quotedbl": '"', "textampersand": "&", "textpercent": "%",
    "textnumbersign": "#", "textat": "@", "at": "@", "textasteriskcentered": "*", "ast": "*",
    # quotation marks and dashes
    "textquoteleft": "‘", "textquoteright": "’", "lq": "‘", "rq": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "ldq": "“", "rdq": "”",
    "quotesinglbase": "‚", "quotedblbase": "„", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "og": "«\u00a0", "fg": "\u00a0»",
    "flq": "‹", "frq": "›", "guilsinglleft": "‹", "guilsinglright": "›",
    "textendash": "–", "textemdash": "—", "textminus": "−", "textendashspace": "–",
    "cyrdash": "—", "texthyphen": "-", "textnonbreakinghyphen": "\u2011",
    # other text symbols
    "ldots": "…", "dots": "…", "textellipsis": "…", "cdots": "⋯", "S": "§", "P": "¶",
    "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdagger": "†",
    "textdaggerdbl": "‡", "copyright": "©", "textcopyright": "©", "pounds": "£",
    "textregistered": "®", "texttrademark": "™", "textsterling": "£", "texteuro": "€",
    "euro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢", "degree": "°",
    "textdegree": "°", "textcelsius": "℃", "celsius": "℃", "textmu": "µ", "micro": "µ",
    "texttimes": "×", "textpm": "±", "textdiv": "÷", "textperiodcentered": "·",
    "textbullet": "•", "textordmasculine": "º", "textordfeminine": "ª",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
    "textexclamdown": "¡", "textquestiondown": "¿", "textperthousand": "‰",
    "permil": "‰", "textnumero": "№", "No": "№", "no": "nᵒ", "textvisiblespace": "␣",
    "checkmark": "✓", "textheart": "♥", "cdot": "·",
    # Greek
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ",
    "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι",
    "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π",
    "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    # mathematics that turns up in titles
    "times": "×", "pm": "±", "mp": "∓", "div": "÷", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "simeq": "≃",
    "equiv": "≡", "propto": "∝", "infty": "∞", "ell": "ℓ", "hbar": "ℏ", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftrightarrow": "⇔", "mapsto": "↦", "in": "∈", "cap": "∩", "cup": "∪", "subset": "⊂",
    "forall": "∀", "exists": "∃", "nabla": "∇", "partial": "∂", "sum": "∑", "prod": "∏",
    "int": "∫", "star": "⋆", "bullet": "•", "dagger": "†", "ddagger": "‡", "circ": "∘",
    "prime": "′", "langle": "⟨", "rangle": "⟩", "ll": "≪", "gg": "≫", "odot": "⊙",
    "oplus": "⊕", "otimes": "⊗", "perp": "⊥", "parallel": "∥", "mathplus": "+", "top": "⊤",
    "wedge": "∧", "vee": "∨", "setminus": "∖", "lesssim": "≲", "gtrsim": "≳", "mid": "|",
    "vert": "|", "Vert": "‖", "colon": ":", "lfloor": "⌊", "rfloor": "⌋",
    # spaces and what only arranges things
    " ": " ", "\n": " ", "\t": " ", "~": "\u00a0", ",": "\u202f", "thinspace": "\u202f",
    ":": " ", ";": " ", ">": " ", "!": "", "quad": " ", "qquad": " ", "enspace": " ",
    "enskip": " ", "space": " ", "nobreakspace": "\u00a0", "newline": " ", "linebreak": " ",
    "par": " ", "\\": " ", "item": " ", "-": "", "/": "", "@": "", "relax": "",
    "protect": "", "noindent": "", "null": "", "leavevmode": "", "unskip": "", "cr": " ",
    "hfill": " ", "allowbreak": "", "nobreak": "", "nolinebreak": "", "break": " ",
    "textcompwordmark": "", "hskip": "", "negthinspace": "", "displaystyle": "",
    "textstyle": "", "limits": "", "nolimits": "", "left": "", "right": "", "big": "",
    "Big": "", "bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "nonumber": "",
    "centering": "", "obeylines": "", "maketitle": "", "xspace": "", "ignorespaces": "",
    "today": "", "selectfont": "",
}  # fmt: skip

LOGOS = {
    "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX",
    "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX",
    "pdfTeX": "pdfTeX", "pdfLaTeX": "pdfLaTeX", "ConTeXt": "ConTeXt", "AmS": "AMS",
    "AmSTeX": "AmSTeX", "MF": "METAFONT", "MP": "METAPOST", "PS": "PS", "Cpp": "C++",
}  # fmt: skip

# Macro with one argument: what it does to it. None: nothing that shows.
STYLES: dict[str, Tag | None] = {
    "emph": Tag.EMPH, "textit": Tag.EMPH, "textsl": Tag.EMPH, "mkbibemph": Tag.EMPH,
    "mkbibitalic": Tag.EMPH, "textbf": Tag.STRONG, "mkbibbold": Tag.STRONG,
    "strong": Tag.STRONG, "textsc": Tag.SMALL_CAPS, "mkbibacro": None,
    "underline": Tag.UNDERLINE, "uline": Tag.UNDERLINE, "ul": Tag.UNDERLINE,
    "textsuperscript": Tag.SUP, "textsup": Tag.SUP, "up": Tag.SUP, "ieme": Tag.SUP,
    "mkbibsuperscript": Tag.SUP, "textsubscript": Tag.SUB, "textsub": Tag.SUB,
    "mkbibsubscript": Tag.SUB, "textinferior": Tag.SUB, "texttt": Tag.CODE,
    "code": Tag.CODE, "lstinline": Tag.CODE, "mathtt": Tag.CODE, "enquote": Tag.QUOTE,
    "mkbibquote": Tag.QUOTE, "textquote": Tag.QUOTE, "textrm": Tag.NORMAL,
    "textup": Tag.NORMAL, "textnormal": Tag.NORMAL, "textmd": Tag.NORMAL,
}  # fmt: skip
# Declarations: what they do to the rest of their group.
DECLARATIONS: dict[str, Tag | None] = {
    "em": Tag.EMPH, "it": Tag.EMPH, "sl": Tag.EMPH, "itshape": Tag.EMPH,
    "slshape": Tag.EMPH, "bf": Tag.STRONG, "bfseries": Tag.STRONG, "sc": Tag.SMALL_CAPS,
    "scshape": Tag.SMALL_CAPS, "tt": Tag.CODE, "ttfamily": Tag.CODE, "rm": Tag.NORMAL,
    "upshape": Tag.NORMAL, "normalfont": Tag.NORMAL, "mdseries": Tag.NORMAL,
}  # fmt: skip
# Macros with arguments that are not (all) text: how many there are, and which are shown.
ARGUMENTS: dict[str, tuple[int, tuple[int, ...]]] = {
    "textcolor": (2, (1,)), "color": (1, ()), "colorbox": (2, (1,)), "fcolorbox": (3, (2,)),
    "hspace": (1, ()), "vspace": (1, ()), "label": (1, ()), "ref": (1, ()),
    "eqref": (1, ()), "cref": (1, ()), "autoref": (1, ()), "pageref": (1, ()),
    "cite": (1, ()), "citep": (1, ()), "citet": (1, ()), "citealp": (1, ()),
    "parencite": (1, ()), "textcite": (1, ()), "autocite": (1, ()), "nocite": (1, ()),
    "index": (1, ()), "footnote": (1, ()), "thanks": (1, ()), "todo": (1, ()),
    "marginpar": (1, ()), "phantom": (1, ()), "hphantom": (1, ()), "vphantom": (1, ()),
    "rule": (2, ()), "raisebox": (2, (1,)), "scalebox": (2, (1,)), "resizebox": (3, (2,)),
    "rotatebox": (2, (1,)), "parbox": (2, (1,)), "texorpdfstring": (2, (0,)),
    "foreignlanguage": (2, (1,)), "textlang": (2, (1,)), "selectlanguage": (1, ()),
    "begin": (1, ()), "end": (1, ()), "bibinfo": (2, (1,)), "hypertarget": (2, (1,)),
    "hyperlink": (2, (1,)), "hyperref": (1, (0,)), "printfirst": (2, (0,)),
    "switchargs": (2, (1, 0)), "includegraphics": (1, ()), "input": (1, ()),
    "include": (1, ()), "setlength": (2, ()), "fontsize": (2, ()), "fontfamily": (1, ()),
    "usefont": (4, ()), "inputencoding": (1, ()), "href": (2, (1,)), "ifthenelse": (3, (1,)),
    "newcommand": (2, ()), "renewcommand": (2, ()), "providecommand": (2, ()),
}  # fmt: skip

_MACRO = re.compile(r"(?:\\ensuremath\{)?\\([A-Za-z]+)\}?")


def compose(base: str, accent: str) -> str:
    r"""Put an accent on the first letter of a text (between the first two for a tie).

    >>> compose("ı", "'"), compose("oo", "t")
    ('í', 'o͡o')
    """
    base = unicodedata.normalize("NFC", base)
    marks = 1
    while accent != "t" and unicodedata.combining(base[marks : marks + 1] or "x"):
        marks += 1
    letter = DOTLESS.get(base[0], base[0])
    return unicodedata.normalize("NFC", letter + base[1:marks] + ACCENTS[accent]) + base[marks:]


def symbol(name: str) -> str | None:
    """The text that a macro without arguments stands for, if any table has it.

    >>> symbol("textregistered"), symbol("cyrzh"), symbol("nosuchthing")
    ('®', 'ж', None)
    """
    found = SYMBOLS.get(name)
    return found if found is not None else _pylatexenc().get(name)


@cache
def _pylatexenc() -> dict[str, str]:
    """All macros without arguments that pylatexenc can turn into text."""
    from pylatexenc.latex2text import (  # type: ignore[import-untyped]
        get_default_latex_context_db,
    )
    from pylatexenc.latexencode import (  # type: ignore[import-untyped]
        get_builtin_conversion_rules,
    )

    known: dict[str, str] = {}
    for rules in ("unicode-xml", "defaults"):
        for rule in get_builtin_conversion_rules(rules):
            for code, latex in rule.rule.items():
                macro = _MACRO.fullmatch(latex)
                if macro:
                    known[macro[1]] = chr(code)
    for spec in get_default_latex_context_db().iter_macro_specs():
        text = spec.simplify_repl
        if isinstance(text, str) and text and "%" not in text and "<" not in text:
            known[spec.macroname] = text
    return known
