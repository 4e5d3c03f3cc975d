"""Venues: printed names and short names of conferences and journals, recognised and cleaned."""

from publist.normalise.venues.catalogue import Catalogue
from publist.normalise.venues.entries import VenueEntry
from publist.normalise.venues.recognise import readings, recognise
from publist.normalise.venues.settle import settle_venues

__all__ = ["Catalogue", "VenueEntry", "readings", "recognise", "settle_venues"]
