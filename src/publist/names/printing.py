"""Printing names: direct, inverted, abbreviated, and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from publist.model import Name
from publist.names.initials import are_initials, initials, with_spaced_initials

__all__ = ["abbreviated", "direct", "inverted", "joined", "normalised", "short_list", "surname"]


def surname(name: Name) -> str:
    """The family name with its particle, or the literal.

    >>> surname(Name(family="Neumann", particle="von", given="John"))
    'von Neumann'
    """
    if name.literal is not None:
        return name.literal
    return " ".join(part for part in (name.particle, name.family) if part)


def direct(name: Name) -> str:
    """Given name first, as in running text.

    >>> direct(Name(family="King", given="Martin Luther", suffix="Jr."))
    'Martin Luther King, Jr.'
    """
    return str(name)


def inverted(name: Name) -> str:
    """Family name first, in the form that BibTeX reads back: *von Last, Jr, First*.

    >>> inverted(Name(family="King", given="Martin Luther", suffix="Jr."))
    'King, Jr., Martin Luther'
    """
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    return ", ".join(part for part in (surname(name), name.suffix, given) if part)


def abbreviated(name: Name) -> Name:
    """The same name with initials in place of given names.

    >>> abbreviated(Name(family="Cheung", given="Yiu-Ming")).given
    'Y.-M.'
    """
    if not name.given:
        return name
    return name.model_copy(update={"given": initials(name.given)})


def normalised(name: Name) -> Name:
    """The same name with a full stop behind each initial and blanks between initials.

    >>> normalised(Name(family="Smith", given="John E")).given
    'John E.'
    """
    if not name.given:
        return name
    words = with_spaced_initials(name.given).split()
    given = " ".join(
        f"{word}." if len(word) == 1 and are_initials(word) else word for word in words
    )
    return name.model_copy(update={"given": given})


def joined(names: Sequence[str], last: str = " and ") -> str:
    """Names in a row: commas, and ``last`` before the last one.

    Args:
        names: Printed names.
        last: What stands before the last of them; ``", and "`` from three names on gives the
            serial comma.

    >>> joined(["Ada", "Bo", "Chi"]), joined(["Ada", "Bo", "Chi"], ", and ")
    ('Ada, Bo and Chi', 'Ada, Bo, and Chi')
    """
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        last = last.replace(",", "")
    return ", ".join(names[:-1]) + last + names[-1]


def short_list(names: Sequence[Name]) -> str:
    """The names as a citation in the text has them: one, two, or the first with *et al.* behind it.

    >>> short_list([Name(family="Neumann", particle="von"), Name(family="Li"), Name(family="He")])
    'von Neumann et al.'
    """
    if len(names) > 2:
        return f"{surname(names[0])} et al."
    return joined([surname(name) for name in names])
