"""``cs:number``: numbers as digits, ordinals and roman numerals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publist.csl.compile.dress import dress
from publist.csl.compile.known import lacks, missing
from publist.csl.locale import Locale
from publist.csl.numbers import is_numeric, roman, split_numbers
from publist.csl.pages import format_pages
from publist.csl.source import Node
from publist.csl.state import Cite, Render

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_number", "localized", "number_text", "ordinal"]


def compile_number(node: Node, scope: Scope) -> Render:
    """Compile a number element (CSL 1.0.2, "Number")."""
    return dress(number_text(node.get("variable"), node.get("form", "numeric"), scope), node, scope)


def number_text(name: str, form: str, scope: Scope) -> Render:
    """A number variable in a form; what is not numeric is printed as it is.

    Args:
        name: The variable.
        form: ``numeric``, ``ordinal``, ``long-ordinal`` or ``roman``.
        scope: Where the element stands.
    """
    if name not in ("citation-number", "locator") and lacks(scope.builder.kind, name):
        return missing
    tracing = scope.substituting
    locale = scope.locale
    gender = _gender(name, locale)
    delimiter = locale.term("page-range-delimiter") or "–"
    ampersand = locale.term("and", "symbol")
    given = _value_of(name)
    pages = scope.builder.root.get("page-range-format") if name in ("page", "locator") else None

    def number(cite: Cite) -> str:
        cite.called = True
        value = given(cite)
        if not value or (cite.hidden and name in cite.hidden):
            return ""
        cite.rendered = True
        if tracing and cite.traced is not None:
            cite.traced.add(name)
        if pages is not None:
            return localized(format_pages(value, pages, delimiter), ampersand)
        if (form == "numeric" and value.isalnum()) or not is_numeric(value):
            return value
        return _numbers(value, form, locale, gender) if form != "numeric" else plain(value, locale)

    return number


def _value_of(name: str) -> Render:
    """What gives the value of a number variable."""
    if name == "citation-number":
        return lambda cite: cite.number
    if name == "locator":
        return lambda cite: cite.locator
    return lambda cite: cite.item.number(name)


def _gender(name: str, locale: Locale) -> str:
    term = locale.find({"number-of-volumes": "volume", "number-of-pages": "page"}.get(name, name))
    return term.gender if term else ""


def localized(value: str, ampersand: str) -> str:
    """Pages with the language's own sign for "and"."""
    return value.replace("&", ampersand) if ampersand and "&" in value else value


def plain(value: str, locale: Locale) -> str:
    """A numeric value as digits, its ranges and lists as the language joins them."""
    if value.isalnum():
        return value
    return _numbers(value, "numeric", locale, "")


def _numbers(value: str, form: str, locale: Locale, gender: str) -> str:
    pieces = split_numbers(value.strip())
    dash = locale.term("page-range-delimiter") or "–"
    out = [_number(pieces[0], form, locale, gender)]
    for separator, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        joined = {"-": dash, "—": "–", "–": "–", ",": ", ", "&": " & "}.get(separator)
        out.append(joined if joined is not None else f" {separator.strip()} ")
        out.append(_number(piece, form, locale, gender))
    return "".join(out)


def _number(piece: str, form: str, locale: Locale, gender: str) -> str:
    if form == "numeric" or not re.fullmatch("[0-9]{1,9}", piece):
        return piece
    if form == "roman":
        return roman(int(piece))
    return ordinal(int(piece), locale, gender, long=form == "long-ordinal")


def ordinal(number: int, locale: Locale, gender: str, *, long: bool = False) -> str:
    """A number with its suffix, ``2nd``, or one of ten words, ``second``.

    Args:
        number: The number.
        locale: The language.
        gender: Of what is numbered; empty where it does not matter.
        long: Whether as a word, which there is up to the tenth.
    """
    if long and 1 <= number <= 10:
        term = locale.find(f"long-ordinal-{number:02d}", "long", gender)
        if term is not None:
            return term.single
    suffix = _suffix(number, locale, gender)
    # Some styles have the whole ordinal for a suffix: "2e".
    return suffix if suffix.startswith(str(number)) else f"{number}{suffix}"


def _suffix(number: int, locale: Locale, gender: str) -> str:
    """The suffix of the most special ordinal term (CSL 1.0.2, "Ordinal Suffixes")."""
    last_two, last = number % 100, number % 10
    for ending, default, allowed in (
        (number, "whole-number", ("whole-number",)),
        (last_two, "last-two-digits", ("last-two-digits", "whole-number")),
        (last, "last-digit", ("last-digit",)),
    ):
        if ending > 99:
            continue
        term = locale.find(f"ordinal-{ending:02d}", "long", gender)
        if term is None:
            continue
        match = term.match or ("last-digit" if ending < 10 else "last-two-digits")
        if match == default or (match in allowed and ending == number):
            return term.single
    found = locale.find("ordinal", "long", gender)
    return found.single if found else ""
