"""LaTeX text, as found in bibliographies, into rich text and into plain Unicode."""

from publist.latex.decode import to_richtext, to_unicode

__all__ = ["to_richtext", "to_unicode"]
