"""Merging lists of things: identifiers, links, awards, keywords, other fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from publist.link.appearance import Appearance, appearance_of, version_label
from publist.link.folding import fold
from publist.link.merge_claims import Said
from publist.model import Award, Identifier, Link, Record

__all__ = ["UNIONS", "link_key", "version_link"]

MANY = frozenset(("isbn", "issn"))
"""Schemes of which a publication may have several identifiers."""

OF_THE_WORK = frozenset(("arxiv", "hal"))
"""Repositories' identifiers: those of another version still lead to this work. A preprint's DOI
on the journal article would be wrong."""

_OF_A_VERSION = MappingProxyType(
    {"paper": "Paper", "pdf": "PDF", "html": "HTML", "bibtex": "BibTeX"}
)
"""Links that lead to one version and are told apart by its name."""

_BEST_SCHEMES = ("arxiv", "doi", "acl", "openreview", "pmid", "hal", "dblp", "handle")


def _identifiers(said: Sequence[Said]) -> tuple[Identifier, ...]:
    """One a scheme, the one that most records of the preferred publication have."""
    own = [one for each in said if each.version is None for one in each.value]
    votes = Counter((one.scheme, one.value) for one in own)
    own.sort(key=lambda one: -votes[one.scheme, one.value])
    lent = (one for each in said if each.version for one in each.value)
    found: dict[tuple[str, str], Identifier] = {}
    for one in (*own, *(one for one in lent if one.scheme in OF_THE_WORK)):
        before = found.get((one.scheme, one.value))
        taken = any(scheme == one.scheme for scheme, _ in found) and one.scheme not in MANY
        if before is not None:
            found[one.scheme, one.value] = max(before, one, key=lambda each: each.version or 0)
        elif not taken:
            found[one.scheme, one.value] = one
    order = {one.scheme: at for at, one in reversed(list(enumerate(_all(said))))}
    return tuple(sorted(found.values(), key=lambda one: order[one.scheme]))


def _all(said: Sequence[Said]) -> Iterator[Identifier]:
    return (one for each in said for one in each.value)


def _links(said: Sequence[Said]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for each in said:
        for link in each.value:
            found.setdefault(link_key(link.url), _of_version(link, each.version))
    return tuple(found.values())


def link_key(url: str) -> str:
    """What a target is told by, however its URL was typed.

    >>> link_key("http://www.example.org/a/") == link_key("https://example.org/a")
    True
    """
    bare = re.sub(r"^https?://(?:www\.|dx\.)?", "", url.strip(), flags=re.IGNORECASE)
    host, slash, path = bare.rstrip("/").partition("/")
    return f"{host.lower()}{slash}{path}"


def _of_version(link: Link, version: str | None) -> Link:
    if version is None or link.relation not in _OF_A_VERSION:
        return link
    label = link.label or _OF_A_VERSION[link.relation]
    return link.model_copy(update={"label": f"{label} ({version})"})


def version_link(publication: Sequence[Record]) -> Link | None:
    """The link to another version by its best identifier; None where it has none.

    >>> arxiv = Identifier.parse("arxiv", "2401.17644")
    >>> version_link([Record(key="a", type="article", identifiers=(arxiv,))])
    Link(relation='arxiv', url='https://arxiv.org/abs/2401.17644', label=None)
    """
    is_preprint = appearance_of(publication[0]) is Appearance.PREPRINT
    for scheme in _BEST_SCHEMES:
        found = [one for record in publication for one in record.identifiers]
        url = next((one.url for one in found if one.scheme == scheme), None)
        if url is None or (scheme == "arxiv" and not is_preprint):
            continue
        if scheme == "arxiv":
            return Link(relation="arxiv", url=url)
        return Link(relation="other", url=url, label=version_label(publication[0]))
    return None


_GIVEN = MappingProxyType(
    {"workshop version": "at the workshop", "conference version": "at the conference"}
)


def _awards(said: Sequence[Said]) -> tuple[Award, ...]:
    """Every award once; what a workshop gave is not taken for the journal's distinction."""
    found: dict[str, Award] = {}
    for each in said:
        unpublished = appearance_of(each.record) in (Appearance.PREPRINT, Appearance.OTHER)
        for award in each.value:
            key = award.kind if award.kind != "other" else fold(award.name)
            if each.version is None or unpublished:
                found.setdefault(key, award)
            elif key not in found:
                name = f"{award.name} {_GIVEN.get(each.version, f'({each.version})')}"
                found.setdefault(f"{key} {name}", award.model_copy(update={"name": name}))
    return tuple(found.values())


def _keywords(said: Sequence[Said]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for each in said:
        for keyword in each.value:
            found.setdefault(keyword.casefold(), keyword)
    return tuple(found.values())


def _extra(said: Sequence[Said]) -> dict[str, str]:
    return {name: text for each in reversed(said) for name, text in each.value.items()}


UNIONS: Mapping[str, Callable[[Sequence[Said]], Any]] = MappingProxyType(
    {
        "identifiers": _identifiers,
        "links": _links,
        "awards": _awards,
        "keywords": _keywords,
        "extra": _extra,
    }
)
"""How the fields are put together that hold several things; the preferred record's come first."""
