r"""Rich text as LaTeX that compiles whatever is in it.

Characters that pdfLaTeX knows stand for themselves. Others are ``\publistsymbol{ế}{…}``, the
character with what to show where neither engine nor font has it; runs of a script for which
LaTeX has nothing (Chinese, Cyrillic, emoji) are ``\publisttext{中}{文}``, first character and
rest. :mod:`publist.write.latex_preamble` defines both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from publist.latex.math import formula_text
from publist.richtext import Element, Inline, Link, RichText, Span, Tag
from publist.write.bidi import RIGHT_TO_LEFT, has_right_to_left
from publist.write.latex_math import math
from publist.write.latex_symbols import accented, is_native, symbol
from publist.write.settle import printable, settle
from publist.write.urls import percent_encoded

__all__ = ["escape", "inline", "url"]

_TAGS = {
    Tag.EMPH: "emph",
    Tag.STRONG: "textbf",
    Tag.UNDERLINE: "underline",
    Tag.NORMAL: "textnormal",
    Tag.SMALL_CAPS: "textsc",
    Tag.SUP: "textsuperscript",
    Tag.SUB: "textsubscript",
    Tag.CODE: "texttt",
}
_ESCAPES = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "`": "\\textasciigrave{}",
    "\u00a0": "~",
    "\u00ad": "\\-",
    "\u2013": "--",
    "\u2014": "---",
    "\u2018": "`",
    "\u2019": "'",
    "\u201c": "``",
    "\u201d": "''",
    "\u2026": "\\dots{}",
    "\ufffd": "?",  # LuaTeX takes it for a broken file
}
# What TeX makes one sign of: -- a dash, '' and `` quotation marks, ,, one at the base line.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)")
_JOINING = frozenset(("--", "''", "``", ",,", "?`", "!`"))
_CLUSTER = re.compile(
    r"(?P<ascii>[\x20-\x7e]+(?![\u0300-\u036f]))|(?P<base>.)(?P<marks>[\u0300-\u036f]*)"
)
_UNSEEN = re.compile("[\ufe00-\ufe0f\u200b\u200e\u200f\u2060-\u2069\u202a-\u202e]")
# From the first such letter to the last one with no letter or digit of another script between.
_RIGHT_TO_LEFT = re.compile(f"([{RIGHT_TO_LEFT}](?:[^\\w{RIGHT_TO_LEFT}]*[{RIGHT_TO_LEFT}])*)")
_IN_URL = re.compile(r"[^\x21-\x7e]|[$'~]")
_TEX_IN_URL = re.compile(r"[#%&_]")


def inline(text: RichText, language: str = "en") -> str:
    r"""Rich text as LaTeX for a paragraph.

    Args:
        text: The text; nothing in it can become a macro that it does not hold.
        language: BCP 47 code; decides the quotation marks.

    >>> inline(RichText.of("R&D ", Element(Tag.STRONG, ("100%",)), Element(Tag.SUP, ("*",))))
    'R\\&D \\textbf{100\\%}\\textsuperscript{*}'
    """
    return _joined(_written(settle(text, language).nodes))


def escape(text: str) -> str:
    r"""Plain text as LaTeX.

    >>> escape("50% of α -- 中文")
    '50\\% of \\publistsymbol{α}{\\ensuremath{\\alpha}} -{}- \\publisttext{中}{文}'
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", printable(text)))
    if not has_right_to_left(plain):
        return _joined(_pieces(plain))
    return _joined(_in_their_direction(plain))


def url(href: str) -> str:
    r"""A safe URL as the first argument of ``\href``, also inside other macros.

    >>> url("https://example.org/50%25_é#x")
    'https://example.org/50\\%25\\_\\%C3\\%A9\\#x'
    """
    plain = _IN_URL.sub(lambda found: percent_encoded(found.group()), href)
    return _TEX_IN_URL.sub(r"\\\g<0>", plain)


def _written(nodes: Iterable[Inline]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield escape(node)
        elif node.tag is Tag.MATH:
            source = RichText(node.children).plain
            yield math(source) or escape(formula_text(source))
        elif inside := _joined(_written(node.children)):
            yield _around(node, inside)


def _around(node: Element, inside: str) -> str:
    if isinstance(node, Link):
        return f"\\href{{{url(node.href)}}}{{{inside}}}"
    if isinstance(node, Span):
        return f"\\textbf{{{inside}}}" if node.kind == "owner" else inside
    if node.tag in (Tag.BLOCK, Tag.INDENT):
        return f"\\ifvmode\\else\\newline\\fi {inside}"
    macro = _TAGS.get(node.tag)
    return f"\\{macro}{{{inside}}}" if macro else inside


def _joined(pieces: Iterable[str]) -> str:
    parts: list[str] = []
    for piece in filter(None, pieces):
        if parts and parts[-1][-1] + piece[0] in _JOINING:
            parts.append("{}")
        parts.append(piece)
    return "".join(parts)


def _pieces(text: str) -> Iterator[str]:
    run = ""
    for found in _CLUSTER.finditer(text):
        piece = _piece(found)
        if piece is None and run and _is_letter(run[-1]) and _is_letter(found.group()[0]):
            run += found.group()
            continue
        if run:
            yield _run(run)
        run = found.group() if piece is None else ""
        yield from piece or ()
    if run:
        yield _run(run)


def _in_their_direction(text: str) -> Iterator[str]:
    """Words of scripts from right to left together, with the blanks and signs between them."""
    for at, part in enumerate(_RIGHT_TO_LEFT.split(text)):
        inside = _joined(_pieces(part))
        yield f"\\publistrtl{{{inside}}}" if at % 2 else inside


def _piece(found: re.Match[str]) -> Iterable[str] | None:
    """A cluster of characters as LaTeX; None where LaTeX has nothing for it."""
    if ascii_run := found["ascii"]:
        return (
            "".join(_ESCAPES.get(char, char) for char in part)
            for part in _LIGATURE.split(ascii_run)
        )
    base, marks = found["base"], found["marks"]
    if base in _ESCAPES or is_native(base):
        return [accented(_ESCAPES.get(base, base), marks)]
    known = symbol(base)
    if known is None:
        return None
    return [accented(known, marks) if marks else f"\\publistsymbol{{{base}}}{{{known}}}"]


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _run(run: str) -> str:
    return f"\\publisttext{{{run[0]}}}{{{run[1:]}}}"
