"""Macros: ``@string`` definitions and those that every BibTeX style brings along."""

from __future__ import annotations

from typing import NamedTuple

from publist.reading.bibtex.values import Piece, inside, pieces, squeeze

__all__ = ["MONTHS", "Macros", "Value"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# The macros that BibTeX's standard styles (plain.bst and its kin) define.
_STANDARD = {name.lower()[:3]: name for name in MONTHS} | {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
    "tcs": "Theoretical Computer Science",
}
# Not macros anywhere, but bare month names mean what they say.
_LENIENT = {name.lower(): name for name in MONTHS} | {"sept": "September"}

# A macro may name others, so that a few lines could grow without end. All that macros may
# add to one source is this, or so many times the length of the source.
_ROOM = 1_000_000
_GROWTH = 20


class Value(NamedTuple):
    """An expression's text, and the names in it that stand for nothing."""

    text: str
    unknown: tuple[str, ...] = ()


class Macros:
    """The macros known at one point of a source.

    Args:
        length: The length of the source, which bounds what expansion may add.
        later: Every definition of the source, for names used before they are defined.

    >>> macros = Macros()
    >>> macros.define("ai", "{Artif. Intell.}").text
    'Artif. Intell.'
    >>> macros.evaluate('"J. of " # AI # foo')
    Value(text='J. of Artif. Intell.foo', unknown=('foo',))
    """

    def __init__(self, length: int = 0, later: dict[str, str] | None = None) -> None:
        self._known = _LENIENT | _STANDARD
        self._own: dict[str, str] = {}
        self._later = later or {}
        self._room = _ROOM + _GROWTH * length

    def define(self, name: str, expression: str) -> Value:
        """Take in a definition; a later one of the same name replaces an earlier one."""
        value = self.evaluate(expression)
        self._known[name.lower()] = value.text
        self._own[name.lower()] = value.text
        return value

    def own(self, name: str) -> str | None:
        """What the source itself has defined a name to be so far."""
        return self._own.get(name.lower())

    def evaluate(self, expression: str) -> Value:
        """Work out an expression.

        Returns:
            Its text, white space squeezed. A name that stands for nothing stays as it is
            written and is listed; so does one whose text would take too much room.
        """
        text = inside(expression)
        if text is not None:
            return Value(squeeze(text))
        operands = pieces(expression)
        if operands is None:
            return Value(squeeze(expression))
        unknown: list[str] = []
        text = "".join([self._text(operand, unknown) for operand in operands])
        return Value(squeeze(text), tuple(unknown))

    def _text(self, operand: Piece, unknown: list[str]) -> str:
        if operand.kind == "text" or operand.text[0].isdigit():
            return operand.text
        text = self._known.get(operand.text.lower())
        if text is None:
            text = self._ahead(operand.text.lower())
        if text is None or len(text) > self._room:
            unknown.append(operand.text)
            return operand.text
        self._room -= len(text)
        return text

    def _ahead(self, name: str) -> str | None:
        """The text of a macro that is defined only further down, if it is plain text there."""
        expression = self._later.get(name)
        operands = pieces(expression) if expression is not None else None
        if operands is None or any(operand.kind == "name" for operand in operands):
            return None
        return squeeze("".join(operand.text for operand in operands))
