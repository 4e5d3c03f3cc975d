"""Text without its accents: what all comparing of words begins with."""

from __future__ import annotations

import unicodedata

__all__ = ["without_accents"]


def without_accents(text: str) -> str:
    """A text decomposed (NFKD, so ligatures and full-width letters too) and without its accents.

    Case stays. So do letters that Unicode does not take apart, such as ø and ł: what stands for
    them is for the caller to say, as names and titles differ in it.

    >>> without_accents("Thèse ﬁnale, Ｓøren")
    'These finale, Søren'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
