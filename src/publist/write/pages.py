"""Pages of a publication apart: the first and the last, as metadata want them."""

from __future__ import annotations

import re

__all__ = ["first_and_last"]

_RANGE = re.compile(r"\s*([^\s,;–—-]+)\s*(?:[–—-]+\s*([^\s,;–—-]+))?\s*")


def first_and_last(pages: str | None) -> tuple[str | None, str | None]:
    """The first and the last of a range of pages; None for what there is not.

    >>> first_and_last("12–31"), first_and_last("e17"), first_and_last("1–3, 7–9")
    (('12', '31'), ('e17', None), (None, None))
    """
    found = _RANGE.fullmatch(pages or "")
    return (found[1], found[2]) if found else (None, None)
