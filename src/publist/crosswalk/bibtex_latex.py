"""Text and rich text as LaTeX field values, so that reading them gives the same back.

UTF-8 stays as it is; only what LaTeX or BibTeX would take for syntax is escaped.
"""

from __future__ import annotations

import re

from publist.richtext import Inline, Link, RichText, Tag

__all__ = ["balanced", "latex_text", "latex_url", "latex_value"]

_ESCAPES = {
    "\\": "\\textbackslash{}",
    # Never \{ and \}: BibTeX counts braces without minding the backslash.
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "%": "\\%",
    "&": "\\&",
    "#": "\\#",
    "_": "\\_",
    "$": "\\$",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    "\u00a0": "~",
    "--": "-{}-",
    "''": "'{}'",
}
_SPECIAL = re.compile(r"[\\{}%&#_$~^`\u00a0]|-(?=-)|'(?=')")
_BRACE = re.compile(r"[{}]")
# Without {} behind them, which a value that is mended once more would see as braces.
_BARE_BRACES = {"{": "\\textbraceleft ", "}": "\\textbraceright "}
# Declarations leave the case of what they govern open, as rich text does; macros with an
# argument would protect it (BibTeXing, section 4).
_DECLARED = {
    Tag.EMPH: "\\em",
    Tag.STRONG: "\\bfseries",
    Tag.SMALL_CAPS: "\\scshape",
    Tag.CODE: "\\ttfamily",
    Tag.NORMAL: "\\upshape",
}
_MACROS = {
    Tag.EMPH: "\\emph",
    Tag.STRONG: "\\textbf",
    Tag.SMALL_CAPS: "\\textsc",
    Tag.CODE: "\\texttt",
    Tag.NORMAL: "\\textnormal",
    Tag.UNDERLINE: "\\underline",
    Tag.SUP: "\\textsuperscript",
    Tag.SUB: "\\textsubscript",
}
_SCRIPTS = {Tag.SUP: "^", Tag.SUB: "_"}


def latex_text(text: str) -> str:
    r"""Plain text as LaTeX.

    >>> latex_text("R&D_1 at 5 %")
    'R\\&D\\_1 at 5 \\%'
    """
    return _SPECIAL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    char = found.group()
    return f"{char}{{}}" if char in "-'" else _ESCAPES[char]


def latex_url(url: str) -> str:
    """A URL or path for a field that is read as it stands; braces would break the entry.

    >>> latex_url("https://example.org/a_b?{x}")
    'https://example.org/a_b?%7Bx%7D'
    """
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def balanced(raw: str) -> str:
    """A raw value whose braces match, as they have to inside an entry."""
    depth = 0
    for char in raw:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            break
    if depth == 0:
        return raw
    return _BRACE.sub(lambda found: _BARE_BRACES[found.group()], raw)


def latex_value(text: RichText) -> str:
    r"""Rich text as LaTeX: protected case in braces, formulas and quotations as TeX has them.

    >>> from publist.richtext import parse_markup
    >>> latex_value(parse_markup('On <span class="nocase">DNA</span> in <i>E. coli</i>, $O(n^2)$'))
    'On {DNA} in {\\em E. coli}, $O(n^2)$'
    """
    return "".join(_written(node) for node in text.nodes)


def _written(node: Inline) -> str:
    if isinstance(node, str):
        return latex_text(node)
    if isinstance(node, Link):
        return _link(node)
    inner = "".join(_written(child) for child in node.children)
    if node.tag is Tag.MATH:
        return _formula(RichText(node.children).plain)
    if node.tag is Tag.QUOTE:
        return f"``{inner}''"
    if node.tag is Tag.PROTECTED:
        # A group that begins with a backslash would be a special character, not protected.
        return f"{{{{}}{inner}}}" if inner.startswith("\\") else f"{{{inner}}}"
    if node.tag in _SCRIPTS:
        return _script(node.tag, inner)
    only = node.children[0] if len(node.children) == 1 else None
    if node.tag in _MACROS and not isinstance(only, str | None) and only.tag is Tag.PROTECTED:
        return f"{_MACROS[node.tag]}{_written(only)}"
    if node.tag in _DECLARED:
        return f"{{{_DECLARED[node.tag]} {inner}}}"
    return f"{_MACROS[node.tag]}{{{inner}}}" if node.tag in _MACROS else inner


def _script(tag: Tag, inner: str) -> str:
    if inner.isalnum() and inner.isascii() and not inner.isdecimal():
        return f"${_SCRIPTS[tag]}{{{inner}}}$"
    return f"{_MACROS[tag]}{{{inner}}}"


def _formula(source: str) -> str:
    if "$" in source.replace("\\$", "") or balanced(source) != source:
        return latex_text(source)
    return f"${source}$"


def _link(node: Link) -> str:
    inner = "".join(_written(child) for child in node.children)
    if RichText(node.children).plain == node.href:
        return f"\\url{{{latex_url(node.href)}}}"
    address = latex_url(node.href).replace("%", "\\%").replace("#", "\\#")
    return f"\\href{{{address}}}{{{inner}}}"
