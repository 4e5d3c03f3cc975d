"""Volume, issue and pages in the imprint of an item."""

from __future__ import annotations

import re

from publist.reading.pages.sheet import Sheet

__all__ = ["take_numbers"]

_DASH = r"\s?(?:--?|[–—‐−])\s?"
_PAGE = r"[A-Za-z]{0,3}\d{1,7}[A-Za-z]?"
_NUMBER_WORD = r"(?:no|nr|núm|iss|issue|H|Heft)\.?\s*"
_VOLUMES = (
    # "Journal of Examples 44, no. 2 (2021): 155–82", as the Chicago manual has it.
    re.compile(
        rf"(?<=[^\W\d_]\s)(?P<volume>\d{{1,4}}),\s*{_NUMBER_WORD}(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)"
        rf"(?=\s*\((?:\w+ )?(?:19|20)\d\d\))"
    ),
    re.compile(
        rf"(?<![\w.])(?P<volume>\d{{1,4}})\s*\(\s*(?P<issue>[\w .\-–/]{{1,20}})\s*\)\s*"
        rf"[:,]\s*(?:pp?\.?\s*)?(?P<pages>{_PAGE}(?:{_DASH}{_PAGE})?)(?![\w(])"
    ),
    re.compile(
        rf"(?<![\w.:])(?P<volume>\d{{1,4}})\s*:\s*(?P<pages>{_PAGE}(?:{_DASH}{_PAGE})?)(?![\w:])"
    ),
    re.compile(r"(?<![\w.])(?P<volume>\d{1,4})\s*\(\s*(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\s*\)"),
    re.compile(
        r"\bvol(?:ume|\.)?\s*(?P<volume>\d{1,4}[A-Z]?)(?:\s*\((?P<issue>[\w-]{1,8})\))?",
        re.IGNORECASE,
    ),
)
# "Journal of Examples 12 (2019)": the number before a year in brackets.
_BEFORE_YEAR = re.compile(r"(?<=[^\W\d_]\s)(?P<volume>\d{1,4})(?=\s*\((?:19|20)\d\d\))")
_COMMAS = re.compile(
    rf",\s*(?P<volume>\d{{1,3}}(?!\d))\s*,\s*(?:pp?\.?\s*)?(?P<pages>\d{{1,6}}{_DASH}\d{{1,6}})(?![\w-])"
)
# "Communications in Examples 385, 55–77 (2021)", as physicists print it.
_BEHIND_NAME = re.compile(
    rf"(?<=[^\W\d_])\.?\s(?P<volume>\d{{1,3}})(?:\s*\((?P<issue>\d{{1,3}})\))?,\s*(?:pp?\.?\s*)?(?P<pages>\d{{1,6}}{_DASH}\d{{1,6}}|\d{{5,7}})(?=\s*(?:[,.(]|$))"
)
# "Journal of Examples, 55, 822, 2025": volume, article and year between commas.
_COMMAS_AND_YEAR = re.compile(
    r"(?<=[^\s\d,;:.]),\s(?P<volume>\d{1,4}),\s(?P<pages>\d{1,7})(?=,\s(?:19|20)\d\d\b)"
)
# "208(103269)": an article's number where an issue may stand.
_LONG_IN_BRACKETS = re.compile(r"(?<![\w.])(?P<volume>\d{1,4})\s?\((?P<pages>\d{5,7})\)")
_ISSUE = re.compile(
    r"\b(?:no|issue|iss|number|núm|nr|H|Heft)\.?\s*(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)\b",
    re.IGNORECASE,
)
# "Medien, Nr. 2, S. 22-31": an issue without a volume.
_ISSUE_ALONE = re.compile(
    r"(?<=[^\W\d_]),\s(?:no|nr|n[º°]|núm|Heft|H)\.?\s?(?P<issue>\d{1,4})(?=,\s)", re.IGNORECASE
)
_PAGES = re.compile(
    rf"\b(?:pages?|pp\.?|p\.|S\.)\s*(?P<pages>{_PAGE}(?:{_DASH}{_PAGE})?)(?!\w)", re.IGNORECASE
)
_BARE_PAGES = re.compile(
    rf"(?<=[,\s])(?P<pages>\d{{1,5}}{_DASH}\d{{1,5}})(?=\s*[.,;\ue001\n]|\s*$|\s*\()"
)
_ARTICLE = re.compile(
    r"(?<=[,\s])(?P<pages>(?:Article|Art\.?)\s*(?:no\.?\s*)?\w{1,12}|e\d{4,8}|\d{6,7})\b",
    re.IGNORECASE,
)


_BOLD_VOLUME = re.compile(
    rf"(?P<volume>\d{{1,4}})(?:\s*\(\s*(?P<issue>[\w .\-–/]{{1,20}})\s*\))?"
    rf"(?:\s*[,:]\s*(?:pp?\.?\s*)?(?P<pages>{_PAGE}(?:{_DASH}{_PAGE})?)(?!\w))?"
)


def take_numbers(sheet: Sheet, fields: dict[str, str]) -> None:
    """Take volume, issue and pages off an item.

    Args:
        sheet: The item, its links, title and authors taken.
        fields: Where what is found is put, by its name.
    """
    for bold in sheet.styled.of_kind("strong"):
        found = _BOLD_VOLUME.match(sheet.free, bold.start)
        if found and found.end("volume") == bold.end and "volume" not in fields:
            _keep(sheet, fields, found)
            return
    for pattern in (
        *_VOLUMES,
        _LONG_IN_BRACKETS,
        _COMMAS_AND_YEAR,
        _BEFORE_YEAR,
        _COMMAS,
        _BEHIND_NAME,
    ):
        found = pattern.search(sheet.free)
        if found and not _is_clock(found):
            _keep(sheet, fields, found)
            break
    patterns = _other_patterns(fields)
    if "pages" not in fields:
        _take_count(sheet, fields)
    for pattern in patterns:
        found = pattern.search(sheet.free)
        if found and not _are_days(sheet, found) and not set(found.groupdict()) & set(fields):
            _keep(sheet, fields, found)


def _other_patterns(fields: dict[str, str]) -> list[re.Pattern[str]]:
    """What is looked for yet, where volume and perhaps more were found."""
    patterns = [_ISSUE] if "issue" not in fields else []
    if "volume" not in fields:
        patterns = [_ISSUE_ALONE]
    if "pages" not in fields:
        patterns += [_PAGES, _BARE_PAGES]
    if "volume" in fields and "pages" not in fields:
        patterns.append(_ARTICLE)
    return patterns


# Of "May 4-9" the days are no pages.
_DAYS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s*$", re.IGNORECASE
)


def _are_days(sheet: Sheet, found: re.Match[str]) -> bool:
    at = found.start("pages") if "pages" in found.re.groupindex else 0
    return bool(_DAYS.search(sheet.free[max(0, at - 20) : at]))


def _is_clock(found: re.Match[str]) -> bool:
    return (
        len(found["volume"]) == 4
        and found["volume"][:2] in ("19", "20")
        and "pages" not in found.re.groupindex
    )


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _is_the_year(sheet: Sheet, found: re.Match[str], name: str) -> bool:
    """Whether a number is the only year of the item: *55(2), 2023*, or *2022: 1-9*."""
    if not _YEAR.fullmatch(found[name] or ""):
        return False
    start, end = found.span(name)
    return not _YEAR.search(sheet.free[:start] + " " + sheet.free[end:])


_COUNT = re.compile(
    r"(?<![\w.-])(?P<number_of_pages>\d{1,4})\s(?:pages|pp\.?|Seiten|S\.|páginas|págs\.)(?!\s?\d)"
)
_NUMBERED_ARTICLE = re.compile(r"\b(?:Article|Art\.)\s(?:No\.?\s)?(?P<number>\d{1,6})\b")


def _take_count(sheet: Sheet, fields: dict[str, str]) -> None:
    """How many pages there are, and the article's number, which come together."""
    for pattern in (_COUNT, _NUMBERED_ARTICLE):
        found = pattern.search(sheet.free)
        if found is None:
            return
        _keep(sheet, fields, found)


_VOLUME_WORD = re.compile(r"\b(?:vol(?:ume)?|bd|tome?|t)\.?\s*$", re.IGNORECASE)


def _keep(sheet: Sheet, fields: dict[str, str], found: re.Match[str]) -> None:
    start, end = found.span()
    word = _VOLUME_WORD.search(sheet.free, max(0, start - 12), start)
    if word:
        sheet.drop(*word.span())
    for name, value in found.groupdict().items():
        if name == "pages" and _is_the_year(sheet, found, name):
            end = found.start(name)
        elif name == "volume" and _is_the_year(sheet, found, name):
            start = found.end(name)
        elif name == "issue" and _is_the_year(sheet, found, name):
            sheet.drop(start, found.start(name))
            start = found.end(name)
        elif value:
            text = re.sub(_DASH, "–", value.strip()) if name == "pages" else value.strip()
            fields[name] = text
            sheet.take(name, found.start(name), found.end(name), 0.9)
    sheet.drop(start, end)
