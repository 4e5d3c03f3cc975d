r"""Value expressions: braced and quoted strings, numbers and macros, joined by ``#``.

The syntax is that of BibTeX (O. Patashnik, *BibTeXing*, section 2.3), with one liberty:
a brace or quote behind a backslash does not count, because people write ``{set \{1}``
and ``"G\"odel"``, which BibTeX itself would stumble over.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

__all__ = ["Piece", "inside", "is_wellformed", "pieces", "squeeze"]

_LEVEL = r"[^{}\\]++|\\."
_BRACED = rf"\{{(?:{_LEVEL}|\{{(?:{_LEVEL}|\{{(?:{_LEVEL})*+\}})*+\}})*+\}}"
_QUICK_BRACED = re.compile(_BRACED, re.DOTALL)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r'\\.|[{}"]', re.DOTALL)
_BARE = re.compile(r"[^\s{}\"#,=()%]++")
_JOIN = re.compile(r"\s*+(#?)\s*+")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


class Piece(NamedTuple):
    """One operand of an expression: text, or the name of a macro (or a number)."""

    kind: Literal["text", "name"]
    text: str


def inside(expression: str) -> str | None:
    """The inside of an expression that is one braced string, as nearly all are.

    >>> inside("{The {DNA}}"), inside('{a} # "b"')
    ('The {DNA}', None)
    """
    if expression[:1] != "{" or expression[-1:] != "}":
        return None
    if expression.find("}") == len(expression) - 1 or _QUICK_BRACED.fullmatch(expression):
        return expression[1:-1]
    return None


def is_wellformed(expression: str) -> bool:
    """Whether an expression can be read to its end."""
    return pieces(expression) is not None


def pieces(expression: str) -> list[Piece] | None:
    """Take an expression apart.

    Returns:
        Its operands in order, or None where it is not a well-formed expression.

    >>> [piece.text for piece in pieces('10 # "~" # jan')]
    ['10', '~', 'jan']
    >>> pieces("{open") is None
    True
    """
    found: list[Piece] = []
    at = 0
    while True:
        start = at
        at = _end_of_piece(expression, start)
        if at <= start:
            return None
        if expression[start] in '{"':
            found.append(Piece("text", expression[start + 1 : at - 1]))
        else:
            found.append(Piece("name", expression[start:at]))
        joined = _JOIN.match(expression, at)
        assert joined is not None
        at = joined.end()
        if not joined[1]:
            return found if at == len(expression) else None


def _end_of_piece(expression: str, start: int) -> int:
    """Where the operand at ``start`` ends, or -1."""
    opening = expression[start : start + 1]
    if opening == "{":
        quick = _QUICK_BRACED.match(expression, start)
        return quick.end() if quick else _closing_brace(expression, start)
    if opening == '"':
        return _closing_quote(expression, start)
    bare = _BARE.match(expression, start)
    return bare.end() if bare else -1


def _closing_brace(expression: str, start: int) -> int:
    depth = 0
    for mark in _BRACE.finditer(expression, start):
        if mark.group() == "{":
            depth += 1
        elif mark.group() == "}":
            depth -= 1
            if depth == 0:
                return mark.end()
    return -1


def _closing_quote(expression: str, start: int) -> int:
    depth = 0
    for mark in _QUOTE.finditer(expression, start + 1):
        if mark.group() == "{":
            depth += 1
        elif mark.group() == "}":
            depth -= 1
            if depth < 0:
                return -1
        elif mark.group() == '"' and depth == 0:
            return mark.end()
    return -1


def squeeze(text: str) -> str:
    r"""Make every run of white space one blank and trim the ends, as BibTeX does.

    >>> squeeze(" A title\n   over two lines ")
    'A title over two lines'
    """
    if "\n" in text or "  " in text or "\t" in text:
        text = _BLANKS.sub(" ", text)
    return text.strip(" \f\v")
