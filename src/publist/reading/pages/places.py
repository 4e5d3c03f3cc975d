"""Where people met: towns, countries and days behind the name of a conference."""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["is_place", "place_ahead", "place_behind"]

# Short names of countries in English (ISO 3166), with the commonest others of each, and names
# that lists in French, German, Spanish, Italian and Portuguese have for the larger ones.
_COUNTRIES = frozenset(
    """
    Argentina|Armenia|Australia|Austria|Bangladesh|Belarus|Belgium|Bolivia|Brazil|Bulgaria|Cambodia
    Cameroon|Canada|Chile|China|P.R. China|PR China|Colombia|Costa Rica|Croatia|Cuba|Cyprus
    Czech Republic|Czechia|Denmark|Ecuador|Egypt|Estonia|Ethiopia|Finland|France|Georgia|Germany
    Ghana|Greece|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan
    Jordan|Kazakhstan|Kenya|Korea|South Korea|Republic of Korea|Kuwait|Latvia|Lebanon|Lithuania
    Luxembourg|Macau|Macao|Malaysia|Malta|Mexico|Monaco|Mongolia|Montenegro|Morocco|Nepal
    Netherlands|The Netherlands|New Zealand|Nigeria|North Macedonia|Norway|Oman|Pakistan|Panama
    Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland
    Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa|Spain|Sri Lanka|Sweden|Switzerland
    Taiwan|Tanzania|Thailand|Tunisia|Turkey|Türkiye|Uganda|Ukraine|United Arab Emirates|UAE
    United Kingdom|UK|U.K.|U.K|England|Wales|United States|United States of America|USA|U.S.A.|U.S.A
    U.S.|U.S|US
    Uruguay|Uzbekistan|Venezuela|Vietnam|Viet Nam|Virtual|Virtual Event|Online
    Allemagne|Autriche|Belgique|Brésil|Chine|Espagne|États-Unis|Grèce|Italie|Japon|Maroc|Pays-Bas
    Pologne|Royaume-Uni|Suède|Suisse|Tunisie
    Belgien|Brasilien|Dänemark|Deutschland|Frankreich|Griechenland|Großbritannien|Italien|Kanada
    Niederlande|Norwegen|Österreich|Polen|Schweden|Schweiz|Spanien|Türkei|Ungarn
    Alemania|Bélgica|Brasil|España|Estados Unidos|Francia|Italia|Japón|México|Países Bajos|Perú
    Reino Unido|Suiza|Alemanha|Espanha|França|Itália|Germania|Giappone|Spagna|Svizzera
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {""}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAYS = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DAY = re.compile(
    rf"(?:{_DAYS}\s?[-–—]\s?)?(?:{_DAYS}\s)?{_MONTH}(?:\s{_DAYS})?"
    rf"(?:\s?[-–—]\s?(?:{_MONTH}\s)?(?:{_DAYS})?(?:\s{_MONTH})?)?(?:,?\s(?:19|20)\d\d)?|(?:19|20)\d\d"
)
_MONTH_WORD = re.compile(rf"\b{_MONTH}")
_TOWN = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*|de|do|da|du|la|del|der|am|an|of|sur|le)"
    r"(?:\s(?:[^\W\d_a-z][\w.'’-]*|de|do|da|du|la|del|der|am|an|of|sur|le)){0,3}"
)
_IN_BRACKETS = re.compile(r"(?P<town>[^()]{2,40}?)\s?\((?P<country>[^()]{2,30})\)")
# In these, what stands behind a comma belongs to the name as often as not.
_NAMED_SO = re.compile(r"\b(?:and|und|et|y|e|&)\b|\b(?:University|Institute|Press)\b")
_PAGES = re.compile(r"(?:pp?\.?|S\.|pages?)\s?\d{1,5}(?:\s?[-–]{1,2}\s?\d{1,5})?")
_CODE = re.compile(r"[A-Z]{2}|D\.?C\.?")
_MOST = 8
"""Parts between commas that are looked at."""


def _without_year(part: str) -> str:
    return re.sub(r"\s(?:19|20)\d\d$", "", part)


def is_place(text: str) -> bool:
    """Whether a text is a town with its country and nothing else.

    >>> is_place("Exeter, UK"), is_place("Nature, UK edition")
    (True, False)
    """
    if text.strip("() .") in _COUNTRIES:
        return True
    town, comma, country = text.rpartition(",")
    return bool(comma) and country.strip(" .") in _COUNTRIES and bool(_TOWN.fullmatch(town.strip()))


def place_ahead(text: str) -> tuple[int, int] | None:
    """Where the place stands in what follows a venue's name, days and pages before it or not.

    >>> text = ", pp. 3-9, 3-5 May 2019, Leeds, UK, 2019"
    >>> text[slice(*place_ahead(text))]
    'Leeds, UK'
    """
    start = -1
    for found in islice(re.finditer(r"[^,]+", text[:200]), _MOST):
        part = found[0].strip(" .;")
        at = found.start() + len(found[0]) - len(found[0].lstrip())
        in_brackets = _IN_BRACKETS.fullmatch(part)
        if _without_year(part) in _COUNTRIES or (
            in_brackets and in_brackets["country"] in _COUNTRIES
        ):
            return (at if start < 0 else start), at + len(_without_year(part))
        if not part or _DAY.fullmatch(part) or _PAGES.fullmatch(part):
            continue
        if not (_CODE.fullmatch(part) or _TOWN.fullmatch(part)):
            return None
        start = at if start < 0 else start
    return None


def place_behind(text: str) -> int:
    """The length of a venue's name without the place and the days that stand behind it.

    A place is a town and a country that is known to be one, or a country alone.

    Args:
        text: The venue as it is printed.

    >>> text = "Conference on Mice (CM), Leeds, UK, 3-5 May 2019"
    >>> text[:place_behind(text)]
    'Conference on Mice (CM)'
    >>> len("Journal of Speech, Language, and Hearing") == place_behind(
    ...     "Journal of Speech, Language, and Hearing")
    True
    """
    ends = [found.start() for found in re.finditer(r",", text)][-_MOST:]
    cut = len(text)
    country = days = False
    for index in range(len(ends) - 1, -1, -1):
        last = ends[index + 1] if index + 1 < len(ends) else len(text)
        part = text[ends[index] + 1 : last].strip(" .;")
        in_brackets = _IN_BRACKETS.fullmatch(part)
        if _without_year(part) in _COUNTRIES or (
            in_brackets and in_brackets["country"] in _COUNTRIES
        ):
            country = country or in_brackets is None
        elif country and (_CODE.fullmatch(part) or _PAGES.fullmatch(part)):
            pass
        elif (country or days) and _TOWN.fullmatch(part) and not _NAMED_SO.search(part):
            country = days = False
        elif part and not _DAY.fullmatch(part) and not _PAGES.fullmatch(part):
            break
        else:
            days = days or bool(_MONTH_WORD.search(part))
        cut = ends[index]
    return cut if len(text[:cut].split()) > 1 or text[:cut].isupper() else len(text)
