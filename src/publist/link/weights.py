"""Weights: what each finding counts for, all of them in one place.

Two questions are asked of a pair of records. Is it one *work*? Is it one *publication* of that
work (a *copy*: the same record twice)? Each finding adds to the one, to the other, or to both, in
log-odds (natural logarithm): +2 makes odds seven times better, +4 fifty times. The numbers are
round, were set by hand after reading what went wrong, and hold for every collection alike.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Weight"]


class Weight(NamedTuple):
    """What a finding adds for *one work* and for *one publication of it*."""

    work: float = 0.0
    copy: float = 0.0


PRIOR = Weight(work=-3.0, copy=1.0)
"""Before anything is compared: blocking brings many strangers together; of two records of one
work most are of one publication."""

# Titles. A title of n words that say something and agree counts TITLE + n * WORD.
TITLE = 2.0
WORD = 0.8
WORDS = 7
"""No more words than these are counted: a longer title is no surer."""
SLIPS = -0.5
"""The words agree but for slips of the keyboard; MANY_SLIPS where much of the title does not."""
MANY_SLIPS = -1.5
SUBTITLE = Weight(-1.5, -0.5)
"""One title is the other without its subtitle (or without the name before the colon)."""
CUT = Weight(-1.5, -1.0)
"""One title of six words or more is the beginning of the other."""
INSIDE = Weight(-1.5, -1.0)
"""One title is at an end of the other."""
EXTRA = Weight(-1.5, -1.0)
"""One title has words in the middle that the other has not."""
SWAPPED = Weight(-2.5, -1.0)
"""Each title has words that the other has not."""
OVER = -1.2
"""And for each word that only one title has (but where one is cut short or has a subtitle)."""
TITLE_FLOOR = -7.0
"""Titles say no more than this against a pair: translations have no word in common."""
GENERIC = -1.0
"""The same title, but one that any issue may have (*Editorial*); GENERIC_ONE: only one has it."""
GENERIC_ONE = -4.0

NUMBERS_DIFFER = Weight(-12.0, -2.0)
"""*Part I* and *Part II*, *WMT 2011* and *WMT 2014*."""
NUMBER_ONLY = Weight(-3.0)
"""A number, and hardly a word, is all that the one title has more."""
NOTICE = Weight(-5.0, -2.0)
"""An erratum, a reply, a comment: about the work, not the work."""
RECURS = Weight(-5.0, -2.0)
"""Workshops, reports and shared tasks of different years."""

# Authors.
NOBODY = -3.5
"""Both have authors, and none in common."""
UNKNOWN = -1.0
"""One has no authors."""
EVERYBODY = (2.5, 0.5, 4.5)
"""The same authors: at once, for each of them, and at most."""
SOMEBODY = (-1.0, 2.0, 3.0)
"""Some of the authors: at once, by their share of the shorter and of the longer list."""

# Years.
SAME_YEAR = Weight(1.5, 1.5)
YEAR_APART = Weight(0.0, -1.0)
YEARS_APART = Weight(-0.5, -0.8)
"""Two to four years apart; the copy weight once more for each year."""
LONG_APART = Weight(-2.0, -6.0)
SAME_SERIES = (-2.5, -3.0)
"""One venue in two years (one apart, more): nobody publishes a work twice at one place."""

# Venues.
SAME_VENUE = Weight(0.5, 2.0)
OTHER_VENUE = Weight(-0.5, -2.5)
"""Another printed venue counts a little more against one publication than the same one does for
it: a venue is printed in many ways, and those that have nothing in common are mostly two."""
OTHER_KIND = Weight(-0.5, -3.0)
"""A journal and a conference, a preprint and a journal."""

# Pages, volume, issue.
SAME_PLACE = Weight(6.5, 4.0)
"""Same volume and same pages."""
SAME_PAGES = Weight(4.0, 4.0)
NEAR_PAGES = Weight(1.5, 2.0)
OTHER_PAGES = Weight(0.0, -3.0)
APART_PAGES = Weight(-1.0, -2.5)
"""Other pages in the same venue and year: two papers of one volume."""
SAME_VOLUME = Weight(1.0, 1.0)
OTHER_VOLUME = Weight(0.0, -1.5)
OTHER_ISSUE = Weight(0.0, -1.0)

# Identifiers.
SAME_ID = Weight(12.0, 4.0)
"""Enough against another title by the same people, not against another title by others."""
SAME_ARXIV = Weight(12.0, 2.0)
SAME_ISBN = Weight(1.0, 1.0)
"""Chapters share the ISBN of their book."""
OTHER_ID = Weight(0.0, -4.0)
"""Different DOIs: a preprint and its journal version have two."""
OTHER_ARXIV = Weight(-4.0, -4.0)
