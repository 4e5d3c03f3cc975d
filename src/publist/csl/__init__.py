"""A CSL engine: CSL-JSON items and a style in, formatted text out.

It implements the Citation Style Language 1.0.2 and knows nothing of the rest of publist
but its rich text. See :class:`Style`.
"""

from publist.csl.style import Entry, Style

__all__ = ["Entry", "Style"]
