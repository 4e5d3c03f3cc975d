"""Evidence: what agreements and contradictions between two records weigh.

Two questions are asked of a pair. Is it one *work*? Is it one *publication* of it? Every
finding adds to the one, to the other, or to both, in units of log-odds (natural logarithm, about:
+2 turns even odds into 7 to 1). The weights are round numbers set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from publist.link.bylines import BylineMatch, compare_bylines
from publist.link.forms import Form
from publist.link.locators import LocatorMatch, compare_locators
from publist.link.titles import TitleMatch, compare_titles
from publist.link.venues import VenueMatch, compare_venues

__all__ = ["Evidence", "Comparison", "compare", "weigh"]

PRIOR_WORK = -4.5
PRIOR_COPY = 1.0


class Evidence(NamedTuple):
    """One finding: its words, and its weight for one work and for one publication."""

    words: str
    work: float
    copy: float


class Comparison(NamedTuple):
    """All that was found out about two records, before it is weighed."""

    title: TitleMatch
    byline: BylineMatch
    years: tuple[int | None, int | None]
    venue: VenueMatch
    locators: LocatorMatch
    same_ids: tuple[str, ...]
    other_ids: tuple[str, ...]


def compare(left: Form, right: Form) -> Comparison:
    """Compare two records field by field."""
    same, other = _compare_identifiers(left.identifiers, right.identifiers)
    strays = left.strays | right.strays
    return Comparison(
        compare_titles(left.title, right.title, strays),
        _compare_authors(left, right),
        (left.year, right.year),
        compare_venues(left.venue, right.venue),
        compare_locators(left.locators, right.locators),
        same,
        other,
    )


def _compare_authors(left: Form, right: Form) -> BylineMatch:
    """Match the bylines; a name of the one that strayed into the other's title counts too."""
    match = compare_bylines(left.names, right.names, complete=left.complete and right.complete)
    if match.shared == match.left or match.shared == match.right and match.shared:
        return match
    strayed = len(_strayed(left, right)) + len(_strayed(right, left))
    if not strayed:
        return match
    shared = min(match.shared + strayed, max(match.left, match.right))
    return replace(match, shared=shared)


def _strayed(byline: Form, title: Form) -> set[str]:
    own = {name.last for name in title.names}
    words = set(title.title.words).difference(byline.title.words)
    return {name.last for name in byline.names if len(name.last) > 2} & words - own


def _compare_identifiers(
    left: tuple[tuple[str, str], ...], right: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not left or not right:
        return (), ()
    schemes = {scheme for scheme, _ in left} & {scheme for scheme, _ in right}
    same = {scheme for scheme, value in left if (scheme, value) in right}
    return tuple(sorted(same)), tuple(sorted(schemes - same))


def weigh(found: Comparison) -> list[Evidence]:
    """The evidence in a comparison, the weightiest field first."""
    return [
        *_identifiers(found),
        _title(found.title),
        *_marks(found),
        _authors(found.byline),
        *_years(found),
        *_venues(found.venue),
        *_locators(found),
    ]


def _identifiers(found: Comparison) -> Iterator[Evidence]:
    for scheme in found.same_ids:
        if scheme in ("issn",):
            continue
        if scheme == "isbn":
            yield Evidence("same ISBN", 1.0, 1.0)
        else:
            yield Evidence(f"same {scheme.upper()}", 9.0, 4.0)
    for scheme in found.other_ids:
        if scheme in ("doi", "pmid", "acl", "dblp"):
            yield Evidence(f"different {scheme.upper()}", 0.0, -4.0)
        elif scheme == "arxiv":
            yield Evidence("different arXiv numbers", -4.0, -4.0)


def _title(title: TitleMatch) -> Evidence:
    if title.generic:
        return Evidence("a title that says little", -1.0 if title.likeness > 95 else -4.0, 0.0)
    full = 2.0 + 0.8 * min(title.common, 5)
    missing = len(title.left) + len(title.right)
    like = f"titles {title.likeness:.0f}% alike"
    if title.likeness == 100:
        return Evidence("same title", full, 0.0)
    if not missing:
        return Evidence(like, full - (0.5 if title.likeness > 90 else 1.5), 0.0)
    if title.left and title.right:
        return Evidence(like, max(full - 2.0 - 1.5 * missing, -7.0), 0.0)
    if title.at_colon:
        return Evidence("one without the subtitle", full - 1.5, -0.5)
    if title.contained == "start" and title.common >= 6:
        return Evidence("one title cut short", full - 1.5, 0.0)
    if title.contained:
        return Evidence("one title within the other", full - 1.5 - 0.7 * missing, 0.0)
    return Evidence(like, max(full - 2.0 - missing, -7.0), 0.0)


def _marks(found: Comparison) -> Iterator[Evidence]:
    title = found.title
    if title.numbers == "differ":
        yield Evidence("different numbers in the titles", -6.0, -2.0)
    elif title.numbers == "one":
        yield Evidence("a number in one title only", -3.0, 0.0)
    if title.notices:
        yield Evidence("one is a notice or reply", -5.0, -2.0)
    left, right = found.years
    if title.recurring and left and right and left != right:
        yield Evidence("of different years, and such things recur", -5.0, -2.0)


def _authors(byline: BylineMatch) -> Evidence:
    if not byline.known:
        return Evidence("authors not known", 0.0, 0.0)
    fewer = min(byline.left, byline.right)
    more = max(byline.left, byline.right)
    if not byline.shared:
        return Evidence("no author in common", -4.0, 0.0)
    if byline.shared == more:
        words = "same authors" if more > 1 else "same author"
        return Evidence(words, min(2.5 + more * 0.5, 4.5), 0.0)
    share = -1.0 + 2.5 * byline.shared / fewer + 2.0 * byline.shared / more
    return Evidence(f"{byline.shared} of {more} authors", share, 0.0)


def _years(found: Comparison) -> Iterator[Evidence]:
    left, right = found.years
    if left is None or right is None:
        return
    gap = abs(left - right)
    words = f"years {min(left, right)}/{max(left, right)}"
    if gap == 0:
        yield Evidence("same year", 1.0, 1.5)
    elif gap == 1:
        yield Evidence(words, 0.0, -1.0)
    elif gap <= 4:
        yield Evidence(words, -0.5, -1.0 - gap)
    else:
        yield Evidence(words, -2.0, -6.0)
    if gap and found.venue.names == "same" and found.locators.pages not in ("same", "near"):
        yield Evidence("in two years of one venue", -1.0 if gap == 1 else -2.0, 0.0)


def _venues(venue: VenueMatch) -> Iterator[Evidence]:
    if venue.kinds == "differ":
        yield Evidence(f"a {venue.left} and a {venue.right}", -0.5, -3.0)
    elif venue.names == "same":
        yield Evidence("same venue", 0.5, 1.5)
    elif venue.names == "differ":
        yield Evidence("different venues", -0.5, -2.0)


def _locators(found: Comparison) -> Iterator[Evidence]:
    locators = found.locators
    if locators.pages == "same":
        place = locators.volume == "same"
        yield Evidence("same volume and pages" if place else "same pages", 6.5 if place else 4.0, 4.0)
    elif locators.pages == "near":
        yield Evidence("pages nearly the same", 1.5, 2.0)
    elif locators.pages == "differ":
        apart = found.venue.names == "same" and found.years[0] == found.years[1]
        yield Evidence("different pages", -1.5 if apart else 0.0, -3.5)
    if locators.volume == "same" and locators.pages != "same":
        yield Evidence("same volume", 1.0, 1.0)
    elif locators.volume == "differ":
        yield Evidence("different volumes", 0.0, -1.5)
    if locators.issue == "differ" and locators.pages not in ("same", "near"):
        yield Evidence("different issues", 0.0, -1.0)
