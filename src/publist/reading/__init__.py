"""Reading: sources of any form become documents of records."""

from publist.reading.sources import read_each, read_sources, read_text

__all__ = ["read_each", "read_sources", "read_text"]
