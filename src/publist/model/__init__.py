"""The model: frozen values, named in the field's own words."""

from publist.model.author import CORRESPONDING, EQUAL, LEAD, Author, Role
from publist.model.award import Award
from publist.model.base import Model
from publist.model.dates import Date, Day
from publist.model.document import Document
from publist.model.identifiers import SCHEMES, Identifier, IdentifierError, orcid
from publist.model.link import RELATIONS, Link
from publist.model.listing import Entry, Group, Legend, LegendItem, Listing
from publist.model.name import Name
from publist.model.origin import Claim, FieldOrigin
from publist.model.person import Person
from publist.model.ruling import Ruling, Saying, Side
from publist.model.source import Source
from publist.model.venue import Track, TrackKind, Venue, VenueKind
from publist.model.work import Record, Work

__all__ = [
    "CORRESPONDING",
    "EQUAL",
    "LEAD",
    "RELATIONS",
    "SCHEMES",
    "Author",
    "Award",
    "Claim",
    "Date",
    "Day",
    "Document",
    "Entry",
    "FieldOrigin",
    "Group",
    "Identifier",
    "IdentifierError",
    "Legend",
    "LegendItem",
    "Link",
    "Listing",
    "Model",
    "Name",
    "Person",
    "Record",
    "Role",
    "Ruling",
    "Saying",
    "Side",
    "Source",
    "Track",
    "TrackKind",
    "Venue",
    "VenueKind",
    "Work",
    "orcid",
]
