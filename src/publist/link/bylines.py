"""Bylines: author lists, read from any shape and compared name by name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from publist.link.folding import fold, words
from publist.link.wording import PARTICLES

__all__ = [
    "NOBODY",
    "Byline",
    "BylineMatch",
    "NameKey",
    "compare_bylines",
    "name_keys",
    "read_byline",
]

_ET_AL = re.compile(r"\b(?:et\.?\s*al\.?|and others|\.\.\.|…|â\?¦|&hellip;)\s*[.,]*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:\band\b|&|\bund\b|\bet\b)\s*", re.IGNORECASE)
_EDITORS = re.compile(r"\(?\b(?:eds?|editors?|hrsg)\b\.?\)?", re.IGNORECASE)
_CORPORATE = re.compile(r"\b(?:CORPORATE|[Cc]orporate) (?:The )?|^The ")
_DIGITS = re.compile(r"\(?\b\d+\b\)?")
_MOST = 100
"""Names of a list that are compared: collaborations of thousands agree in these as well."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))


@dataclass(frozen=True, slots=True)
class Byline:
    """The names on a record.

    Args:
        names: Pairs of family name (particles included) and given names or initials.
        truncated: Whether the source breaks the list off (*et al.*).
    """

    names: tuple[tuple[str, str], ...] = ()
    truncated: bool = False


NOBODY = Byline()
"""The byline of a record without authors."""


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name reduced to what is compared.

    Args:
        family: Folded and closed up, e.g. ``vandermaaten``.
        last: The last word of the family name, e.g. ``maaten``.
        given: The first given name folded, or its initial, or nothing.
        initials: Of all given names, in order.
        givens: The given names in full, where there are any.
    """

    family: str
    last: str
    given: str
    initials: str
    givens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BylineMatch:
    """How two author lists agree.

    Args:
        shared: Number of names that both have.
        left: Number of names on the one side; ``right`` on the other.
        complete: Whether both lists are whole as far as one can see.
        clashes: Names with one family name whose given names contradict.
    """

    shared: int
    left: int
    right: int
    complete: bool = True
    clashes: int = 0

    @property
    def known(self) -> bool:
        """Whether both records name anybody."""
        return self.left > 0 and self.right > 0


def read_byline(text: str) -> Byline:
    """Read author names from one string, in whatever order and with whatever commas.

    >>> read_byline("p. auer, n. cesa-bianchi, and r. e. schapire,").names
    (('auer', 'p.'), ('cesa-bianchi', 'n.'), ('schapire', 'r. e.'))
    >>> read_byline("Smith JR, Jones AB et al.")
    Byline(names=(('Smith', 'JR'), ('Jones', 'AB')), truncated=True)
    """
    text = _CORPORATE.sub("", " ".join(html.unescape(text).split()))
    cut = _ET_AL.search(text)
    truncated = cut is not None or (text.rstrip().endswith(",") and text.count(",") >= 5)
    text = _DIGITS.sub(" ", _EDITORS.sub(" ", _ET_AL.sub(" ", text))).strip(" ,;:")
    if ";" in text:
        pieces = [[piece] for part in text.split(";") for piece in _AND.split(part)]
    else:
        pieces = [piece.split(",") for piece in _AND.split(text)]
    names: list[tuple[str, str]] = []
    for piece in pieces:
        names.extend(_names_of(piece if len(piece) > 1 else piece[0].split(",")))
    return Byline(tuple(names), truncated)


def _names_of(items: Iterable[str]) -> list[tuple[str, str]]:
    """The names of a comma-separated list in which a comma may also invert one name."""
    parts = [item.strip(" .:'\"") + ("." if item.rstrip().endswith(".") else "") for item in items]
    parts = [part for part in parts if words(fold(part))]
    found: list[tuple[str, str]] = []
    inverted = _is_inverted(parts)
    at = 0
    while at < len(parts):
        part = parts[at]
        if found and _is_suffix(part):
            at += 1
        elif at + 1 < len(parts) and (
            inverted or (_is_initials(parts[at + 1]) and not _is_initials(part))
        ):
            found.append((part, parts[at + 1]))
            at += 2
        else:
            found.append(_in_reading_order(part))
            at += 1
    return found


def _is_suffix(text: str) -> bool:
    """``Jr.``, ``III``; but ``JR`` are the initials of somebody."""
    plain = text.strip(" .")
    return fold(plain) in _SUFFIXES and plain not in ("JR", "SR", "MD")


def _is_inverted(parts: list[str]) -> bool:
    """Whether the parts are *Family, Given* by turns: single words first, e.g. two of them."""
    if len(parts) < 2 or len(parts) % 2:
        return False
    families = [_content(part) for part in parts[::2]]
    return all(len(family) == 1 and len(family[0]) > 1 for family in families) and (
        len(parts) == 2 or all(_is_initials(part) for part in parts[1::2])
    )


def _content(part: str) -> list[str]:
    return [word for word in fold(part).replace("-", "").split() if word not in PARTICLES]


def _is_initials(part: str) -> bool:
    """``R. E.``, ``RE``, ``r e``; one lower-case letter counts, two need capitals or stops."""
    tokens = part.replace(".", ". ").replace("-", " ").split()
    return bool(tokens) and all(
        len(token.rstrip(".")) == 1 or (token.isupper() and len(token) <= 3) for token in tokens
    )


def _in_reading_order(part: str) -> tuple[str, str]:
    """Split *Given Family*, or *Family INITIALS* as PubMed has it."""
    tokens = part.replace(".", ". ").split()
    while len(tokens) > 1 and _is_suffix(tokens[-1]):
        tokens.pop()
    if len(tokens) == 1:
        return tokens[0], ""
    if _is_initials(tokens[-1]) and not _is_initials(tokens[0]):
        first = next(at for at, token in enumerate(tokens) if _is_initials(token))
        return " ".join(tokens[:first]), " ".join(tokens[first:])
    start = len(tokens) - 1
    while start > 1 and fold(tokens[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(tokens[start:]), " ".join(tokens[:start])


def name_keys(byline: Byline) -> tuple[NameKey, ...]:
    """The names of a byline as they are compared; what is no name (*R.*) is left out."""
    keys = (_name_key(family, given) for family, given in byline.names[:_MOST])
    return tuple(key for key in keys if len(key.family) > 1 or (key.family and key.given))


@lru_cache(maxsize=65536)
def _name_key(family: str, given: str) -> NameKey:
    families = words(fold(family))
    givens = words(fold(given))
    short = given.replace(".", "")
    if len(givens) == 1 and short.isupper() and len(short) <= 5:
        initials = short.lower()
        first = initials[0]
    else:
        initials = "".join(word[0] for word in givens)
        first = givens[0] if givens else ""
    last = families[-1] if families else ""
    full = tuple(word for word in givens if len(word) > 2)
    return NameKey("".join(families), last, first, initials, full)


def compare_bylines(
    left: tuple[NameKey, ...], right: tuple[NameKey, ...], *, complete: bool = True
) -> BylineMatch:
    """Match the names of two lists, each at most once, exact family names first.

    Order does not count: libraries print the same authors in other orders. A name matches
    when the families agree (a typing error apart, or one of two surnames missing, or family
    and given name exchanged) and the given names do not contradict.

    Args:
        left: The names of a list.
        right: Those of another one.
        complete: Whether both lists are whole as far as one can see; it is passed on.
    """
    free = list(right)
    shared = clashes = 0
    rest: list[NameKey] = []
    for name in left:
        twin = next((other for other in free if other.family == name.family), None)
        if twin is None:
            rest.append(name)
            continue
        twins = [other for other in free if other.family == name.family]
        twin = next((other for other in twins if _given_agree(name, other)), None)
        if twin is None:
            clashes += 1
            free.remove(twins[0])
        else:
            shared += 1
            free.remove(twin)
    for name in rest:
        twin = next((other for other in free if _alike(name, other)), None)
        if twin is not None:
            shared += 1
            free.remove(twin)
    if not shared and _all_exchanged(left, right):
        shared = min(len(left), len(right))
    return BylineMatch(shared, len(left), len(right), complete, clashes)


def _all_exchanged(left: tuple[NameKey, ...], right: tuple[NameKey, ...]) -> bool:
    """Whether one list has all names the wrong way round (``G Jim`` for Jim Gray).

    Names that begin as their owners' given names do cannot show it: *I. Ito* and *I. Igarashi*
    are two. Nor can one name of several.
    """
    pairs = list(zip(left, right, strict=False))
    if len(left) != len(right) and len(pairs) < 2:
        return False
    return any(name.given[:1] != name.family[0] for name, _ in pairs) and all(
        _stands_for(one.given, other.family) and _stands_for(other.given, one.family)
        for one, other in pairs
    )


def _stands_for(given: str, family: str) -> bool:
    """Whether a given name or initial is what the other list has for a family name."""
    return given == family if len(given) > 1 else bool(given) and family.startswith(given)


def _given_agree(left: NameKey, right: NameKey) -> bool:
    if not left.given or not right.given:
        return True
    if len(left.given) > 1 and len(right.given) > 1:
        return (
            left.given.startswith(right.given[:3])
            or fuzz.ratio(left.given, right.given) >= 75
            or (
                left.initials[0] == right.initials[0]
                and (len(left.initials) > 1 or len(right.initials) > 1)
            )
        )
    return left.initials[0] == right.initials[0] or bool(set(left.initials) & set(right.initials))


def _families_alike(left: NameKey, right: NameKey) -> bool:
    shortest = min(len(left.family), len(right.family))
    if len(left.given) > 2 and left.given == right.given:
        return shortest > 2 and fuzz.ratio(left.family, right.family) >= 70
    if shortest < 5:
        return False
    return (
        left.family.startswith(right.family)
        or right.family.startswith(left.family)
        or fuzz.ratio(left.family, right.family) >= 82
    )


def _alike(left: NameKey, right: NameKey) -> bool:
    """Whether two names with different families can be one name all the same."""
    if left.last == right.last and len(left.last) > 3:
        return _given_agree(left, right)
    if _families_alike(left, right):
        return _given_agree(left, right)
    # One of two surnames left out: 'Fernando Berzal' for 'Fernando Berzal Galiano'.
    if (left.last in right.givens or right.last in left.givens) and left.given[:1] == right.given[
        :1
    ]:
        return True
    # Family and given name exchanged: 'O Yasushi' for 'Yasushi Ogawa'.
    return bool(
        left.given
        and right.given
        and (
            (left.family == right.given and right.family[0] == left.given[0])
            or (right.family == left.given and left.family[0] == right.given[0])
        )
    )
