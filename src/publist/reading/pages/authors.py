"""Where in an item the list of its authors stands."""

from __future__ import annotations

import re

from publist.names import split_human_list
from publist.reading.pages.bylines import Byline, List, byline_at, find_byline
from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["DATED", "byline_in", "coauthors_in", "dated_name", "group_name"]

DATED = re.compile(r"\s*[,.]?\s*\(?(?P<year>(?:19|20)\d\d)[a-z]?\)?(?=[\s.,:]|$)")
"""A year behind the authors, in brackets or not."""
_BRACKETED_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?(?:, [^()\n]{1,20})?\)")
_FAMILY_FIRST = re.compile(
    r"[^\W\d_][\w'’ .-]*?,?\s+(?:[^\W\d_a-z]\.?[-‐ ]?){1,4}(?:,?\s*(?:Jr|Sr|II|III)\.?)?"
)


# ``Moreau, Anna, 2016,``, ``Moreau, A. (2016).``: one author and the year of the work; or a colon.
_ONE_DATED = re.compile(
    r"\s*(?![\u3400-\ud7af])(?P<name>[^\W\d_][\w'’-]{1,30}(?: [^\W\d_][\w'’-]{1,30})?"
    r",\s(?:[^\W\d_a-z][\w'’-]{0,30}\.?\s?){1,3})(?:[,.]?\s*\(?(?:19|20)\d\d[a-z]?(?:\)|[.,:])|:\s|(?=[\"“]))"
)


def dated_name(text: str) -> Byline | None:
    """One name, family first, and a year where a text begins: a work of one author.

    >>> found = dated_name("Moreau, Anna, 2016, Round plots")
    >>> (found.start, found.end)
    (0, 12)
    """
    found = _ONE_DATED.match(text)
    if found is None:
        return None
    start = found.start("name")
    return Byline(start, start + len(found["name"].rstrip()), names=1, evidence=1, whole=False)


def joined_by_and(text: str, start: int = 0) -> Byline | None:
    """Names as BibTeX has them, on a line of their own: ``Li, Ann and He, Bo``.

    >>> joined_by_and("Li, Ann and He, Bo and Wu, C. D.").names
    3
    >>> joined_by_and("Mice, cats and dogs") is None
    True
    """
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip(" ,")
    names = line.split(" and ")
    if len(names) < 2 or not all(_INVERTED.fullmatch(name) for name in names[:_MOST]):
        return None
    return Byline(start, start + len(line), names=len(names), evidence=4, whole=True)


_INVERTED = re.compile(r"[^,\d\ue001]{1,40}, (?:[^\W\d_a-z][\w.'’‐-]{0,30} ?){1,4}")
_MOST = 400
_GROUP = re.compile(
    r"\s*(?P<name>(?:The )?(?:[^\W\d_a-z][\w&.'’-]*\s){1,5}"
    r"(?:Team|Group|Collaboration|Consortium|Initiative|Investigators))"
    r"(?:\s*\([^()\n]{1,120}\))?[\s.,]*$",
    re.MULTILINE,
)


def group_name(text: str) -> Byline | None:
    """The name of a group that fills a line, but for a remark in brackets behind it.

    >>> found = group_name("Slate Team (core contributor)")
    >>> (found.start, found.end)
    (0, 10)
    """
    found = _GROUP.match(text)
    return Byline(*found.span("name"), names=1, evidence=2, whole=True) if found else None


def _before_year(sheet: Sheet, first: int) -> Byline | None:
    """Family names with initials up to a year in brackets: nothing else can stand there."""
    year = _BRACKETED_YEAR.search(sheet.free, first)
    if year is None or TAKEN in sheet.free[first : year.start()]:
        return None
    lead = sheet.names[first : year.start()]
    end = first + len(lead.rstrip(" ,;\n"))
    names = split_human_list(" ".join(lead.replace("\ue000", " ").split()).rstrip(" .,;"))
    if len(names) < 2 or not all(_FAMILY_FIRST.fullmatch(name.strip(" .,")) for name in names):
        return None
    return Byline(first, end, names=len(names), evidence=3, whole=False)


_FAMILY = r"(?:(?:van|von|de|der|den|da|di|la|le|el|al|ten|ter)\s)*[^\W\d_a-z][\w'’‐-]+"
_CAPITALS = (
    r"(?:\s[^\W\d_a-z][\w'’‐-]+)?(?:\s(?:[^\W\d_a-z]{1,4}|(?:[^\W\d_a-z]\.-?){1,3})){1,3}"
    r"(?:\s(?:Jr|Sr|II|III))?[\s\ue000]*"
)
_GROUP_OF = (
    r"(?:[Tt]he\s)?(?:[^\W\d_a-z][\w-]{1,30}\s){1,4}"
    r"(?:Group|Team|Consortium|Collaboration|Investigators)"
)
_AND = r"(?:\.?[,;]\s*(?:(?:and|&)\s)?|\s(?:and|&)\s)"
_VANCOUVER = re.compile(
    rf"(?:(?:{_FAMILY}{_CAPITALS}|{_GROUP_OF}){_AND}){{1,400}}"
    rf"(?:{_FAMILY}{_CAPITALS}|et\sal)(?:;\s[^.;,\n]{{4,60}}(?:Group|Team|Consortium|Collaboration|Investigators))?(?:(?<=\.)(?=\S)|(?<=\.\s)|(?=\.(?:\s|$)))"
)


def _vancouver(sheet: Sheet, first: int) -> Byline | None:
    """``He B, Li A, Xu D.``: capitals behind family names up to a full stop (ICMJE, NLM)."""
    found = _VANCOUVER.match(sheet.names, first)
    if found is None or TAKEN in found[0]:
        return None
    return Byline(first, found.end(), names=found[0].count(",") + 1, evidence=3, whole=False)


_ONE_IN_CAPITALS = re.compile(rf"{_FAMILY}\s[^\W\d_a-z]{{1,3}}(?=\.\s)")


def _capitals_alone(sheet: Sheet) -> Byline | None:
    """``Li A. Title. Journal.``: one author in that way, at the front."""
    first = re.search(r"[^\s\ue000\ue001]", sheet.names)
    found = _ONE_IN_CAPITALS.match(sheet.names, first.start()) if first else None
    return Byline(found.start(), found.end(), 1, evidence=1, whole=False) if found else None


def _before_title(sheet: Sheet, first: int) -> Byline | None:
    """Names that fill the text before a quoted title, be it a single one."""
    title = next((part for part in sheet.parts if part.field == "title"), None)
    if title is None or title.start <= first:
        return None
    reading = List(sheet.styled, sheet.names, first)
    reading.read()
    if not reading.names or reading.ends[-1] > title.start:
        return None
    rest = sheet.names[reading.ends[-1] : title.start]
    if re.search(r"[^\W_]", rest):
        return None
    return Byline(first, reading.ends[-1], names=len(reading.names), evidence=2, whole=False)


_WITH = re.compile(r"\((?:joint(?:ly)? )?(?:with|w/)\s+(?P<names>[^()\n]{3,400})\)", re.IGNORECASE)


_JOINT = re.compile(
    r"^\W*With\s+|(?:^|[,.;\ue001])\s*(?:joint(?: work)?|jointly|[Tt]ogether) with\s+", re.MULTILINE
)


def coauthors_in(sheet: Sheet) -> tuple[int, int] | None:
    """Where an item names only the others: ``(with Bo He and Cy Wu)``, ``joint with Bo He``."""
    found = _WITH.search(sheet.free)
    if found:
        return found.span("names") if TAKEN not in found["names"] else None
    lead = _JOINT.search(sheet.free)
    if lead is None:
        return None
    reading = List(sheet.styled, sheet.names, lead.end())
    reading.read()
    if not reading.names:
        return None
    sheet.drop(*lead.span())
    return lead.end(), reading.ends[-1]


# A year alone on the first line, as CVs have it in their margin, is no name.
_FIRST = re.compile(r"(?<!\S)(?!(?:19|20)\d\d\s*\n)[^\s\ue000\ue001]|[^\s\ue000\ue001\d]")


def _said_to_be(sheet: Sheet) -> Byline | None:
    """A line that bore the label *Authors*."""
    for style in sheet.styled.of_kind("named"):
        if style.value == "authors said-field" and sheet.is_free(style.start, style.end):
            return Byline(style.start, style.end, names=1, evidence=3, whole=True)
    return None


def _at_front(sheet: Sheet, text: str, first: int) -> Byline | None:
    """A list of authors with which an item begins."""
    sure = (
        _vancouver(sheet, first) or _before_year(sheet, first) or joined_by_and(sheet.free, first)
    )
    if sure:
        return sure
    found = byline_at(sheet.styled, text, first)
    if found and (found.sure or found.names > 1 or DATED.match(sheet.free, found.end)):
        return found
    return _before_title(sheet, first) or _alone_before_title(sheet, first)


def _alone_before_title(sheet: Sheet, first: int) -> Byline | None:
    """``A. Li. [Title](…)``: one name with initials in front of a title that is set apart."""
    reading = List(sheet.styled, sheet.names, first)
    reading.read()
    if len(reading.names) != 1 or not reading.closed:
        return None
    start, end = reading.names[0]
    if not re.match(r"[^\W\d_a-z]\.", sheet.text[start:end]):
        return None
    behind = any(
        end < style.start <= end + 3 and len(sheet.text[style.start : style.end].split()) > 2
        for style in sheet.styled.of_kind("link", "strong", "emph", "quote")
    )
    return Byline(start, reading.ends[-1], names=1, evidence=1, whole=False) if behind else None


def byline_in(sheet: Sheet) -> Byline | None:
    """The list of an item's authors.

    Args:
        sheet: The item, its links taken.
    """
    text = sheet.names
    first = _FIRST.search(text)
    found = _said_to_be(sheet) or (_at_front(sheet, text, first.start()) if first else None)
    if found:
        return found
    for style in sheet.styled.of_kind("named"):
        if re.search(r"\bauthors?\b", style.value) and sheet.is_free(style.start, style.end):
            found = byline_at(sheet.styled, text, style.start)
            if found:
                return found
    found = find_byline(sheet.styled, text)
    if found and (found.names > 1 or found.evidence):
        return found
    return (
        dated_name(sheet.free)
        or _capitals_alone(sheet)
        or _alone(sheet, text)
        or _group_alone(sheet.free)
    )


def _group_alone(free: str) -> Byline | None:
    for line in re.finditer(r"[^\n]+", free):
        found = group_name(line[0])
        if found and TAKEN not in line[0][found.start : found.end]:
            start, end = line.start() + found.start, line.start() + found.end
            return Byline(start, end, names=1, evidence=1, whole=False)
    return None


def _alone(sheet: Sheet, text: str) -> Byline | None:
    """One name alone: on its own line, or in bold, or before a year."""
    styled = sheet.styled
    starts = [0, *(found.end() for found in re.finditer(r"\n", text))]
    starts += [style.start for style in styled.of_kind("strong", "underline")]
    for start in starts:
        lead = re.compile(r"[\s\ue001,.]*").match(text, start)
        at = lead.end() if lead else start
        reading = List(styled, text, at)
        reading.read()
        if len(reading.names) in (1, 2) and reading.closed:
            begin, end = reading.names[0][0], reading.ends[-1]
            bold = any(
                abs(style.start - begin) < 2 and abs(style.end - end) < 3
                for style in styled.of_kind("strong", "underline")
            )
            words = len(text[begin:end].split())
            if 1 < words <= 4 and (
                bold or DATED.match(text, end) or re.match(r"\.?(?:\n|$)", text[end : end + 2])
            ):
                return Byline(begin, end, names=1, evidence=1, whole=False)
    return None
