r"""Quantities and chemistry: the macros of siunitx and mhchem that get into titles."""

from __future__ import annotations

import re

from publist.richtext import Element, Inline, Tag

__all__ = ["chemistry", "unit"]

# siunitx (manual, section 3.4 "Units"): prefixes, units, and what stands between them.
_UNITS = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "centi": "c", "deci": "d",
    "milli": "m", "micro": "µ", "nano": "n", "pico": "p", "femto": "f", "hecto": "h",
    "meter": "m", "metre": "m", "gram": "g", "kilogram": "kg", "second": "s", "minute": "min",
    "hour": "h", "day": "d", "hertz": "Hz", "watt": "W", "volt": "V", "ampere": "A",
    "kelvin": "K", "celsius": "°C", "degreeCelsius": "°C", "degree": "°", "percent": "%",
    "bit": "bit", "byte": "B", "joule": "J", "newton": "N", "pascal": "Pa", "bar": "bar",
    "mole": "mol", "litre": "L", "liter": "L", "electronvolt": "eV", "ohm": "Ω", "tesla": "T",
    "decibel": "dB", "farad": "F", "henry": "H", "candela": "cd", "lumen": "lm", "lux": "lx",
    "dalton": "Da", "angstrom": "Å", "hectare": "ha", "tonne": "t", "per": "/", "squared": "²",
    "cubed": "³", "square": "", "cubic": "", "arcminute": "′", "arcsecond": "″",
}  # fmt: skip
_MACRO = re.compile(r"\\([A-Za-z]+)\s*|[{}~]")
_FORMULA = re.compile(
    r"(?<=[A-Za-z)\]])(?P<count>\d+)|\^\{?(?P<charge>[0-9+-]{1,4})\}?|_\{?(?P<sub>\w{1,4})\}?"
    r"|(?<=[A-Za-z0-9)\]])(?P<sign>[+-])(?=\s|\Z)|(?P<arrow><?->)|[{}$]|\\[A-Za-z]*"
)


def unit(source: str) -> str:
    r"""A unit, or a number, as siunitx would print it.

    >>> unit(r"\kilo\metre\per\second"), unit("m/s")
    ('km/s', 'm/s')
    """
    return _MACRO.sub(lambda found: _UNITS.get(found[1] or "", found[1] or ""), source).strip()


def chemistry(source: str) -> list[Inline]:
    r"""A chemical formula in mhchem's notation.

    >>> chemistry("H2O")
    ['H', Element(tag=<Tag.SUB: 'sub'>, children=('2',)), 'O']
    """
    nodes: list[Inline] = []
    at = 0
    for found in _FORMULA.finditer(source):
        nodes.append(source[at : found.start()])
        at = found.end()
        below = found["count"] or found["sub"]
        above = found["charge"] or found["sign"]
        if below:
            nodes.append(Element(Tag.SUB, (below,)))
        elif above:
            nodes.append(Element(Tag.SUP, (above.replace("-", "−"),)))
        elif found["arrow"]:
            nodes.append("→" if found["arrow"] == "->" else "↔")
    return [*nodes, source[at:]]
