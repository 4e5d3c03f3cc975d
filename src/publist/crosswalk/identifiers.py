"""Gathering the identifiers of a record: one a scheme, but for ISBN and ISSN."""

from __future__ import annotations

from publist.model import Identifier, IdentifierError

__all__ = ["add_identifier"]


def add_identifier(identifiers: list[Identifier], found: Identifier) -> bool:
    """Add an identifier to those of a record.

    arXiv's own DOIs bring the arXiv identifier along, and a version fills in a missing one.

    Args:
        identifiers: What is there; changed in place.
        found: The identifier to add.

    Returns:
        False when another one of its scheme stands there, which then stays.

    >>> here = []
    >>> add_identifier(here, Identifier.parse("doi", "10.48550/arXiv.2401.17644"))
    True
    >>> [each.scheme for each in here]
    ['doi', 'arxiv']
    """
    several = found.scheme in ("isbn", "issn")
    for index, other in enumerate(identifiers):
        if other.scheme != found.scheme:
            continue
        if other.value == found.value:
            if other.version is None and found.version is not None:
                identifiers[index] = found
            return True
        if not several:
            return False
    identifiers.append(found)
    if found.scheme == "doi" and found.value.startswith("10.48550/arxiv."):
        try:
            add_identifier(identifiers, Identifier.parse("arxiv", found.value))
        except IdentifierError:
            return True  # a DOI of arXiv's that is no paper's
    return True
