"""Who edited the book that an item is in, and who published it where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from publist.reading.pages.bylines import List
from publist.reading.pages.conjunctions import joined_in_english
from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["Edited", "take_editors", "take_publisher"]

_ROLE = r"(?:eds?|editors?|hrsg|hg|hgg|coords?|dirs?|orgs?|comps?|éds?)"
_BEHIND = re.compile(
    rf"[\s,]*[(\[]{_ROLE}\.?[)\]][\s,.:]*|,\s{_ROLE}\.[\s,:]*|,\seditors?,\s", re.IGNORECASE
)
_BEFORE = re.compile(
    r"[\s,.;(]*(?<!\w)(?:edited by|eds?\. by|hrsg\. v(?:on|\.)|hg\. v(?:on|\.)|herausgegeben von"
    r"|editad[oa] por|organizad[oa] por|coordinad[oa] por|sous la dir(?:ection|\.) de|a cura di)"
    r"\s+",
    re.IGNORECASE,
)
_IN = re.compile(r"(?<!\w)(?:In|in|En|en|Dans|dans|Em|em|Nel|nel)\s*:?\s+(?=[^\W\d_a-z])")
_MOST = 40
"""Places of an item at which editors are looked for."""


@dataclass(frozen=True, slots=True)
class Edited:
    """Editors as they are printed.

    Args:
        names: Their list, bold, underline and raised marks as HTML tags.
        whole: Whether they edited the work itself, not the book that it is in.
    """

    names: str
    whole: bool = False


def take_editors(sheet: Sheet) -> Edited | None:
    """Take the editors off an item: ``In A. Li (Ed.), …``, ``edited by A. Li``.

    Args:
        sheet: The item, before its authors are looked for.
    """
    return _said_before(sheet) or _said_behind(sheet) or _said_first(sheet)


def _said_before(sheet: Sheet) -> Edited | None:
    lead = _BEFORE.search(sheet.free)
    end = _list_end(sheet, lead.end()) if lead else None
    if lead is None or end is None:
        return None
    sheet.drop(lead.start(), lead.end())
    return Edited(_taken(sheet, lead.end(), end))


def _said_behind(sheet: Sheet) -> Edited | None:
    free = sheet.free
    for lead in islice(_IN.finditer(free), _MOST):
        end = _list_end(sheet, lead.end())
        behind = _BEHIND.match(free, end) if end else None
        if end and behind:
            sheet.drop(lead.start(), lead.end())
            sheet.drop(behind.start(), behind.end())
            return Edited(_taken(sheet, lead.end(), end))
    return None


def _said_first(sheet: Sheet) -> Edited | None:
    first = re.search(r"[^\s\ue001]", sheet.free)
    end = _list_end(sheet, first.start()) if first else None
    behind = _BEHIND.match(sheet.free, end) if end else None
    if first is None or end is None or behind is None:
        return None
    sheet.drop(behind.start(), behind.end())
    return Edited(_taken(sheet, first.start(), end), whole=True)


def _list_end(sheet: Sheet, start: int) -> int | None:
    reading = List(sheet.styled, sheet.names, start)
    reading.read()
    return reading.ends[-1] if reading.names else None


def _taken(sheet: Sheet, start: int, end: int) -> str:
    sheet.take("editors", start, end, 0.8)
    return joined_in_english(sheet.styled.names_markup(start, end))


_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_UPPER}[^\s.,:;()\ue001]*"
_HOUSE = rf"{_WORD}(?: (?:&|und|and|et|y|{_WORD})){{0,5}}"
_TOWN = rf"{_UPPER}[\w.’'-]+(?:(?: |, |/| / | and | & ){_UPPER}[\w.’'-]+){{0,3}}"
_ENDS = r"(?=\s*(?:[.,;()\ue001\n]|(?:19|20)\d\d|$))"
_PLACED = re.compile(
    rf"(?:(?<=[.,;)]\s)|(?<=\ue001\s)|(?<=\ue001)|^)(?P<place>{_TOWN}):\s(?P<house>{_HOUSE}){_ENDS}"
)
_NAMED = re.compile(
    rf"(?:(?<=[.,;:)]\s)|(?<=\ue001\s)|(?<=\ue001)|(?<=\())(?P<house>(?:{_WORD} ){{1,4}}"
    r"(?:Press|Verlag|Publish(?:ers|ing)|Ediciones|Editions)"
    r"|(?:Editorial|Éditions|Editions|Edizioni|Ediciones|Presses) "
    rf"{_HOUSE}|Springer(?:[ -](?:Verlag|Nature))?|Elsevier|Wiley|Routledge|Brill|De Gruyter"
    rf"|ACM|IEEE|USENIX|PMLR|CEUR)(?P<place>, {_TOWN})?{_ENDS}"
)
_THESIS = re.compile(
    r"(?P<genre>(?i:Ph\.?\s?D\.?|Doctoral|Master(?:['’]?s)?|M\.?Sc\.?|Bachelor(?:['’]?s)?|B\.?Sc\.?"
    r"|Diploma|Habilitation)\s(?i:thesis|dissertation)"
    r"|Dissertation|Habilitation(?:sschrift)?|Diplomarbeit|Masterarbeit|Bachelorarbeit"
    r"|Thèse de doctorat|Tesis doctoral|Tese de doutorado)"
    rf"(?:[,.]?\s(?:at\s|in\s[A-Z][\w ]{{2,30}},\s)?(?P<house>{_HOUSE}(?:\sof\s{_HOUSE})?))?"
    rf"{_ENDS}"
)
_NO_HOUSE = re.compile(
    r"\b(?:Journal|Proceedings|Transactions|Letters|Review|Conference|Symposium|Workshop)\b"
    r"|^In:?\s|^(?:Media|News|Coverage|Code|Data|Video|Slides|Talk|Note|Award|Keywords|Topics|Status|Project"
    r"|Abstract|Supplement|Website|Blog|Demo|See|Also|Paper|Link|Links|Editor|Editors)\b"
)


def take_publisher(sheet: Sheet, fields: dict[str, str]) -> None:
    """Take the publisher and its place off an item: ``Oxford: Lantern Press``.

    Args:
        sheet: The item, its authors, editors and title taken.
        fields: Where what is found is put, by its name.
    """
    thesis = _THESIS.search(sheet.free)
    if thesis and thesis["house"]:
        fields["genre"] = sheet.take("genre", *thesis.span("genre"), 0.9)
        fields["publisher"] = sheet.take("publisher", *thesis.span("house"), 0.8)
        return
    for pattern in (_PLACED, _NAMED):
        found = pattern.search(sheet.free)
        if found is None or TAKEN in found[0] or _NO_HOUSE.search(found[0]):
            continue
        fields["publisher"] = sheet.take("publisher", *found.span("house"), 0.8)
        if found["place"]:
            place = sheet.take("publisher_place", *found.span("place"), 0.8)
            fields["publisher_place"] = place.strip(", ")
        sheet.drop(found.start(), found.end())
        return
