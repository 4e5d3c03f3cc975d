"""What reading a page has to know of venues and awards.

A page says nowhere what is a venue. Whether *IEEE Network* or *Oral* is one can only be told
by the catalogues.
"""

from __future__ import annotations

from functools import lru_cache

from publist.model import Award, Venue

__all__ = ["awards_said", "venue_known"]


@lru_cache(maxsize=8192)
def venue_known(text: str) -> Venue | None:
    """The venue of the catalogue that a text means, if it means one.

    >>> venue_known("In ICML 2022").short, venue_known("The mice of Bern")
    ('ICML', None)
    """
    from publist.venues import Catalogue, recognise

    found = recognise(text, Catalogue.load())
    return found if found.id else None


def awards_said(text: str) -> list[tuple[Award, int, int]]:
    """The awards in a piece of text with where they stand.

    >>> [award.name for award, _, _ in awards_said("Oral, Best Paper Award")]
    ['Oral', 'Best Paper Award']
    """
    from publist.awards import awards_in

    return [(found.award, found.start, found.end) for found in awards_in(text, strict=True)]
