r"""Marks off names: asterisks, daggers, envelopes, remarks in brackets, bold and underline.

People put them before, behind and inside names, in and outside braces, as characters, LaTeX
macros, HTML and Markdown. :func:`take_marks` takes them off and says what was there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from publist.names.emphasis import BOLD, UNDERLINED, take_emphasis

__all__ = ["MARK_RUN", "Marked", "plain_mark", "take_marks", "with_plain_marks"]


class Marked(NamedTuple):
    """A name without its marks.

    Args:
        text: What is left, blanks tidied.
        marks: The marks in order, each once, in plain form. A remark in brackets keeps its
            brackets; superscript numbers and letters are here too (they may be affiliations).
        emphasised: Whether bold or underline stood around it.
    """

    text: str
    marks: tuple[str, ...]
    emphasised: bool


# One plain form for each family of look-alikes.
_ALIKE = {
    **dict.fromkeys("∗⁎＊﹡✱⋆٭⚹✻✽✲", "*"),
    **dict.fromkeys("✝✞⸸", "†"),
    **dict.fromkeys("📧📩📨🖂🖃📬📮🖄📫📪💌@", "✉"),
    **dict.fromkeys("∥║", "‖"),
    **dict.fromkeys("＃♯⌗", "#"),
    **dict.fromkeys("⭐🌟✩✮✭✪", "★"),
    **dict.fromkeys("§", "§"),
    **dict.fromkeys("＋", "+"),
    **dict.fromkeys("∧＾", "^"),
    **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)),
    **dict(zip("ᵃᵇᶜᵈᵉᶠᵍ", "abcdefg", strict=True)),
}
_MACROS = {
    **dict.fromkeys(("dag", "dagger", "textdagger", "dagsymbol"), "†"),
    **dict.fromkeys(("ddag", "ddagger", "textdaggerdbl"), "‡"),
    **dict.fromkeys(("S", "textsection"), "§"),
    **dict.fromkeys(("P", "textparagraph"), "¶"),
    **dict.fromkeys(("|", "Vert", "parallel", "textbardbl"), "‖"),
    **dict.fromkeys(("ast", "textasteriskcentered", "*", "star", "textasteriskcenter"), "*"),
    **dict.fromkeys(("bigstar", "faStar"), "★"),
    **dict.fromkeys(("#", "sharp", "texthash"), "#"),
    **dict.fromkeys(
        ("Letter", "Envelope", "faEnvelope", "faEnvelopeO", "Email", "EmailIcon", "envelope"), "✉"
    ),
    **dict.fromkeys(("faLightbulb", "faLightbulbO"), "💡"),
    **dict.fromkeys(("diamond", "Diamond", "lozenge"), "◇"),
    **dict.fromkeys(("clubsuit", "varclubsuit"), "♣"),
    **dict.fromkeys(("spadesuit", "varspadesuit"), "♠"),
    **dict.fromkeys(("heartsuit", "varheartsuit"), "♥"),
    **dict.fromkeys(("circ", "textdegree"), "∘"),
}
# What an envelope, a bulb and the like become when UTF-8 is read as another encoding.
_MOJIBAKE = {
    "ğŸ“§": "✉", "ðŸ“§": "✉", "âœ‰ï¸": "✉", "âœ‰": "✉", "ğŸ’¡": "💡", "ðŸ’¡": "💡",
    "â€¡": "‡", "â€\xa0": "†", "â€ ": "†", "Â§": "§", "Â¶": "¶", "â€–": "‖", "âˆ—": "*", "â˜…": "★",
}  # fmt: skip
_SYMBOLS = (
    "*†‡§¶‖#^★☆∘●○◆◇■□▲△▼▽♠♣♥♦⚑✓✔∇"
    + "".join(_ALIKE).translate(str.maketrans("", "", "@＋"))
    + "\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
)
_MOJIBAKE_FORM = re.compile("|".join(map(re.escape, _MOJIBAKE)))
_MACRO_FORM = re.compile(
    r"\\(?:(?P<word>" + "|".join(word for word in _MACROS if word.isalpha()) + r")(?![A-Za-z])"
    r"(?:\{\})?|(?P<sign>[*#|]))"
)
# Raised text: <sup>…</sup>, \textsuperscript{…}, $^{…}$, $\dagger$, ^{…}; one level of braces.
_INNER = r"[^{}$<>]{0,60}"
_RAISED = re.compile(
    rf"<sup[^<>]{{0,60}}>(?P<html>[^<>]{{0,60}})</sup>"
    rf"|\\(?:textsuperscript|textsuperior|textsu|ensuremath|up)\s*"
    rf"\{{(?P<macro>{_INNER}(?:\{{{_INNER}\}}{_INNER})?|\$[^${{}}]{{0,60}}\$)\}}"
    r"|\$(?P<math>[^$<>]{0,60})\$"
    rf"|(?<!\\)\^\{{(?P<brace>{_INNER})\}}|(?<!\\)\^(?P<bare>\d|\\[A-Za-z]{{1,20}})"
)
_WRAPPER = re.compile(r"\\(?:textsuperscript|mathrm|text|textrm|rm|mathsf|ensuremath)(?![A-Za-z])")
_RUN = re.compile(
    rf"(?P<run>(?!(?<=\\)\^)[{_SYMBOLS}][\ufe0e\ufe0f\u200d]*)(?:\s*,\s*(?=[{_SYMBOLS}](?:[{_SYMBOLS}\ufe0f]*)\s*$))?"
)
MARK_RUN = re.compile(rf"([{_SYMBOLS}])\1*[\ufe0e\ufe0f]*")
"""One mark in plain text: a symbol, or the same one several times."""
_TRAILING_PLUS = re.compile(r"(?<=[\w.])[+＋](?=\s*(?:,|$|\}))")
_REMARK = re.compile(
    r"\s*(?:\((?P<round>[^()]{1,120})\)|\[(?P<square>[^\[\]]{1,120})\]|（(?P<wide>[^（）]{1,120})）)"
)
# \\thanks{Equal contribution} behind a name, as papers' title pages have it.
_FOOTNOTE = re.compile(r"\s*\\(?:thanks|footnote|authornote)\s*\{(?P<note>[^{}]{0,200})\}")
_ROLE_WORD = re.compile(
    r"equal|contribut|correspond|\bfirst\b|co-?first|joint|\blead|senior|shared|supervis|advis"
    r"|mentor|student|\blast\b|gleich|korrespond|égal|contribuci|通讯|通訊|共同|同等|一作|貢獻|贡献|교신|공동",
    re.IGNORECASE,
)
_SUSPICIOUS = re.compile(rf"[{_SYMBOLS}$<(\[（\\+＋_ğâðÂ]")


def plain_mark(mark: str) -> str:
    r"""The plain form of a mark, however it was typed.

    >>> plain_mark("📧"), plain_mark(r"$^\dagger$"), plain_mark("∗∗"), plain_mark(r"\*")
    ('✉', '†', '**', '*')
    """
    marked = take_marks(mark)
    return "".join(marked.marks) or mark.strip()


def with_plain_marks(text: str) -> str:
    r"""A text with its marks left where they are, but each as a plain character.

    >>> with_plain_marks(r"$^\dagger$ corresponding, <sup>$*$</sup> equal")
    '† corresponding, ∗ equal'
    """
    text = _MOJIBAKE_FORM.sub(lambda found: _MOJIBAKE[found[0]], text)
    text = _RAISED.sub(_plain_raised, text)
    return _MACRO_FORM.sub(_as_symbol, text)


def _plain_raised(found: re.Match[str]) -> str:
    marks: list[str] = []
    left = _lowered(found, marks)
    raised = str.maketrans("*0123456789", "∗⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "".join(marks).translate(raised) if marks else left


def take_marks(text: str) -> Marked:
    r"""Take the marks off a name, wherever they stand.

    Args:
        text: One name as the source has it; LaTeX not decoded.

    >>> take_marks("X.📧 Chu")
    Marked(text='X. Chu', marks=('✉',), emphasised=False)
    >>> take_marks(r"\textbf{Guangyao Zhou*}$^{\dagger,1}$")
    Marked(text='Guangyao Zhou', marks=('†', '1', '*'), emphasised=True)
    """
    if not _SUSPICIOUS.search(text):
        return Marked(text, (), emphasised=False)
    marks: list[str] = []
    text = _MOJIBAKE_FORM.sub(lambda found: _MOJIBAKE[found[0]], text)
    text = _FOOTNOTE.sub(lambda found: _footnote(found, marks), text)
    text = _RAISED.sub(lambda found: _lowered(found, marks), text)
    text = _MACRO_FORM.sub(_as_symbol, text)
    text, emphasis = take_emphasis(text)
    text = _REMARK.sub(lambda found: _remark(found, marks), text)
    text = _TRAILING_PLUS.sub(lambda _: _noted("+", marks), text)
    text = _taken_symbols(text, marks)
    if UNDERLINED in emphasis:
        marks += [UNDERLINED, *([BOLD] if BOLD in emphasis else [])]
    return Marked(_tidy(text), tuple(dict.fromkeys(marks)), emphasised=bool(emphasis))


def _as_symbol(found: re.Match[str]) -> str:
    symbol = _MACROS[found["word"] or found["sign"]]
    # An escaped asterisk is no Markdown: keep it from making text bold.
    return "∗" if symbol == "*" else symbol


def _noted(mark: str, marks: list[str]) -> str:
    marks.append(mark)
    return " "


def _footnote(found: re.Match[str], marks: list[str]) -> str:
    note = found["note"].strip().rstrip(".")
    return _noted(f"({note})", marks) if _ROLE_WORD.search(note) else found[0]


def _lowered(found: re.Match[str], marks: list[str]) -> str:
    """Marks of a raised piece; what is not a list of marks stays as it was."""
    inner = next(group for group in found.groups() if group is not None)
    inner = _WRAPPER.sub("", inner)
    inner = _MACRO_FORM.sub(_as_symbol, inner).translate(_UNWRAP)
    pieces = [piece for part in inner.replace(";", ",").split(",") if (piece := part.strip())]
    taken: list[str] = []
    for piece in pieces:
        rest = _taken_symbols(piece, taken).replace("@", "").strip() if piece else ""
        if "@" in piece:
            taken.append("✉")
        if not rest:
            continue
        if len(rest) > 2 or not rest.isalnum():
            return found[0] if found["math"] is not None else found[0].replace("^", "")
        taken.append(rest)
    marks += taken
    return " " if pieces else ""


_UNWRAP = str.maketrans(dict.fromkeys("{}$^()[]\\"))


def _taken_symbols(text: str, marks: list[str]) -> str:
    out: list[str] = []
    end = 0
    last = ""
    for found in _RUN.finditer(text):
        mark = _ALIKE.get(found["run"][0], found["run"][0])
        # The same sign twice with nothing between is one mark: ** or ††.
        if found.start() == end and last and mark == last[0] and marks and end:
            marks[-1] = last = last + mark
        else:
            marks.append(mark)
            last = mark
        out.append(text[end : found.start()])
        out.append(" " if found.start() > end or not out else "")
        end = found.end()
    out.append(text[end:])
    return "".join(out)


def _remark(found: re.Match[str], marks: list[str]) -> str:
    inner = (found["round"] or found["square"] or found["wide"]).strip()
    if len(inner) > 2 and inner[0] in "*_" and inner[0] == inner[-1]:
        inner = inner.strip(inner[0])
    bare: list[str] = []
    if not _taken_symbols(inner, bare).replace(",", "").strip() and bare:
        marks += bare
        return " "
    if not _ROLE_WORD.search(inner):
        return found[0]
    marks.append(f"({inner})")
    return " "


def _tidy(text: str) -> str:
    text = re.sub(r"\s{2,}|(?<=\{)\s+|\s+(?=[,}])", _gap, text.replace("\u200d", ""))
    return text.strip(" \t\r\n;")


def _gap(found: re.Match[str]) -> str:
    at = found.start()
    after = found.string[found.end() : found.end() + 1]
    return "" if after in (",", "}") or (at and found.string[at - 1] == "{") else " "
