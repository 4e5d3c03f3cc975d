"""Evidence: two records compared field by field, and every finding weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from publist.link import weights
from publist.link.bylines import BylineMatch, compare_bylines
from publist.link.forms import Form
from publist.link.locators import LocatorMatch, compare_locators
from publist.link.title_match import TitleMatch, compare_titles
from publist.link.venues import VenueMatch, compare_venues
from publist.link.weights import Weight

__all__ = ["Comparison", "Evidence", "compare", "weigh"]


class Evidence(NamedTuple):
    """One finding: its words, and what it counts for one work and for one publication."""

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
    alike = left.title.closed == right.title.closed
    strays: frozenset[str] = frozenset() if alike else left.strays | right.strays
    return Comparison(
        compare_titles(left.title, right.title, strays, (*left.names, *right.names)),
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
    if match.shared == match.left or (match.shared == match.right and match.shared):
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
        weight = _SAME.get(scheme, weights.SAME_ID)
        if scheme != "issn":
            yield Evidence(f"same {_label(scheme)}", *weight)
    for scheme in found.other_ids:
        if scheme in _OTHER:
            yield Evidence(f"different {_label(scheme)}", *_OTHER[scheme])


_SAME = {"arxiv": weights.SAME_ARXIV, "isbn": weights.SAME_ISBN}
_OTHER = {
    "doi": weights.OTHER_ID,
    "pmid": weights.OTHER_ID,
    "acl": weights.OTHER_ID,
    "dblp": weights.OTHER_ID,
    "arxiv": weights.OTHER_ARXIV,
}


def _label(scheme: str) -> str:
    return {
        "arxiv": "arXiv number",
        "dblp": "DBLP key",
        "acl": "ACL ID",
        "doi-short": "short DOI",
    }.get(scheme, scheme.upper())


def _title(title: TitleMatch) -> Evidence:
    if title.generic:
        same = title.likeness > 95
        return Evidence(
            "a title that says little", weights.GENERIC if same else weights.GENERIC_ONE, 0.0
        )
    full = weights.TITLE + weights.WORD * min(title.common, weights.WORDS)
    if title.likeness == 100 and not title.left and not title.right:
        return Evidence("same title", full, 0.0)
    change, words = _difference(title)
    return Evidence(words, max(full + change.work, weights.TITLE_FLOOR), change.copy)


def _difference(title: TitleMatch) -> tuple[Weight, str]:
    """What the difference between two titles takes from their agreement, and its words."""
    over = len(title.left) + len(title.right)
    like = f"titles {title.likeness:.0f}% alike"
    if not over:
        return Weight(weights.SLIPS if title.likeness > 90 else weights.MANY_SLIPS), like
    if title.left and title.right:
        return _counted(weights.SWAPPED, over), like
    if title.at_colon:
        return weights.SUBTITLE, "one without the other's subtitle"
    if title.contained == "start" and title.common >= 6:
        return weights.CUT, "one title is cut short"
    if title.contained:
        return _counted(weights.INSIDE, over), "one title within the other"
    return _counted(weights.EXTRA, over), like


def _counted(weight: Weight, words: int) -> Weight:
    return Weight(weight.work + weights.OVER * words, weight.copy)


def _marks(found: Comparison) -> Iterator[Evidence]:
    title = found.title
    if title.numbers == "differ":
        yield Evidence("different numbers in the titles", *weights.NUMBERS_DIFFER)
    elif title.numbers == "one" and len(title.left) + len(title.right) <= 2:
        yield Evidence("a number in one title only", *weights.NUMBER_ONLY)
    if title.notices:
        yield Evidence("one is a notice or a reply", *weights.NOTICE)
    left, right = found.years
    if title.recurring and left and right and left != right:
        yield Evidence("things of this kind come back each year", *weights.RECURS)


def _authors(byline: BylineMatch) -> Evidence:
    if not byline.known:
        return Evidence("authors not known", weights.UNKNOWN, 0.0)
    if not byline.shared:
        return Evidence("no author in common", weights.NOBODY, 0.0)
    fewer, more = sorted((byline.left, byline.right))
    if byline.shared >= more:
        start, each, most = weights.EVERYBODY
        words = "same authors" if more > 1 else "same author"
        return Evidence(words, min(start + each * more, most), 0.0)
    start, of_fewer, of_more = weights.SOMEBODY
    share = start + of_fewer * min(byline.shared / fewer, 1.0) + of_more * byline.shared / more
    return Evidence(f"{byline.shared} of {more} authors", share, 0.0)


def _years(found: Comparison) -> Iterator[Evidence]:
    left, right = found.years
    if left is None or right is None:
        return
    gap = abs(left - right)
    if gap == 0:
        yield Evidence("same year", *weights.SAME_YEAR)
        return
    words = f"years {min(left, right)}/{max(left, right)}"
    if gap == 1:
        yield Evidence(words, *weights.YEAR_APART)
    elif gap <= 4:
        work, copy = weights.YEARS_APART
        yield Evidence(words, work, copy * (1 + gap))
    else:
        yield Evidence(words, *weights.LONG_APART)
    one_venue = found.venue.names == "same" and found.venue.kinds != "differ"
    if one_venue and found.locators.pages not in ("same", "near"):
        yield Evidence("one venue in two years", weights.SAME_SERIES[gap > 1], 0.0)


def _venues(venue: VenueMatch) -> Iterator[Evidence]:
    if venue.kinds == "differ":
        yield Evidence(_kinds(venue), *weights.OTHER_KIND)
    elif venue.names == "same":
        yield Evidence("same venue", *weights.SAME_VENUE)
    elif venue.names == "differ":
        yield Evidence("different venues", *weights.OTHER_VENUE)


def _kinds(venue: VenueMatch) -> str:
    kinds = sorted((venue.left, venue.right))
    for odd in ("preprint", "workshop", "thesis", "report"):
        if odd in kinds:
            return f"one is a {odd}" if odd != "workshop" else "one is of a workshop"
    return f"a {kinds[0]} and a {kinds[1]}"


def _locators(found: Comparison) -> Iterator[Evidence]:
    locators = found.locators
    same_volume = locators.volume == "same"
    if locators.pages == "same" and same_volume:
        yield Evidence("same volume and pages", *weights.SAME_PLACE)
        return
    if locators.pages == "same":
        yield Evidence("same pages", *weights.SAME_PAGES)
    elif locators.pages == "near":
        yield Evidence("nearly the same pages", *weights.NEAR_PAGES)
    elif locators.pages == "differ":
        together = found.venue.names == "same" and found.years[0] == found.years[1]
        weight = weights.APART_PAGES if together else weights.OTHER_PAGES
        yield Evidence("different pages", *weight)
    if same_volume:
        yield Evidence("same volume", *weights.SAME_VOLUME)
    elif locators.volume == "differ":
        yield Evidence("different volumes", *weights.OTHER_VOLUME)
    if locators.issue == "differ" and locators.pages not in ("same", "near"):
        yield Evidence("different issues", *weights.OTHER_ISSUE)
