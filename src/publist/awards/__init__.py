"""Awards and other distinctions: found in fields, notes, titles and venues."""

from publist.awards.catalogue import AwardCatalogue
from publist.awards.reading import award_in, awards_in

__all__ = ["AwardCatalogue", "award_in", "awards_in"]
