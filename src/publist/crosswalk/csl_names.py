"""Names of CSL-JSON and CSL-YAML items, both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from unicodedata import normalize

from publist.model import Author, Name, orcid
from publist.richtext import parse_markup

__all__ = ["csl_name", "read_csl_names"]

_PARTS = (
    ("family", "family"),
    ("given", "given"),
    ("particle", "non-dropping-particle"),
    ("dropping_particle", "dropping-particle"),
    ("suffix", "suffix"),
)
# CSL 1.0.2, "Names": a particle is in lower case, in front of the family name or behind
# the given names; an elided one ends with an apostrophe.
_LEADING = re.compile(r"((?:[^\W\d_]+ +|[^\W\d_]{1,4}['’])+)(?=\S)")
_OTHERS = frozenset({"others", "et al", "et al.", "and others"})


def csl_name(name: Name, write: Callable[[str], str] = str) -> dict[str, str]:
    """A name as CSL-JSON has it.

    Args:
        name: The name.
        write: How a text becomes a field value that an engine prints as that text.

    >>> csl_name(Name(family="Beethoven", particle="van", given="Ludwig"))
    {'family': 'Beethoven', 'given': 'Ludwig', 'non-dropping-particle': 'van'}
    """
    if name.literal is not None:
        return {"literal": write(name.literal)}
    parts = {key: write(text) for field, key in _PARTS if (text := getattr(name, field))}
    return parts or {"literal": ""}


def read_csl_names(value: object) -> tuple[tuple[Author, ...], bool]:
    """Read a name variable as Zotero, Crossref, pandoc and people write it.

    Args:
        value: A list of names, or one name; a name is an object or a text.

    Returns:
        The names that are there, and whether the list ends in *and others*.
    """
    entries = value if isinstance(value, (list, tuple)) else [value]
    authors = [author for entry in entries if (author := _author(entry)) is not None]
    truncated = bool(authors) and (authors[-1].name.literal or "").casefold() in _OTHERS
    return tuple(authors[:-1] if truncated else authors), truncated


def _author(value: object) -> Author | None:
    if isinstance(value, str):
        return _typed(value)
    if not isinstance(value, Mapping):
        return None
    name = _name(value)
    if name is None:
        return None
    identifier = value.get("ORCID", value.get("orcid"))
    return Author(
        name=name,
        orcid=orcid(identifier) if isinstance(identifier, str) else None,
        affiliation=_affiliation(value.get("affiliation")),
    )


def _typed(text: str) -> Author | None:
    """A name as one text: ``Family, Given``, or words that cannot be told apart."""
    text = _clean(text)
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given and "," not in given:
        return Author(name=_with_particles(family, given, {}))
    return Author(name=Name(literal=text)) if text else None


def _name(value: Mapping[str, object]) -> Name | None:
    parts = {key: _part(value, key) for key in ("literal", *(key for _, key in _PARTS))}
    family = parts["family"] or _part(value, "lastName")
    given = parts["given"] or _part(value, "firstName")
    literal = parts["literal"] or _part(value, "name")
    if literal and not family:
        return Name(literal=literal)
    if not family and not given:
        return None
    if value.get("isInstitution") not in (None, False, 0, "", "false"):
        return Name(literal=family or given)
    given, suffix = _without_suffix(given, parts["suffix"])
    parts["suffix"] = suffix
    if value.get("parse-names") in (False, "false", 0):
        return Name(
            family=family or None,
            given=given or None,
            particle=parts["non-dropping-particle"] or None,
            dropping_particle=parts["dropping-particle"] or None,
            suffix=suffix or None,
        )
    return _with_particles(family, given, parts)


def _with_particles(family: str, given: str, parts: Mapping[str, str]) -> Name:
    particle = parts.get("non-dropping-particle", "")
    dropping = parts.get("dropping-particle", "")
    if len(family) > 2 and family[0] == family[-1] == '"':
        family = family[1:-1]  # quoted: the particle belongs to the name
    elif not particle and not dropping:
        particle, family = _leading_particle(family)
    return Name(
        family=family or None,
        given=given or None,
        particle=particle or None,
        dropping_particle=dropping or None,
        suffix=parts.get("suffix") or None,
    )


def _leading_particle(family: str) -> tuple[str, str]:
    """``van der Berg`` → ``van der``, ``Berg``: only words in lower case are particles."""
    found = _LEADING.match(family)
    if not found or found[1] != found[1].lower():
        words = family.split()
        lower = next((at for at, word in enumerate(words) if not word.islower()), 0)
        return " ".join(words[:lower]), " ".join(words[lower:])
    return found[1].strip(), family[found.end() :]


def _without_suffix(given: str, suffix: str) -> tuple[str, str]:
    """``Martin Luther, Jr.`` → ``Martin Luther``, ``Jr.``."""
    if suffix or "," not in given:
        return given, suffix
    given, _, suffix = given.partition(",")
    return given.strip(), suffix.strip(" !")


def _affiliation(value: object) -> str | None:
    if isinstance(value, (list, tuple)):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    return _clean(value) or None if isinstance(value, str) else None


def _part(value: Mapping[str, object], key: str) -> str:
    text = value.get(key)
    return _clean(text) if isinstance(text, str) else ""


def _clean(text: str) -> str:
    return normalize("NFC", parse_markup(" ".join(text.split())).plain)
