"""Awards and other distinctions: found in fields, notes, titles and venues."""

from publist.normalise.awards.catalogue import AwardCatalogue
from publist.normalise.awards.reading import award_in, awards_in
from publist.normalise.awards.settle import settle_awards

__all__ = ["AwardCatalogue", "award_in", "awards_in", "settle_awards"]
