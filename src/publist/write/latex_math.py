r"""Formulas as LaTeX, if they are whole and harmless.

A formula is somebody's TeX. It goes into the document only if it is made of known macros with
their arguments, balanced groups and scripts that TeX accepts; ``\input``, ``\write``, ``\def``
and whatever else is not in the tables makes it text.
"""

from __future__ import annotations

import re

from publist.write.latex_symbols import math_symbol

__all__ = ["math"]

_GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi "
    "pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta "
    "Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
_SIGNS = (
    "pm mp times div cdot ast star circ bullet oplus ominus otimes odot cap cup wedge vee setminus "
    "land lor lnot neg to gets mapsto leftarrow rightarrow uparrow downarrow leftrightarrow "
    "Leftarrow Rightarrow Leftrightarrow longrightarrow Longrightarrow iff implies "
    "le ge leq geq ne neq ll gg approx equiv sim simeq cong propto subset supset subseteq supseteq "
    "in ni notin parallel perp mid prec succ models vdash forall exists emptyset varnothing infty "
    "partial nabla prime angle ell hbar Re Im aleph wp top bot sum prod int oint bigcup bigcap "
    "ldots cdots dots vdots ddots langle rangle lfloor rfloor lceil rceil vert Vert lvert rvert "
    "lVert rVert leqslant geqslant lesssim gtrsim square blacksquare triangle lozenge bigstar "
    "checkmark dagger ddagger colon quad qquad triangleq"
)
_FUNCTIONS = (
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf "
    "limsup ln log max min Pr sec sin sinh sup tan tanh displaystyle textstyle"
)
_NO_ARGUMENT = frozenset(f"{_GREEK} {_SIGNS} {_FUNCTIONS}".split())
_ONE_ARGUMENT = (
    "sqrt hat widehat tilde widetilde bar overline underline vec dot ddot check breve "
    "mathring mathbb mathcal mathrm mathbf mathit mathsf mathtt mathfrak"
)
_ARGUMENTS = {**dict.fromkeys(_ONE_ARGUMENT.split(), 1), "frac": 2}
_TEXT_MACROS = frozenset(("text", "textrm", "textbf", "textit", "mbox"))
_DELIMITERS = frozenset("()[]|/.<>") | frozenset(
    r"\{ \} \| \langle \rangle \lfloor \rfloor \lceil \rceil \vert \Vert".split()  # noqa: SIM905
)
_ESCAPED = frozenset("{}|,;:! %&#_$")
_TOKEN = re.compile(r"\\([A-Za-z]+)|\\(.)|(\s+)|(.)", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z0-9 .,;:!?()+=/'-]*")
_CHARS = frozenset("0123456789+-=<>()[]|/,.;:!?*")
_LATIN = {
    "×": "\\times",
    "÷": "\\div",
    "±": "\\pm",
    "·": "\\cdot",
    "°": "{}^{\\circ}",
    "¬": "\\neg",
}
_DEPTH = 20
_LENGTH = 500


class _Refused(Exception):  # noqa: N818  (a way out of the recursion, never an error)
    """The formula is not one that we know to be harmless."""


def math(source: str) -> str | None:
    r"""A formula for a LaTeX document.

    Args:
        source: TeX, without dollar signs.

    Returns:
        The formula between dollar signs, or None where it cannot be let through.

    >>> math(r"\mathcal{O}(n^2 α)")
    '$\\mathcal{O}(n^2 \\alpha )$'
    >>> math(r"\input{/etc/passwd}"), math("a}{b"), math("a^b^c")
    (None, None, None)
    """
    if len(source) > _LENGTH:
        return None
    try:
        checked = _Formula(source).whole()
    except _Refused:
        return None
    return f"${checked}$" if checked.strip() else None


class _Formula:
    """Reads a formula from left to right and writes it again, or refuses it."""

    def __init__(self, source: str) -> None:
        self._tokens = _TOKEN.findall(source)
        self._at = 0
        self._depth = 0

    def whole(self) -> str:
        formula = self._sequence()
        if self._at < len(self._tokens):
            raise _Refused
        return formula

    def _peek(self) -> str:
        """The next piece: a macro with its backslash, a blank as one blank; empty at the end."""
        if self._at >= len(self._tokens):
            return ""
        word, escaped, blank, char = self._tokens[self._at]
        if blank:
            return " "
        return f"\\{word or escaped}" if word or escaped else str(char)

    def _next(self) -> str:
        piece = self._peek()
        self._at += 1
        return piece

    def _sequence(self) -> str:
        """Atoms with their scripts, up to what only somebody further out can close."""
        self._depth += 1
        if self._depth > _DEPTH:
            raise _Refused
        parts: list[str] = []
        scripts: set[str] = set()
        while (piece := self._peek()) not in ("", "}", "\\right"):
            if piece in ("^", "_", "'"):
                parts.append(self._script(scripts))
            else:
                parts.append(self._atom())
                scripts = set() if piece != " " else scripts
        self._depth -= 1
        return "".join(parts)

    def _script(self, scripts: set[str]) -> str:
        """A script; TeX takes one of each kind, and primes count as a superscript."""
        kind = self._next()
        raised = "^" if kind == "'" else kind
        if raised in scripts:
            raise _Refused
        scripts.add(raised)
        if kind != "'":
            return kind + self._argument()
        primes = "'"
        while self._peek() == "'":
            primes += self._next()
        return primes

    def _argument(self) -> str:
        """What a script or a macro applies to: a group, or one atom that is made a group."""
        while self._peek() == " ":
            self._next()
        piece = self._peek()
        if piece == "{":
            return self._group()
        if (
            piece.isalnum()
            or (piece.startswith("\\") and piece != "\\left")
            or piece in ("+", "-", "*")
        ):
            atom = self._atom()
            return atom if len(atom) == 1 else f"{{{atom}}}"
        raise _Refused

    def _group(self) -> str:
        self._next()
        inside = self._sequence()
        if self._next() != "}":
            raise _Refused
        return f"{{{inside}}}"

    def _atom(self) -> str:
        piece = self._peek()
        if piece == "{":
            return self._group()
        self._next()
        if piece.startswith("\\"):
            return self._macro(piece[1:])
        if piece in _CHARS or (piece.isascii() and piece.isalpha()) or piece == " ":
            return piece
        if piece == "~":
            return "\\ "
        known = _LATIN.get(piece) or math_symbol(piece)
        if known is None:
            raise _Refused
        return f"{known} "

    def _macro(self, name: str) -> str:
        if name in _NO_ARGUMENT:
            return f"\\{name} " if self._peek()[:1].isalpha() else f"\\{name}"
        if name in _ARGUMENTS:
            arguments = (self._argument() for _ in range(_ARGUMENTS[name]))
            return f"\\{name}" + "".join(
                part if part.startswith("{") else f"{{{part}}}" for part in arguments
            )
        if name in _TEXT_MACROS:
            return self._words(name)
        if name == "left":
            return self._fence()
        if name in _ESCAPED:
            return f"\\{name}"
        raise _Refused

    def _words(self, name: str) -> str:
        if self._next() != "{":
            raise _Refused
        words = ""
        while (piece := self._next()) != "}":
            words += piece
            if not piece or not _PLAIN.fullmatch(piece):
                raise _Refused
        return f"\\{name}{{{words}}}"

    def _fence(self) -> str:
        before = self._next()
        inside = self._sequence()
        right, after = self._next(), self._next()
        if right != "\\right" or not {before, after} <= _DELIMITERS:
            raise _Refused
        return f"\\left{before} {inside}\\right{after} "
