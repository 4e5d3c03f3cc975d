"""Forms in which reference managers and databases hand records on: RIS, NBIB, EndNote's XML.

Each reader builds entries of publist's own form and has them read as such, so that dates,
names, identifiers and links are understood in one place.
"""

from publist.reading.exchange.endnote import read_endnote
from publist.reading.exchange.nbib import read_nbib
from publist.reading.exchange.ris import read_ris

__all__ = ["read_endnote", "read_nbib", "read_ris"]
