"""Venues: printed names and short names of conferences and journals, recognised and cleaned."""

from publist.venues.catalogue import Catalogue
from publist.venues.entries import VenueEntry
from publist.venues.recognise import readings, recognise

__all__ = ["Catalogue", "VenueEntry", "readings", "recognise"]
