"""The line in which a theme prints where and when: ``RA-L 2023``, ``Nature 585, 1-7 (2020)``."""

from __future__ import annotations

import re

from publist.reading.dialects.rebuilding import Rebuilt
from publist.reading.values import Place

__all__ = ["say_imprint"]

_EMPHASIS = re.compile(r"[*_`]+|</?[A-Za-z][^<>]{0,200}>")


def say_imprint(new: Rebuilt, line: str, place: Place) -> None:
    """Take a printed line apart into venue, date, volume, issue, pages and identifiers.

    Args:
        new: The entry to be; what it says already stays.
        line: The line, with or without markup.
        place: Where it stands.
    """
    from publist.reading.pages.imprint import Imprint, take_arxiv, take_imprint
    from publist.reading.pages.sheet import Sheet
    from publist.reading.pages.styled import Styled

    text = " ".join(_EMPHASIS.sub("", line).split())
    if not text:
        return
    sheet = Sheet(Styled(text))
    made = Imprint()
    take_arxiv(sheet, made)
    take_imprint(sheet, made, None)
    # A line that says nothing but a number of arXiv's is a preprint's venue all the same.
    new.say("venue", made.venue or ("arXiv" if made.preprint else ""), place)
    if made.venue is None and not made.preprint and not made.date:
        new.say("venue", text, place)
    if made.date is not None:
        new.say("date", str(made.date), place)
    for key in ("volume", "issue", "pages", "status"):
        new.say(key, made.fields.get(key, ""), place)
    for each in made.identifiers:
        new.say(each.scheme, each.value, place)
