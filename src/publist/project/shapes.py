"""The shapes that values of options have: what is taken for them, and how editors are told.

Values come from YAML and TOML as numbers and lists, and from Sphinx, Markdown and templates as
text; every shape takes both and gives one form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["SHAPES", "Shape", "UnfitError", "texts_of"]

_MOST = 10**8
_TRUE = frozenset(("true", "yes", "on", "1", ""))
_FALSE = frozenset(("false", "no", "off", "0"))


class UnfitError(ValueError):
    """A value that an option cannot take; the message says what it takes."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What values look like.

    Args:
        read: Gives a value in its one form: a text, number or truth value, a list of texts, or
            a mapping from text to text.
        schema: Its JSON Schema.
    """

    read: Callable[[object], Any]
    schema: Mapping[str, Any]


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnfitError("a text is expected")
    return str(value).strip()


def _truth(value: object) -> bool:
    """``true``, ``yes``, ``on``, ``1`` or their contraries; an empty text, as of a flag, is yes."""
    word = str(value).strip().lower()
    if isinstance(value, Mapping | list) or word not in _TRUE | _FALSE:
        raise UnfitError("true or false is expected")
    return word in _TRUE


def _number(low: int, high: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        word = str(value).strip()
        if isinstance(value, bool) or not (word.isdecimal() and len(word) < 10):
            raise UnfitError("a whole number is expected")
        if not low <= int(word) <= high:
            upper = f"from {low} to {high}" if high < _MOST else f"of at least {low}"
            raise UnfitError(f"a number {upper} is expected")
        return int(word)

    return read


def _texts(value: object) -> str | list[str]:
    """One text, in which several may stand between commas, or a list of texts."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return _text(value)
    return [_text(item) for item in value]


def _keys(value: object) -> list[str]:
    return texts_of(_texts(value))


def texts_of(value: str | Sequence[str]) -> list[str]:
    """The texts of a list, or of one text between commas.

    >>> texts_of("year, kind")
    ['year', 'kind']
    """
    parts = value.split(",") if isinstance(value, str) else value
    return [part.strip() for part in parts if part.strip()]


def _pairs(value: object) -> dict[str, str]:
    """A mapping from text to text, or ``NAME=TEXT`` pairs between commas in one text."""
    if isinstance(value, Mapping):
        return {str(name): "" if text is None else _text(text) for name, text in value.items()}
    parts = [part.partition("=") for part in texts_of(_text(value))]
    if any(not equals for _, equals, _ in parts):
        raise UnfitError("a mapping is expected, or NAME=TEXT between commas")
    return {name.strip(): text.strip() for name, _, text in parts}


def _marks(value: object) -> str | dict[str, str]:
    return _pairs(value) if isinstance(value, Mapping) else _text(value)


_TEXT = {"type": ["string", "number"]}
_LIST = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_MAPPING = {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}}

SHAPES: Mapping[str, Shape] = {
    "text": Shape(_text, _TEXT),
    "truth": Shape(_truth, {"type": "boolean"}),
    "count": Shape(_number(0, _MOST), {"type": "integer", "minimum": 0}),
    "some": Shape(_number(1, _MOST), {"type": "integer", "minimum": 1}),
    "level": Shape(_number(1, 6), {"type": "integer", "minimum": 1, "maximum": 6}),
    "texts": Shape(_texts, _LIST),
    "keys": Shape(_keys, _LIST),
    "pairs": Shape(_pairs, {"anyOf": [_MAPPING, {"type": "string"}]}),
    "marks": Shape(_marks, {"anyOf": [{"type": "string"}, _MAPPING]}),
}
"""The shapes by name."""
